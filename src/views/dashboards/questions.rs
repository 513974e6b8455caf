//! The questions of a round, and how one of them was answered then and now.

mod list;
mod wording;

use maud::{Markup, html};

use super::distributions::{self, Spreads};
use super::dumbbells::download;
use super::municipalities::{provisional, transition_tables};
use crate::charts;
use crate::domain::Language;
use crate::domain::dashboards::question::QuestionDashboard;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Choice, Field, Level, NavItem};

pub use list::show_list;

/// The address of the page.
fn address(page: &QuestionDashboard) -> String {
    format!("/rounds/{}/questions/{}", page.round.key, page.asked().key)
}

/// The page.
pub fn show(frame: &Frame, page: &QuestionDashboard) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let title = wording::of_area(&page.round.edition, page.asked(), page.area, language);
    let (rounds, round_name, questions) =
        (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round), tr!(language, "questions-short"));
    let (round_address, list) = (format!("/rounds/{round}"), format!("/rounds/{round}/questions"));
    let above = [
        NavItem { href: "/rounds", text: &rounds },
        NavItem { href: &round_address, text: &round_name },
        NavItem { href: &list, text: &questions },
    ];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &page.asked().key))
        (ui::page_heading(&title))
        (provisional(&page.round, language))
        (filter(page, language))
        (figure(page, &title, language))
        (wording::section(page, language))
        @if page.transitions.iter().any(|one| one.counts.iter().flatten().any(|count| *count > 0)) {
            (ui::heading(Level::Two, "transitions", &tr!(language, "transitions-title")))
            p { (tr!(language, "transitions-explained")) }
            (transition_tables(&page.transitions, language))
        }
    };
    shell::page(frame, &title, main)
}

/// A choice of area, where the question is put to several.
fn filter(page: &QuestionDashboard, language: Language) -> Markup {
    let edition = &page.round.edition;
    if page.asked().areas.len() < 2 {
        return Markup::default();
    }
    let all = tr!(language, "filter-all-areas");
    let choices: Vec<Choice> = std::iter::once(Choice { label: &all, ..Choice::default() })
        .chain(page.asked().areas.iter().map(|area| Choice {
            value: area.as_str(),
            label: edition.area_name(*area, language),
            chosen: page.area == Some(*area),
            ..Choice::default()
        }))
        .collect();
    let label = tr!(language, "figure-area");
    ui::get_form(
        &address(page),
        html! {
            (ui::select(&Field { name: "area", label: &label, ..Field::default() }, &choices))
            (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
        },
    )
}

fn figure(page: &QuestionDashboard, title: &str, language: Language) -> Markup {
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id: "distribution", title, description: &description, ..charts::Figure::default() };
    let query = page.area.map_or_else(String::new, |area| format!("?area={area}"));
    let file = format!("{}/distribution.svg{query}", address(page));
    let scale = page.round.edition.scale_of(page.asked());
    let caption = html! {
        (super::figures::measure_explained(page.asked().measure, language)) " "
        @if let Some(explained) = distributions::explained(scale, language) { (explained) " " }
        (tr!(language, "distribution-caption")) " "
        (download(title, &file, language))
    };
    let spreads = [Spreads { heading: None, bars: &page.bars }];
    let groups = distributions::groups(&spreads, language);
    let table = distributions::table(title, &page.bars, language);
    html! {
        (ui::heading(Level::Two, "answers", &tr!(language, "distribution-title")))
        @if let Some(sentence) = distributions::top_boxes(&page.bars, language) { p .font-lead { (sentence) } }
        (charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table))
    }
}

/// The chart as a file.
pub fn file(page: &QuestionDashboard, frame: &Frame) -> String {
    let (language, mark) = (frame.language, frame.mark());
    let title = wording::of_area(&page.round.edition, page.asked(), page.area, language);
    let description = tr!(language, "distribution-description");
    let name = charts::Figure { id: "distribution", title: &title, description: &description, mark: mark.as_deref() };
    distributions::file(&name, &[Spreads { heading: Some(&title), bars: &page.bars }], language)
}
