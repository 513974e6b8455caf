//! The questions of a round, found by words, package and area.

use maud::{Markup, html};

use super::wording;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::dashboards::Comparability;
use crate::domain::dashboards::question::QuestionList;
use crate::domain::{Area, Language};
use crate::views::dashboards::{addresses, figures, filters};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Column, Field, Input, Level, NavItem, Table};

type Found = (QuestionIndex, Comparability);

/// The page.
pub fn show_list(frame: &Frame, page: &QuestionList) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = tr!(language, "questions-title", round = round);
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let round_address = format!("/rounds/{round}");
    let above = [NavItem { href: "/rounds", text: &rounds }, NavItem { href: &round_address, text: &round_name }];
    let edition = &page.round.edition;
    let of = |package: Option<usize>| -> Vec<&Found> {
        page.found.iter().filter(|(index, _)| edition.questions[*index].package == package).collect()
    };
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &tr!(language, "questions-short")))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "questions-lead")) }))
        (filter(page, language))
        p role="status" { (tr!(language, "questions-found", count = page.found.len())) }
        (group(page, "none", &tr!(language, "questions-without-package"), &of(None), language))
        @for (index, package) in edition.packages.iter().enumerate() {
            (group(page, &package.key, package.title.in_language(language), &of(Some(index)), language))
        }
    };
    shell::page(frame, &title, main)
}

fn filter(page: &QuestionList, language: Language) -> Markup {
    let edition = &page.round.edition;
    let areas: Vec<(&str, &str)> =
        page.areas.iter().map(|area| (area.as_str(), edition.area_name(*area, language))).collect();
    let area = page.search.area.as_ref().map_or("", Area::as_str);
    let words = tr!(language, "filter-words");
    let body = html! {
        (ui::text_input(&Field { name: "q", label: &words, ..Field::default() }, &Input { kind: "search", value: &page.search.words, ..Input::default() }))
        (filters::recommendations(edition, &page.search.about, language))
        (ui::select_of(
            ("area", area),
            (&tr!(language, "figure-area"), Some(&tr!(language, "filter-all-areas"))),
            &areas,
        ))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&format!("/rounds/{}/questions", page.round.key), body)
}

fn group(page: &QuestionList, id: &str, heading: &str, questions: &[&Found], language: Language) -> Markup {
    if questions.is_empty() {
        return Markup::default();
    }
    let labels = [
        tr!(language, "questions-question"),
        tr!(language, "filter-measure"),
        tr!(language, "figure-areas"),
        tr!(language, "question-comparability"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let rows: Vec<Vec<Markup>> = questions.iter().map(|found| row(page, found, language)).collect();
    html! {
        (ui::heading(Level::Two, id, heading))
        (ui::table(&Table { caption: heading, caption_place: ui::CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() }, &rows))
    }
}

fn row(page: &QuestionList, (index, comparability): &Found, language: Language) -> Vec<Markup> {
    let edition = &page.round.edition;
    let question = &edition.questions[*index];
    let area = page.search.area;
    let address = addresses::question(&page.round.key, &question.key, area);
    let areas: Vec<&str> = question.areas.iter().map(|area| edition.area_name(*area, language)).collect();
    let areas = match areas.as_slice() {
        few if few.len() <= 3 => few.join(", "),
        many => tr!(language, "figure-areas-count", count = many.len()),
    };
    let comparability = match comparability {
        Comparability::Same(_) => tr!(language, "comparability-same-short"),
        Comparability::Reworded(_) => tr!(language, "comparability-reworded-short"),
        Comparability::NotAsked(_)
        | Comparability::Split(_)
        | Comparability::Merged(_)
        | Comparability::New
        | Comparability::NoBaseline => {
            tr!(language, "comparability-none-short")
        }
    };
    vec![
        html! { a href=(address) { (wording::of_area(edition, question, area, language)) } },
        html! { (figures::measure(question.measure, language)) },
        html! { (areas) },
        html! { (comparability) },
    ]
}
