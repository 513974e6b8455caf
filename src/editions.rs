//! Editions and crosswalks as values: parsed once from the stored document and kept in memory by
//! its hash, because an edition is read by every page and never changes.

use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;

use crate::domain::base::import_errors::ImportError;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::drafts::Draft;
use crate::domain::catalogue::drafts::revisions::Revision;
use crate::domain::catalogue::stored::{StoredCrosswalk, StoredEdition};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn};

/// How many editions and how many crosswalks are kept: those of a country's rounds and some drafts. A test
/// keeps editions that no document could bring back.
const MOST: usize = if cfg!(test) { 10_000 } else { 32 };

/// By content hash.
static EDITIONS: LazyLock<Cache<String, Arc<Edition>>> = LazyLock::new(|| Cache::new(MOST));

/// By document.
static CROSSWALKS: LazyLock<Cache<String, Arc<Crosswalk>>> = LazyLock::new(|| Cache::new(MOST));

/// The edition with this key.
///
/// # Errors
/// Refused when there is none.
pub fn load(conn: &mut Conn, key: &str) -> Result<Arc<Edition>> {
    let hash = store::editions::find_hash(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    if let Some(edition) = EDITIONS.get(&hash) {
        return Ok(edition);
    }
    let stored = store::editions::find(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    parse(&stored)
}

/// The value of a stored document.
///
/// # Errors
/// `Error::ImportErrors` when the document can't be read, which only a change from outside can cause.
pub fn parse(stored: &StoredEdition) -> Result<Arc<Edition>> {
    parse_with(
        &stored.content_hash,
        &stored.document,
        match stored.status {
            EditionStatus::Draft => files::catalogue::read_draft,
            EditionStatus::Published => files::catalogue::read_published,
        },
    )
}

/// The value that a draft had at a revision.
///
/// # Errors
/// `Error::ImportErrors` when the document can't be read, which only a change from outside can cause.
pub fn parse_revision(revision: &Revision) -> Result<Arc<Edition>> {
    parse_with(&revision.content_hash, &revision.document, files::catalogue::read_draft)
}

fn parse_with(
    hash: &str,
    document: &str,
    read: fn(&[u8]) -> std::result::Result<Edition, Vec<ImportError>>,
) -> Result<Arc<Edition>> {
    EDITIONS.get_or_insert_with(hash, || Ok(Arc::new(read(document.as_bytes()).map_err(Error::ImportErrors)?)))
}

/// Keeps the value of a document that was just written, which nobody needs to parse.
pub fn keep(content_hash: &str, edition: Edition) {
    EDITIONS.insert(content_hash.to_owned(), Arc::new(edition));
}

/// A draft with its crosswalks, as it is stored.
///
/// # Errors
/// `Error::ImportErrors` when a document can't be read, which only a change from outside can cause.
pub fn draft(conn: &mut Conn, stored: &StoredEdition) -> Result<Draft> {
    let edition = Edition::clone(&*parse(stored)?);
    let kept = store::editions::list_crosswalks_of(conn, &stored.key)?;
    let crosswalks: Result<Vec<Crosswalk>> =
        kept.iter().map(|one| Ok(Crosswalk::clone(&*crosswalk(conn, one)?))).collect();
    Ok(Draft { edition, crosswalks: crosswalks? })
}

/// All crosswalks, each parsed once for its document.
///
/// # Errors
/// `Error::ImportErrors` when a document can't be read, which only a change from outside can cause.
pub fn crosswalks(conn: &mut Conn) -> Result<Vec<Crosswalk>> {
    let stored = store::editions::list_crosswalks(conn)?;
    stored.iter().map(|stored| Ok(Crosswalk::clone(&*crosswalk(conn, stored)?))).collect()
}

/// The crosswalk between two editions; none where nothing is linked.
///
/// # Errors
/// `Error::ImportErrors` when its document can't be read, which only a change from outside can cause.
pub fn find_crosswalk(conn: &mut Conn, from: &str, to: &str) -> Result<Option<Arc<Crosswalk>>> {
    let stored = store::editions::find_crosswalk(conn, from, to)?;
    stored.map(|stored| crosswalk(conn, &stored)).transpose()
}

fn crosswalk(conn: &mut Conn, stored: &StoredCrosswalk) -> Result<Arc<Crosswalk>> {
    CROSSWALKS.get_or_insert_with(&stored.document, || {
        let from = load(conn, &stored.from_edition)?;
        let to = load(conn, &stored.to_edition)?;
        let read = files::crosswalk::read(stored.document.as_bytes(), &[&from, &to]);
        Ok(Arc::new(read.map_err(Error::ImportErrors)?))
    })
}

/// Makes an edition known under a content hash, for tests that have no document.
#[cfg(test)]
pub fn insert_for_tests(content_hash: &str, edition: Edition) {
    EDITIONS.insert(content_hash.to_owned(), Arc::new(edition));
}
