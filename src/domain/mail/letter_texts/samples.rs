//! Samples of texts.

use diesel::prelude::*;

use super::{TextKind, TextPlace, Wording};
use crate::domain::Language;
use crate::domain::mail::letters::LetterId;
use crate::domain::rounds::directory::PostId;
use crate::schema::letter_samples;

/// A text as somebody typed it, sent to themselves.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = letter_samples, treat_none_as_default_value = false)]
pub struct LetterSample {
    /// The letter.
    pub letter_id: LetterId,
    /// Key of the programme.
    pub programme: String,
    /// Which letter it is a sample of.
    pub kind: TextKind,
    /// The language.
    pub language: Language,
    /// The subject as it was typed.
    pub subject: String,
    /// The text as it was typed.
    pub body: String,
    /// The post it is filled with; none for a made-up one.
    pub post_id: Option<PostId>,
}

impl LetterSample {
    /// Which text it is a sample of.
    pub fn place(&self) -> TextPlace {
        TextPlace { programme: self.programme.clone(), kind: self.kind, language: self.language }
    }

    /// What it says.
    pub fn wording(&self) -> Wording {
        Wording { subject: self.subject.clone(), body: self.body.clone() }
    }
}
