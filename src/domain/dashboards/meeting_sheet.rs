//! One municipality on two printed pages, for a meeting with its directors: where it stands, what has moved since
//! the baseline, and where most is to be won.

use std::collections::BTreeMap;

use super::improvement_gaps::{ImprovementGap, improvement_gaps};
use super::municipality::{Chosen, MunicipalityDashboard};
use crate::domain::catalogue::{Edition, Measure, Question, QuestionIndex};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, MunicipalityCode};

/// The most recommendations that are named as those with most to win.
pub const MOST_GAINS: usize = 5;

/// The most recommendations that are named as having moved, up and down each.
pub const MOST_MOVED: usize = 3;

/// The sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingSheet {
    /// Every figure of the municipality's page.
    pub municipality: MunicipalityDashboard,
    /// The recommendations that have risen most.
    pub risen: Vec<Standing>,
    /// Those that have fallen most.
    pub fallen: Vec<Standing>,
    /// Those with most to win.
    pub gains: Vec<Standing>,
}

/// How far a recommendation is carried out, over the municipality's cells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Place of the package in the edition.
    pub package: usize,
    /// Place of the recommendation in the package.
    pub recommendation: usize,
    /// The areas that it rests on, in the edition's order.
    pub areas: Vec<Area>,
    /// Mean at the baseline and now, 0 to 100, over the cells with a value in both.
    pub paired: Option<(f64, f64)>,
    /// By how many points the municipality's score would rise if all its cells were at the top.
    pub to_win: f64,
}

impl Standing {
    /// The paired change in points.
    pub fn change(&self) -> Option<f64> {
        self.paired.map(|(then, now)| now - then)
    }
}

impl MeetingSheet {
    /// The sheet of a municipality; none where it is not in the round's population. That the reader may see it has
    /// been looked at.
    pub fn new(compared: &RoundComparison, code: &MunicipalityCode) -> Option<MeetingSheet> {
        let municipality = MunicipalityDashboard::new(compared, code, &Chosen::default())?;
        let edition = compared.edition();
        let is_meant = |_, question: QuestionIndex| edition.questions[question].measure == Measure::Implementation;
        let gaps = improvement_gaps(compared, compared.comparison.current.municipality(code)?, is_meant);
        let all = standings(edition, &gaps);
        Some(MeetingSheet {
            municipality,
            risen: moved(&all, |change| change > 0.0),
            fallen: moved(&all, |change| change < 0.0),
            gains: gains(edition, &all),
        })
    }

    /// Places of the questions about what is named, beside whose answers a reason tells why.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        let named: Vec<(usize, usize)> =
            self.gains.iter().chain(&self.fallen).map(|one| (one.package, one.recommendation)).collect();
        let questions = self.municipality.round.edition.questions.iter().enumerate();
        let about = questions.filter(|(_, question)| place(question).is_some_and(|place| named.contains(&place)));
        about.map(|(index, _)| index).collect()
    }
}

/// The recommendation that a question measures the implementation of.
fn place(question: &Question) -> Option<(usize, usize)> {
    question.package.zip(question.recommendation).filter(|_| question.measure == Measure::Implementation)
}

/// What is summed up of a recommendation's cells.
#[derive(Debug, Clone, Default)]
struct Sum {
    areas: Vec<Area>,
    lacking: f64,
    then: f64,
    now: f64,
    paired: usize,
}

/// Each recommendation of which a cell has a value, in the edition's order; of all cells of implementation.
fn standings(edition: &Edition, gaps: &[ImprovementGap]) -> Vec<Standing> {
    let mut sums: BTreeMap<(usize, usize), Sum> = BTreeMap::new();
    let mut valued = 0;
    for gap in gaps {
        let Some(now) = gap.now.value() else { continue };
        valued += 1;
        let Some(place) = place(&edition.questions[gap.question]) else { continue };
        let sum = sums.entry(place).or_default();
        sum.areas.push(gap.area);
        sum.lacking += 1.0 - now;
        if let Some(then) = gap.then.as_ref().and_then(|then| then.answered.value()) {
            (sum.then, sum.now, sum.paired) = (sum.then + then, sum.now + now, sum.paired + 1);
        }
    }
    let standing = |((package, recommendation), mut sum): ((usize, usize), Sum)| {
        sum.areas.sort_by_key(|area| edition.area_place(*area));
        sum.areas.dedup();
        let mean = |total: f64| 100.0 * total / sum.paired as f64;
        let paired = (sum.paired > 0).then(|| (mean(sum.then), mean(sum.now)));
        let to_win = 100.0 * sum.lacking / f64::from(valued);
        Standing { package, recommendation, areas: sum.areas, paired, to_win }
    };
    sums.into_iter().map(standing).collect()
}

/// Those whose change is wanted, the largest first.
fn moved(all: &[Standing], is_wanted: fn(f64) -> bool) -> Vec<Standing> {
    let size = |one: &Standing| one.change().map_or(0.0, f64::abs);
    let mut found: Vec<&Standing> = all.iter().filter(|one| one.change().is_some_and(is_wanted)).collect();
    found.sort_by(|one, other| size(other).total_cmp(&size(one)));
    found.into_iter().take(MOST_MOVED).cloned().collect()
}

/// Those with most to win; of equals, those that the edition holds for central come first.
fn gains(edition: &Edition, all: &[Standing]) -> Vec<Standing> {
    let is_central = |one: &Standing| edition.packages[one.package].recommendations[one.recommendation].central;
    let mut found: Vec<&Standing> = all.iter().filter(|one| one.to_win > 0.0).collect();
    found.sort_by(|one, other| {
        other.to_win.total_cmp(&one.to_win).then_with(|| is_central(other).cmp(&is_central(one)))
    });
    found.into_iter().take(MOST_GAINS).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dashboards::improvement_gaps::{Answered, Then};
    use crate::domain::scoring::cells::{Cell, CellValue};
    use crate::test_support::respondent::edition;

    fn answered(value: f64) -> Answered {
        Answered { cell: Cell { value: CellValue::Valued(value), disagrees: false }, counts: Vec::new() }
    }

    fn gap(question: QuestionIndex, now: f64, then: Option<f64>) -> ImprovementGap {
        let then = then.map(|value| Then {
            round: "2013".to_owned(),
            question,
            scale: edition().scales[0].clone(),
            reworded: false,
            answered: answered(value),
        });
        ImprovementGap { area: Area::PsychiatryDisability, question, now: answered(now), then }
    }

    /// Questions of the edition that measure recommendations of their own.
    fn questions() -> Vec<QuestionIndex> {
        let edition = edition();
        let mut seen = std::collections::BTreeSet::new();
        let places = edition.questions.iter().enumerate();
        places.filter(|(_, one)| place(one).is_some_and(|place| seen.insert(place))).map(|(index, _)| index).collect()
    }

    #[test]
    fn what_lacks_most_points_is_what_most_is_to_be_won_with() {
        let questions = questions();
        let [one, other, ..] = questions[..] else { panic!("the edition holds two recommendations") };
        let all = standings(&edition(), &[gap(one, 0.5, None), gap(one, 0.5, None), gap(other, 0.25, None)]);
        let found = gains(&edition(), &all);
        assert_eq!(found.len(), 2);
        // A whole cell of three is lacking of the one, three quarters of a cell of the other.
        assert_eq!(place(&edition().questions[one]), Some((found[0].package, found[0].recommendation)));
        assert!((found[0].to_win - 100.0 / 3.0).abs() < 1e-9 && (found[1].to_win - 25.0).abs() < 1e-9, "{found:?}");
        assert!(gains(&edition(), &standings(&edition(), &[gap(one, 1.0, None)])).is_empty(), "nothing is lacking");
    }

    #[test]
    fn only_cells_with_a_value_in_both_rounds_move() {
        let one = questions()[0];
        let all = standings(&edition(), &[gap(one, 1.0, Some(0.0)), gap(one, 0.0, None)]);
        assert_eq!(all[0].paired, Some((0.0, 100.0)));
        assert_eq!((moved(&all, |change| change > 0.0).len(), moved(&all, |change| change < 0.0).len()), (1, 0));
        let still = standings(&edition(), &[gap(one, 0.5, Some(0.5))]);
        assert!(moved(&still, |change| change > 0.0).is_empty() && moved(&still, |change| change < 0.0).is_empty());
    }
}
