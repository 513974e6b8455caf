//! What leaders have written beside their answers, for those whom they were told would read it: the coordinator of
//! the municipality, the consultants who follow it, and administrators. Only what is handed in is among it.

use diesel::prelude::*;

use crate::domain::base::search::patterns;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::{Area, MunicipalityCode};

/// An answer beside which something was written.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Comment {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// The post as it was asked.
    pub invitation: InvitationId,
    /// Its title.
    pub post: String,
    /// The area.
    pub area: Area,
    /// Place of the question in the edition.
    pub question: i16,
    /// Place of the option in the question's scale; none where only something was written.
    pub choice: Option<i16>,
    /// Why, where the option asks for a reason.
    pub reason: Option<String>,
    /// A comment for the consultant.
    pub comment: Option<String>,
    /// A comment that may be quoted.
    pub quote: Option<String>,
}

impl Comment {
    /// Place of the question in the edition.
    pub fn question(&self) -> QuestionIndex {
        usize::try_from(self.question).unwrap_or(usize::MAX)
    }
}

/// What of a round's comments is looked for; everything where nothing is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommentSearch {
    /// Only of this municipality.
    pub municipality: Option<MunicipalityCode>,
    /// Only in this area.
    pub area: Option<Area>,
    /// Only beside answers to these questions, by their places in the edition.
    pub questions: Option<Vec<i16>>,
    /// Only beside this option, by its place in its scale.
    pub choice: Option<i16>,
    /// Words that must all stand in what was written.
    pub text: String,
}

/// An option of a scale, as an address names it: `trafiklys.roed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenOption {
    /// Place of the scale in the edition.
    pub scale: usize,
    /// Place of the option in the scale.
    pub option: usize,
}

impl ChosenOption {
    /// The option that a word names in an edition.
    pub fn find(edition: &Edition, word: &str) -> Option<ChosenOption> {
        let (scale, option) = word.split_once('.')?;
        let scale = edition.find_scale(scale)?;
        Some(ChosenOption { scale, option: edition.scales[scale].find_option(option)? })
    }
}

impl CommentSearch {
    /// Narrows the search to a package, an option, or both.
    pub fn narrow(&mut self, edition: &Edition, package: Option<usize>, chosen: Option<ChosenOption>) {
        if package.is_none() && chosen.is_none() {
            return;
        }
        let asked = edition.questions.iter().enumerate().filter(|(_, question)| {
            (package.is_none() || question.package == package)
                && chosen.is_none_or(|chosen| question.scale == chosen.scale)
        });
        self.questions = Some(asked.filter_map(|(index, _)| i16::try_from(index).ok()).collect());
        self.choice = chosen.and_then(|chosen| i16::try_from(chosen.option).ok());
    }

    /// Each word as two patterns.
    pub fn patterns(&self) -> Vec<[String; 2]> {
        patterns(&self.text)
    }
}
