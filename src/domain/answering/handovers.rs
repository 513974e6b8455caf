//! Handing sections to colleagues: what one writes to them, and the chain of who has handed what to whom.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::citizen_numbers::looks_like_cpr;
use super::respondents::{Colleague, ColleagueFaults, host_of};
use crate::domain::rounds::invitations::{Section, SectionNumber};
use crate::schema::handovers;

/// The most characters of a note to a colleague.
pub const NOTE_LIMIT: usize = 500;

/// The fewest letters of a host that stands alone: shorter ones are abbreviations, as in "f.eks." and "m.fl.".
const SHORTEST_HOST: usize = 3;

id! {
    /// A handover.
    HandoverId
}

/// A section that somebody has handed to somebody: the post's holder to a colleague, or one colleague to the next.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = handovers, treat_none_as_default_value = false)]
pub struct Handover {
    /// Its id.
    pub id: HandoverId,
    /// The section.
    pub section: SectionNumber,
    /// Who handed it over.
    pub from_name: String,
    /// Their address; empty where none was known.
    pub from_email: String,
    /// Who got it.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What was written to them, on one line; may be empty.
    pub note: String,
    /// When it was handed over, UTC.
    pub handed_at: NaiveDateTime,
    /// When they said that they were done, UTC.
    pub done_at: Option<NaiveDateTime>,
    /// When it was theirs no more, because it was taken back or handed on, UTC.
    pub ended_at: Option<NaiveDateTime>,
}

impl Handover {
    /// A section that is handed over now.
    pub fn new(section: &Section, from: &Colleague, to: &HandoverDraft, now: NaiveDateTime) -> Handover {
        Handover {
            id: HandoverId::new(),
            section: section.number,
            from_name: from.name.clone(),
            from_email: from.email.clone(),
            name: to.colleague.name.clone(),
            email: to.colleague.email.clone(),
            note: to.note.clone(),
            handed_at: now,
            done_at: None,
            ended_at: None,
        }
    }

    /// A section that was handed over before there were rows to tell of it; who did it is not known.
    pub fn unknown(section: &Section, now: NaiveDateTime) -> Handover {
        let to = HandoverDraft { colleague: Colleague::of_section(section), note: String::new() };
        Handover::new(section, &Colleague::default(), &to, now)
    }
}

/// Whom something is handed to, and what is written to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverDraft {
    /// The colleague.
    pub colleague: Colleague,
    /// The note, on one line; may be empty.
    pub note: String,
}

/// What is wrong with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteFault {
    /// It is longer than `NOTE_LIMIT`.
    Long,
    /// It holds what looks like a CPR number, and nobody has said that it is none.
    Cpr,
    /// It holds what a mail program would make a link of.
    Address,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoverFaults {
    /// Name and address.
    pub colleague: ColleagueFaults,
    /// The note.
    pub note: Option<NoteFault>,
}

impl HandoverDraft {
    /// What somebody typed; `is_no_cpr` where they have said that what looks like a CPR number is none.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse((name, email): (&str, &str), note: &str, is_no_cpr: bool) -> Result<HandoverDraft, HandoverFaults> {
        let note = parse_note(note, is_no_cpr);
        match (Colleague::parse(name, email), note) {
            (Ok(colleague), Ok(note)) => Ok(HandoverDraft { colleague, note }),
            (colleague, note) => {
                Err(HandoverFaults { colleague: colleague.err().unwrap_or_default(), note: note.err() })
            }
        }
    }
}

/// A note as it is kept. It goes out in a letter of ours to whatever address somebody types, so it may not lead
/// anywhere; and it says nothing of citizens.
fn parse_note(note: &str, is_no_cpr: bool) -> Result<String, NoteFault> {
    let plain: String = note.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let note = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match () {
        () if note.chars().count() > NOTE_LIMIT => Err(NoteFault::Long),
        () if looks_like_cpr(&note) && !is_no_cpr => Err(NoteFault::Cpr),
        () if note.split_whitespace().any(leads_somewhere) => Err(NoteFault::Address),
        () => Ok(note),
    }
}

fn leads_somewhere(word: &str) -> bool {
    let is_address = word.split('/').next().and_then(host_of).is_some_and(|host| {
        host.chars().filter(|letter| letter.is_alphanumeric()).count() >= SHORTEST_HOST || word.contains('/')
    });
    is_address || word.contains("://") || word.contains('@') || word.to_lowercase().contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str) -> Result<String, NoteFault> {
        parse_note(text, false)
    }

    #[test]
    fn a_note_is_plain_prose_on_one_line() {
        for text in [
            "Du kender tallene fra f.eks. sidste år, bl.a. dem om tobak m.fl.",
            "Vi ses kl. 10:30 og taler om det og/eller resten.",
            "Se side 4.Tak!",
            "Tak! Hilsen J.P. Hansen",
        ] {
            assert_eq!(note(text).as_deref(), Ok(text));
        }
        assert_eq!(note(" To\r\n\tlinjer\u{0} ").as_deref(), Ok("To linjer"));
        assert_eq!(note("").as_deref(), Ok(""));
        assert_eq!(note(&"a".repeat(501)), Err(NoteFault::Long));
        assert!(note(&"æ".repeat(500)).is_ok());
    }

    #[test]
    fn a_note_leads_nowhere() {
        for text in [
            "Log ind på evil.example og",
            "se (www.evil",
            "https://evil",
            "skriv til ole@evil",
            "t.co/abc",
            "EVIL.DK",
            "kommune.dk.",
        ] {
            assert_eq!(note(text), Err(NoteFault::Address), "{text}");
        }
    }

    #[test]
    fn a_cpr_number_waits_until_somebody_says_that_it_is_none() {
        assert_eq!(note("Se sag 010190-1234"), Err(NoteFault::Cpr));
        assert_eq!(parse_note("Se sag 010190-1234", true).as_deref(), Ok("Se sag 010190-1234"));
        let faults = HandoverDraft::parse(("", "x"), "010190-1234", false).unwrap_err();
        assert!(faults.colleague.name.is_some() && faults.colleague.email.is_some());
        assert_eq!(faults.note, Some(NoteFault::Cpr), "everything is told at once");
    }
}
