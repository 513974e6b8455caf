//! What a municipality's change from baseline to now consists of (scoring.md §5).

use std::ops::AddAssign;

use super::scores::{DimensionScore, Score, mean_score};
use crate::domain::base::rounding::whole;

words! {
    /// Whether there is a paired change, and why not.
    pub enum ChangeState {
        /// Nothing of it is asked there now.
        NotAsked = "not_asked",
        /// None of the questions has a counterpart that was asked at the baseline.
        NotComparable = "not_comparable",
        /// All that could be compared is "ikke relevant" now.
        NotApplicable = "not_applicable",
        /// Too few cells have a value in both rounds.
        Insufficient = "insufficient",
        /// There is a change.
        Ok = "ok",
    }
}

/// A municipality's change in a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Whether there is a paired change.
    pub state: ChangeState,
    /// Distinct questions asked there now.
    pub questions: u32,
    /// Those of them that have a counterpart asked at the baseline.
    pub matched: u32,
    /// Cells of matched questions that are applicable now.
    pub comparable: u32,
    /// Those of them with a value in both rounds.
    pub paired: u32,
    /// Whether a matched question was reworded.
    pub reworded: bool,
    /// paired / comparable, 0 to 1.
    pub coverage: Option<f64>,
    /// Score of the paired cells at the baseline, 0 to 100, only where the state is ok.
    pub baseline: Option<f64>,
    /// Score of the paired cells now, only where the state is ok.
    pub current: Option<f64>,
    /// current − baseline in points, not rounded.
    pub change: Option<f64>,
    /// Both scores, each on its own cells.
    pub unpaired: Unpaired,
}

/// Two scores, each on its own cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unpaired {
    /// The score at the baseline, from each package's own baseline round.
    pub baseline: Score,
    /// The score now.
    pub current: Score,
}

/// The change of several municipalities.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionChange {
    /// Ok as soon as one municipality's is.
    pub state: ChangeState,
    /// How many municipalities have a paired change.
    pub n: usize,
    /// The mean of their paired changes.
    pub change: Option<f64>,
    /// Those whose change rounds to more than 0.
    pub improved: usize,
    /// Those whose change rounds to 0.
    pub unchanged: usize,
    /// Those whose change rounds to less than 0.
    pub declined: usize,
    /// The mean score at the baseline, with its own n.
    pub unpaired_baseline: DimensionScore,
    /// The mean score now, with its own n.
    pub unpaired_current: DimensionScore,
}

impl Unpaired {
    /// Score now − score at the baseline, where both are ok.
    pub fn change(&self) -> Option<f64> {
        Some(self.current.score? - self.baseline.score?)
    }
}

/// Cells counted towards a paired change.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PairTally {
    pub(crate) questions: u32,
    pub(crate) matched: u32,
    pub(crate) comparable: u32,
    pub(crate) paired: u32,
    pub(crate) reworded: bool,
    pub(crate) baseline: f64,
    pub(crate) current: f64,
}

impl AddAssign for PairTally {
    fn add_assign(&mut self, other: PairTally) {
        self.questions += other.questions;
        self.matched += other.matched;
        self.comparable += other.comparable;
        self.paired += other.paired;
        self.reworded |= other.reworded;
        self.baseline += other.baseline;
        self.current += other.current;
    }
}

impl PairTally {
    pub(crate) fn change(&self, min_coverage: f64, unpaired: Unpaired) -> Change {
        let coverage = (self.comparable > 0).then(|| f64::from(self.paired) / f64::from(self.comparable));
        let state = match coverage {
            None if self.questions == 0 => ChangeState::NotAsked,
            None if self.matched == 0 => ChangeState::NotComparable,
            None => ChangeState::NotApplicable,
            Some(coverage) if self.paired == 0 || coverage < min_coverage => ChangeState::Insufficient,
            Some(_) => ChangeState::Ok,
        };
        let mean = |sum: f64| (state == ChangeState::Ok).then(|| 100.0 * sum / f64::from(self.paired));
        let (baseline, current) = (mean(self.baseline), mean(self.current));
        Change {
            state,
            questions: self.questions,
            matched: self.matched,
            comparable: self.comparable,
            paired: self.paired,
            reworded: self.reworded,
            coverage,
            baseline,
            current,
            change: current.zip(baseline).map(|(current, baseline)| current - baseline),
            unpaired,
        }
    }
}

/// The mean of the municipalities' paired changes that are ok, each counting once.
pub fn mean_change<'a>(changes: impl IntoIterator<Item = &'a Change>) -> DimensionChange {
    let changes: Vec<&Change> = changes.into_iter().collect();
    let paired: Vec<f64> = changes.iter().filter_map(|change| change.change).collect();
    let moved = |sign: i64| paired.iter().filter(|change| whole(**change).signum() == sign).count();
    let n = paired.len();
    DimensionChange {
        state: if n > 0 { ChangeState::Ok } else { why_none(&changes) },
        n,
        change: (n > 0).then(|| paired.iter().sum::<f64>() / n as f64),
        improved: moved(1),
        unchanged: moved(0),
        declined: moved(-1),
        unpaired_baseline: mean_score(changes.iter().map(|change| &change.unpaired.baseline)),
        unpaired_current: mean_score(changes.iter().map(|change| &change.unpaired.current)),
    }
}

/// The reason that the asked municipalities share, or that their basis is insufficient.
fn why_none(changes: &[&Change]) -> ChangeState {
    let mut reasons = changes.iter().map(|change| change.state).filter(|state| *state != ChangeState::NotAsked);
    let Some(first) = reasons.next() else { return ChangeState::NotAsked };
    if reasons.all(|state| state == first) { first } else { ChangeState::Insufficient }
}
