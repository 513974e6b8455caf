//! Holds a round against its baseline rounds: the pairs of cells, and each round's own cells.

use std::sync::Arc;

use super::baselines::BaselineRounds;
use super::cells::Cell;
use super::changes::{Change, DimensionChange, PairTally, Unpaired, mean_change};
use super::grid::Grid;
use super::scores::Tally;
use super::tallies::{CoveredArea, MunicipalityTallies, ResponseTallies};
use crate::domain::catalogue::QuestionIndex;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::{Match, Matching, match_questions};
use crate::domain::{Area, MunicipalityCode};

/// A round and what it is held against.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The round looked at.
    pub current: Arc<ResponseTallies>,
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
    pub tallies: Arc<ResponseTallies>,
    /// How the current edition's questions correspond to this round's.
    pub matching: Matching,
    /// Per area of the current round its place in this round's areas.
    areas: Vec<Option<usize>>,
    /// Per question of this round's edition the slot of the current edition's package that it counts
    /// to as the round's own cell.
    slots: Vec<Option<usize>>,
    /// Per question of this round's edition the current question that is compared with it.
    pub(crate) followers: Vec<Option<QuestionIndex>>,
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
    pub nation: Vec<DimensionChange>,
}

impl Comparison {
    /// Prepares a comparison. `baselines` are the tallies of `choice.rounds`, in that order.
    pub fn new(
        current: Arc<ResponseTallies>,
        baselines: Vec<Arc<ResponseTallies>>,
        choice: BaselineRounds,
        crosswalks: &[Crosswalk],
    ) -> Comparison {
        let mut baselines: Vec<Baseline> = baselines
            .into_iter()
            .map(|tallies| Baseline {
                matching: match_questions(&current.edition, &tallies.edition, crosswalks),
                areas: current.areas.iter().map(|asked| tallies.area_place(asked.area)).collect(),
                slots: vec![None; tallies.edition.questions.len()],
                followers: vec![None; tallies.edition.questions.len()],
                tallies,
            })
            .collect();
        let counterparts: Vec<Option<Counterpart>> = (0..current.edition.questions.len())
            .map(|position| counterpart(&current, &baselines, &choice, position))
            .collect();
        for (position, counterpart) in counterparts.iter().enumerate() {
            let Some(counterpart) = counterpart else { continue };
            baselines[counterpart.baseline].followers[counterpart.question] = Some(position);
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
        for (position, baseline) in self.baselines.iter_mut().enumerate() {
            let old = baseline.tallies.edition.clone();
            for (index, question) in old.questions.iter().enumerate() {
                baseline.slots[index] = match question.package {
                    Some(package) => edition
                        .find_package(&old.packages[package].key)
                        .filter(|&now| asked_now[now] && self.choice.packages[now] == Some(position))
                        .map(|now| now + 1),
                    None if baseline.followers[index].is_some() => Some(without_package),
                    None => {
                        let compared = baseline.matching.questions.iter().any(|one| one.compared() == Some(index));
                        (!compared && earliest == Some(position)).then_some(without_package)
                    }
                };
            }
        }
    }

    /// Per baseline round what a municipality's posts of one current area said then.
    pub(crate) fn then_in<'a>(
        &self,
        then: &[Option<&'a MunicipalityTallies>],
        area: usize,
    ) -> Vec<Option<&'a CoveredArea>> {
        let in_area =
            |(baseline, then): (&Baseline, &Option<&'a MunicipalityTallies>)| (*then)?.covered(baseline.areas[area]?);
        self.baselines.iter().zip(then).map(in_area).collect()
    }

    /// What came from a municipality in each baseline round.
    pub(crate) fn then(&self, municipality: &MunicipalityCode) -> Vec<Option<&MunicipalityTallies>> {
        self.baselines.iter().map(|baseline| baseline.tallies.municipality(municipality)).collect()
    }

    /// The least coverage of a score at the baseline: that of the package's own round, and the
    /// strictest of all rounds where a group spans packages.
    pub(crate) fn baseline_min_coverage(&self, package: Option<usize>) -> f64 {
        let own = package.and_then(|package| self.baselines.get(self.choice.packages[package]?));
        if let Some(baseline) = own {
            return baseline.tallies.min_coverage;
        }
        self.baselines.iter().map(|baseline| baseline.tallies.min_coverage).fold(0.0, f64::max)
    }

    /// Every area that a municipality covered in a baseline round.
    pub(crate) fn own_areas<'a>(
        &'a self,
        then: &'a [Option<&'a MunicipalityTallies>],
    ) -> impl Iterator<Item = (&'a Baseline, &'a CoveredArea)> + 'a {
        let known = self.baselines.iter().zip(then).filter_map(|(baseline, then)| Some((baseline, (*then)?)));
        known.flat_map(|(baseline, then)| then.areas.iter().map(move |covered| (baseline, covered)))
    }
}

impl Baseline {
    /// The area at a place of this round's areas.
    pub(crate) fn area(&self, covered: &CoveredArea) -> Area {
        self.tallies.areas[covered.area].area
    }

    /// Every cell of a covered area: its question, its slot if it counts as own, the cell.
    pub(crate) fn cells_in<'a>(
        &'a self,
        covered: &'a CoveredArea,
    ) -> impl Iterator<Item = (QuestionIndex, Option<usize>, Cell)> + 'a {
        self.tallies.cells_in(covered).map(|(question, cell)| (question, self.slots[question], cell))
    }
}

fn counterpart(
    current: &ResponseTallies,
    baselines: &[Baseline],
    choice: &BaselineRounds,
    position: QuestionIndex,
) -> Option<Counterpart> {
    if !current.asked[position] {
        return None;
    }
    let baseline = choice.questions[position]?;
    let compared = baselines.get(baseline)?;
    match compared.matching.questions[position] {
        Match::Compared { question, reworded } if compared.tallies.asked[question] => {
            Some(Counterpart { baseline, question, reworded })
        }
        _ => None,
    }
}

/// A municipality's changes in the order of the current round's groups, in one pass over its cells.
pub fn compare_groups(comparison: &Comparison, municipality: &MunicipalityTallies) -> Vec<Change> {
    let current = &*comparison.current;
    let edition = &*current.edition;
    let then = comparison.then(&municipality.municipality);
    let mut pairs: Grid<PairTally> = Grid::new(current);
    let (mut now_grid, mut then_grid): (Grid<Tally>, Grid<Tally>) = (Grid::new(current), Grid::new(current));
    let mut asked = vec![false; edition.questions.len()];

    for covered in &municipality.areas {
        let then = comparison.then_in(&then, covered.area);
        for (position, cell) in current.cells_in(covered) {
            let question = &edition.questions[position];
            let slot = pairs.slot(question);
            asked[position] = true;
            now_grid.cell(question.measure, Some(covered.area), slot).add(&cell);
            *pairs.cell(question.measure, Some(covered.area), slot) += comparison.pair(&then, position, &cell);
        }
    }
    for (baseline, covered) in comparison.own_areas(&then) {
        let area = current.area_place(baseline.area(covered));
        for (position, slot, cell) in baseline.cells_in(covered) {
            let Some(slot) = slot else { continue };
            then_grid.cell(baseline.tallies.edition.questions[position].measure, area, slot).add(&cell);
        }
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
    /// One current cell as a tally of pairs; `then` is its area in each baseline round.
    pub(crate) fn pair(&self, then: &[Option<&CoveredArea>], position: QuestionIndex, cell: &Cell) -> PairTally {
        let Some(counterpart) = &self.counterparts[position] else {
            return PairTally { questions: 1, ..PairTally::default() };
        };
        let mut tally = PairTally { questions: 1, matched: 1, reworded: counterpart.reworded, ..PairTally::default() };
        tally.comparable = u32::from(cell.is_applicable());
        let baseline = then[counterpart.baseline].and_then(|covered| {
            self.baselines[counterpart.baseline].tallies.cell_in(covered, counterpart.question)?.valued()
        });
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
        for position in pairs.over_areas(question.measure, pairs.slot(question)) {
            (pairs.at(position).questions, pairs.at(position).matched) = (0, 0);
        }
    }
    for (position, question) in questions.iter().enumerate().filter(|(position, _)| asked[*position]) {
        for at in pairs.over_areas(question.measure, pairs.slot(question)) {
            pairs.at(at).questions += 1;
            pairs.at(at).matched += u32::from(comparison.counterparts[position].is_some());
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
