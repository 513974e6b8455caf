//! Sets of cells that get a score: one measure, and a package, an area, both or neither.

use crate::domain::Area;
use crate::domain::catalogue::{Edition, Measure, QuestionIndex};
use crate::domain::rounds::Round;

/// The measures in the order of every export.
pub const MEASURES: [Measure; 3] = [Measure::Implementation, Measure::Awareness, Measure::Overall];

/// A set of cells of one measure; the three measures are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreDimension {
    /// The measure.
    pub measure: Measure,
    /// Index in the edition's packages; none means all questions, those without package included.
    pub package: Option<usize>,
    /// The area; none means all.
    pub area: Option<Area>,
}

impl ScoreDimension {
    /// Everything of one measure.
    pub fn all_of(measure: Measure) -> ScoreDimension {
        ScoreDimension { measure, package: None, area: None }
    }
}

/// A group, narrowed down by what its recommendations are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The group.
    pub group: ScoreDimension,
    /// What of it is meant.
    pub narrowing: Narrowing,
}

/// Which questions of a group are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Narrowing {
    /// All of them.
    Everything,
    /// One recommendation, by its index in the group's package.
    Recommendation(usize),
    /// One question.
    Question(QuestionIndex),
    /// Recommendations of a level, by the level's key.
    Level(String),
    /// Recommendations of a category, by the category's key.
    Category(String),
    /// The recommendations that the edition names as central.
    Central,
}

impl From<ScoreDimension> for Selection {
    fn from(group: ScoreDimension) -> Selection {
        Selection { group, narrowing: Narrowing::Everything }
    }
}

impl Selection {
    /// Whether a question of the edition is meant, in whichever area.
    pub fn holds(&self, edition: &Edition, index: QuestionIndex) -> bool {
        let question = &edition.questions[index];
        let in_package = self.group.package.is_none() || self.group.package == question.package;
        question.measure == self.group.measure && in_package && self.narrowing.holds(edition, index)
    }
}

impl Narrowing {
    /// Whether a question of the edition is meant.
    pub fn holds(&self, edition: &Edition, index: QuestionIndex) -> bool {
        let question = &edition.questions[index];
        let recommendation = edition.recommendation_of(question);
        match self {
            Narrowing::Everything => true,
            Narrowing::Recommendation(wanted) => question.recommendation == Some(*wanted),
            Narrowing::Question(wanted) => index == *wanted,
            Narrowing::Level(level) => recommendation.is_some_and(|one| one.level.as_ref() == Some(level)),
            Narrowing::Category(category) => recommendation.is_some_and(|one| one.category == *category),
            Narrowing::Central => recommendation.is_some_and(|one| one.central),
        }
    }
}

/// The groups that have at least one question of the round, in export order: by measure, then
/// area (all first, then the edition's order), then package (all first, then the edition's order).
pub fn groups(edition: &Edition, round: &Round) -> Vec<ScoreDimension> {
    groups_of(edition, &asked_questions(edition, round))
}

/// Per question of the edition whether the round asks it.
pub(crate) fn asked_questions(edition: &Edition, round: &Round) -> Vec<bool> {
    edition.questions.iter().map(|question| round.asks(edition, question)).collect()
}

/// The areas with an asked question, in the edition's order; areas it does not name come last.
pub(crate) fn asked_areas(edition: &Edition, asked: &[bool]) -> Vec<Area> {
    let mut areas: Vec<Area> = edition.areas.iter().map(|entry| entry.area).collect();
    areas.extend(Area::ALL.iter().filter(|area| edition.areas.iter().all(|entry| entry.area != **area)));
    areas.retain(|area| {
        edition.questions.iter().zip(asked).any(|(question, &asked)| asked && question.areas.contains(area))
    });
    areas
}

/// The export's groups of these asked questions.
pub(crate) fn groups_of(edition: &Edition, asked: &[bool]) -> Vec<ScoreDimension> {
    let areas = asked_areas(edition, asked);
    let mut groups = Vec::new();
    for measure in MEASURES {
        for area in std::iter::once(None).chain(areas.iter().copied().map(Some)) {
            let asked_here: Vec<Option<usize>> = edition
                .questions
                .iter()
                .zip(asked)
                .filter(|(question, asked)| **asked && question.measure == measure)
                .filter(|(question, _)| area.map_or(!question.areas.is_empty(), |area| question.areas.contains(&area)))
                .map(|(question, _)| question.package)
                .collect();
            if asked_here.is_empty() {
                continue;
            }
            groups.push(ScoreDimension { measure, package: None, area });
            let packages = (0..edition.packages.len()).filter(|package| asked_here.contains(&Some(*package)));
            groups.extend(packages.map(|package| ScoreDimension { measure, package: Some(package), area }));
        }
    }
    groups
}
