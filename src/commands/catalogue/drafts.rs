//! Drafts of editions: begun, copied, edited, undone and taken away. Every change is a revision of the history.

use serde_json::json;

use super::history::{append, begin_history, draft_of, insert, restore};
use crate::commands::audit::{note, note_values};
use crate::domain::Text;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::drafts::revisions::{Change, Deed, redone, undone};
use crate::domain::catalogue::drafts::{Draft, Edit, Item};
use crate::domain::catalogue::shapes::is_key;
use crate::editions;
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn, Db};

/// What an edition that is begun has from the start.
const BEGINNING: &[u8] = include_bytes!("../../../catalogue/beginning.yaml");

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is saved.
    Saved {
        /// What was changed, as it is called now.
        item: Item,
        /// The revision that is current now.
        revision: i32,
    },
    /// Somebody else has changed the same since the form was made; nothing was written.
    Conflict {
        /// The draft as it is.
        draft: Box<Draft>,
        /// Its revision.
        revision: i32,
    },
}

/// Begins an edition without packages.
///
/// # Errors
/// Refused where the key is none or taken.
pub fn begin(db: &Db, key: &str, title: &Text, by: &By) -> Result<()> {
    let beginning = files::catalogue::read(BEGINNING).map_err(Error::ImportErrors)?;
    let draft = Draft::empty(&beginning, key, title.clone());
    db.write(|conn| create_noted(conn, &draft, &Change::whole(Deed::Begun, ""), by))
}

/// Begins an edition as a copy of another one, to each question of which it is linked as identical.
///
/// # Errors
/// Refused where the key is none or taken, or the other edition is a draft.
pub fn copy(db: &Db, (from, key): (&str, &str), title: &Text, by: &By) -> Result<()> {
    db.write(|conn| {
        let stored = store::editions::find(conn, from)?.ok_or_else(|| Refusal::UnknownEdition(from.to_owned()))?;
        if stored.status == EditionStatus::Draft {
            return Err(Refusal::EditionNotPublished.into());
        }
        let draft = Draft::copy_of(&*editions::parse(&stored)?, key, title.clone());
        create_noted(conn, &draft, &Change::whole(Deed::Copied, from), by)
    })
}

/// Adds a draft.
pub(super) fn create(conn: &mut Conn, draft: &Draft, change: &Change, by: &By) -> Result<()> {
    let key = &draft.edition.key;
    if !is_key(key) {
        return Err(Refusal::BadCatalogueKey(key.clone()).into());
    }
    if store::editions::find_hash(conn, key)?.is_some() {
        return Err(Refusal::EditionExists(key.clone()).into());
    }
    insert(conn, draft, &files::catalogue::write(&draft.edition)?, change, by)
}

/// Adds a draft and notes who did it.
fn create_noted(conn: &mut Conn, draft: &Draft, change: &Change, by: &By) -> Result<()> {
    let key = &draft.edition.key;
    create(conn, draft, change, by)?;
    let from = (!change.key.is_empty()).then_some(&change.key);
    let values = json!({ "from": from, "questions": draft.edition.questions.len() });
    note_values(conn, by, ("create", Object::one("edition", key)), (None, Some(values)))
}

/// Edits a draft, as a form says that was made from one of its revisions. What changes nothing makes no revision.
///
/// # Errors
/// Refused where the edition is published, and where the edit would make no edition.
pub fn edit(db: &Db, key: &str, (made_from, edit): (i32, &Edit), by: &By) -> Result<Outcome> {
    // Parsed before the transaction, which keeps others waiting; there it comes out of memory.
    db.read(|conn| draft_of(conn, key))?;
    db.write(|conn| {
        let (stored, before) = draft_of(conn, key)?;
        if made_from != stored.revision && is_overtaken(conn, &before, (made_from, edit))? {
            return Ok(Outcome::Conflict { draft: Box::new(before), revision: stored.revision });
        }
        let edited = before.edited(edit)?;
        if edited.draft == before {
            return Ok(Outcome::Saved { item: edited.item, revision: stored.revision });
        }
        let change = Change::of(deed(edit), &edited.item);
        let current = begin_history(conn, &stored, &before)?;
        let revision = append(conn, (&stored, &before), &edited.draft, (current, &change), by)?;
        let values = json!({ "revision": revision, "what": change });
        note_values(conn, by, ("edit", Object::one("edition", key)), (None, Some(values)))?;
        Ok(Outcome::Saved { item: edited.item, revision })
    })
}

fn deed(edit: &Edit) -> Deed {
    match edit {
        Edit::Add(_) => Deed::Added,
        Edit::Change(..) => Deed::Changed,
        Edit::Remove(_) => Deed::Removed,
        Edit::Move(..) => Deed::Moved,
        Edit::Link(_) => Deed::Linked,
    }
}

/// Whether what a form changes was changed since the revision that it was made from. What is added or moved is in
/// nobody's way; what is taken away must be as it was seen, with all that is in it.
fn is_overtaken(conn: &mut Conn, now: &Draft, (made_from, edit): (i32, &Edit)) -> Result<bool> {
    let item = match edit {
        Edit::Add(_) | Edit::Move(..) => return Ok(false),
        Edit::Remove(_) => return Ok(true),
        Edit::Change(item, ..) => item,
        Edit::Link(_) => return overtaken_links(conn, now, made_from, edit),
    };
    let Some(seen) = store::edition_revisions::find(conn, &now.edition.key, made_from)? else { return Ok(true) };
    let seen = Draft { edition: (*editions::parse_revision(&seen)?).clone(), crosswalks: Vec::new() };
    Ok(seen.content(item) != now.content(item))
}

fn overtaken_links(conn: &mut Conn, now: &Draft, made_from: i32, edit: &Edit) -> Result<bool> {
    let Edit::Link(wanted) = edit else { return Ok(false) };
    let Some(seen) = store::edition_revisions::find(conn, &now.edition.key, made_from)? else { return Ok(true) };
    let seen = seen.crosswalks();
    let of = |all: &[Crosswalk]| all.iter().find(|one| (&one.from, &one.to) == (&wanted.from, &wanted.to)).cloned();
    Ok(of(&seen) != of(&now.crosswalks))
}

/// Where to go in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Back to the revision that the current one was made from.
    Undo,
    /// On to the newest revision that was made from the current one.
    Redo,
    /// To any revision.
    To(i32),
}

/// Makes another revision of the history current, and returns its number.
///
/// # Errors
/// Refused where there is no such revision, or the edition is published.
pub fn go(db: &Db, key: &str, way: Way, by: &By) -> Result<i32> {
    db.write(|conn| {
        let (stored, before) = draft_of(conn, key)?;
        let history = store::edition_revisions::list(conn, key)?;
        let (verb, number) = match way {
            Way::Undo => ("undo", undone(&history, stored.revision)),
            Way::Redo => ("redo", redone(&history, stored.revision)),
            Way::To(number) => ("revert", Some(number)),
        };
        let number = number.ok_or(Refusal::NoSuchRevision)?;
        restore(conn, (&stored, &before), number, by)?;
        let values = (Some(json!({ "revision": stored.revision })), Some(json!({ "revision": number })));
        note_values(conn, by, (verb, Object::one("edition", key)), values)?;
        Ok(number)
    })
}

/// Takes a draft away with its history and its crosswalks.
///
/// # Errors
/// Refused where the edition is published, or a round or a programme asks it.
pub fn delete(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let (stored, _) = draft_of(conn, key)?;
        let is_programmed = store::programmes::list(conn)?.iter().any(|one| one.edition.as_deref() == Some(key));
        if is_programmed || store::rounds::count_by_edition(conn, key)? > 0 {
            return Err(Refusal::EditionAsked.into());
        }
        store::editions::delete_crosswalks_of(conn, key)?;
        store::edition_revisions::delete_all(conn, key)?;
        store::editions::delete(conn, &stored.key)?;
        note(conn, by, "delete", Object::one("edition", key))
    })
}
