//! The value of a cell: what the posts of one municipality say to one question in one area (scoring.md §2).

use crate::domain::catalogue::{Blank, Scale, Worth};
use crate::domain::rounds::Rule;

/// What a cell comes to. That a question is not asked at all is no cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellValue {
    /// At least one scored answer; 0 to 1.
    Valued(f64),
    /// Answers, none scored, and not all of them "ikke relevant".
    DontKnow,
    /// Only the answer "ikke relevant"; leaves the denominator.
    NotRelevant,
    /// No answer was handed in.
    Unanswered,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// What it comes to.
    pub value: CellValue,
    /// Whether its posts chose more than one distinct option.
    pub disagrees: bool,
}

impl Cell {
    /// The value, 0 to 1, where there is one.
    pub fn valued(&self) -> Option<f64> {
        match self.value {
            CellValue::Valued(value) => Some(value),
            _ => None,
        }
    }

    /// Whether it belongs in the denominator of the coverage.
    pub fn is_applicable(&self) -> bool {
        self.value != CellValue::NotRelevant
    }
}

/// What the options of a scale are worth, side by side for counting.
#[derive(Debug, Clone)]
pub(crate) struct Values {
    worths: Vec<Worth>,
    highest: f64,
}

impl Values {
    pub(crate) fn new(scale: &Scale) -> Values {
        Values {
            worths: scale.options.iter().map(|option| option.worth).collect(),
            highest: f64::from(scale.highest_points()),
        }
    }

    /// How many options the scale has.
    pub(crate) fn options(&self) -> usize {
        self.worths.len()
    }

    /// The cell of these counts per option.
    pub(crate) fn cell(&self, counts: &[u16], rule: Rule) -> Cell {
        let mut distinct = 0;
        let mut scored: u32 = 0;
        let mut sum: u32 = 0;
        let (mut lowest, mut highest) = (u16::MAX, 0);
        let mut dont_know = false;
        for (&count, &worth) in counts.iter().zip(&self.worths) {
            if count == 0 {
                continue;
            }
            distinct += 1;
            match worth {
                Worth::Points(points) => {
                    scored += u32::from(count);
                    sum += u32::from(count) * u32::from(points);
                    lowest = lowest.min(points);
                    highest = highest.max(points);
                }
                Worth::Blank(Blank::DontKnow) => dont_know = true,
                Worth::Blank(Blank::NotRelevant) => {}
            }
        }
        let disagrees = distinct > 1;
        if scored == 0 {
            let value = match (distinct, dont_know) {
                (0, _) => CellValue::Unanswered,
                (_, true) => CellValue::DontKnow,
                (_, false) => CellValue::NotRelevant,
            };
            return Cell { value, disagrees };
        }
        let points = match rule {
            Rule::Mean => f64::from(sum) / (f64::from(scored) * self.highest),
            Rule::Lowest => f64::from(lowest) / self.highest,
            Rule::Highest => f64::from(highest) / self.highest,
        };
        Cell { value: CellValue::Valued(points), disagrees }
    }
}
