//! Scores of municipalities as shaded cells, each of which leads to the answers behind it.

use maud::{Markup, html};

use crate::charts::{HEAT_NONE, heat_class};
use crate::domain::dashboards::Score;
use crate::domain::dashboards::heat::{HeatRegion, HeatTable};
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::{Missing, Subject};
use crate::domain::{Language, MunicipalityCode};
use crate::views::dashboards::figures::{NONE, number, why};
use crate::views::ui;

/// A row of the table: the municipality, and its cells with their shades.
pub type Shaded = (Markup, Vec<(&'static str, Markup)>);

/// The rows; `link` says where a municipality's cell in a column leads, and where its name does for none.
pub fn rows(
    heat: &HeatTable,
    link: impl Fn(&MunicipalityCode, Option<&Subject>) -> String,
    language: Language,
) -> Vec<Shaded> {
    let row = |code: &MunicipalityCode, scores: &[Score]| {
        let cells = heat.columns.iter().zip(scores);
        let cells = cells.map(|(column, score)| cell(score, &link(code, Some(column)), language));
        (html! { a href=(link(code, None)) { (code.name()) } }, cells.collect())
    };
    let mut rows = heat.rows.iter().map(|one| row(&one.municipality, &one.scores));
    if heat.regions.is_empty() {
        return rows.collect();
    }
    let region = |one: &HeatRegion| {
        let cells = one.means.iter().map(|mean| mean_cell(Some(mean), None, language)).collect();
        (html! { strong { (tr!(language, "heat-region", region = one.name.as_str())) } }, cells)
    };
    let mut grouped = Vec::new();
    for one in &heat.regions {
        grouped.push(region(one));
        grouped.extend(rows.by_ref().take(one.rows));
    }
    grouped
}

/// A mean in its shade with what it rests on, or a dash with the reason.
pub fn mean_cell(mean: Option<&Benchmark>, link: Option<&str>, language: Language) -> (&'static str, Markup) {
    let why = match mean.copied() {
        Some(Benchmark::Shown { mean, n }) => {
            let told = tr!(language, "figure-n-municipalities", n = n);
            let number = html! { (number(mean)) (ui::for_screen_readers(&format!(" ({told})"))) };
            let cell = match link {
                Some(link) => html! { a href=(link) title=(told) { (number) } },
                None => html! { span title=(told) { (number) } },
            };
            return (heat_class(mean), cell);
        }
        Some(Benchmark::Suppressed) => tr!(language, "figure-suppressed"),
        Some(Benchmark::Empty) => tr!(language, "state-insufficient-all"),
        None => tr!(language, "state-not-asked"),
    };
    (HEAT_NONE, html! { span title=(why) aria-hidden="true" { (NONE) } (ui::for_screen_readers(&why)) })
}

/// A score in its shade, or a dash with the reason for whoever can't hover.
fn cell(score: &Score, link: &str, language: Language) -> (&'static str, Markup) {
    match (score.score, Missing::score(score)) {
        (Some(score), _) => (heat_class(score), html! { a href=(link) { (number(score)) } }),
        (None, missing) => {
            let why = missing.map(|missing| why(missing, language)).unwrap_or_default();
            (HEAT_NONE, html! { span title=(why) aria-hidden="true" { (NONE) } (ui::for_screen_readers(&why)) })
        }
    }
}

/// The steps of shade, lowest first, each with its least score.
pub const STEPS: [(&str, f64); 5] =
    [("0–19", 0.0), ("20–39", 20.0), ("40–59", 40.0), ("60–79", 60.0), ("80–100", 80.0)];

/// What the shades mean.
pub fn legend(language: Language) -> Markup {
    let none = tr!(language, "heat-none");
    html! {
        ul .pj-heat-legend.nobullet-list {
            @for (label, score) in STEPS { li { span class={ "pj-heat-swatch " (heat_class(score)) } aria-hidden="true" {} (label) } }
            li { span class={ "pj-heat-swatch " (HEAT_NONE) } aria-hidden="true" { (NONE) } (none) }
        }
    }
}
