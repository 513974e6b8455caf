//! Figures line by line for programs and spreadsheets, as far as a reader may see them: single municipalities
//! within the scope, and the nation for who may see every municipality.

use crate::domain::Area;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;

/// The word that stands for the nation in the column of municipality codes.
pub const NATION: &str = "DK";

/// A score of a municipality, or of the nation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreLine<'a> {
    /// Key of the round.
    pub round: &'a str,
    /// Municipality code, or [`NATION`].
    pub municipality_code: &'a str,
    /// The measure.
    pub measure: Measure,
    /// Key of the package, empty for all.
    pub package: &'a str,
    /// Key of the area, empty for all.
    pub area: &'a str,
    /// The word for the state.
    pub state: &'a str,
    /// Asked cells; none for the nation.
    pub asked: Option<usize>,
    /// Applicable cells; none for the nation.
    pub applicable: Option<usize>,
    /// Valid cells; for the nation the municipalities with a score.
    pub valid: usize,
    /// Share of applicable cells that are valid, 0 to 1.
    pub coverage: Option<f64>,
    /// Score, 0 to 100.
    pub score: Option<f64>,
    /// Score with "ved ikke" as 0, 0 to 100.
    pub strict_score: Option<f64>,
}

impl<'a> ScoreLine<'a> {
    /// The nation's score in the group at `index`.
    pub fn of_nation(tallies: &'a ResponseTallies, country: &'a CountryScores, index: usize) -> ScoreLine<'a> {
        let group = &tallies.groups[index];
        ScoreLine {
            round: &tallies.round,
            municipality_code: NATION,
            measure: group.measure,
            package: group.package.map_or("", |package| &tallies.edition.packages[package].key),
            area: group.area.as_ref().map_or("", Area::as_str),
            state: country.nation[index].state.as_str(),
            asked: None,
            applicable: None,
            valid: country.nation[index].n,
            coverage: None,
            score: country.nation[index].score,
            strict_score: None,
        }
    }
}

/// A round's scores line by line: for each dimension every municipality in scope, then the nation.
pub fn score_lines<'a>(tallies: &'a ResponseTallies, country: &'a CountryScores, scope: &Scope) -> Vec<ScoreLine<'a>> {
    (0..tallies.groups.len()).flat_map(|index| score_lines_of(tallies, country, scope, index)).collect()
}

/// The same of one dimension.
pub fn score_lines_of<'a>(
    tallies: &'a ResponseTallies,
    country: &'a CountryScores,
    scope: &Scope,
    index: usize,
) -> Vec<ScoreLine<'a>> {
    let line = ScoreLine::of_nation(tallies, country, index);
    let seen = tallies.municipalities.iter().zip(&country.municipalities);
    let seen = seen.filter(|(one, _)| scope.holds(&one.municipality));
    let lines = seen.map(|(municipality, scores)| {
        let score = &scores[index];
        ScoreLine {
            municipality_code: municipality.municipality.as_str(),
            state: score.state.as_str(),
            asked: Some(score.asked as usize),
            applicable: Some(score.applicable as usize),
            valid: score.valid as usize,
            coverage: score.coverage,
            score: score.score,
            strict_score: score.strict_score,
            ..line
        }
    });
    lines.chain((*scope == Scope::All).then_some(line)).collect()
}

/// The cells of a stored file of figures, line by line, as far as a reader may see them: the header, the municipalities
/// in scope, and the nation for who may see every one.
pub fn stored_lines<'a>(file: &'a str, scope: &Scope) -> Vec<Vec<&'a str>> {
    let mut lines = file.lines().map(|line| line.split(';').collect::<Vec<&str>>());
    let Some(header) = lines.next() else { return Vec::new() };
    let place = header.iter().position(|name| *name == "municipality_code");
    let is_seen = |line: &Vec<&str>| match (scope, place.and_then(|place| line.get(place))) {
        (Scope::All, _) => true,
        (Scope::Some(_), Some(code)) => code.parse().is_ok_and(|code| scope.holds(&code)),
        (Scope::Some(_), None) => false,
    };
    std::iter::once(header.clone()).chain(lines.filter(is_seen)).collect()
}

/// Which dimensions of a round are meant; every one where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dimensions {
    /// The measure.
    pub measure: Option<Measure>,
    /// The package by its place; none within means all packages together.
    pub package: Option<Option<usize>>,
    /// The area; none within means all areas together.
    pub area: Option<Option<Area>>,
}

impl Dimensions {
    /// The places of those that are meant among a round's.
    pub fn places(&self, tallies: &ResponseTallies) -> Vec<usize> {
        let is_meant = |one: &ScoreDimension| {
            self.measure.is_none_or(|measure| measure == one.measure)
                && self.package.is_none_or(|package| package == one.package)
                && self.area.is_none_or(|area| area == one.area)
        };
        (0..tallies.groups.len()).filter(|index| is_meant(&tallies.groups[*index])).collect()
    }
}

/// What tells the dimension at `index` from every other one of the round.
pub fn dimension_key(tallies: &ResponseTallies, index: usize) -> String {
    let group = &tallies.groups[index];
    let package = group.package.map_or("", |package| &tallies.edition.packages[package].key);
    format!("{} {package} {}", group.measure, group.area.as_ref().map_or("", Area::as_str))
}

/// A paired change of a municipality, or of the nation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeLine<'a> {
    /// Municipality code, or [`NATION`].
    pub municipality_code: &'a str,
    /// The measure.
    pub measure: Measure,
    /// Key of the package, empty for all.
    pub package: &'a str,
    /// Key of the area, empty for all.
    pub area: &'a str,
    /// The word for the state; the files leave it out.
    pub state: &'a str,
    /// Questions in the current round; none for the nation.
    pub questions: Option<usize>,
    /// Questions with a match in the baseline; none for the nation.
    pub matched: Option<usize>,
    /// Comparable cells; none for the nation.
    pub comparable: Option<usize>,
    /// Paired cells; for the nation the municipalities with a change.
    pub paired: usize,
    /// Mean at the baseline over the paired cells, 0 to 100.
    pub paired_baseline: Option<f64>,
    /// Mean now over the paired cells, 0 to 100.
    pub paired_current: Option<f64>,
    /// Current minus baseline, in percentage points.
    pub paired_change: Option<f64>,
}

/// A comparison's changes line by line: for each dimension every municipality in scope, then the nation.
pub fn change_lines<'a>(
    current: &'a ResponseTallies,
    country: &'a CountryChanges,
    scope: &Scope,
) -> Vec<ChangeLine<'a>> {
    (0..current.groups.len()).flat_map(|index| change_lines_of(current, country, scope, index)).collect()
}

/// The same of one dimension.
pub fn change_lines_of<'a>(
    current: &'a ResponseTallies,
    country: &'a CountryChanges,
    scope: &Scope,
    index: usize,
) -> Vec<ChangeLine<'a>> {
    let group = &current.groups[index];
    let line = ChangeLine {
        municipality_code: NATION,
        measure: group.measure,
        package: group.package.map_or("", |package| &current.edition.packages[package].key),
        area: group.area.as_ref().map_or("", Area::as_str),
        state: country.nation[index].state.as_str(),
        questions: None,
        matched: None,
        comparable: None,
        paired: country.nation[index].n,
        paired_baseline: None,
        paired_current: None,
        paired_change: country.nation[index].change,
    };
    let seen = current.municipalities.iter().zip(&country.municipalities);
    let seen = seen.filter(|(one, _)| scope.holds(&one.municipality));
    let lines = seen.map(|(municipality, changes)| {
        let change = &changes[index];
        ChangeLine {
            municipality_code: municipality.municipality.as_str(),
            state: change.state.as_str(),
            questions: Some(change.questions as usize),
            matched: Some(change.matched as usize),
            comparable: Some(change.comparable as usize),
            paired: change.paired as usize,
            paired_baseline: change.baseline,
            paired_current: change.current,
            paired_change: change.change,
            ..line
        }
    });
    lines.chain((*scope == Scope::All).then_some(line)).collect()
}
