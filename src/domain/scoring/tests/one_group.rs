//! The score and the change of one group or a part of it, cell by cell: what the passes over all groups, which
//! the program takes, are held against.

use crate::domain::scoring::changes::{Change, PairTally, Unpaired};
use crate::domain::scoring::comparison::Comparison;
use crate::domain::scoring::dimensions::{Narrowing, Selection};
use crate::domain::scoring::scores::{Score, Tally};
use crate::domain::scoring::tallies::{MunicipalityTallies, ResponseTallies};

/// A municipality's score.
pub fn score_selection(tallies: &ResponseTallies, municipality: &MunicipalityTallies, selection: &Selection) -> Score {
    let mut tally = Tally::default();
    for (covered, index, cell) in tallies.cells(municipality) {
        let in_area = selection.group.area.is_none_or(|area| tallies.areas[covered.area].area == area);
        if in_area && selection.holds(&tallies.edition, index) {
            tally.add(&cell);
        }
    }
    tally.score(tallies.min_coverage)
}

/// A municipality's change. At the baseline a level, a category and the central ones are those of the baseline's
/// own edition; a recommendation and a question are the counterparts of today's.
pub fn compare_selection(comparison: &Comparison, municipality: &MunicipalityTallies, selection: &Selection) -> Change {
    let current = &*comparison.current;
    let then = comparison.then(&municipality.municipality);
    let (mut pair, mut tally_now, mut tally_then) = (PairTally::default(), Tally::default(), Tally::default());
    let mut asked = vec![false; current.edition.questions.len()];
    let in_area = |area| selection.group.area.is_none_or(|wanted| wanted == area);
    for covered in municipality.areas.iter().filter(|covered| in_area(current.areas[covered.area].area)) {
        let then = comparison.then_in(&then, covered.area);
        for (index, cell) in current.cells_in(covered).filter(|(index, _)| selection.holds(&current.edition, *index)) {
            let mut one = comparison.pair(&then, index, &cell);
            if std::mem::replace(&mut asked[index], true) {
                (one.questions, one.matched) = (0, 0);
            }
            pair += one;
            tally_now.add(&cell);
        }
    }
    let follows = matches!(selection.narrowing, Narrowing::Recommendation(_) | Narrowing::Question(_));
    let own_slot = selection.group.package.map(|package| package + 1);
    for (baseline, covered) in comparison.own_areas(&then).filter(|(baseline, covered)| in_area(baseline.area(covered)))
    {
        let old = &baseline.tallies.edition;
        for (index, slot, cell) in baseline.cells_in(covered) {
            let counts = if follows {
                baseline.followers[index].is_some_and(|now| selection.holds(&current.edition, now))
            } else {
                let in_group = slot.is_some_and(|slot| own_slot.is_none_or(|own| own == slot));
                let measured = old.questions[index].measure == selection.group.measure;
                in_group && measured && selection.narrowing.holds(old, index)
            };
            if counts {
                tally_then.add(&cell);
            }
        }
    }
    let baseline = tally_then.score(comparison.baseline_min_coverage(selection.group.package));
    pair.change(current.min_coverage, Unpaired { baseline, current: tally_now.score(current.min_coverage) })
}
