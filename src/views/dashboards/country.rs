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
use super::municipalities::provisional;
use crate::domain::dashboards::benchmarks::Sight;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, Language, catalogue::Measure};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Choice, Field, Kind, NavItem};

pub use charts::{areas_file, packages_file};
pub use heat::{HeatRow, Sorting, sorted};
pub use lines::{area_lines, package_lines};
pub use overall::{key_file, overall_file};

/// What the page shows.
#[derive(Debug)]
pub struct CountryPage<'a> {
    /// The round and its baselines, counted for every municipality.
    pub held: &'a RoundComparison,
    /// Every group's change in every municipality.
    pub changes: &'a CountryChanges,
    /// Whose figures the reader may see.
    pub sight: &'a Sight,
    /// Key of the newest closed round, where this one is open and the reader may not see all of it.
    pub closed: Option<&'a str>,
    /// What was asked for.
    pub wanted: Wanted,
}

/// What the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The measure shown.
    pub measure: Measure,
    /// The area shown; none means all.
    pub area: Option<Area>,
    /// How the heatmap is sorted.
    pub sorting: Sorting,
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted { measure: Measure::Implementation, area: None, sorting: Sorting::default() }
    }
}

impl Wanted {
    /// The group of everything that was asked for.
    pub fn group(&self) -> ScoreDimension {
        ScoreDimension { area: self.area, ..ScoreDimension::all_of(self.measure) }
    }

    /// The query of an address that asks for the same, sorted as given.
    pub fn query(&self, sorting: Sorting) -> String {
        let area = self.area.map_or_else(String::new, |area| format!("&area={area}"));
        let order = if sorting.descending { "&order=desc" } else { "" };
        let column = sorting.column.map_or_else(String::new, |column| format!("&sort={column}"));
        format!("?measure={}{area}{column}{order}", self.measure)
    }
}

impl CountryPage<'_> {
    /// The address of the page.
    pub fn address(&self) -> String {
        format!("/rounds/{}/country", self.held.round.key)
    }

    /// Whether national figures are shown: of an open round only to who may see every municipality.
    pub fn shows_nation(&self) -> bool {
        self.held.round.is_closed() || *self.sight == Sight::All
    }
}

/// The page.
pub fn show(frame: &Frame, page: &CountryPage) -> Markup {
    let language = frame.language;
    let round = page.held.round.key.as_str();
    let (title, short) = match page.shows_nation() {
        true => (tr!(language, "country-title", round = round), tr!(language, "country-short")),
        false => (tr!(language, "country-title-own", round = round), tr!(language, "country-short-own")),
    };
    let (rounds, round_name) = (tr!(language, "menu-rounds"), tr!(language, "figure-round", round = round));
    let round_address = format!("/rounds/{round}");
    let above = [NavItem { href: "/rounds", text: &rounds }, NavItem { href: &round_address, text: &round_name }];
    let main = html! {
        (ui::breadcrumbs(&tr!(language, "figure-breadcrumbs"), &above, &short))
        (ui::page_heading_with_lead(&title, html! { (lead(page, language)) }))
        (provisional(page.held, language))
        @if page.shows_nation() {
            (cards::cards(page, language))
            (cards::missing(page, language))
            (overall::key_section(page, language))
            (filter(page, language))
            (charts::packages(page, language))
            (charts::areas(page, language))
            (overall::section(page, frame.is_demo, language))
        } @else {
            (ui::notice(Kind::Info, &tr!(language, "figure-info"), html! {
                (tr!(language, "country-open-hidden")) " "
                @if let Some(closed) = page.closed {
                    a href={ "/rounds/" (closed) "/country" } { (tr!(language, "country-see-closed", round = closed)) }
                }
            }))
            (cards::missing(page, language))
            (filter(page, language))
        }
        (heat::section(page, language))
        (super::trend::link(&format!("/rounds/{round}/trend"), language))
        (super::reading::tables(&page.address(), language))
        (super::reading::guide(&page.held.round, language))
    };
    shell::page(frame, &title, main)
}

fn lead(page: &CountryPage, language: Language) -> Markup {
    let baselines: Vec<&str> = page.held.choice.rounds.iter().map(String::as_str).collect();
    let questions = tr!(language, "questions-title-short");
    html! {
        @if baselines.is_empty() { (tr!(language, "figure-no-baseline")) }
        @else { (tr!(language, "figure-held-against", rounds = round_names(&baselines, language))) }
        " " a href={ "/rounds/" (page.held.round.key) "/questions" } { (questions) }
    }
}

fn filter(page: &CountryPage, language: Language) -> Markup {
    let current = &page.held.comparison.current;
    let measures: Vec<(Measure, String)> = MEASURES
        .into_iter()
        .filter(|measure| page.held.place_of(&ScoreDimension::all_of(*measure)).is_some())
        .map(|measure| (measure, figures::measure(measure, language)))
        .collect();
    let measures: Vec<Choice> = measures
        .iter()
        .map(|(measure, label)| Choice {
            value: measure.as_str(),
            label,
            chosen: *measure == page.wanted.measure,
            ..Choice::default()
        })
        .collect();
    let all = tr!(language, "filter-all-areas");
    let areas: Vec<Choice> = std::iter::once(Choice { label: &all, ..Choice::default() })
        .chain(current.areas.iter().map(|asked| Choice {
            value: asked.area.as_str(),
            label: current.edition.area_name(asked.area, language),
            chosen: page.wanted.area == Some(asked.area),
            ..Choice::default()
        }))
        .collect();
    let (measure, area) = (tr!(language, "filter-measure"), tr!(language, "figure-area"));
    let body = html! {
        (ui::select(&Field { name: "measure", label: &measure, ..Field::default() }, &measures))
        (ui::select(&Field { name: "area", label: &area, ..Field::default() }, &areas))
        (ui::submit(ui::Button::Secondary, &tr!(language, "filter-show")))
    };
    ui::get_form(&page.address(), body)
}
