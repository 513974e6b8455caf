//! What a text reads like before anybody gets it: filled with a post of the directory, or with a made-up one.

use chrono::NaiveDate;

use super::asked::Asked;
use super::blocks::ReceiptLine;
use super::content::{Content, Occasion};
use super::message::Sender;
use crate::domain::base::municipalities;
use crate::domain::mail::letter_texts::{TextKind, TextPlace};
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::programmes::Programme;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Area, Language};
use crate::error::Result;
use crate::store::{self, Conn};

/// What examples of a programme's letters are about: the round that is being prepared or answered, or the year to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    programme: String,
    round: String,
    opens_on: NaiveDate,
    deadline: NaiveDate,
}

impl Example {
    /// Reads what a programme's next letters would be about.
    ///
    /// # Errors
    /// Database errors.
    pub fn read(conn: &mut Conn, programme: &Programme, language: Language, today: NaiveDate) -> Result<Example> {
        let rounds = store::rounds::list(conn)?;
        let season = programme.next_season(today, &rounds);
        let is_next = |round: &&Round| {
            programme.has(round) && !round.is_historic && (round.is_waiting() || round.status == RoundStatus::Open)
        };
        let (round, opens_on, deadline) = match rounds.iter().filter(is_next).max_by_key(|round| round.opens_on) {
            Some(round) => (round.key.clone(), round.opens_on, round.closes_on),
            None => (season.year.to_string(), season.opens_on, season.closes_on),
        };
        Ok(Example { programme: programme.title(language).to_owned(), round, opens_on, deadline })
    }

    /// What a letter from a text would tell a post, or a made-up one. Its link leads to the page of the text: an
    /// example opens nothing.
    pub fn content(&self, place: &TextPlace, post: Option<&DirectoryEntry>, sender: &Sender) -> Content {
        let language = place.language;
        let holder = post.and_then(|entry| entry.holder.as_ref());
        Content {
            occasion: occasion(place.kind, language),
            language,
            name: match post {
                Some(_) => holder.map(|holder| holder.name.clone()).unwrap_or_default(),
                None => tr!(language, "letter-example-name"),
            },
            post: post.map_or_else(|| tr!(language, "letter-example-post"), |entry| entry.post.title.clone()),
            municipality: post
                .map_or_else(|| municipalities::all()[0].code(), |entry| entry.post.municipality_code.clone()),
            programme: self.programme.clone(),
            round: self.round.clone(),
            is_test: false,
            is_sample: false,
            asked: asked(post, language),
            opens_on: self.opens_on,
            deadline: self.deadline,
            link: sender.page(&format!("/programmes/{}", place.path())),
            sender: sender.name(),
            contact: sender.contact().to_owned(),
            accent: sender.accent().cloned(),
        }
    }
}

/// The areas of a post, or a made-up one, with a made-up number of questions and minutes.
fn asked(post: Option<&DirectoryEntry>, language: Language) -> Asked {
    let areas: Vec<Area> = post.map_or_else(|| vec![Area::Schools], |entry| entry.post.areas.iter().collect());
    let areas = areas.iter().map(|area| area.name(language).to_owned()).collect();
    Asked { areas, questions: 24, minutes: Some(15) }
}

/// What only one kind of letter tells, made up.
fn occasion(kind: TextKind, language: Language) -> Occasion {
    match kind {
        TextKind::Announcement => Occasion::Announcement,
        TextKind::Invitation => Occasion::Invitation,
        TextKind::Reminder => Occasion::Reminder,
        TextKind::LastReminder => Occasion::LastReminder,
        TextKind::Extended => Occasion::Extended,
        TextKind::ExtensionDeclined => Occasion::ExtensionDeclined { because: tr!(language, "letter-example-because") },
        TextKind::Handover => Occasion::Handover {
            area: Area::Schools.name(language).to_owned(),
            holder: tr!(language, "letter-example-colleague"),
            note: tr!(language, "letter-example-note"),
        },
        TextKind::HandoverDone => Occasion::HandoverDone {
            area: Area::Schools.name(language).to_owned(),
            colleague: tr!(language, "letter-example-colleague"),
        },
        TextKind::Result => Occasion::Result,
        TextKind::Receipt => Occasion::Receipt {
            answers: vec![ReceiptLine {
                section: Area::Schools.name(language).to_owned(),
                question: tr!(language, "letter-example-question"),
                answer: tr!(language, "letter-example-answer"),
                comments: Vec::new(),
            }],
        },
    }
}
