//! Importing and publishing editions and crosswalks.

pub mod corrections;
pub mod drafts;
mod history;
pub mod shipped;
#[cfg(test)]
mod tests;

pub(super) use history::relinked;

use std::collections::BTreeSet;

use serde_json::json;

use self::corrections::Breaking;
use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::content_hash;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::drafts::faults::faults;
use crate::domain::catalogue::drafts::revisions::{Change, Deed};
use crate::domain::catalogue::stored::{StoredCrosswalk, StoredEdition};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::editions;
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn, Db};

/// What an import does, or in a dry run would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionReport {
    /// Key of the edition.
    pub key: String,
    /// How many packages it has.
    pub packages: usize,
    /// How many recommendations it has.
    pub recommendations: usize,
    /// How many questions it has.
    pub questions: usize,
    /// Whether a draft of the same key makes way.
    pub replaces_draft: bool,
    /// Questions that the replaced draft did not have.
    pub added: usize,
    /// Questions that only the replaced draft had.
    pub removed: usize,
}

/// Says what an import would do, writing nothing.
///
/// # Errors
/// All errors of the document; refused when the edition is published.
pub fn check(db: &Db, document: &[u8]) -> Result<EditionReport> {
    let edition = files::catalogue::read(document).map_err(Error::ImportErrors)?;
    db.read(|conn| report(conn, &edition, document))
}

/// Imports an edition as a draft. The same document again changes nothing.
///
/// # Errors
/// All errors of the document; refused when another document was published under this key.
pub fn import(db: &Db, document: &[u8], by: &By) -> Result<EditionReport> {
    let edition = files::catalogue::read(document).map_err(Error::ImportErrors)?;
    let (text, hash) = (text(document)?, content_hash(document));
    // What is parsed is parsed before the transaction, which may run again and keeps others waiting.
    let report = db.read(|conn| report(conn, &edition, document))?;
    db.write(|conn| {
        let before = store::editions::find(conn, &edition.key)?;
        let old = before.as_ref().map(|before| json!({ "hash": before.content_hash }));
        let change = Change::whole(Deed::Imported, "");
        match before {
            None => {
                let draft = corrections::linked(conn, &edition)?;
                history::insert(conn, &draft, &text, &change, by)?;
            }
            Some(before) if before.content_hash == hash => {}
            Some(stored) => {
                // Refused where another document was published under this key.
                let (_, before) = history::draft_of(conn, &stored.key)?;
                let current = history::begin_history(conn, &stored, &before)?;
                let after = (&before.replaced(edition.clone()), text.clone());
                history::append_document(conn, (&stored, &before), after, (current, &change), by)?;
            }
        }
        let new = Some(json!({ "hash": hash }));
        note_values(conn, by, ("import", Object::one("edition", &edition.key)), (old, new))
    })?;
    Ok(report)
}

/// What a file may take the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacing {
    /// Nothing.
    Nothing,
    /// A draft of the same key, which stays in the history.
    Draft,
}

/// Imports an edition as a draft, and returns its key. What is there already makes way only where that is meant.
///
/// # Errors
/// All errors of the document; refused when an edition of its key is published, or a draft of it may not make way.
pub fn bring(db: &Db, document: &[u8], replacing: Replacing, by: &By) -> Result<String> {
    let edition = files::catalogue::read(document).map_err(Error::ImportErrors)?;
    let there = db.read(|conn| Ok(store::editions::find(conn, &edition.key)?))?;
    match there.map(|one| one.status) {
        Some(EditionStatus::Published) => Err(Refusal::EditionExists(edition.key).into()),
        Some(EditionStatus::Draft) if replacing == Replacing::Nothing => Err(Refusal::DraftExists(edition.key).into()),
        _ => Ok(import(db, document, by)?.key),
    }
}

fn report(conn: &mut Conn, edition: &Edition, document: &[u8]) -> Result<EditionReport> {
    let before = store::editions::find(conn, &edition.key)?;
    if before.as_ref().is_some_and(|before| {
        before.status == EditionStatus::Published && before.content_hash != content_hash(document)
    }) {
        return Err(Refusal::EditionPublished.into());
    }
    let keys = |edition: &Edition| -> BTreeSet<String> {
        edition.questions.iter().map(|question| question.key.clone()).collect()
    };
    let old = match &before {
        Some(before) => keys(&*editions::parse(before)?),
        None => BTreeSet::new(),
    };
    let new = keys(edition);
    Ok(EditionReport {
        key: edition.key.clone(),
        packages: edition.packages.len(),
        recommendations: edition.packages.iter().map(|package| package.recommendations.len()).sum(),
        questions: edition.questions.len(),
        replaces_draft: before.is_some_and(|before| before.content_hash != content_hash(document)),
        added: new.difference(&old).count(),
        removed: old.difference(&new).count(),
    })
}

/// Makes an edition immutable and returns its content hash. Publishing twice changes nothing.
///
/// # Errors
/// Refused when there is no such edition, it has faults, its document was changed behind the program's back, or it is a
/// correction over which questions would not compare any more.
pub fn publish(db: &Db, key: &str, by: &By) -> Result<String> {
    db.write(|conn| {
        let stored = find(conn, key)?;
        publish_in(conn, &stored, Breaking::Refused, by)?;
        Ok(stored.content_hash)
    })
}

fn find(conn: &mut Conn, key: &str) -> Result<StoredEdition> {
    Ok(store::editions::find(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?)
}

fn publish_in(conn: &mut Conn, stored: &StoredEdition, breaking: Breaking, by: &By) -> Result<()> {
    if !stored.is_intact() {
        return Err(Refusal::EditionChanged.into());
    }
    if stored.status == EditionStatus::Draft {
        let edition = editions::parse(stored)?;
        let faults = faults(&edition).len();
        if faults > 0 {
            return Err(Refusal::EditionFaulty(faults).into());
        }
        corrections::check(conn, &edition, breaking)?;
        store::editions::update_published(conn, &stored.key, by.now)?;
        note(conn, by, "publish", Object::one("edition", &stored.key))?;
    }
    Ok(())
}

/// A draft as the page showed it that is to publish it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its key.
    pub key: String,
    /// What was typed as its key.
    pub typed: String,
    /// Hash of the document that was shown.
    pub hash: String,
    /// Whether it may end what could be compared, where it is a correction.
    pub breaking: Breaking,
}

/// Makes the edition immutable that somebody has just looked at, and whose key they have typed.
///
/// # Errors
/// Refused when what was typed is not its key, when the draft was changed after it was shown, and as `publish` is.
pub fn publish_shown(db: &Db, shown: &Shown, by: &By) -> Result<()> {
    if shown.typed != shown.key {
        return Err(Refusal::WrongEditionKey.into());
    }
    db.write(|conn| {
        let stored = find(conn, &shown.key)?;
        if stored.status == EditionStatus::Draft && stored.content_hash != shown.hash {
            return Err(Refusal::DraftChanged.into());
        }
        publish_in(conn, &stored, shown.breaking, by)
    })
}

/// Reads a crosswalk against the editions at hand, writing nothing.
///
/// # Errors
/// All errors of the document.
pub fn check_crosswalk(db: &Db, document: &[u8]) -> Result<Crosswalk> {
    db.read(|conn| read_crosswalk(conn, document))
}

/// Imports a crosswalk, replacing an earlier one between the same editions.
///
/// # Errors
/// All errors of the document.
pub fn import_crosswalk(db: &Db, document: &[u8], by: &By) -> Result<Crosswalk> {
    let document_text = text(document)?;
    let crosswalk = check_crosswalk(db, document)?;
    let stored = StoredCrosswalk {
        from_edition: crosswalk.from.clone(),
        to_edition: crosswalk.to.clone(),
        document: document_text,
        imported_at: by.now,
    };
    let name = format!("{} {}", stored.from_edition, stored.to_edition);
    let new = json!({ "hash": content_hash(document), "links": crosswalk.links.len() });
    db.write(|conn| {
        relinked(conn, (&stored.from_edition, &stored.to_edition), by, |conn| {
            store::editions::delete_crosswalk(conn, &stored.from_edition, &stored.to_edition)?;
            store::editions::insert_crosswalk(conn, &stored)?;
            Ok(())
        })?;
        note_values(conn, by, ("import", Object::one("crosswalk", &name)), (None, Some(new.clone())))
    })?;
    Ok(crosswalk)
}

fn read_crosswalk(conn: &mut Conn, document: &[u8]) -> Result<Crosswalk> {
    let mut known = Vec::new();
    for stored in store::editions::list(conn)? {
        known.push(editions::parse(&stored)?);
    }
    let known: Vec<&Edition> = known.iter().map(AsRef::as_ref).collect();
    files::crosswalk::read(document, &known).map_err(Error::ImportErrors)
}

fn text(document: &[u8]) -> Result<String> {
    String::from_utf8(document.to_vec()).map_err(|cause| {
        Error::ImportErrors(vec![ImportError {
            line: 1,
            key: String::new(),
            problem: Problem::Unreadable(cause.to_string()),
        }])
    })
}
