//! Distributions on the country's page: the self-rated judgement of each package, and the two
//! questions that the monitoring began with.

use maud::{Markup, html};

use super::{address, published};
use crate::charts;
use crate::domain::Language;
use crate::domain::dashboards::country::{CountryDashboard, NationDashboard};
use crate::domain::dashboards::question::QuestionSpread;
use crate::views::dashboards::addresses;
use crate::views::dashboards::distributions;
use crate::views::dashboards::distributions::Spreads;
use crate::views::dashboards::slides::{Shape, downloads};
use crate::views::shell::Frame;
use crate::views::ui::{self, CaptionPlace, Level, Table};

/// The address of a question's page.
fn question_address(page: &CountryDashboard, one: &QuestionSpread) -> String {
    addresses::question(&page.round.key, &one.key, one.area)
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
        (downloads(title, (&format!("{}/{id}", address(page)), ""), language))
    };
    let mut spreads = grouped(questions, language);
    spreads.iter_mut().zip(questions).for_each(|(spread, one)| spread.link = Some(question_address(page, one)));
    let groups = distributions::groups(&spreads, language);
    charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table)
}

fn grouped<'a>(questions: &'a [QuestionSpread], language: Language) -> Vec<Spreads<'a>> {
    let spread = |one: &'a QuestionSpread| Spreads {
        heading: Some(one.heading.in_language(language)),
        link: None,
        bars: &one.bars,
    };
    questions.iter().map(spread).collect()
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
            let cells = distributions::top_cells(&one.bars, language);
            let head = html! { a href=(question_address(page, one)) { (one.heading.in_language(language)) } };
            std::iter::once(head).chain(cells.iter().map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let frame = Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() };
    ui::plain_table(&frame, &rows)
}

/// The key questions as a file.
pub fn key_file(page: &CountryDashboard, questions: &[QuestionSpread], (shape, frame): (Shape, &Frame)) -> Markup {
    file(page, ("key", &tr!(frame.language, "key-questions-title")), questions, (shape, frame))
}

/// The judgements of each package as a file.
pub fn overall_file(page: &CountryDashboard, questions: &[QuestionSpread], (shape, frame): (Shape, &Frame)) -> Markup {
    file(page, ("overall", &tr!(frame.language, "overall-title")), questions, (shape, frame))
}

fn file(
    page: &CountryDashboard,
    (id, title): (&str, &str),
    questions: &[QuestionSpread],
    (shape, frame): (Shape, &Frame),
) -> Markup {
    let (language, mark) = (frame.language, frame.mark());
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id, title, description: &description, mark: mark.as_deref() };
    distributions::file(&name, &grouped(questions, language), &super::sheet(page, shape, frame), language)
}
