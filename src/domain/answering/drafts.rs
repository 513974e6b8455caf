//! What a form says about the questions of a section, and what becomes of it beside what is stored.

use std::collections::BTreeMap;

use super::answers::{Answer, TEXT_LIMIT, fingerprint, requires_reason};
use super::citizen_numbers::looks_like_cpr;
use crate::domain::Area;
use crate::domain::base::import_errors::is_steering;
use crate::domain::catalogue::{Edition, OptionIndex, QuestionIndex, Scale};
use crate::domain::rounds::invitations::SectionNumber;

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
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
    /// What is wrong with it; then it is not saved.
    pub fault: Option<DraftFault>,
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

/// The name of a form's field, by the letter of its kind: `q12` the option, `b12` the reason, `k12` the comment, `c12`
/// the quote, `r12` the base, `f12` the revision overruled, `n12` that there is no CPR number in it. `q12-skole` says the
/// same for another area, and `s12-skole` that what `q12` says is said for that area too, with the base there.
pub fn field_name(kind: char, question: QuestionIndex, place: Place) -> String {
    match (place, kind) {
        (Place::Along(area), 'r') => format!("s{question}-{area}"),
        (Place::Along(area), 'f') | (Place::Apart(area), _) => format!("{kind}{question}-{area}"),
        (Place::Own | Place::Along(_), _) => format!("{kind}{question}"),
    }
}

/// The name of the button that gives every area of a question the answer of the page's own; its value is the question.
pub const SAME_FOR_ALL: &str = "ens";

/// The drafts in a form by question, with fields named as [`field_name`] names them; the page's own area comes first.
/// Other fields are left alone.
pub fn parse(edition: &Edition, asked: &[QuestionIndex], form: Vec<(String, String)>) -> Vec<Draft> {
    let mut drafts: BTreeMap<(QuestionIndex, Option<Area>), Draft> = BTreeMap::new();
    let mut same: Option<QuestionIndex> = None;
    for (name, value) in form {
        if name == SAME_FOR_ALL {
            same = value.parse().ok();
        }
        let Some((kind, question, other)) = field(&name) else { continue };
        let place = other.map_or(Place::Own, Place::Apart);
        let draft = drafts.entry((question, other)).or_insert_with(|| Draft { question, place, ..Draft::default() });
        let known = edition.questions.get(question);
        let scale = known.map(|question| edition.scale_of(question));
        match (kind, other) {
            (b'q', _) if value.is_empty() => {}
            (b'q', _) => match known_option(scale, &value) {
                Some(choice) => draft.choice = Some(choice),
                None => draft.fault = Some(DraftFault::UnknownOption),
            },
            (b'b', _) => draft.reason = Some(text(&value, TextField::Reason, &mut draft.fault)),
            (b'k', _) => draft.comment = Some(text(&value, TextField::Comment, &mut draft.fault)),
            (b'c', _) => draft.quote = Some(text(&value, TextField::Quote, &mut draft.fault)),
            (b'r', _) => draft.base = Base::parse(&value),
            (b's', Some(area)) => (draft.base, draft.place) = (Base::parse(&value), Place::Along(area)),
            (b'n', _) => draft.is_no_cpr = true,
            _ => draft.overrules = value.parse().ok(),
        }
        let is_put_to = |area: Area| known.is_some_and(|question| question.areas.contains(&area));
        if asked.binary_search(&question).is_err() || other.is_some_and(|area| !is_put_to(area)) {
            draft.fault = Some(DraftFault::UnknownQuestion);
        }
    }
    drafts.values_mut().for_each(|draft| draft.fault = draft.fault.or(draft.citizen_number()));
    let mut drafts: Vec<Draft> = drafts.into_values().collect();
    let mut own: Option<usize> = None;
    for place in 0..drafts.len() {
        if drafts[place].place == Place::Own {
            own = Some(place);
        }
        let Some(first) = own.filter(|first| drafts[*first].question == drafts[place].question) else { continue };
        match drafts[place].place {
            Place::Along(_) => drafts[place] = drafts[first].said_along(&drafts[place]),
            Place::Apart(_) if same == Some(drafts[place].question) => {
                let Draft { choice, reason, .. } = drafts[first].clone();
                drafts[place] = Draft { choice, reason, ..drafts[place].clone() };
            }
            _ => {}
        }
    }
    drafts
}

fn field(name: &str) -> Option<(u8, QuestionIndex, Option<Area>)> {
    let kind = *name.as_bytes().first()?;
    if !b"qbkcrfns".contains(&kind) {
        return None;
    }
    let (question, other) = parse_number(name.get(1..)?)?;
    (kind != b's' || other.is_some()).then_some((kind, question, other))
}

/// The number of a question as a form carries it, with another area where it is about one: `12`, `12-skole`.
pub fn parse_number(text: &str) -> Option<(QuestionIndex, Option<Area>)> {
    let (digits, area) = match text.split_once('-') {
        Some((digits, area)) => (digits, Some(area.parse().ok()?)),
        None => (text, None),
    };
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((digits.parse().ok()?, area))
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
