//! The history of drafts.

use diesel::dsl::max;
use diesel::prelude::*;

use super::Conn;
use crate::domain::catalogue::drafts::revisions::{Revision, RevisionNote};
use crate::schema::{edition_revisions, staff};

/// Adds a revision.
pub fn insert(conn: &mut Conn, revision: &Revision) -> QueryResult<usize> {
    diesel::insert_into(edition_revisions::table).values(revision).execute(conn)
}

/// A revision whole.
pub fn find(conn: &mut Conn, edition: &str, number: i32) -> QueryResult<Option<Revision>> {
    let found = edition_revisions::table.find((edition, number));
    found.select(Revision::as_select()).get_result(conn).optional()
}

/// The number of the newest revision.
pub fn find_last_number(conn: &mut Conn, edition: &str) -> QueryResult<Option<i32>> {
    let of_edition = edition_revisions::table.filter(edition_revisions::edition.eq(edition));
    of_edition.select(max(edition_revisions::number)).get_result(conn)
}

/// The history of a draft, the newest first.
pub fn list(conn: &mut Conn, edition: &str) -> QueryResult<Vec<RevisionNote>> {
    edition_revisions::table
        .left_join(staff::table.on(staff::id.nullable().eq(edition_revisions::author)))
        .filter(edition_revisions::edition.eq(edition))
        .order(edition_revisions::number.desc())
        .select((
            edition_revisions::number,
            edition_revisions::parent,
            staff::email.nullable(),
            edition_revisions::made_at,
            edition_revisions::change,
        ))
        .load(conn)
}

/// Takes the history of a draft away.
pub fn delete_all(conn: &mut Conn, edition: &str) -> QueryResult<usize> {
    diesel::delete(edition_revisions::table.filter(edition_revisions::edition.eq(edition))).execute(conn)
}
