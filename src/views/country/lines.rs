//! The nation's figures as rows of a chart.

use super::CountryPage;
use crate::domain::Language;
use crate::domain::benchmarks::Benchmark;
use crate::domain::groups::Group;
use crate::domain::nation::{NationLine, nation_line};
use crate::views::dumbbells::Line;
use crate::views::figures::mean;

/// A row for each package with the measure asked for, in the area asked for.
pub fn package_lines(page: &CountryPage, language: Language) -> Vec<(Group, Line)> {
    let edition = page.held.edition();
    let packages = edition.packages.iter().enumerate();
    packages
        .filter_map(|(place, package)| {
            let group = Group { package: Some(place), ..page.wanted.group() };
            Some((group, line(&nation(page, &group)?, package.title.in_language(language), language)))
        })
        .collect()
}

/// A row for each area in which the measure is asked.
pub fn area_lines(page: &CountryPage, language: Language) -> Vec<(Group, Line)> {
    let current = &page.held.comparison.current;
    current
        .areas
        .iter()
        .filter_map(|asked| {
            let group = Group { area: Some(asked.area), ..Group::all_of(page.wanted.measure) };
            Some((group, line(&nation(page, &group)?, current.edition.area_name(asked.area, language), language)))
        })
        .collect()
}

/// The nation in a group; none where nothing of it is asked.
pub fn nation(page: &CountryPage, group: &Group) -> Option<NationLine> {
    let place = page.held.place_of(group)?;
    Some(nation_line(&page.held.comparison, page.changes, place, page.sight))
}

fn line(nation: &NationLine, label: &str, language: Language) -> Line {
    let bare = Line { label: label.to_owned(), ..Line::default() };
    if let Some(change) = mean(&nation.change) {
        let (from, to) = (mean(&nation.paired_baseline), mean(&nation.paired_current));
        return Line { from, to, change: Some(change), ..bare };
    }
    let note = match (nation.current, nation.change) {
        (Benchmark::Suppressed, _) | (_, Benchmark::Suppressed) => tr!(language, "figure-suppressed-long"),
        (Benchmark::Empty, _) => tr!(language, "state-insufficient-all"),
        (Benchmark::Shown { .. }, _) => tr!(language, "state-not-comparable"),
    };
    Line { to: mean(&nation.current), note: Some(note), ..bare }
}
