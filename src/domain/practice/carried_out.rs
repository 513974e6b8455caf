//! Which recommendations a municipality carries out in full, by what it has answered in a round.

use std::collections::BTreeMap;

use crate::domain::MunicipalityCode;
use crate::domain::catalogue::{Blank, Measure, Scale, Worth};
use crate::domain::scoring::tallies::ResponseTallies;

/// What the answers to a recommendation say so far.
#[derive(Debug, Clone, Copy, Default)]
struct Answers {
    /// Some answer is the best one.
    best: bool,
    /// Some answer is another one, or a cell has none.
    other: bool,
}

/// The recommendations of a round that a municipality carries out in full, by the places of their package and their
/// own: every area that was asked has answered, every answer is the best option of its scale, and what is not relevant
/// is left aside.
pub fn carried_out(tallies: &ResponseTallies, code: &MunicipalityCode) -> Vec<(usize, usize)> {
    let Some(municipality) = tallies.municipality(code) else { return Vec::new() };
    let edition = &tallies.edition;
    let mut found: BTreeMap<(usize, usize), Answers> = BTreeMap::new();
    for covered in &municipality.areas {
        for &index in &tallies.areas[covered.area].questions {
            let question = &edition.questions[index];
            let place = question.package.zip(question.recommendation);
            let Some(place) = place.filter(|_| question.measure == Measure::Implementation) else { continue };
            let counts = tallies.counts_in(covered, index).unwrap_or_default();
            read(edition.scale_of(question), counts, found.entry(place).or_default());
        }
    }
    found.into_iter().filter(|(_, answers)| answers.best && !answers.other).map(|(place, _)| place).collect()
}

/// Takes the answers of a cell in.
fn read(scale: &Scale, counts: &[u16], answers: &mut Answers) {
    answers.other |= counts.iter().all(|count| *count == 0);
    for option in scale.options.iter().zip(counts).filter(|(_, count)| **count > 0).map(|(option, _)| option) {
        match option.worth {
            Worth::Points(points) if points >= scale.highest_points() => answers.best = true,
            Worth::Blank(Blank::NotRelevant) => {}
            Worth::Points(_) | Worth::Blank(Blank::DontKnow) => answers.other = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::respondent::edition;

    #[test]
    fn every_answer_must_be_the_best_one_and_every_cell_must_have_one() {
        // Green, yellow, red, "ikke relevant", "ved ikke".
        let scale = edition().scales[0].clone();
        let all = |cells: &[[u16; 5]]| {
            let mut answers = Answers::default();
            cells.iter().for_each(|counts| read(&scale, counts, &mut answers));
            answers.best && !answers.other
        };
        assert!(all(&[[2, 0, 0, 0, 0], [1, 0, 0, 1, 0]]));
        for one in [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [1, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 2, 0]] {
            assert_eq!(all(&[[2, 0, 0, 0, 0], one]), one == [0, 0, 0, 2, 0], "{one:?}");
        }
        assert!(!all(&[[0, 0, 0, 2, 0]]), "nothing is carried out where nothing is relevant");
    }
}
