//! The fields of a section's form: how they are named, and the drafts that they hold.

use std::collections::BTreeMap;

use super::{Base, Draft, DraftFault, Place, Sent, TextField};
use crate::domain::Area;
use crate::domain::answering::answers::TEXT_LIMIT;
use crate::domain::base::import_errors::is_steering;
use crate::domain::catalogue::{About, Edition, OptionIndex, QuestionIndex, Scale};

/// The name of a form's field, by the letter of its kind: `q12` the option, `b12` the reason, `k12` the comment, `c12`
/// the quote, `e12` the share of one's units, `r12` the base, `f12` the revision overruled, `n12` that there is no CPR number in it. `q12-skole` says the
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
            (b'e', _) if value.is_empty() => draft.unit_share = Sent::Emptied,
            (b'e', _) => match value.parse() {
                // Of a question about something else it would never be shown again.
                Ok(share) if known.is_some_and(|question| question.about == Some(About::Unit)) => {
                    draft.unit_share = Sent::Chosen(share);
                }
                _ => draft.fault = Some(DraftFault::UnknownOption),
            },
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
                let Draft { choice, reason, unit_share, .. } = drafts[first].clone();
                drafts[place] = Draft { choice, reason, unit_share, ..drafts[place].clone() };
            }
            _ => {}
        }
    }
    drafts
}

fn field(name: &str) -> Option<(u8, QuestionIndex, Option<Area>)> {
    let kind = *name.as_bytes().first()?;
    if !b"qbkcerfns".contains(&kind) {
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
pub(super) fn text(raw: &str, field: TextField, fault: &mut Option<DraftFault>) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |letter: &char| matches!(letter, '\n' | '\t') || !is_steering(*letter);
    let text: String = lines.trim().chars().filter(is_kept).collect();
    if text.chars().count() > TEXT_LIMIT {
        *fault = Some(DraftFault::Long(field));
    }
    text
}
