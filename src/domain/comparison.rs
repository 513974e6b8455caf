//! Holds a round against its baseline rounds: the pairs of cells, and each round's own cells.

use std::sync::Arc;

use super::baselines::BaselineRounds;
use super::catalogue::QuestionIndex;
use super::cells::Cell;
use super::changes::{Change, GroupChange, PairTally, Unpaired, mean_change};
use super::crosswalk::Crosswalk;
use super::grid::Grid;
use super::matching::{Match, Matching, match_questions};
use super::returns::{CoveredArea, MunicipalityReturns, Returns};
use super::scores::Tally;
use super::{Area, MunicipalityCode};

/// A round and what it is held against.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The round looked at.
    pub current: Arc<Returns>,
    /// The baseline rounds, in the order of [`BaselineRounds::rounds`].
    pub baselines: Vec<Baseline>,
    /// Per question of the current edition what it is compared with; none where it is not asked
    /// now, has no comparable link, or its counterpart was not asked at the baseline.
    pub counterparts: Vec<Option<Counterpart>>,
    choice: BaselineRounds,
}

/// A baseline round.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// What was handed in.
    pub returns: Arc<Returns>,
    /// How the current edition's questions correspond to this round's.
    pub matching: Matching,
    /// Per area of the current round its place in this round's areas.
    areas: Vec<Option<usize>>,
    /// Per question of this round's edition the slot of the current edition's package that it counts
    /// to as the round's own cell.
    slots: Vec<Option<usize>>,
    /// Per question of this round's edition the current question that is compared with it.
    pub(super) followers: Vec<Option<QuestionIndex>>,
}

/// The baseline question of a current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counterpart {
    /// Place in [`Comparison::baselines`].
    pub baseline: usize,
    /// Place in that round's edition.
    pub question: QuestionIndex,
    /// Whether it was reworded on the way.
    pub reworded: bool,
}

/// Every group's change in every municipality and in all of them.
#[derive(Debug, Clone)]
pub struct CountryChanges {
    /// Per municipality of the current round the changes in the order of its groups.
    pub municipalities: Vec<Vec<Change>>,
    /// The nation's changes in the order of the current round's groups.
    pub nation: Vec<GroupChange>,
}

impl Comparison {
    /// Prepares a comparison. `baselines` are the returns of `choice.rounds`, in that order.
    pub fn new(
        current: Arc<Returns>,
        baselines: Vec<Arc<Returns>>,
        choice: BaselineRounds,
        crosswalks: &[Crosswalk],
    ) -> Comparison {
        let mut baselines: Vec<Baseline> = baselines
            .into_iter()
            .map(|returns| Baseline {
                matching: match_questions(&current.edition, &returns.edition, crosswalks),
                areas: current.areas.iter().map(|asked| returns.area_place(asked.area)).collect(),
                slots: vec![None; returns.edition.questions.len()],
                followers: vec![None; returns.edition.questions.len()],
                returns,
            })
            .collect();
        let counterparts: Vec<Option<Counterpart>> = (0..current.edition.questions.len())
            .map(|place| counterpart(&current, &baselines, &choice, place))
            .collect();
        for (place, counterpart) in counterparts.iter().enumerate() {
            let Some(counterpart) = counterpart else { continue };
            baselines[counterpart.baseline].followers[counterpart.question] = Some(place);
        }
        let mut comparison = Comparison { current, baselines, counterparts, choice };
        comparison.fill_slots();
        comparison
    }

    /// Decides which questions are a baseline round's own cells: those of the packages asked now
    /// whose baseline it is. A question without package belongs to the round that its follower is
    /// held against, and to the earliest of those rounds where it has no follower.
    fn fill_slots(&mut self) {
        let edition = self.current.edition.clone();
        let without_package = edition.packages.len() + 1;
        let asks = |package: usize| {
            edition.questions.iter().zip(&self.current.asked).any(|(one, asked)| *asked && one.package == Some(package))
        };
        let asked_now: Vec<bool> = (0..edition.packages.len()).map(asks).collect();
        let free = edition.questions.iter().zip(&self.current.asked).zip(&self.choice.questions);
        let earliest = free
            .filter(|((question, asked), _)| question.package.is_none() && **asked)
            .filter_map(|(_, baseline)| *baseline)
            .min();
        for (place, baseline) in self.baselines.iter_mut().enumerate() {
            let old = baseline.returns.edition.clone();
            for (index, question) in old.questions.iter().enumerate() {
                baseline.slots[index] = match question.package {
                    Some(package) => edition
                        .find_package(&old.packages[package].key)
                        .filter(|&now| asked_now[now] && self.choice.packages[now] == Some(place))
                        .map(|now| now + 1),
                    None if baseline.followers[index].is_some() => Some(without_package),
                    None => {
                        let compared = baseline.matching.questions.iter().any(|one| one.compared() == Some(index));
                        (!compared && earliest == Some(place)).then_some(without_package)
                    }
                };
            }
        }
    }

    /// The baseline cell of a current question in an area; none where it was not asked there.
    pub(super) fn baseline_cell(
        &self,
        then: &[Option<&MunicipalityReturns>],
        area: usize,
        counterpart: &Counterpart,
    ) -> Option<Cell> {
        let covered = self.baseline_area(then, area, counterpart)?;
        self.baselines[counterpart.baseline].returns.cell_in(covered, counterpart.question)
    }

    /// The area at the baseline that a current cell's counterpart lies in.
    pub(super) fn baseline_area<'a>(
        &self,
        then: &[Option<&'a MunicipalityReturns>],
        area: usize,
        counterpart: &Counterpart,
    ) -> Option<&'a CoveredArea> {
        then[counterpart.baseline]?.covered(self.baselines[counterpart.baseline].areas[area]?)
    }

    /// What came from a municipality in each baseline round.
    pub(super) fn then(&self, municipality: &MunicipalityCode) -> Vec<Option<&MunicipalityReturns>> {
        self.baselines.iter().map(|baseline| baseline.returns.municipality(municipality)).collect()
    }

    /// The least coverage of a score at the baseline: that of the package's own round, and the
    /// strictest of all rounds where a group spans packages.
    pub(super) fn baseline_min_coverage(&self, package: Option<usize>) -> f64 {
        let own = package.and_then(|package| self.baselines.get(self.choice.packages[package]?));
        if let Some(baseline) = own {
            return baseline.returns.min_coverage;
        }
        self.baselines.iter().map(|baseline| baseline.returns.min_coverage).fold(0.0, f64::max)
    }

    /// Every cell of a municipality at the baseline: the round, the area, the question, its slot if it counts, the cell.
    pub(super) fn own_cells<'a>(
        &'a self,
        then: &'a [Option<&'a MunicipalityReturns>],
    ) -> impl Iterator<Item = (&'a Baseline, Area, QuestionIndex, Option<usize>, Cell)> + 'a {
        self.baselines.iter().zip(then).filter_map(|(baseline, then)| Some((baseline, (*then)?))).flat_map(
            |(baseline, then)| {
                baseline.returns.cells(then).map(move |(covered, question, cell)| {
                    let area = baseline.returns.areas[covered.area].area;
                    (baseline, area, question, baseline.slots[question], cell)
                })
            },
        )
    }
}

fn counterpart(
    current: &Returns,
    baselines: &[Baseline],
    choice: &BaselineRounds,
    place: QuestionIndex,
) -> Option<Counterpart> {
    if !current.asked[place] {
        return None;
    }
    let baseline = choice.questions[place]?;
    let held = baselines.get(baseline)?;
    match held.matching.questions[place] {
        Match::Compared { question, reworded } if held.returns.asked[question] => {
            Some(Counterpart { baseline, question, reworded })
        }
        _ => None,
    }
}

/// A municipality's changes in the order of the current round's groups, in one pass over its cells.
pub fn compare_groups(comparison: &Comparison, municipality: &MunicipalityReturns) -> Vec<Change> {
    let current = &*comparison.current;
    let edition = &*current.edition;
    let then = comparison.then(&municipality.municipality);
    let mut pairs: Grid<PairTally> = Grid::new(current);
    let (mut now_grid, mut then_grid): (Grid<Tally>, Grid<Tally>) = (Grid::new(current), Grid::new(current));
    let mut asked = vec![false; edition.questions.len()];

    for (covered, place, cell) in current.cells(municipality) {
        let question = &edition.questions[place];
        let slot = pairs.slot(question);
        asked[place] = true;
        now_grid.cell(question.measure, Some(covered.area), slot).add(&cell);
        let tally = pairs.cell(question.measure, Some(covered.area), slot);
        *tally += comparison.pair(&then, covered, place, &cell);
    }
    for (baseline, area, place, slot, cell) in comparison.own_cells(&then) {
        let Some(slot) = slot else { continue };
        let measure = baseline.returns.edition.questions[place].measure;
        then_grid.cell(measure, current.area_place(area), slot).add(&cell);
    }
    pairs.sum_up();
    now_grid.sum_up();
    then_grid.sum_up();
    count_questions_once(comparison, &asked, &mut pairs);

    let change = |group| {
        let unpaired = Unpaired {
            baseline: then_grid.group(current, group).score(comparison.baseline_min_coverage(group.package)),
            current: now_grid.group(current, group).score(current.min_coverage),
        };
        pairs.group(current, group).change(current.min_coverage, unpaired)
    };
    current.groups.iter().map(change).collect()
}

impl Comparison {
    /// One current cell as a tally of pairs.
    pub(super) fn pair(
        &self,
        then: &[Option<&MunicipalityReturns>],
        covered: &CoveredArea,
        place: QuestionIndex,
        cell: &Cell,
    ) -> PairTally {
        let Some(counterpart) = &self.counterparts[place] else {
            return PairTally { questions: 1, ..PairTally::default() };
        };
        let mut tally = PairTally { questions: 1, matched: 1, reworded: counterpart.reworded, ..PairTally::default() };
        tally.comparable = u32::from(cell.is_applicable());
        let baseline = cell.valued().and_then(|_| self.baseline_cell(then, covered.area, counterpart)?.valued());
        if let (Some(current), Some(baseline)) = (cell.valued(), baseline) {
            tally.paired = 1;
            tally.current = current;
            tally.baseline = baseline;
        }
        tally
    }
}

/// Over all areas a question put to several of them counts once.
fn count_questions_once(comparison: &Comparison, asked: &[bool], pairs: &mut Grid<PairTally>) {
    let questions = &comparison.current.edition.questions;
    for question in questions {
        for place in pairs.over_areas(question.measure, pairs.slot(question)) {
            (pairs.at(place).questions, pairs.at(place).matched) = (0, 0);
        }
    }
    for (place, question) in questions.iter().enumerate().filter(|(place, _)| asked[*place]) {
        for at in pairs.over_areas(question.measure, pairs.slot(question)) {
            pairs.at(at).questions += 1;
            pairs.at(at).matched += u32::from(comparison.counterparts[place].is_some());
        }
    }
}

/// Every group's change in every municipality of the current round and in the nation.
pub fn compare_country(comparison: &Comparison) -> CountryChanges {
    let municipalities: Vec<Vec<Change>> =
        comparison.current.municipalities.iter().map(|municipality| compare_groups(comparison, municipality)).collect();
    let nation = (0..comparison.current.groups.len())
        .map(|group| mean_change(municipalities.iter().map(|changes| &changes[group])))
        .collect();
    CountryChanges { municipalities, nation }
}
