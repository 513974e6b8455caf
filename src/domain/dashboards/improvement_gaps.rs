//! One municipality's cells now and at the baseline, one by one, for finding where most is to be won.

use crate::domain::Area;
use crate::domain::catalogue::{QuestionIndex, Scale};
use crate::domain::scoring::cells::{Cell, CellValue};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::{CoveredArea, MunicipalityTallies, ResponseTallies};

/// A cell now and at the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct ImprovementGap {
    /// The area.
    pub area: Area,
    /// The question, by its index in the current edition.
    pub question: QuestionIndex,
    /// What was answered now.
    pub now: Answered,
    /// What was answered at the baseline; none where the cell was not asked then, or has no comparable question.
    pub then: Option<Then>,
}

/// A cell of the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Then {
    /// Key of the round.
    pub round: String,
    /// The question, by its index in that round's edition.
    pub question: QuestionIndex,
    /// The scale that was answered on.
    pub scale: Scale,
    /// Whether the question was reworded since.
    pub reworded: bool,
    /// What was answered.
    pub answered: Answered,
}

/// What the posts of a cell chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// What it comes to.
    pub cell: Cell,
    /// How often each option was chosen, in scale order.
    pub counts: Vec<u16>,
}

impl Answered {
    /// What the answers come to, 0 to 1, where they have a value.
    pub fn value(&self) -> Option<f64> {
        self.cell.valued()
    }
}

/// The cells of a municipality whose area and question are meant, lowest value first: after the
/// scored ones that are not at the top comes "ved ikke", then what is fully carried out, then "ikke
/// relevant", and last what nobody has answered, which says nothing of what is to be won.
pub fn improvement_gaps(
    compared: &RoundComparison,
    municipality: &MunicipalityTallies,
    is_meant: impl Fn(Area, QuestionIndex) -> bool,
) -> Vec<ImprovementGap> {
    let current = &*compared.comparison.current;
    let mut found: Vec<ImprovementGap> = Vec::new();
    for covered in &municipality.areas {
        let asked = &current.areas[covered.area];
        for &question in asked.questions.iter().filter(|question| is_meant(asked.area, **question)) {
            let Some(now) = answered(current, covered, question) else { continue };
            let then = then(compared, municipality, asked.area, question);
            found.push(ImprovementGap { area: asked.area, question, now, then });
        }
    }
    found.sort_by(|left, right| to_win(&left.now.cell).total_cmp(&to_win(&right.now.cell)));
    found
}

fn answered(tallies: &ResponseTallies, covered: &CoveredArea, question: QuestionIndex) -> Option<Answered> {
    let counts = tallies.counts_in(covered, question)?.to_vec();
    Some(Answered { cell: tallies.cell_in(covered, question)?, counts })
}

fn then(
    compared: &RoundComparison,
    municipality: &MunicipalityTallies,
    area: Area,
    question: QuestionIndex,
) -> Option<Then> {
    let counterpart = compared.comparison.counterparts.get(question).copied().flatten()?;
    let tallies = &compared.comparison.baselines.get(counterpart.baseline)?.tallies;
    let covered = tallies.municipality(&municipality.municipality)?.covered(tallies.area_place(area)?)?;
    Some(Then {
        round: tallies.round.clone(),
        question: counterpart.question,
        scale: tallies.edition.scale_of(&tallies.edition.questions[counterpart.question]).clone(),
        reworded: counterpart.reworded,
        answered: answered(tallies, covered, counterpart.question)?,
    })
}

/// The order of [`improvement_gaps`].
fn to_win(cell: &Cell) -> f64 {
    match cell.value {
        CellValue::Valued(value) if value < 1.0 => value,
        CellValue::DontKnow => 1.0,
        CellValue::Valued(_) => 2.0,
        CellValue::NotRelevant => 3.0,
        CellValue::Unanswered => 4.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_answered_comes_after_green_and_green_after_all_that_can_be_won() {
        let values = [
            CellValue::Unanswered,
            CellValue::NotRelevant,
            CellValue::Valued(1.0),
            CellValue::DontKnow,
            CellValue::Valued(0.5),
            CellValue::Valued(0.0),
        ];
        let mut sorted = values;
        sorted.sort_by(|left, right| {
            let cell = |value: &CellValue| to_win(&Cell { value: *value, disagrees: false });
            cell(left).total_cmp(&cell(right))
        });
        assert!(sorted.iter().eq(values.iter().rev()), "{sorted:?}");
    }
}
