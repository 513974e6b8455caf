//! What each municipality answered to a question, for a reader who may see it.

use maud::{Markup, html};

use super::address;
use crate::domain::Language;
use crate::domain::catalogue::Scale;
use crate::domain::dashboards::improvement_gaps::Answered;
use crate::domain::dashboards::municipality_answers::{AnswerColumn, AnswerSorting, MunicipalityAnswer};
use crate::domain::dashboards::question::QuestionDashboard;
use crate::views::dashboards::municipalities::light;
use crate::views::dashboards::{addresses, figures};
use crate::views::ui::{self, CaptionPlace, Column, Kind, Level, Light, Order, SortHead, Spacing, Table};

/// The section; nothing for who may see no municipality.
pub fn section(page: &QuestionDashboard, language: Language) -> Markup {
    if page.municipalities.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "drill-answers-title");
    let then = page.baseline.as_ref().map_or_else(
        || tr!(language, "answers-then"),
        |baseline| tr!(language, "drill-answer-in", round = baseline.round.as_str()),
    );
    let now = tr!(language, "drill-answer-in", round = page.round.key.as_str());
    let labels = [
        (AnswerColumn::Municipality, tr!(language, "figure-municipality")),
        (AnswerColumn::Then, then),
        (AnswerColumn::Now, now),
    ];
    let heads = labels.map(|(by, label)| head(page, (by, label), language));
    let columns: Vec<Column> = heads.iter().map(SortHead::column).collect();
    let rows: Vec<Vec<Markup>> = page.municipalities.iter().map(|one| row(page, one, language)).collect();
    let frame = Table {
        caption: &title,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: Spacing::Compact,
    };
    html! {
        (ui::heading(Level::Two, "municipalities", &title))
        p { (tr!(language, "drill-answers-lead")) }
        (ui::table(&frame, &rows))
    }
}

fn row(page: &QuestionDashboard, one: &MunicipalityAnswer, language: Language) -> Vec<Markup> {
    let edition = &page.round.edition;
    let question = page.asked();
    let package = question.package.map(|index| edition.packages[index].key.as_str());
    let area = page.area.or(match question.areas.as_slice() {
        [only] => Some(*only),
        _ => None,
    });
    let link = addresses::answers(&page.round.key, &one.municipality, package, area);
    vec![
        html! { a href=(link) { (one.municipality.name()) } },
        match &one.then {
            Some(then) => answers(&then.scale, &then.answered, language),
            None => html! { (figures::NONE) },
        },
        answers(edition.scale_of(question), &one.now, language),
    ]
}

/// Every option chosen with how often, where it was more than once; that posts disagree, where they do.
fn answers(scale: &Scale, answered: &Answered, language: Language) -> Markup {
    let chosen: Vec<(usize, u16)> =
        answered.counts.iter().copied().enumerate().filter(|(_, count)| *count > 0).collect();
    html! {
        @if chosen.is_empty() { (ui::traffic_light(Light::Off, &tr!(language, "state-unanswered"))) }
        @for (index, (option, count)) in chosen.iter().enumerate() {
            @if index > 0 { br; }
            (light(scale, *option, language))
            @if *count > 1 { " ×\u{a0}" (count) }
        }
        @if answered.cell.disagrees { br; (ui::badge(Kind::Warning, &tr!(language, "answers-disagree"))) }
    }
}

fn head(page: &QuestionDashboard, (by, label): (AnswerColumn, String), language: Language) -> SortHead {
    let AnswerSorting { by: current, descending } = page.sorting;
    let turns = current == by && !descending;
    let area = page.area.map_or_else(String::new, |area| format!("&area={area}"));
    let turned = if turns { "&order=desc" } else { "" };
    let hint = if turns { tr!(language, "sort-descending") } else { tr!(language, "sort-ascending") };
    SortHead {
        label,
        href: format!("{}?sort={}{area}{turned}#municipalities", address(page), by.as_str()),
        order: Order::of(current == by, descending),
        hint,
    }
}
