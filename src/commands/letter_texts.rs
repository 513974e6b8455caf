//! What letters say: every change of a text is a version of its own, and the newest holds. An entry of the audit log
//! names versions; what they say stands in the text's history, because people may be named there.

use serde_json::json;

use super::audit::{note, note_values};
use crate::domain::access::audit::{Actor, By, Object};
use crate::domain::access::staff::Staff;
use crate::domain::mail::letter_texts::{LetterSample, LetterText, LetterTextId, Template, TextPlace, Wording};
use crate::domain::mail::letters::{Letter, LetterId};
use crate::domain::rounds::directory::PostId;
use crate::error::{OrNotFound, Result};
use crate::mail::shipped;
use crate::store::{self, Db};

/// What came of saving a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is a new version.
    Saved,
    /// It says what was said before; there is no new version.
    Unchanged,
    /// Somebody else has saved another version since the form was made; nothing was written.
    Overtaken,
}

/// Saves a text of a programme as the version after `made_from`, which is 0 where there was none. The text that the
/// program brings is saved as just that, so that it follows the program again.
///
/// # Errors
/// Not found when there is no such programme.
pub fn save(db: &Db, place: &TextPlace, (made_from, template): (i32, &Template), by: &By) -> Result<Outcome> {
    let (brought, new) = (shipped(place.kind, place.language), &template.wording);
    db.write(|conn| {
        store::programmes::find(conn, &place.programme)?.or_not_found()?;
        let newest = store::letter_texts::find_newest(conn, place)?;
        let version = newest.as_ref().map_or(0, |text| text.version);
        let before = newest.and_then(|text| text.wording()).unwrap_or_else(|| brought.clone());
        if before == *new {
            return Ok(Outcome::Unchanged);
        }
        if version != made_from {
            return Ok(Outcome::Overtaken);
        }
        let own = Some(new).filter(|new| **new != brought);
        let text = LetterText {
            id: LetterTextId::new(),
            programme: place.programme.clone(),
            kind: place.kind,
            language: place.language,
            version: version + 1,
            subject: own.map(|own| own.subject.clone()),
            body: own.map(|own| own.body.clone()),
            made_at: by.now,
            made_by: match &by.actor {
                Actor::Staff(id) => Some(id.to_string()),
                _ => None,
            },
        };
        store::letter_texts::insert(conn, &text)?;
        let values = (Some(json!({ "version": version })), Some(json!({ "version": text.version })));
        note_values(conn, by, ("edit", Object::one("letter_text", &place.path())), values)?;
        Ok(Outcome::Saved)
    })
}

/// Sends a text, saved or not, to the account that writes it: filled with a post, or a made-up one, and with no link
/// that opens anything. Returns the letter's id.
///
/// # Errors
/// Not found when there is no such programme.
pub fn send_sample(
    db: &Db,
    (place, wording): (&TextPlace, &Wording),
    (account, post): (&Staff, Option<&PostId>),
    by: &By,
) -> Result<LetterId> {
    db.write(|conn| {
        store::programmes::find(conn, &place.programme)?.or_not_found()?;
        let letter = Letter::text_sample(account, place.language, by.now);
        let sample = LetterSample {
            letter_id: letter.id.clone(),
            programme: place.programme.clone(),
            kind: place.kind,
            language: place.language,
            subject: wording.subject.clone(),
            body: wording.body.clone(),
            post_id: post.cloned(),
        };
        // A button that was pressed twice sends one letter.
        if super::letters::queue_to_staff(conn, letter)? == 1 {
            store::letter_samples::insert(conn, &sample)?;
            note(conn, by, "sample", Object::one("letter_text", &place.path()))?;
        }
        Ok(sample.letter_id)
    })
}
