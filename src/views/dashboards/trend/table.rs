//! The numbers of a trend: a row for each thing measured and a column for each round.

use maud::{Markup, html};

use super::TrendPage;
use super::plots::label;
use crate::domain::Language;
use crate::domain::dashboards::ScoreState;
use crate::domain::dashboards::trend::{Point, PointBasis, Series};
use crate::views::dashboards::figures::{number, percent, percent_or_dash};
use crate::views::ui::{self, CaptionPlace, Spacing, Table};

/// The table, which names the edition of a round where it is new.
pub fn table(page: &TrendPage, series: &[&Series], caption: &str, language: Language) -> Markup {
    let parts = page.parts(language);
    let heads: Vec<String> = std::iter::once(tr!(language, "column-about"))
        .chain(page.trend.rounds.iter().enumerate().map(|(index, round)| {
            let part = parts.iter().find(|(start, _)| *start == index);
            part.map_or_else(|| round.key.clone(), |(_, name)| format!("{} ({name})", round.key))
        }))
        .collect();
    let columns = ui::name_and_numbers(&heads);
    let rows: Vec<Vec<Markup>> = series.iter().map(|one| row(page, one, language)).collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}

fn row(page: &TrendPage, one: &Series, language: Language) -> Vec<Markup> {
    let country = page.country.and_then(|country| country.alike(one));
    let cells = one.points.iter().enumerate().map(|(index, point)| {
        let own = cell(page, point, language);
        match country.and_then(|country| country.points.get(index)).map(|point| point.standing) {
            Some(PointBasis::Shown { n, score }) => {
                tr!(language, "trend-cell-beside", own = own, score = number(score), n = n)
            }
            _ => own,
        }
    });
    let head = match page.leads_to(one) {
        Some(address) => html! { a href=(address) { (label(one, language)) } },
        None => html! { (label(one, language)) },
    };
    std::iter::once(head).chain(cells.map(|cell| html! { (cell) })).collect()
}

fn cell(page: &TrendPage, point: &Point, language: Language) -> String {
    let coverage = percent_or_dash(point.coverage, language);
    match (point.standing, page.municipality) {
        (PointBasis::Shown { n, score }, None) => {
            tr!(language, "trend-cell-country", score = number(score), n = n, coverage = coverage)
        }
        (PointBasis::Shown { n, score }, Some(_)) => {
            tr!(language, "trend-cell-municipality", score = number(score), n = n, coverage = coverage)
        }
        (PointBasis::Suppressed, _) => tr!(language, "figure-suppressed"),
        (PointBasis::None(ScoreState::NotApplicable), _) => tr!(language, "state-not-applicable"),
        (PointBasis::None(ScoreState::Insufficient), Some(_)) => {
            tr!(language, "state-insufficient", coverage = percent(point.coverage.unwrap_or(0.0), language))
        }
        (PointBasis::None(ScoreState::Insufficient), None) => tr!(language, "state-insufficient-all"),
        (PointBasis::None(ScoreState::NotAsked | ScoreState::Ok), _) => tr!(language, "state-not-asked"),
    }
}
