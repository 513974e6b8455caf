//! How many municipalities reach what the round is held to, round by round.

use maud::{Markup, html};

use super::TrendPage;
use crate::domain::Language;
use crate::domain::dashboards::aim_trend::{AimSeries, AimTrend};
use crate::domain::dashboards::aims::AimBasis;
use crate::texts::quoted;
use crate::views::dashboards::aims::{explained, named, reached, reached_or_why};
use crate::views::dashboards::figures::{NONE, round_names, subject};
use crate::views::ui::{self, Level, Spacing, Table};

/// The section; nothing where the round is held to nothing.
pub fn section(page: &TrendPage, language: Language) -> Markup {
    let Some(aim) = page.aim else { return Markup::default() };
    let Some((_, newest)) = aim.rounds.last() else { return Markup::default() };
    let step = aim.latest_step().map(|step| {
        let now = reached(step.count, step.n, language);
        tr!(language, "aim-step", since = step.since, before = step.before, now = step.now, reached = now)
    });
    let plain = tr!(language, "aim-trend-title");
    let labels: Vec<String> =
        std::iter::once(tr!(language, "figure-package")).chain(aim.rounds.iter().map(|(key, _)| key.clone())).collect();
    let columns = ui::name_and_numbers(&labels);
    let rows: Vec<Vec<Markup>> = aim.series.iter().map(|one| row(one, language)).collect();
    let caption = tr!(language, "aim-trend-caption");
    let table = Table { caption: &caption, columns: &columns, spacing: Spacing::Compact, ..Table::default() };
    html! {
        (ui::heading(Level::Two, "aim", step.as_ref().unwrap_or(&plain)))
        p {
            (named(newest, language)) ". " (explained(newest, language)) " " (tr!(language, "aim-trend-explained", round = page.round))
            @if let Some(other) = other_basis(aim, language) { " " (other) }
        }
        (ui::table(&table, &rows))
    }
}

/// Which rounds count another part of the recommendations than the newest, because their editions have other levels.
fn other_basis(aim: &AimTrend, language: Language) -> Option<String> {
    let (_, newest) = aim.rounds.last()?;
    let others: Vec<&(String, AimBasis)> =
        aim.rounds.iter().filter(|(_, basis)| basis.level.is_some() != newest.level.is_some()).collect();
    let keys: Vec<&str> = others.iter().map(|(key, _)| key.as_str()).collect();
    let level =
        quoted(aim.rounds.iter().find_map(|(_, basis)| basis.level.as_ref())?.label.in_language(language), language);
    let rounds = round_names(&keys, language);
    match (others.first()?.1.level.is_some(), keys.len()) {
        (true, _) => Some(tr!(language, "aim-rounds-of-level", rounds = rounds, level = level)),
        (false, _) => Some(tr!(language, "aim-rounds-of-all", rounds = rounds)),
    }
}

fn row(one: &AimSeries, language: Language) -> Vec<Markup> {
    let cell = |place: usize| match one.points[place] {
        None => tr!(language, "state-not-asked"),
        Some(point) => {
            let said = reached_or_why(&point.reached, language);
            let is_first = one.points[..place].iter().all(Option::is_none);
            if point.is_joined || is_first || said == NONE {
                said
            } else {
                tr!(language, "aim-not-joined", reached = said)
            }
        }
    };
    let name = subject(&one.subject, &tr!(language, "figure-all-packages"), language);
    std::iter::once(name).chain((0..one.points.len()).map(cell)).map(|cell| html! { (cell) }).collect()
}
