//! The nation's figures as rows of a chart.

use super::CountryPage;
use crate::domain::Language;
use crate::domain::dashboards::benchmarks::Benchmark;
use crate::domain::dashboards::nation::{NationLine, nation_line};
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::views::dashboards::dumbbells::Line;
use crate::views::dashboards::figures::{comparable, not_comparable};

/// A row for each package with the measure asked for, in the area asked for.
pub fn package_lines(page: &CountryPage, language: Language) -> Vec<(ScoreDimension, Line)> {
    let edition = page.held.edition();
    let packages = edition.packages.iter().enumerate();
    packages
        .filter_map(|(index, package)| {
            let group = ScoreDimension { package: Some(index), ..page.wanted.group() };
            Some((group, line(page, &group, package.title.in_language(language), language)?))
        })
        .collect()
}

/// A row for each area in which the measure is asked.
pub fn area_lines(page: &CountryPage, language: Language) -> Vec<(ScoreDimension, Line)> {
    let current = &page.held.comparison.current;
    current
        .areas
        .iter()
        .filter_map(|asked| {
            let group = ScoreDimension { area: Some(asked.area), ..ScoreDimension::all_of(page.wanted.measure) };
            Some((group, line(page, &group, current.edition.area_name(asked.area, language), language)?))
        })
        .collect()
}

/// The nation in a group; none where nothing of it is asked.
pub fn nation(page: &CountryPage, group: &ScoreDimension) -> Option<NationLine> {
    let index = page.held.place_of(group)?;
    Some(nation_line(&page.held.comparison, page.changes, index, page.sight))
}

fn line(page: &CountryPage, group: &ScoreDimension, label: &str, language: Language) -> Option<Line> {
    let nation = nation(page, group)?;
    let bare = Line { label: label.to_owned(), ..Line::default() };
    let n = |one: &Benchmark| one.n().map(|n| tr!(language, "figure-n-municipalities", n = n));
    if let Some(change) = nation.change.mean() {
        let (from, to) = (nation.paired_baseline.mean(), nation.paired_current.mean());
        let (matched, questions, is_reworded) = matched(page, group);
        let comparable = comparable(matched, questions, is_reworded, language);
        let rests = n(&nation.change).into_iter().chain([comparable]).collect();
        return Some(Line { from, to, change: Some(change), is_weak: nation.change.is_weak(), rests, ..bare });
    }
    let note = match (nation.current, nation.change) {
        (Benchmark::Suppressed, _) | (_, Benchmark::Suppressed) => Some(tr!(language, "figure-suppressed-long")),
        (Benchmark::Empty, _) => Some(tr!(language, "state-insufficient-all")),
        (Benchmark::Shown { .. }, _) => not_comparable(page.held, group, language),
    };
    let rests = n(&nation.current).into_iter().collect();
    let is_weak = nation.current.is_weak();
    Some(Line { to: nation.current.mean(), is_unpaired: true, is_weak, rests, note, ..bare })
}

/// How many of the group's questions can be compared, of how many, and whether one was reworded, over the whole round.
pub fn matched(page: &CountryPage, group: &ScoreDimension) -> (usize, usize, bool) {
    let comparison = &page.held.comparison;
    let current = &comparison.current;
    let meant: Vec<usize> = (0..current.edition.questions.len())
        .filter(|index| {
            let question = &current.edition.questions[*index];
            current.asked[*index]
                && question.measure == group.measure
                && (group.package.is_none() || question.package == group.package)
                && group.area.is_none_or(|area| question.areas.contains(&area))
        })
        .collect();
    let counterparts = || meant.iter().filter_map(|index| comparison.counterparts[*index]);
    (counterparts().count(), meant.len(), counterparts().any(|one| one.reworded))
}
