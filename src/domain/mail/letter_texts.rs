//! What letters to those who are asked say: texts that administrators write for a programme, in Markdown with named
//! placeholders. Where a programme has none of its own, its letters say what the program brings.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::letters::LetterKind;
use crate::domain::Language;
use crate::schema::letter_texts;

mod differences;
mod faults;
mod placeholders;
mod reading;
mod samples;
#[cfg(test)]
mod tests;

pub use differences::{Line, differences};
pub use faults::{Fault, Problem};
pub use placeholders::Placeholder;
pub use samples::LetterSample;

/// The most characters of a subject.
pub const MOST_OF_SUBJECT: usize = 200;

/// The most characters of a text.
pub const MOST_OF_BODY: usize = 10_000;

id! {
    /// One version of a text.
    LetterTextId
}

words! {
    /// The letters whose text a programme decides: those to people who are asked. Each word is that of its letter.
    pub enum TextKind {
        /// Tells of a round before it opens.
        Announcement = "announcement",
        /// Asks a post to answer.
        Invitation = "invitation",
        /// Asks again.
        Reminder = "reminder",
        /// Asks for the last time.
        LastReminder = "last_reminder",
        /// Tells of a later deadline.
        Extended = "extended",
        /// Tells a post that asked for more time that it gets none.
        ExtensionDeclined = "extension_declined",
        /// Asks a colleague for one section.
        Handover = "handover",
        /// Tells the one who is accountable that a colleague is done with a section.
        HandoverDone = "handover_done",
        /// Confirms what was handed in.
        Receipt = "receipt",
        /// Tells whoever was asked that there is a result.
        Result = "result",
    }
}

impl TextKind {
    /// The text that letters of a kind are written from; none for letters to accounts.
    pub fn of(kind: LetterKind) -> Option<TextKind> {
        kind.as_str().parse().ok()
    }

    /// Whether its letters bring the personal link, so that the text must say where.
    pub fn brings_link(self) -> bool {
        self != TextKind::Announcement
    }
}

/// Which text: the programme, the letter and the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    /// Key of the programme.
    pub programme: String,
    /// Which letter.
    pub kind: TextKind,
    /// The language it is written in.
    pub language: Language,
}

impl TextPlace {
    /// As it stands in addresses behind `/programmes/`, and in the audit log: `forebyggelsespakker/texts/invitation/da`.
    pub fn path(&self) -> String {
        format!("{}/texts/{}/{}", self.programme, self.kind, self.language)
    }

    /// The text that a path names.
    pub fn of_path(path: &str) -> Option<TextPlace> {
        let (programme, text) = path.split_once("/texts/")?;
        let (kind, language) = text.split_once('/')?;
        Some(TextPlace { programme: programme.to_owned(), kind: kind.parse().ok()?, language: language.parse().ok()? })
    }
}

/// A text as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// The subject, one line with placeholders.
    pub subject: String,
    /// The text, Markdown with placeholders.
    pub body: String,
}

/// A version of a text. Versions are only ever added, so that the history is whole.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = letter_texts, treat_none_as_default_value = false)]
pub struct LetterText {
    /// Its id.
    pub id: LetterTextId,
    /// Key of the programme.
    pub programme: String,
    /// Which letter.
    pub kind: TextKind,
    /// The language.
    pub language: Language,
    /// Its number, from 1.
    pub version: i32,
    /// The subject; none where the program's own text holds again.
    pub subject: Option<String>,
    /// The text; none where the program's own holds again.
    pub body: Option<String>,
    /// When it was made, UTC.
    pub made_at: NaiveDateTime,
    /// The account that made it.
    pub made_by: Option<String>,
}

impl LetterText {
    /// What somebody has written; none where the program's own text holds again.
    pub fn wording(&self) -> Option<Wording> {
        let (subject, body) = self.subject.clone().zip(self.body.clone())?;
        Some(Wording { subject, body })
    }

    /// Which text it is a version of.
    pub fn place(&self) -> TextPlace {
        TextPlace { programme: self.programme.clone(), kind: self.kind, language: self.language }
    }

    /// Whether it is a version of this text.
    pub fn is_of(&self, place: &TextPlace) -> bool {
        (self.programme.as_str(), self.kind, self.language) == (place.programme.as_str(), place.kind, place.language)
    }
}

/// A text taken apart, to be filled for each letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The letter that it is for.
    pub kind: TextKind,
    /// The language.
    pub language: Language,
    /// As it was written.
    pub wording: Wording,
    /// The subject.
    pub subject: Vec<Inline>,
    /// The text.
    pub body: Vec<Block>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text as it is.
    Text(String),
    /// What is filled in, never read as Markdown.
    Value(Placeholder),
    /// Important.
    Strong(Vec<Inline>),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: Vec<Inline>,
        /// Where they lead.
        to: Target,
    },
    /// The line ends here.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the receiver's personal page.
    Personal,
    /// To an address that stands in the text.
    Address(String),
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Vec<Inline>),
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list, numbered from `first` on or not at all.
    List {
        /// Its first number.
        first: Option<u64>,
        /// What its items hold.
        items: Vec<Vec<Block>>,
    },
    /// What somebody else says.
    Quote(Vec<Block>),
    /// A line across.
    Rule,
    /// What to press to get to the letter's link; nothing where the text does not say what it is called.
    Button(Vec<Inline>),
    /// The answers that a receipt confirms.
    Answers,
}

impl Block {
    /// Running text.
    pub fn paragraph(text: String) -> Block {
        Block::Paragraph(vec![Inline::Text(text)])
    }

    /// Text to be noticed.
    pub fn strong(text: String) -> Block {
        Block::Paragraph(vec![Inline::Strong(vec![Inline::Text(text)])])
    }

    /// What to press.
    pub fn button(text: String) -> Block {
        Block::Button(vec![Inline::Text(text)])
    }
}
