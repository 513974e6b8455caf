//! The score of a municipality and the mean of several (scoring.md §3 and §4).

use std::ops::AddAssign;

use super::cells::{Cell, CellValue};
use super::grid::Grid;
use super::tallies::{MunicipalityTallies, ResponseTallies};

words! {
    /// Whether there is a score, and why not.
    pub enum ScoreState {
        /// Nothing of it was asked there; never a zero.
        NotAsked = "not_asked",
        /// All that was asked is "ikke relevant".
        NotApplicable = "not_applicable",
        /// Too few cells have a value ("utilstrækkeligt grundlag").
        Insufficient = "insufficient",
        /// There is a score.
        Ok = "ok",
    }
}

/// A score with all that it rests on; counts are of cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Whether there is one.
    pub state: ScoreState,
    /// Asked cells.
    pub asked: u32,
    /// Asked cells that are not "ikke relevant".
    pub applicable: u32,
    /// Cells with a value.
    pub valid: u32,
    /// Cells that came to "ved ikke".
    pub dont_know: u32,
    /// Cells without an answer.
    pub unanswered: u32,
    /// Cells whose posts chose different options.
    pub disagreeing: u32,
    /// valid / applicable, 0 to 1; none where nothing is applicable.
    pub coverage: Option<f64>,
    /// 0 to 100, only where the state is ok.
    pub score: Option<f64>,
    /// The score with "ved ikke" as 0, only where the state is ok.
    pub strict_score: Option<f64>,
}

/// The score of several municipalities, each counting once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionScore {
    /// Ok as soon as one municipality's is.
    pub state: ScoreState,
    /// How many municipalities have a score.
    pub n: usize,
    /// The mean of their scores.
    pub score: Option<f64>,
}

/// Every group's score in every municipality and in all of them.
#[derive(Debug, Clone)]
pub struct CountryScores {
    /// Per municipality, in the order of [`ResponseTallies::municipalities`], the scores in the order of [`ResponseTallies::groups`].
    pub municipalities: Vec<Vec<Score>>,
    /// The nation's scores in the order of [`ResponseTallies::groups`].
    pub nation: Vec<DimensionScore>,
}

/// Cells counted towards a score.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tally {
    asked: u32,
    not_relevant: u32,
    valid: u32,
    dont_know: u32,
    disagreeing: u32,
    sum: f64,
}

impl Tally {
    pub(crate) fn add(&mut self, cell: &Cell) {
        self.asked += 1;
        self.disagreeing += u32::from(cell.disagrees);
        match cell.value {
            CellValue::Valued(value) => {
                self.valid += 1;
                self.sum += value;
            }
            CellValue::DontKnow => self.dont_know += 1,
            CellValue::NotRelevant => self.not_relevant += 1,
            CellValue::Unanswered => {}
        }
    }

    pub(crate) fn score(&self, min_coverage: f64) -> Score {
        let applicable = self.asked - self.not_relevant;
        let coverage = (applicable > 0).then(|| f64::from(self.valid) / f64::from(applicable));
        let state = match coverage {
            None if self.asked == 0 => ScoreState::NotAsked,
            None => ScoreState::NotApplicable,
            Some(coverage) if self.valid == 0 || coverage < min_coverage => ScoreState::Insufficient,
            Some(_) => ScoreState::Ok,
        };
        let over = |count: u32| (state == ScoreState::Ok).then(|| 100.0 * self.sum / f64::from(count));
        Score {
            state,
            asked: self.asked,
            applicable,
            valid: self.valid,
            dont_know: self.dont_know,
            unanswered: applicable - self.valid - self.dont_know,
            disagreeing: self.disagreeing,
            coverage,
            score: over(self.valid),
            strict_score: over(self.valid + self.dont_know),
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.asked += other.asked;
        self.not_relevant += other.not_relevant;
        self.valid += other.valid;
        self.dont_know += other.dont_know;
        self.disagreeing += other.disagreeing;
        self.sum += other.sum;
    }
}

/// A municipality's scores in the order of [`ResponseTallies::groups`], in one pass over its cells.
pub fn score_groups(tallies: &ResponseTallies, municipality: &MunicipalityTallies) -> Vec<Score> {
    let mut grid: Grid<Tally> = Grid::new(tallies);
    for (covered, index, cell) in tallies.cells(municipality) {
        let question = &tallies.edition.questions[index];
        let slot = grid.slot(question);
        grid.cell(question.measure, Some(covered.area), slot).add(&cell);
    }
    grid.sum_up();
    tallies.groups.iter().map(|group| grid.group(tallies, group).score(tallies.min_coverage)).collect()
}

/// The mean of the municipalities' scores that are ok, each counting once.
pub fn mean_score<'a>(scores: impl IntoIterator<Item = &'a Score>) -> DimensionScore {
    let (mut n, mut sum) = (0_usize, 0.0);
    let (mut all_unasked, mut none_applicable) = (true, true);
    for score in scores {
        all_unasked &= score.state == ScoreState::NotAsked;
        none_applicable &= matches!(score.state, ScoreState::NotAsked | ScoreState::NotApplicable);
        if let Some(value) = score.score {
            n += 1;
            sum += value;
        }
    }
    let state = match (n, all_unasked, none_applicable) {
        (1.., _, _) => ScoreState::Ok,
        (0, true, _) => ScoreState::NotAsked,
        (0, false, true) => ScoreState::NotApplicable,
        (0, false, false) => ScoreState::Insufficient,
    };
    DimensionScore { state, n, score: (n > 0).then(|| sum / n as f64) }
}

/// Every group's score in every municipality and in the nation.
pub fn score_country(tallies: &ResponseTallies) -> CountryScores {
    let municipalities: Vec<Vec<Score>> =
        tallies.municipalities.iter().map(|municipality| score_groups(tallies, municipality)).collect();
    let nation =
        (0..tallies.groups.len()).map(|group| mean_score(municipalities.iter().map(|scores| &scores[group]))).collect();
    CountryScores { municipalities, nation }
}
