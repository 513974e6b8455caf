//! What each municipality that a reader may see answered to one question, then and now.

use std::cmp::Ordering;

use super::improvement_gaps::{Answered, ImprovementGap, Then, improvement_gaps};
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::scoring::cells::{Cell, CellValue};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, MunicipalityCode};

words! {
    /// What the lines are sorted by.
    pub enum AnswerColumn {
        /// The answer now.
        Now = "now",
        /// The answer at the baseline.
        Then = "then",
        /// The municipality's name.
        Municipality = "municipality",
    }
}

/// How the lines are sorted: as a rule those first that have most to gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerSorting {
    /// The column.
    pub by: AnswerColumn,
    /// Highest answer first, or last name first.
    pub descending: bool,
}

impl Default for AnswerSorting {
    fn default() -> AnswerSorting {
        AnswerSorting { by: AnswerColumn::Now, descending: false }
    }
}

/// A municipality's answer, of one area or of all that the question is put to together.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityAnswer {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// What was answered now.
    pub now: Answered,
    /// What was answered at the baseline; none where nothing can be held against it.
    pub then: Option<Then>,
}

/// The answers of the municipalities that a reader may see one by one; whoever may see none gets no line.
pub fn municipality_answers(
    compared: &RoundComparison,
    (question, area): (QuestionIndex, Option<Area>),
    scope: &Scope,
    sorting: AnswerSorting,
) -> Vec<MunicipalityAnswer> {
    let seen = compared.comparison.current.municipalities.iter().filter(|one| scope.holds(&one.municipality));
    let mut lines: Vec<MunicipalityAnswer> = seen
        .filter_map(|one| {
            let is_meant = |of: Area, asked| asked == question && area.is_none_or(|area| area == of);
            let gaps = improvement_gaps(compared, one, is_meant);
            let now = together(gaps.iter().map(|gap| &gap.now))?;
            Some(MunicipalityAnswer { municipality: one.municipality.clone(), now, then: then(&gaps) })
        })
        .collect();
    lines.sort_by(|left, right| order(left, right, sorting));
    lines
}

fn then(gaps: &[ImprovementGap]) -> Option<Then> {
    let first = gaps.iter().find_map(|gap| gap.then.as_ref())?;
    let answered = together(gaps.iter().filter_map(|gap| Some(&gap.then.as_ref()?.answered)))?;
    Some(Then { answered, ..first.clone() })
}

/// The cells of several areas as one: every choice counted, and the mean of their values.
fn together<'a>(cells: impl Iterator<Item = &'a Answered>) -> Option<Answered> {
    let cells: Vec<&Answered> = cells.collect();
    let mut counts = cells.first()?.counts.clone();
    for one in &cells[1..] {
        counts.iter_mut().zip(&one.counts).for_each(|(sum, count)| *sum = sum.saturating_add(*count));
    }
    let values: Vec<f64> = cells.iter().filter_map(|one| one.value()).collect();
    let has = |value: CellValue| cells.iter().any(|one| one.cell.value == value);
    let value = match values.len() {
        0 if has(CellValue::DontKnow) => CellValue::DontKnow,
        0 if has(CellValue::NotRelevant) => CellValue::NotRelevant,
        0 => CellValue::Unanswered,
        n => CellValue::Valued(values.iter().sum::<f64>() / n as f64),
    };
    let disagrees = cells.iter().any(|one| one.cell.disagrees);
    Some(Answered { cell: Cell { value, disagrees }, counts })
}

/// Answers without a value come last either way, what nobody answered last of all; equal ones stand by name.
fn order(left: &MunicipalityAnswer, right: &MunicipalityAnswer, sorting: AnswerSorting) -> Ordering {
    let turned = |order: Ordering| if sorting.descending { order.reverse() } else { order };
    let by_name = names::compare(left.municipality.name(), right.municipality.name());
    let cell = |line: &MunicipalityAnswer| match sorting.by {
        AnswerColumn::Then => line.then.as_ref().map(|then| then.answered.cell),
        AnswerColumn::Now | AnswerColumn::Municipality => Some(line.now.cell),
    };
    if sorting.by == AnswerColumn::Municipality {
        return turned(by_name);
    }
    let (left, right) = (cell(left), cell(right));
    let valued = |cell: Option<Cell>| cell.and_then(|cell| cell.valued());
    let order = match (valued(left), valued(right)) {
        (Some(left), Some(right)) => turned(left.total_cmp(&right)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => silence(left).cmp(&silence(right)),
    };
    order.then(by_name)
}

fn silence(cell: Option<Cell>) -> u8 {
    match cell.map(|cell| cell.value) {
        Some(CellValue::Valued(_) | CellValue::DontKnow) => 0,
        Some(CellValue::NotRelevant) => 1,
        Some(CellValue::Unanswered) => 2,
        None => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(code: &str, value: CellValue) -> MunicipalityAnswer {
        let now = Answered { cell: Cell { value, disagrees: false }, counts: vec![1, 0] };
        MunicipalityAnswer { municipality: code.parse().unwrap(), now, then: None }
    }

    fn sorted(by: AnswerColumn, descending: bool) -> Vec<String> {
        let mut lines = [
            line("0101", CellValue::Unanswered),
            line("0751", CellValue::Valued(1.0)),
            line("0461", CellValue::DontKnow),
            line("0851", CellValue::Valued(0.0)),
            line("0147", CellValue::Valued(0.0)),
        ];
        lines.sort_by(|left, right| order(left, right, AnswerSorting { by, descending }));
        lines.iter().map(|line| line.municipality.to_string()).collect()
    }

    #[test]
    fn who_said_nothing_comes_last_whichever_way_the_answers_are_sorted() {
        assert_eq!(sorted(AnswerColumn::Now, false), ["0147", "0851", "0751", "0461", "0101"]);
        assert_eq!(sorted(AnswerColumn::Now, true), ["0751", "0147", "0851", "0461", "0101"]);
        assert_eq!(sorted(AnswerColumn::Municipality, false), ["0147", "0101", "0461", "0851", "0751"]);
    }

    #[test]
    fn several_areas_are_counted_together_and_disagree_only_where_one_of_them_does() {
        let one = line("0101", CellValue::Valued(1.0)).now;
        let other = Answered { cell: Cell { value: CellValue::Valued(0.5), disagrees: false }, counts: vec![0, 2] };
        let both = together([&one, &other].into_iter()).unwrap();
        assert_eq!((both.counts, both.cell.value, both.cell.disagrees), (vec![1, 2], CellValue::Valued(0.75), false));
        assert_eq!(together(std::iter::empty()), None);
    }
}
