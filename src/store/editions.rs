//! The stored documents of editions and crosswalks.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::catalogue::EditionStatus;
use crate::domain::catalogue::stored::{StoredCrosswalk, StoredEdition};
use crate::schema::{crosswalks, editions};

/// The edition with this key.
pub fn find(conn: &mut Conn, key: &str) -> QueryResult<Option<StoredEdition>> {
    editions::table.find(key).select(StoredEdition::as_select()).get_result(conn).optional()
}

/// All editions, in order of key.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<StoredEdition>> {
    editions::table.order(editions::key).select(StoredEdition::as_select()).load(conn)
}

/// The keys of all editions.
pub fn list_keys(conn: &mut Conn) -> QueryResult<Vec<String>> {
    editions::table.order(editions::key).select(editions::key).load(conn)
}

/// The keys of the editions that are not published yet.
pub fn list_drafts(conn: &mut Conn) -> QueryResult<Vec<String>> {
    editions::table
        .filter(editions::status.eq(EditionStatus::Draft))
        .order(editions::key)
        .select(editions::key)
        .load(conn)
}

/// Adds an edition.
pub fn insert(conn: &mut Conn, edition: &StoredEdition) -> QueryResult<usize> {
    diesel::insert_into(editions::table).values(edition).execute(conn)
}

/// Replaces a draft's document.
pub fn update_document(conn: &mut Conn, edition: &StoredEdition) -> QueryResult<usize> {
    diesel::update(editions::table.find(&edition.key))
        .set((
            editions::document.eq(&edition.document),
            editions::content_hash.eq(&edition.content_hash),
            editions::imported_at.eq(edition.imported_at),
            editions::revision.eq(edition.revision),
        ))
        .execute(conn)
}

/// Takes a draft away.
pub fn delete(conn: &mut Conn, key: &str) -> QueryResult<usize> {
    diesel::delete(editions::table.find(key)).execute(conn)
}

/// Makes an edition immutable.
pub fn update_published(conn: &mut Conn, key: &str, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(editions::table.find(key))
        .set((editions::status.eq(EditionStatus::Published), editions::published_at.eq(now)))
        .execute(conn)
}

/// All crosswalks, in order of their editions.
pub fn list_crosswalks(conn: &mut Conn) -> QueryResult<Vec<StoredCrosswalk>> {
    crosswalks::table
        .order((crosswalks::from_edition, crosswalks::to_edition))
        .select(StoredCrosswalk::as_select())
        .load(conn)
}

/// The crosswalk between two editions.
pub fn find_crosswalk(conn: &mut Conn, from: &str, to: &str) -> QueryResult<Option<StoredCrosswalk>> {
    crosswalks::table.find((from, to)).select(StoredCrosswalk::as_select()).get_result(conn).optional()
}

/// The crosswalks that lead to an edition or from it, in order of their editions.
pub fn list_crosswalks_of(conn: &mut Conn, key: &str) -> QueryResult<Vec<StoredCrosswalk>> {
    crosswalks::table
        .filter(crosswalks::from_edition.eq(key).or(crosswalks::to_edition.eq(key)))
        .order((crosswalks::from_edition, crosswalks::to_edition))
        .select(StoredCrosswalk::as_select())
        .load(conn)
}

/// Takes the crosswalks away that lead to an edition or from it.
pub fn delete_crosswalks_of(conn: &mut Conn, key: &str) -> QueryResult<usize> {
    diesel::delete(crosswalks::table.filter(crosswalks::from_edition.eq(key).or(crosswalks::to_edition.eq(key))))
        .execute(conn)
}

/// Takes a crosswalk away, so that another can take its place.
pub fn delete_crosswalk(conn: &mut Conn, from: &str, to: &str) -> QueryResult<usize> {
    diesel::delete(crosswalks::table.find((from, to))).execute(conn)
}

/// Adds a crosswalk.
pub fn insert_crosswalk(conn: &mut Conn, crosswalk: &StoredCrosswalk) -> QueryResult<usize> {
    diesel::insert_into(crosswalks::table).values(crosswalk).execute(conn)
}

/// The content hash of the edition with this key.
pub fn find_hash(conn: &mut Conn, key: &str) -> QueryResult<Option<String>> {
    on_each!(conn => editions::table.find(key).select(editions::content_hash).get_result(conn).optional())
}
