//! What a section's address asks its page to point at or to open.

use serde::Deserialize;

use crate::domain::answering::drafts::parse_number;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::sharing::cells_asked;
use crate::views::answering::answers::{Cell, Unsaved};

/// With `mangler=begrundelse` it points at the missing reasons, with anything else at all that is missing;
/// `bemaerk=12` is the question whose comments are to be written, and `hvert=3.12` are those to be answered for each area.
#[derive(Debug, Deserialize)]
pub struct Pointing {
    mangler: Option<String>,
    bemaerk: Option<Number>,
    hvert: Option<String>,
    /// Only there where the one who is accountable has seen that a colleague answers the section.
    alligevel: Option<String>,
}

/// A question's number in an address, with its area where that is another than the page's own.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Number(Cell);

impl TryFrom<String> for Number {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Number, &'static str> {
        parse_number(&text).map(Number).ok_or("no question's number")
    }
}

impl Pointing {
    /// Whether the address is only the section's.
    pub(super) fn says_nothing(&self) -> bool {
        self.mangler.is_none() && self.bemaerk.is_none() && self.hvert.is_none() && self.alligevel.is_none()
    }

    /// What the page of the section at `current` points at and opens.
    pub(super) fn unsaved(self, all: &[SectionProgress], current: usize) -> Unsaved {
        let cells = cells_asked(all, current).into_iter();
        let mut cells: Vec<_> = cells.map(|(place, question)| (&all[place], question)).collect();
        match self.mangler.as_deref() {
            None => cells.clear(),
            Some("begrundelse") => cells.retain(|(progress, question)| progress.without_reason.contains(question)),
            Some(_) => cells.retain(|(progress, question)| progress.missing().binary_search(question).is_ok()),
        }
        Unsaved {
            missing: cells.into_iter().map(|(progress, question)| (progress.area(), question)).collect(),
            opened: self.bemaerk.map(|Number(cell)| cell),
            apart: self.hvert.iter().flat_map(|list| list.split('.')).filter_map(|one| one.parse().ok()).collect(),
            ..Unsaved::default()
        }
    }
}
