//! Editions and crosswalks as values: parsed once from the stored document and kept in memory by
//! its hash, because an edition is read by every page and never changes.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use crate::domain::catalogue::Edition;
use crate::domain::crosswalk::Crosswalk;
use crate::domain::refusals::Refusal;
use crate::domain::stored::{StoredCrosswalk, StoredEdition};
use crate::error::{Error, Result};
use crate::files;
use crate::store::{self, Conn};

/// By content hash. A few editions exist at most, so nothing is ever dropped.
static PARSED: LazyLock<RwLock<HashMap<String, Arc<Edition>>>> = LazyLock::new(RwLock::default);

/// By document. A document is replaced now and then, so there are few.
static CROSSWALKS: LazyLock<RwLock<HashMap<String, Arc<Crosswalk>>>> = LazyLock::new(RwLock::default);

/// The edition with this key.
///
/// # Errors
/// Refused when there is none.
pub fn load(conn: &mut Conn, key: &str) -> Result<Arc<Edition>> {
    let hash = store::editions::find_hash(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?;
    if let Some(edition) = PARSED.read().unwrap_or_else(PoisonError::into_inner).get(&hash) {
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
    if let Some(edition) = PARSED.read().unwrap_or_else(PoisonError::into_inner).get(&stored.content_hash) {
        return Ok(edition.clone());
    }
    let edition = Arc::new(files::catalogue::read(stored.document.as_bytes()).map_err(Error::Faults)?);
    let mut parsed = PARSED.write().unwrap_or_else(PoisonError::into_inner);
    Ok(parsed.entry(stored.content_hash.clone()).or_insert(edition).clone())
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
    if let Some(crosswalk) = CROSSWALKS.read().unwrap_or_else(PoisonError::into_inner).get(&stored.document) {
        return Ok(crosswalk.clone());
    }
    let from = load(conn, &stored.from_edition)?;
    let to = load(conn, &stored.to_edition)?;
    let crosswalk = files::crosswalk::read(stored.document.as_bytes(), &[&from, &to]).map_err(Error::Faults)?;
    let mut crosswalks = CROSSWALKS.write().unwrap_or_else(PoisonError::into_inner);
    Ok(crosswalks.entry(stored.document.clone()).or_insert(Arc::new(crosswalk)).clone())
}

/// Makes an edition known under a content hash, for tests that have no document.
#[cfg(test)]
pub fn insert_for_tests(content_hash: &str, edition: Edition) {
    PARSED.write().unwrap_or_else(PoisonError::into_inner).insert(content_hash.to_owned(), Arc::new(edition));
}
