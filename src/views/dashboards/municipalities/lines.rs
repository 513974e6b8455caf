//! A municipality's changes as rows of a chart.

use crate::domain::catalogue::{Measure, Package};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, Language};
use crate::views::dashboards::dumbbells::Line;
use crate::views::dashboards::figures::{comparable, why_no_score, why_not_compared};

/// A row for each package of the edition that the round asks; `address` is the page that a row leads into.
pub fn package_lines(
    held: &RoundComparison,
    changes: &[Change],
    address: Option<&str>,
    language: Language,
) -> Vec<Line> {
    let edition = held.edition();
    let packages = edition.packages.iter().enumerate();
    packages
        .filter_map(|(index, package)| {
            let group = ScoreDimension { package: Some(index), ..ScoreDimension::all_of(Measure::Implementation) };
            let change = changes.get(held.place_of(&group)?)?;
            let link = address.map(|address| answers_of_package(address, package));
            Some(line(held, &group, change, package.title.in_language(language), link, language))
        })
        .collect()
}

/// A row for each area that the round asks in.
pub fn area_lines(held: &RoundComparison, changes: &[Change], address: Option<&str>, language: Language) -> Vec<Line> {
    let current = &held.comparison.current;
    current
        .areas
        .iter()
        .filter_map(|asked| {
            let group = ScoreDimension { area: Some(asked.area), ..ScoreDimension::all_of(Measure::Implementation) };
            let change = changes.get(held.place_of(&group)?)?;
            let link = address.map(|address| answers_of_area(address, asked.area));
            Some(line(held, &group, change, current.edition.area_name(asked.area, language), link, language))
        })
        .collect()
}

/// Where the answers behind a package stand; `address` is the municipality's page.
pub fn answers_of_package(address: &str, package: &Package) -> String {
    format!("{address}?package={}#answers", package.key)
}

/// Where the answers behind an area stand.
pub fn answers_of_area(address: &str, area: Area) -> String {
    format!("{address}?area={area}#answers")
}

/// Where there is a paired change, both points are of the cells it rests on, so that the line is as
/// long as the change; else the score now stands alone.
fn line(
    held: &RoundComparison,
    group: &ScoreDimension,
    change: &Change,
    label: &str,
    link: Option<String>,
    language: Language,
) -> Line {
    let bare = Line { label: label.to_owned(), link, ..Line::default() };
    if change.change.is_some() {
        let rests = vec![comparable(change.matched as usize, change.questions as usize, change.reworded, language)];
        return Line { from: change.baseline, to: change.current, change: change.change, rests, ..bare };
    }
    let score = &change.unpaired.current;
    let note = why_no_score(score, language).or_else(|| why_not_compared(held, group, change, language));
    Line { to: score.score, is_unpaired: true, note, ..bare }
}
