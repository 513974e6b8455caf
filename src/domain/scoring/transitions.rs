//! Where the answers of the baseline went: then-option by now-option (scoring.md §5).

use super::comparison::Comparison;
use super::dimensions::Selection;
use super::tallies::MunicipalityTallies;
use crate::domain::catalogue::{OptionIndex, Scale};

/// The transitions of the cells whose questions had one scale then and one now.
#[derive(Debug, Clone, PartialEq)]
pub struct Transitions {
    /// The scale at the baseline.
    pub then: Scale,
    /// The scale now.
    pub now: Scale,
    /// Cells by then-option (row) and now-option (column), where both rounds have exactly one distinct option.
    pub counts: Vec<Vec<u32>>,
    /// Cells answered in both rounds whose posts disagree in one of them.
    pub disagreeing: u32,
    /// Cells without an answer in one of the rounds.
    pub unanswered: u32,
}

/// What the posts of a cell chose.
enum Choice {
    Nothing,
    One(OptionIndex),
    Several,
}

/// The transitions of a selection over municipalities of the current round, one table for each
/// pair of scales, in the order in which they first occur.
pub fn transitions<'a>(
    comparison: &Comparison,
    municipalities: impl IntoIterator<Item = &'a MunicipalityTallies>,
    selection: &Selection,
) -> Vec<Transitions> {
    let current = &*comparison.current;
    let meant: Vec<bool> =
        (0..current.edition.questions.len()).map(|index| selection.holds(&current.edition, index)).collect();
    let mut tables: Vec<Transitions> = Vec::new();
    let mut table_of: Vec<Option<usize>> = vec![None; meant.len()];
    for municipality in municipalities {
        let then = comparison.then(&municipality.municipality);
        for covered in &municipality.areas {
            let asked = &current.areas[covered.area];
            if selection.group.area.is_some_and(|area| asked.area != area) {
                continue;
            }
            let then = comparison.then_in(&then, covered.area);
            for &index in asked.questions.iter().filter(|index| meant[**index]) {
                let Some(counterpart) = &comparison.counterparts[index] else { continue };
                let tallies = &comparison.baselines[counterpart.baseline].tallies;
                let table = *table_of[index].get_or_insert_with(|| {
                    let then = tallies.edition.scale_of(&tallies.edition.questions[counterpart.question]);
                    let now = current.edition.scale_of(&current.edition.questions[index]);
                    table_for(&mut tables, then, now)
                });
                let before =
                    then[counterpart.baseline].and_then(|covered| tallies.counts_in(covered, counterpart.question));
                tables[table].add(choice(before), choice(current.counts_in(covered, index)));
            }
        }
    }
    tables
}

/// How many cells went to a better and to a worse answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// To one with a larger part of its scale's points.
    pub better: u32,
    /// To one with a smaller part.
    pub worse: u32,
}

impl Transitions {
    /// The cells that are counted in the table.
    pub fn total(&self) -> u32 {
        self.counts.iter().flatten().sum()
    }

    /// How many went up and down; to and from what has no points is neither.
    pub fn moved(&self) -> Moved {
        let mut moved = Moved::default();
        for (row, counts) in self.counts.iter().enumerate() {
            for (column, count) in counts.iter().enumerate() {
                match (self.then.value(row), self.now.value(column)) {
                    (Some(then), Some(now)) if now > then => moved.better += count,
                    (Some(then), Some(now)) if now < then => moved.worse += count,
                    _ => {}
                }
            }
        }
        moved
    }

    fn add(&mut self, then: Choice, now: Choice) {
        match (then, now) {
            (Choice::Nothing, _) | (_, Choice::Nothing) => self.unanswered += 1,
            (Choice::One(then), Choice::One(now)) => self.counts[then][now] += 1,
            _ => self.disagreeing += 1,
        }
    }
}

/// The table of two scales; scales with the same options in the same order are the same.
fn table_for(tables: &mut Vec<Transitions>, then: &Scale, now: &Scale) -> usize {
    let keys = |scale: &Scale| scale.options.iter().map(|option| option.key.clone()).collect::<Vec<_>>();
    let known = tables.iter().position(|table| keys(&table.then) == keys(then) && keys(&table.now) == keys(now));
    known.unwrap_or_else(|| {
        tables.push(Transitions {
            then: then.clone(),
            now: now.clone(),
            counts: vec![vec![0; now.options.len()]; then.options.len()],
            disagreeing: 0,
            unanswered: 0,
        });
        tables.len() - 1
    })
}

fn choice(counts: Option<&[u16]>) -> Choice {
    let mut chosen = counts.unwrap_or_default().iter().enumerate().filter(|(_, count)| **count > 0);
    match (chosen.next(), chosen.next()) {
        (None, _) => Choice::Nothing,
        (Some((option, _)), None) => Choice::One(option),
        (Some(_), Some(_)) => Choice::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scoring::tests::fixtures::{GREEN, RED, UNKNOWN, YELLOW, small_edition};

    #[test]
    fn what_has_no_points_has_gone_neither_up_nor_down() {
        let edition = small_edition();
        let scale = edition.scale_of(&edition.questions[0]);
        let mut counts = vec![vec![0; scale.options.len()]; scale.options.len()];
        counts[RED][GREEN] = 3;
        counts[GREEN][YELLOW] = 1;
        counts[GREEN][GREEN] = 4;
        counts[UNKNOWN][GREEN] = 5;
        let (then, now) = (scale.clone(), scale.clone());
        let all = Transitions { then, now, counts, disagreeing: 0, unanswered: 0 };
        assert_eq!((all.total(), all.moved()), (13, Moved { better: 3, worse: 1 }));
    }
}
