//! The nation's figures as rows of a chart.

use crate::domain::Language;
use crate::domain::dashboards::country::NationRow;
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::Subject;
use crate::views::dashboards::dumbbells::Line;
use crate::views::dashboards::figures::{self, comparable, why};

/// A row of the chart.
pub fn line(row: &NationRow, language: Language) -> Line {
    let nation = &row.line;
    let bare = Line { label: name(&row.subject, language), ..Line::default() };
    let n = |one: &Benchmark| one.n().map(|n| tr!(language, "figure-n-municipalities", n = n));
    if let Some(change) = nation.change.mean() {
        let (from, to) = (nation.paired_baseline.mean(), nation.paired_current.mean());
        let rests = n(&nation.change).into_iter().chain([comparable(&row.comparable, language)]).collect();
        return Line { from, to, change: Some(change), is_weak: nation.change.is_weak(), rests, ..bare };
    }
    Line {
        to: nation.current.mean(),
        is_unpaired: true,
        is_weak: nation.current.is_weak(),
        rests: n(&nation.current).into_iter().collect(),
        note: row.missing.map(|missing| why(missing, language)),
        ..bare
    }
}

/// What a row is about, in words.
pub fn name(subject: &Subject, language: Language) -> String {
    figures::subject(subject, &tr!(language, "heat-all"), language)
}
