//! What a form says about the questions of a section, and what becomes of it beside what is stored.

mod fields;

use super::answers::{Answer, UnitShare, fingerprint, is_partial, requires_reason};
use super::citizen_numbers::looks_like_cpr;
use crate::domain::Area;
use crate::domain::catalogue::{QuestionIndex, Scale};
use crate::domain::rounds::invitations::SectionNumber;

pub use fields::{SAME_FOR_ALL, field_name, parse, parse_number};

/// What a form says about one question. What it did not send stays as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The question.
    pub question: QuestionIndex,
    /// The area that it is said for.
    pub place: Place,
    /// The stored answer that the form was made from.
    pub base: Base,
    /// The revision of another's answer that was shown beside this one and is overruled by it.
    pub overrules: Option<i16>,
    /// The option chosen.
    pub choice: Option<i16>,
    /// The reason; emptied where it is empty.
    pub reason: Option<String>,
    /// The comment for the consultant; emptied where it is empty.
    pub comment: Option<String>,
    /// The comment that may be quoted; emptied where it is empty.
    pub quote: Option<String>,
    /// In how many of one's units it holds.
    pub unit_share: Sent<UnitShare>,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
    /// What is wrong with it; then it is not saved.
    pub fault: Option<DraftFault>,
}

/// What a form says in a list from which nothing may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sent<T> {
    /// The form does not have the list; what is stored stays.
    #[default]
    Not,
    /// Nothing is chosen.
    Emptied,
    /// This is.
    Chosen(T),
}

/// The area that something on a section's page is said for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The section's own.
    #[default]
    Own,
    /// Another one, which is asked on the page with fields of its own.
    Apart(Area),
    /// Another one, for which the same is said as for the section's own.
    Along(Area),
}

impl Place {
    /// The area, where it is not the section's own.
    pub fn other(self) -> Option<Area> {
        match self {
            Place::Own => None,
            Place::Apart(area) | Place::Along(area) => Some(area),
        }
    }
}

/// What may be written to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextField {
    /// The reason.
    Reason,
    /// The comment for the consultant.
    Comment,
    /// The comment that may be quoted.
    Quote,
}

/// Which stored answer a form was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Base {
    /// Its revision, 0 where there was none.
    pub revision: i16,
    /// The mark of what it said, where the form knows.
    pub said: Option<u32>,
}

/// What can be wrong with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftFault {
    /// The section does not ask this question.
    UnknownQuestion,
    /// The question's scale has no such option.
    UnknownOption,
    /// A text is too long.
    Long(TextField),
    /// A text holds what looks like a CPR number.
    Cpr(TextField),
    /// The option asks for a reason that is not there; such an answer is saved and counts as missing.
    NoReason,
}

/// What becomes of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// The same is stored already.
    Same,
    /// The form only sends back what it was made from, and somebody else has changed it since.
    Untouched,
    /// To be stored.
    Changed(Answer),
    /// Somebody else has written something else since the form was made.
    Conflict,
}

impl Base {
    /// The base of a form that shows `stored`.
    pub fn of(stored: Option<&Answer>) -> Base {
        let nothing = Answer::default();
        let stored = stored.unwrap_or(&nothing);
        Base { revision: stored.revision, said: Some(fingerprint(stored)) }
    }

    /// The base as a form carries it, as in `3.9ae16a3b`; a bare revision is taken too.
    pub fn parse(text: &str) -> Base {
        let (revision, said) = text.split_once('.').unwrap_or((text, ""));
        Base { revision: revision.parse().unwrap_or(0), said: u32::from_str_radix(said, 16).ok() }
    }
}

impl std::fmt::Display for Base {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{:x}", self.revision, self.said.unwrap_or_default())
    }
}

impl Draft {
    /// The draft for another area for which the same is said.
    fn said_along(&self, other: &Draft) -> Draft {
        let Draft { place, base, overrules, fault, .. } = *other;
        Draft { place, base, overrules, fault: self.fault.or(fault), ..self.clone() }
    }

    /// The first text with what looks like a CPR number, where nobody has said that it is none.
    fn citizen_number(&self) -> Option<DraftFault> {
        let texts =
            [(TextField::Reason, &self.reason), (TextField::Comment, &self.comment), (TextField::Quote, &self.quote)];
        let is_one = |text: &Option<String>| text.as_deref().is_some_and(looks_like_cpr);
        let (field, _) = texts.into_iter().find(|(_, text)| !self.is_no_cpr && is_one(text))?;
        Some(DraftFault::Cpr(field))
    }

    /// The answer that the draft asks for beside what is stored.
    pub fn over(&self, stored: Option<&Answer>, scale: &Scale) -> Answer {
        let written = |sent: &Option<String>, kept: Option<&Option<String>>| match sent {
            Some(sent) => Some(sent.clone()).filter(|sent| !sent.is_empty()),
            None => kept.cloned().flatten(),
        };
        let choice = self.choice.or_else(|| stored.and_then(|stored| stored.choice));
        let reason = written(&self.reason, stored.map(|stored| &stored.reason));
        let unit_share = match self.unit_share {
            Sent::Not => stored.and_then(|stored| stored.unit_share),
            Sent::Emptied => None,
            Sent::Chosen(share) => Some(share),
        };
        Answer {
            question: i16::try_from(self.question).unwrap_or(i16::MAX),
            choice,
            // A reason belongs to the option that asks for it, and goes with it.
            reason: reason.filter(|_| choice.is_none() || requires_reason(scale, choice)),
            comment: written(&self.comment, stored.map(|stored| &stored.comment)),
            quote: written(&self.quote, stored.map(|stored| &stored.quote)),
            unit_share: unit_share.filter(|_| is_partial(scale, choice)),
            ..Answer::default()
        }
    }

    /// What becomes of the draft in a section, beside what is stored there.
    pub fn merge(&self, stored: Option<&Answer>, scale: &Scale, by: (SectionNumber, Option<&str>)) -> Merged {
        let wanted = self.over(stored, scale);
        let nothing = Answer::default();
        let there = stored.unwrap_or(&nothing);
        if there.says_the_same(&wanted) {
            return Merged::Same;
        }
        if self.base.revision == there.revision || self.overrules == Some(there.revision) {
            let (section, writer) = by;
            let revision = there.revision.saturating_add(1);
            return Merged::Changed(Answer { section, revision, writer: writer.map(str::to_owned), ..wanted });
        }
        if self.base.said == Some(fingerprint(&self.over(None, scale))) {
            return Merged::Untouched;
        }
        Merged::Conflict
    }
}

#[cfg(test)]
mod tests;
