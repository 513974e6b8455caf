//! Writing a draft with its crosswalks and its history, inside the transaction of whoever changes it.

use crate::domain::access::audit::{Actor, By};
use crate::domain::access::staff::StaffId;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::content_hash;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::drafts::revisions::{Change, Deed, Revision};
use crate::domain::catalogue::drafts::{Draft, Item};
use crate::domain::catalogue::stored::{StoredCrosswalk, StoredEdition};
use crate::editions;
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn};

/// A draft as it is stored.
///
/// # Errors
/// Refused where there is no such edition, or it is published.
pub(super) fn draft_of(conn: &mut Conn, key: &str) -> Result<(StoredEdition, Draft)> {
    let stored = store::editions::find(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    if stored.status == EditionStatus::Published {
        return Err(Refusal::EditionPublished.into());
    }
    let draft = editions::draft(conn, &stored)?;
    Ok((stored, draft))
}

/// Adds a new draft with the first revision of its history.
pub(super) fn insert(conn: &mut Conn, draft: &Draft, document: &str, change: &Change, by: &By) -> Result<()> {
    let stored = StoredEdition {
        key: draft.edition.key.clone(),
        status: EditionStatus::Draft,
        document: document.to_owned(),
        content_hash: content_hash(document.as_bytes()),
        imported_at: by.now,
        published_at: None,
        revision: 0,
    };
    store::editions::insert(conn, &stored)?;
    editions::keep(&stored.content_hash, draft.edition.clone());
    set_crosswalks(conn, &stored.key, (&[], &draft.crosswalks), by)?;
    record(conn, (&stored, draft), None, change, by)
}

/// The number of the revision that is current. A draft that was last written by a release without history gets a
/// revision for what it is.
pub(super) fn begin_history(conn: &mut Conn, stored: &StoredEdition, draft: &Draft) -> Result<i32> {
    let known = store::edition_revisions::find(conn, &stored.key, stored.revision)?;
    if known.as_ref().is_some_and(|known| known.content_hash == stored.content_hash) {
        return Ok(stored.revision);
    }
    let parent = known.map(|known| known.number);
    let last = store::edition_revisions::find_last_number(conn, &stored.key)?;
    let number = last.map_or(0, |last| last + 1);
    let stored = StoredEdition { revision: number, ..stored.clone() };
    let by = By::clock(stored.imported_at);
    record(conn, (&stored, draft), parent, &Change::whole(Deed::Imported, ""), &by)?;
    Ok(number)
}

/// Writes a draft as it is after a change, as the next revision. A document whose value is the same keeps its bytes.
pub(super) fn append(
    conn: &mut Conn,
    (stored, before): (&StoredEdition, &Draft),
    after: &Draft,
    (parent, change): (i32, &Change),
    by: &By,
) -> Result<i32> {
    let document = match before.edition == after.edition {
        true => stored.document.clone(),
        false => files::catalogue::write(&after.edition)?,
    };
    append_document(conn, (stored, before), (after, document), (parent, change), by)
}

/// The same with the document as somebody wrote it.
pub(super) fn append_document(
    conn: &mut Conn,
    (stored, before): (&StoredEdition, &Draft),
    (after, document): (&Draft, String),
    (parent, change): (i32, &Change),
    by: &By,
) -> Result<i32> {
    let last = store::edition_revisions::find_last_number(conn, &stored.key)?;
    let next = StoredEdition {
        content_hash: content_hash(document.as_bytes()),
        document,
        imported_at: by.now,
        revision: last.map_or(0, |last| last + 1),
        ..stored.clone()
    };
    record(conn, (&next, after), Some(parent), change, by)?;
    store::editions::update_document(conn, &next)?;
    editions::keep(&next.content_hash, after.edition.clone());
    set_crosswalks(conn, &next.key, (&before.crosswalks, &after.crosswalks), by)?;
    Ok(next.revision)
}

/// Writes the crosswalk between two editions, and notes it in the history of those that are drafts.
pub(in crate::commands) fn relinked(
    conn: &mut Conn,
    (from, to): (&str, &str),
    by: &By,
    write: impl FnOnce(&mut Conn) -> Result<()>,
) -> Result<()> {
    let drafts = [linked_draft(conn, from)?, linked_draft(conn, to)?];
    write(conn)?;
    for (stored, before, current) in drafts.into_iter().flatten() {
        let other = if stored.key == to { from } else { to };
        let change = Change::of(Deed::Linked, &Item::Crosswalk(other.to_owned()));
        let after = editions::draft(conn, &stored)?;
        // The row is there already, byte for byte.
        let written = Draft { crosswalks: after.crosswalks.clone(), ..before };
        append(conn, (&stored, &written), &after, (current, &change), by)?;
    }
    Ok(())
}

/// The draft that a crosswalk belongs to, with the number of its current revision; none where it is published.
fn linked_draft(conn: &mut Conn, key: &str) -> Result<Option<(StoredEdition, Draft, i32)>> {
    let Some(stored) = store::editions::find(conn, key)?.filter(|stored| stored.status == EditionStatus::Draft) else {
        return Ok(None);
    };
    let draft = editions::draft(conn, &stored)?;
    let current = begin_history(conn, &stored, &draft)?;
    Ok(Some((stored, draft, current)))
}

/// Makes a revision of the history current. Links to what another edition does not ask any more are left out.
pub(super) fn restore(conn: &mut Conn, (stored, before): (&StoredEdition, &Draft), number: i32, by: &By) -> Result<()> {
    let found = store::edition_revisions::find(conn, &stored.key, number)?.ok_or(Refusal::NoSuchRevision)?;
    let edition = (*editions::parse_revision(&found)?).clone();
    let mut draft = Draft { edition, crosswalks: found.crosswalks() };
    for crosswalk in found.crosswalks() {
        let other = if crosswalk.to == stored.key { crosswalk.from } else { crosswalk.to };
        match store::editions::find(conn, &other)? {
            Some(other) => draft = draft.linked_with(&*editions::parse(&other)?),
            None => draft.crosswalks.retain(|one| one.from != other && one.to != other),
        }
    }
    let next = StoredEdition {
        document: found.document,
        content_hash: found.content_hash,
        imported_at: by.now,
        revision: number,
        ..stored.clone()
    };
    store::editions::update_document(conn, &next)?;
    set_crosswalks(conn, &stored.key, (&before.crosswalks, &draft.crosswalks), by)
}

/// Writes a revision.
fn record(
    conn: &mut Conn,
    (stored, draft): (&StoredEdition, &Draft),
    parent: Option<i32>,
    change: &Change,
    by: &By,
) -> Result<()> {
    let json = |value: serde_json::Result<String>| value.map_err(|cause| Error::Internal(Box::new(cause)));
    let revision = Revision {
        edition: stored.key.clone(),
        number: stored.revision,
        parent,
        document: stored.document.clone(),
        content_hash: stored.content_hash.clone(),
        crosswalks: json(serde_json::to_string(&draft.crosswalks))?,
        author: author(by),
        made_at: by.now,
        change: json(serde_json::to_string(change))?,
    };
    store::edition_revisions::insert(conn, &revision)?;
    Ok(())
}

fn author(by: &By) -> Option<StaffId> {
    match &by.actor {
        Actor::Staff(id) => Some(id.clone()),
        _ => None,
    }
}

/// Brings the crosswalks of a draft from what they were to what they are; one that stays the same keeps its bytes.
fn set_crosswalks(conn: &mut Conn, key: &str, (before, after): (&[Crosswalk], &[Crosswalk]), by: &By) -> Result<()> {
    debug_assert!(after.iter().all(|one| one.from == key || one.to == key));
    for gone in before.iter().filter(|one| !after.contains(one)) {
        store::editions::delete_crosswalk(conn, &gone.from, &gone.to)?;
    }
    for new in after.iter().filter(|one| !before.contains(one)) {
        store::editions::insert_crosswalk(
            conn,
            &StoredCrosswalk {
                from_edition: new.from.clone(),
                to_edition: new.to.clone(),
                document: files::crosswalk::write(new),
                imported_at: by.now,
            },
        )?;
    }
    Ok(())
}
