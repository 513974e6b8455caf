//! Distributions on the country's page: the self-rated judgement of each package, and the two
//! questions that the monitoring began with.

use maud::{Markup, html};

use super::{address, published};
use crate::charts;
use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::dashboards::country::{CountryDashboard, NationDashboard};
use crate::domain::dashboards::nation::RoundSpread;
use crate::domain::dashboards::question::QuestionSpread;
use crate::views::dashboards::distributions;
use crate::views::dashboards::distributions::Spreads;
use crate::views::dashboards::dumbbells::download;
use crate::views::dashboards::figures::{NONE, change_or_dash, percent};
use crate::views::shell::Frame;
use crate::views::ui::{self, CaptionPlace, Level, Table};

/// The address of a question's page.
fn question_address(page: &CountryDashboard, one: &QuestionSpread) -> String {
    let area = one.area.map_or_else(String::new, |area| format!("?area={area}"));
    format!("/rounds/{}/questions/{}{area}", page.round.key, one.key)
}

/// The edition's key questions, prominently.
pub fn key_section(page: &CountryDashboard, questions: &[QuestionSpread], language: Language) -> Markup {
    if questions.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "key-questions-title");
    let links = html! {
        ul .nobullet-list {
            @for one in questions { li { a href=(question_address(page, one)) { (one.heading.in_language(language)) } } }
        }
    };
    let tables = html! {
        @for one in questions { (distributions::table(one.heading.in_language(language), &one.bars, language)) }
    };
    html! {
        (ui::heading(Level::Two, "key-questions", &title))
        p { (tr!(language, "key-questions-explained")) }
        (figure(page, ("key", &title), questions, tables, language))
        (links)
    }
}

/// The share "i høj grad" of each package, then and now; in the demo with what of it was published.
pub fn section(page: &CountryDashboard, nation: &NationDashboard, is_demo: bool, language: Language) -> Markup {
    let questions = &nation.overall;
    if questions.is_empty() {
        return Markup::default();
    }
    let title = tr!(language, "overall-title");
    html! {
        (ui::heading(Level::Two, "overall", &title))
        p { (tr!(language, "measure-overall-explained")) }
        (figure(page, ("overall", &title), questions, table(page, &title, questions, language), language))
        @if is_demo { (published::shares(&nation.published, language)) }
    }
}

fn figure(
    page: &CountryDashboard,
    (id, title): (&str, &str),
    questions: &[QuestionSpread],
    table: Markup,
    language: Language,
) -> Markup {
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id, title, description: &description, ..charts::Figure::default() };
    let caption = html! {
        (tr!(language, "distribution-caption")) " "
        (download(title, &format!("{}/{id}.svg", address(page)), language))
    };
    let groups = distributions::groups(&grouped(questions, language), language);
    charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table)
}

fn grouped(questions: &[QuestionSpread], language: Language) -> Vec<Spreads<'_>> {
    questions.iter().map(|one| Spreads { heading: Some(one.heading.in_language(language)), bars: &one.bars }).collect()
}

/// One row per package: the best answer's share then and now, each with its N.
fn table(page: &CountryDashboard, caption: &str, questions: &[QuestionSpread], language: Language) -> Markup {
    let labels = [
        tr!(language, "figure-package"),
        tr!(language, "overall-then"),
        tr!(language, "overall-now"),
        tr!(language, "overall-change"),
    ];
    let columns = ui::name_and_numbers(&labels);
    let rows: Vec<Vec<Markup>> = questions
        .iter()
        .map(|one| {
            let (now, then) = (one.bars.last(), one.bars.len().checked_sub(2).and_then(|index| one.bars.get(index)));
            let change = now
                .and_then(RoundSpread::top_box)
                .zip(then.and_then(RoundSpread::top_box))
                .map(|(now, then)| 100.0 * (now - then));
            let cells = [share(then, language), share(now, language), change_or_dash(change)];
            let head = html! { a href=(question_address(page, one)) { (one.heading.in_language(language)) } };
            std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::plain_table(&frame, &rows)
}

/// "29 % (28 af 95, 2015)"; without the count where a municipality's answers were split.
fn share(bar: Option<&RoundSpread>, language: Language) -> String {
    let found = bar.and_then(|bar| Some((bar, bar.distribution()?, bar.top_box()?)));
    let Some((bar, distribution, top)) = found else { return NONE.to_owned() };
    let weight = top * distribution.n as f64;
    let share = percent(top, language);
    if (weight - weight.round()).abs() > 1e-6 {
        return tr!(language, "overall-share-split", share = share, n = distribution.n, round = bar.round.as_str());
    }
    tr!(language, "overall-share", share = share, count = whole(weight), n = distribution.n, round = bar.round.as_str())
}

/// The key questions as a file.
pub fn key_file(questions: &[QuestionSpread], frame: &Frame) -> String {
    file(("key", &tr!(frame.language, "key-questions-title")), questions, frame)
}

/// The judgements of each package as a file.
pub fn overall_file(questions: &[QuestionSpread], frame: &Frame) -> String {
    file(("overall", &tr!(frame.language, "overall-title")), questions, frame)
}

fn file((id, title): (&str, &str), questions: &[QuestionSpread], frame: &Frame) -> String {
    let (language, mark) = (frame.language, frame.mark());
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id, title, description: &description, mark: mark.as_deref() };
    distributions::file(&name, &grouped(questions, language), language)
}
