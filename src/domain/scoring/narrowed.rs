//! Scores of a part of the recommendations, such as those of one level (scoring.md §3), package by package.

use super::dimensions::{Narrowing, ScoreDimension, Selection};
use super::scores::{Score, Tally};
use super::tallies::{MunicipalityTallies, ResponseTallies};
use crate::domain::catalogue::{Edition, Measure};

/// Which questions of an edition count: those of implementation that a narrowing holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeantQuestions(Vec<bool>);

/// A municipality's scores of the questions that count.
#[derive(Debug, Clone, PartialEq)]
pub struct NarrowedScores {
    /// Of each package of the edition, in its order.
    pub packages: Vec<Score>,
    /// Of all of them together, each cell weighing the same; what belongs to no package counts here alone.
    pub all: Score,
}

impl MeantQuestions {
    /// The questions of a narrowing.
    pub fn new(edition: &Edition, narrowing: Narrowing) -> MeantQuestions {
        let selection = Selection { group: ScoreDimension::all_of(Measure::Implementation), narrowing };
        MeantQuestions((0..edition.questions.len()).map(|question| selection.holds(edition, question)).collect())
    }

    /// Whether a question counts.
    pub fn holds(&self, question: usize) -> bool {
        self.0.get(question).copied().unwrap_or_default()
    }
}

/// A municipality's scores of the questions that count, in one pass over its cells. A package of which none is asked
/// there is `not_asked`.
pub fn score_packages(
    tallies: &ResponseTallies,
    municipality: &MunicipalityTallies,
    meant: &MeantQuestions,
) -> NarrowedScores {
    let mut packages = vec![Tally::default(); tallies.edition.packages.len()];
    let mut all = Tally::default();
    for (_, question, cell) in tallies.cells(municipality).filter(|(_, question, _)| meant.holds(*question)) {
        all.add(&cell);
        if let Some(package) = tallies.edition.questions[question].package {
            packages[package].add(&cell);
        }
    }
    let score = |tally: &Tally| tally.score(tallies.min_coverage);
    NarrowedScores { packages: packages.iter().map(score).collect(), all: score(&all) }
}
