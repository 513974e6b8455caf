//! What a form says about the questions of a section, and what becomes of it beside what is stored.

use std::collections::BTreeMap;

use super::answers::{Answer, TEXT_LIMIT, fingerprint, requires_reason};
use super::citizen_numbers::looks_like_cpr;
use crate::domain::base::import_errors::is_steering;
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex, Scale};
use crate::domain::rounds::invitations::SectionNumber;

/// What a form says about one question. What it did not send stays as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The question.
    pub question: QuestionIndex,
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
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
    /// What is wrong with it; then it is not saved.
    pub fault: Option<DraftFault>,
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

/// The drafts in a form, by question: `q12` the option, `b12` the reason, `k12` the comment,
/// `c12` the quote, `r12` the base, `f12` the revision overruled, `n12` that there is no CPR number in it. Other fields
/// are left alone.
pub fn parse(edition: &Edition, asked: &[QuestionIndex], form: Vec<(String, String)>) -> Vec<Draft> {
    let mut drafts: BTreeMap<QuestionIndex, Draft> = BTreeMap::new();
    for (name, value) in form {
        let Some((kind, question)) = field(&name) else { continue };
        let draft = drafts.entry(question).or_insert_with(|| Draft { question, ..Draft::default() });
        let scale = edition.questions.get(question).map(|question| edition.scale_of(question));
        match kind {
            b'q' if value.is_empty() => {}
            b'q' => match known_option(scale, &value) {
                Some(choice) => draft.choice = Some(choice),
                None => draft.fault = Some(DraftFault::UnknownOption),
            },
            b'b' => draft.reason = Some(text(&value, TextField::Reason, &mut draft.fault)),
            b'k' => draft.comment = Some(text(&value, TextField::Comment, &mut draft.fault)),
            b'c' => draft.quote = Some(text(&value, TextField::Quote, &mut draft.fault)),
            b'r' => draft.base = Base::parse(&value),
            b'n' => draft.is_no_cpr = true,
            _ => draft.overrules = value.parse().ok(),
        }
        if asked.binary_search(&question).is_err() {
            draft.fault = Some(DraftFault::UnknownQuestion);
        }
    }
    drafts.values_mut().for_each(|draft| draft.fault = draft.fault.or(draft.citizen_number()));
    drafts.into_values().collect()
}

fn field(name: &str) -> Option<(u8, QuestionIndex)> {
    let kind = *name.as_bytes().first()?;
    let number = name.get(1..).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    if !b"qbkcrfn".contains(&kind) {
        return None;
    }
    Some((kind, number.parse().ok()?))
}

fn known_option(scale: Option<&Scale>, value: &str) -> Option<i16> {
    let index: OptionIndex = value.parse().ok()?;
    scale?.options.get(index)?;
    i16::try_from(index).ok()
}

/// What was written, in one way of breaking lines and without what nobody sees or no database can hold.
fn text(raw: &str, field: TextField, fault: &mut Option<DraftFault>) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |letter: &char| matches!(letter, '\n' | '\t') || !is_steering(*letter);
    let text: String = lines.trim().chars().filter(is_kept).collect();
    if text.chars().count() > TEXT_LIMIT {
        *fault = Some(DraftFault::Long(field));
    }
    text
}

impl Draft {
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
        Answer {
            question: i16::try_from(self.question).unwrap_or(i16::MAX),
            choice,
            // A reason belongs to the option that asks for it, and goes with it.
            reason: reason.filter(|_| choice.is_none() || requires_reason(scale, choice)),
            comment: written(&self.comment, stored.map(|stored| &stored.comment)),
            quote: written(&self.quote, stored.map(|stored| &stored.quote)),
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
