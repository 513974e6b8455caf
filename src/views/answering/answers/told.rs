//! What a section's page is told besides what is stored: earlier answers, and what a save left over.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::Area;
use crate::domain::answering::answers::{Answer, UnitShare};
use crate::domain::answering::drafts::{Draft, Place};
use crate::domain::answering::section_progress::Shared;
use crate::domain::catalogue::QuestionIndex;

/// What was answered to a question in an earlier round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// The round's key.
    pub round: String,
    /// What was chosen, in the visitor's language.
    pub option: String,
    /// The post's title then.
    pub post: String,
    /// The day it was handed in, where that is known.
    pub on: Option<NaiveDate>,
    /// Whether that was the highest of its scale.
    pub was_highest: bool,
    /// The question as it was worded then, where the words have changed.
    pub wording: Option<String>,
    /// What was written to it.
    pub written: Written,
}

/// What somebody wrote to an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Why, where the option asked for a reason.
    pub reason: Option<String>,
    /// The comment for the consultant.
    pub comment: Option<String>,
    /// The comment that may be quoted.
    pub quote: Option<String>,
    /// In how many of the post's units it held.
    pub unit_share: Option<UnitShare>,
}

impl From<&Answer> for Written {
    fn from(answer: &Answer) -> Written {
        let Answer { reason, comment, quote, unit_share, .. } = answer.clone();
        Written { reason, comment, quote, unit_share }
    }
}

/// The earlier answers by area and question.
pub type AllPrevious = HashMap<(Area, QuestionIndex), Previous>;

/// A cell as a page's fields name it: a question, and the area where it is not the page's own.
pub type Cell = (QuestionIndex, Option<Area>);

/// What of a save could not be stored.
#[derive(Debug, Clone, Default)]
pub struct Unsaved {
    /// As it was typed.
    pub drafts: Vec<Draft>,
    /// What somebody else wrote meanwhile.
    pub conflicts: Vec<(Place, Answer)>,
    /// What was said for sections that can be written on this page no longer.
    pub left_out: Vec<Draft>,
    /// The cells that lack an answer or its reason, where the page is to point at them.
    pub missing: Vec<(Area, QuestionIndex)>,
    /// The cell whose comments are to be written now.
    pub opened: Option<Cell>,
    /// The questions that are to be answered for each area on its own, whatever is stored.
    pub apart: Vec<QuestionIndex>,
}

/// What the button says that adds the fields for comments to a question; its value is the question's number.
pub const ADDED: &str = "bemaerk";

/// What the button says that asks a question for each of its areas; its value is the question's number.
pub const APART: &str = "hvert";

/// The field that says the same of a question which the page asks so already.
pub const IS_APART: &str = "opdelt";

impl Unsaved {
    /// Whether everything was stored.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.left_out.is_empty()
    }

    pub(super) fn draft(&self, (question, other): Cell) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.question == question && draft.place.other() == other)
    }

    pub(super) fn conflict(&self, (question, other): Cell) -> Option<&Answer> {
        let is_meant = |place: &Place, answer: &Answer| answer.question() == question && place.other() == other;
        self.conflicts.iter().find(|(place, answer)| is_meant(place, answer)).map(|(_, answer)| answer)
    }

    /// Whether a question is asked for each of its areas: somebody wants it so, or their answers differ. What was just
    /// said for all of them stays one answer.
    pub(super) fn is_apart(&self, question: QuestionIndex, shared: &Shared) -> bool {
        let is_along = |draft: &Draft| draft.question == question && matches!(draft.place, Place::Along(_));
        self.apart.contains(&question) || (shared.differs && !self.drafts.iter().any(is_along))
    }
}
