//! Editions and crosswalks as values: parsed once from the stored document and kept in memory by
//! its hash, because an edition is read by every page and never changes.

use std::sync::{Arc, LazyLock};

use parking_lot::{Mutex, MutexGuard};

use crate::cache::Cache;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::stored::{StoredCrosswalk, StoredEdition};
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn};

/// How many editions and how many crosswalks are kept: those of a country's rounds and some drafts. A test
/// keeps editions that no document could bring back.
const MOST: usize = if cfg!(test) { usize::MAX } else { 32 };

type Kept<T> = LazyLock<Mutex<Cache<String, Arc<T>>>>;

/// By content hash.
static EDITIONS: Kept<Edition> = LazyLock::new(|| Mutex::new(Cache::new(MOST)));

/// By document.
static CROSSWALKS: Kept<Crosswalk> = LazyLock::new(|| Mutex::new(Cache::new(MOST)));

fn kept<T>(shelf: &Kept<T>) -> MutexGuard<'_, Cache<String, Arc<T>>> {
    shelf.lock()
}

/// The edition with this key.
///
/// # Errors
/// Refused when there is none.
pub fn load(conn: &mut Conn, key: &str) -> Result<Arc<Edition>> {
    let hash = store::editions::find_hash(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    if let Some(edition) = kept(&EDITIONS).get(&hash) {
        return Ok(edition.clone());
    }
    let stored = store::editions::find(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    parse(&stored)
}

/// The value of a stored document.
///
/// # Errors
/// `Error::Faults` when the document can't be read, which only a change from outside can cause.
pub fn parse(stored: &StoredEdition) -> Result<Arc<Edition>> {
    if let Some(edition) = kept(&EDITIONS).get(&stored.content_hash) {
        return Ok(edition.clone());
    }
    let edition = Arc::new(files::catalogue::read(stored.document.as_bytes()).map_err(Error::ImportErrors)?);
    kept(&EDITIONS).put(&stored.content_hash, edition.clone());
    Ok(edition)
}

/// All crosswalks, each parsed once for its document.
///
/// # Errors
/// `Error::Faults` when a document can't be read, which only a change from outside can cause.
pub fn crosswalks(conn: &mut Conn) -> Result<Vec<Crosswalk>> {
    let stored = store::editions::list_crosswalks(conn)?;
    stored.iter().map(|stored| Ok(Crosswalk::clone(&*crosswalk(conn, stored)?))).collect()
}

fn crosswalk(conn: &mut Conn, stored: &StoredCrosswalk) -> Result<Arc<Crosswalk>> {
    if let Some(crosswalk) = kept(&CROSSWALKS).get(&stored.document) {
        return Ok(crosswalk.clone());
    }
    let from = load(conn, &stored.from_edition)?;
    let to = load(conn, &stored.to_edition)?;
    let crosswalk = files::crosswalk::read(stored.document.as_bytes(), &[&from, &to]).map_err(Error::ImportErrors)?;
    let crosswalk = Arc::new(crosswalk);
    kept(&CROSSWALKS).put(&stored.document, crosswalk.clone());
    Ok(crosswalk)
}

/// Makes an edition known under a content hash, for tests that have no document.
#[cfg(test)]
pub fn insert_for_tests(content_hash: &str, edition: Edition) {
    kept(&EDITIONS).put(&content_hash.to_owned(), Arc::new(edition));
}
