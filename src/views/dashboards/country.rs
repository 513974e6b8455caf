//! The page of the whole country in a round: baseline against current, and municipality by package.

mod cards;
mod charts;
mod heat;
mod lines;
mod overall;
mod published;
mod table;

#[cfg(test)]
mod tests;

use maud::{Markup, html};

use super::figures::{self, round_names};
use super::findings::{self, Whose};
use super::municipalities::provisional;
use super::slides::{Shape, Sheet};
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::finding;
use crate::domain::dashboards::wanted::{Sorting, Wanted};
use crate::domain::{Area, Language};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Kind, Level, NavItem};

pub use cards::card;
pub use charts::{areas_file, packages_file};
pub use lines::{line, name};
pub use overall::{key_file, overall_file};
pub use table::rows as nation_rows;

/// The address of the page.
fn address(page: &CountryDashboard) -> String {
    format!("/rounds/{}/country", page.round.key)
}

/// The query of an address that asks for the same, sorted as given.
fn query(wanted: &Wanted, sorting: Sorting) -> String {
    let area = wanted.area.map_or_else(String::new, |area| format!("&area={area}"));
    let order = |name, sorting: Sorting| if sorting.descending { format!("&{name}=desc") } else { String::new() };
    let column = |name, sorting: Sorting| sorting.column.map_or_else(String::new, |column| format!("&{name}={column}"));
    let municipalities = column("sort", sorting) + &order("order", sorting);
    let areas = column("area_sort", wanted.areas) + &order("area_order", wanted.areas);
    let region = if wanted.by_region { "&group=region" } else { "" };
    format!("?measure={}{area}{municipalities}{areas}{region}", wanted.measure)
}

/// The page.
pub fn show(frame: &Frame, page: &CountryDashboard) -> Markup {
    let language = frame.language;
    let round = page.round.key.as_str();
    let (title, short) = match page.nation.is_some() {
        true => (tr!(language, "country-title", round = round), tr!(language, "country-short")),
        false => (tr!(language, "country-title-own", round = round), tr!(language, "country-short-own")),
    };
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let round_address = format!("/rounds/{round}");
    let above = [NavItem { href: "/rounds", text: &rounds }, NavItem { href: &round_address, text: &round_name }];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &short))
        (ui::page_heading_with_lead(&heading(page, &title, language), html! { (lead(page, &title, language)) }))
        (provisional(&page.round, language))
        @if let Some(nation) = &page.nation {
            (cards::cards(nation, language))
            (cards::missing(page, language))
            (overall::key_section(page, &nation.key_questions, language))
            (filter(page, language))
            (charts::packages(page, &nation.packages, language))
            (super::aims::nation_section(nation.aim.as_ref(), language))
            (charts::areas(page, &nation.areas, language))
            (overall::section(page, nation, frame.is_demo, language))
        } @else {
            (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! {
                (tr!(language, "country-open-hidden")) " "
                @if let Some(closed) = &page.closed {
                    a href={ "/rounds/" (closed) "/country" } { (tr!(language, "country-see-closed", round = closed.as_str())) }
                }
            }))
            (cards::missing(page, language))
            (filter(page, language))
        }
        @if let Some(nation) = &page.nation { (heat::areas(page, &nation.areas_by_package, language)) }
        (heat::section(page, language))
        p { a href={ "/rounds/" (round) "/map" } { (tr!(language, "map-link")) } }
        (super::movements::link(round, page.wanted.measure, language))
        (super::comparisons::link(round, language))
        (super::decks::link(&format!("/rounds/{round}/slides"), language))
        (super::trend::link(&format!("/rounds/{round}/trend"), language))
        @if page.nation.is_some() {
            (super::reading::table(
                &tr!(language, "reading-figures-file"),
                &format!("/rounds/{round}/tables/figures"),
                &query(&page.wanted, Sorting::default()),
                language,
            ))
        }
        (super::reading::tables(&address(page), &format!("/rounds/{round}/tables"), language))
        (super::reading::guide(&page.round, language))
    };
    shell::page(frame, &title, main)
}

/// The message and the picture per package, with a way to all of it.
pub fn in_brief(page: &CountryDashboard, language: Language) -> Markup {
    let round = page.round.key.as_str();
    let title = tr!(language, "home-result", key = round);
    html! {
        @if let Some(nation) = &page.nation {
            (charts::under_heading(page, &heading(page, &title, language), &nation.packages, language))
        }
        p { a href=(address(page)) { (title) } }
    }
}

/// The nation's figures per package and area as tables alone; nothing for who may not see the nation.
pub fn released(page: &CountryDashboard, language: Language) -> Markup {
    let Some(nation) = &page.nation else { return Markup::default() };
    let tables = [
        ("packages", tr!(language, "releases-packages"), &nation.packages),
        ("areas", tr!(language, "releases-areas"), &nation.areas),
    ];
    html! {
        @for (id, title, rows) in tables {
            (ui::heading(Level::Two, id, &title))
            (ui::scrolling(&title, table::rows(&title, rows, |_| None, language)))
        }
    }
}

/// What the page has to say; its plain title where nothing can be said.
fn heading(page: &CountryDashboard, title: &str, language: Language) -> String {
    let finding = page.nation.as_ref().and_then(finding::of_nation);
    finding.map_or_else(|| title.to_owned(), |one| findings::sentence(&one, Whose::Nation, language))
}

/// The plain title where the heading is a finding, what the finding rests on, and what is looked at beside it.
fn lead(page: &CountryDashboard, title: &str, language: Language) -> Markup {
    let baselines = &page.round.baselines;
    let questions = tr!(language, "questions-title-short");
    let finding = page.nation.as_ref().and_then(finding::of_nation);
    let basis = finding.as_ref().and_then(|one| findings::basis(one, page.wanted.measure, language));
    html! {
        @if finding.is_some() { (title) ". " }
        @if let Some(basis) = basis { (basis) " " }
        @if baselines.is_empty() { (tr!(language, "figure-no-baseline")) }
        @else { (tr!(language, "figure-held-against", rounds = round_names(baselines, language))) }
        " " a href={ "/rounds/" (page.round.key) "/questions" } { (questions) }
    }
}

/// What stands around a figure that leaves: the round, and how many municipalities have answered.
fn sheet(page: &CountryDashboard, shape: Shape, frame: &Frame) -> Sheet {
    let answered = page.nation.as_ref().map(|nation| {
        let (answered, population) = nation.answered;
        tr!(frame.language, "slide-answered", answered = answered, population = population)
    });
    Sheet::of_round(shape, &page.round, frame).resting_on(answered)
}

fn filter(page: &CountryDashboard, language: Language) -> Markup {
    let measures: Vec<(&str, String)> =
        page.measures.iter().map(|measure| (measure.as_str(), figures::measure(*measure, language))).collect();
    let areas: Vec<(&str, &str)> =
        page.areas.iter().map(|asked| (asked.area.as_str(), asked.label.in_language(language))).collect();
    let area = page.wanted.area.as_ref().map_or("", Area::as_str);
    let body = html! {
        (ui::select_of(("measure", page.wanted.measure.as_str()), (&tr!(language, "filter-measure"), None), &measures))
        (ui::select_of(
            ("area", area),
            (&tr!(language, "figure-area"), Some(&tr!(language, "filter-all-areas"))),
            &areas,
        ))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&address(page), body)
}
