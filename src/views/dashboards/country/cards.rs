//! The country at a glance, and who is missing.

use maud::{Markup, html};

use crate::domain::catalogue::Measure;
use crate::domain::dashboards::country::{CountryDashboard, NationDashboard, NationRow};
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::{Language, MunicipalityCode};
use crate::views::dashboards::figures;
use crate::views::dashboards::figures::{NONE, change_in_points, round_names};
use crate::views::ui;

/// Each measure apart, with how many municipalities stand behind it.
pub fn cards(nation: &NationDashboard, language: Language) -> Markup {
    let (answered, population) = nation.answered;
    let mut cards: Vec<(String, String, String)> =
        nation.cards.iter().map(|(measure, row)| card(*measure, row, language)).collect();
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

/// A measure over the nation, with its change and n.
pub fn card(measure: Measure, row: &NationRow, language: Language) -> (String, String, String) {
    let line = &row.line;
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
            rounds = round_names(&row.baselines, language),
            paired = paired
        ),
        Benchmark::Suppressed | Benchmark::Empty => n,
    };
    (tr!(language, "card-measure", measure = figures::measure(measure, language)), figure, note)
}

/// Who has handed in nothing, or not all.
pub fn missing(page: &CountryDashboard, language: Language) -> Markup {
    let names = |codes: &[MunicipalityCode]| codes.iter().map(MunicipalityCode::name).collect::<Vec<_>>().join(", ");
    let (nothing, part) = (&page.without_answers, &page.partly_answered);
    html! {
        @if !nothing.is_empty() {
            (ui::details(&tr!(language, "country-missing", count = nothing.len()), html! { p { (names(nothing)) } }))
        }
        @if !part.is_empty() {
            (ui::details(&tr!(language, "country-partly", count = part.len()), html! { p { (names(part)) } }))
        }
    }
}
