//! The country at a glance, and who is missing.

use maud::{Markup, html};

use super::CountryPage;
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::Benchmark;
use crate::domain::dashboards::nation::nation_line;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::texts::compare_names;
use crate::views::dashboards::figures;
use crate::views::dashboards::figures::{NONE, change_in_points, round_names};
use crate::views::ui;

/// Each measure apart, with how many municipalities stand behind it.
pub fn cards(page: &CountryPage, language: Language) -> Markup {
    let card = |measure: Measure| {
        let index = page.held.place_of(&ScoreDimension::all_of(measure))?;
        let line = nation_line(&page.held.comparison, page.changes, index, page.sight);
        let (figure, n) = match line.current {
            Benchmark::Shown { n, mean } if line.current.is_weak() => {
                (figures::number(mean), tr!(language, "card-few-municipalities", n = n))
            }
            Benchmark::Shown { n, mean } => (figures::number(mean), tr!(language, "card-municipalities", n = n)),
            Benchmark::Suppressed => (NONE.to_owned(), tr!(language, "figure-suppressed-long")),
            Benchmark::Empty => (NONE.to_owned(), tr!(language, "state-insufficient-all")),
        };
        let note = match line.change {
            Benchmark::Shown { n: paired, mean } => tr!(
                language,
                "card-nation-change",
                n = n,
                change = change_in_points(mean, language),
                rounds = round_names(&page.held.baseline_rounds(&ScoreDimension::all_of(measure)), language),
                paired = paired
            ),
            Benchmark::Suppressed | Benchmark::Empty => n,
        };
        Some((tr!(language, "card-measure", measure = figures::measure(measure, language)), figure, note))
    };
    let answered = answered(page);
    let population = page.held.comparison.current.municipalities.len();
    let mut cards: Vec<(String, String, String)> = MEASURES.into_iter().filter_map(card).collect();
    cards.insert(
        cards.len().min(1),
        (
            tr!(language, "card-answered"),
            tr!(language, "card-answered-figure", answered = answered, population = population),
            tr!(language, "card-answered-note"),
        ),
    );
    let shown: Vec<ui::Figure> = cards.iter().map(|(label, figure, note)| ui::Figure { label, figure, note }).collect();
    ui::figures(&shown)
}

fn answered(page: &CountryPage) -> usize {
    let municipalities = &page.held.comparison.current.municipalities;
    municipalities.iter().filter(|one| one.areas.iter().any(|area| area.returned > 0)).count()
}

/// Who has handed in nothing, or not all: by name only to who may see them.
pub fn missing(page: &CountryPage, language: Language) -> Markup {
    let seen = || page.held.comparison.current.municipalities.iter().filter(|one| page.sight.holds(&one.municipality));
    let mut nothing: Vec<&str> = Vec::new();
    let mut part: Vec<&str> = Vec::new();
    for one in seen() {
        let name = one.municipality.name();
        if one.areas.iter().all(|area| area.returned == 0) {
            nothing.push(name);
        } else if one.areas.iter().any(|area| area.returned < area.sections) {
            part.push(name);
        }
    }
    nothing.sort_by(|left, right| compare_names(left, right));
    part.sort_by(|left, right| compare_names(left, right));
    html! {
        @if !nothing.is_empty() {
            (ui::details(&tr!(language, "country-missing", count = nothing.len()), html! { p { (nothing.join(", ")) } }))
        }
        @if !part.is_empty() && !page.held.round.is_closed() {
            (ui::details(&tr!(language, "country-partly", count = part.len()), html! { p { (part.join(", ")) } }))
        }
    }
}
