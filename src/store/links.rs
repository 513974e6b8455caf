//! Personal links.

use chrono::NaiveDateTime;
use diesel::dsl;
use diesel::prelude::*;

use super::Conn;
use crate::domain::base::tokens::TokenHash;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link, SectionNumber};
use crate::schema::{invitations, links, rounds};

/// What a link that still works opens: itself, its invitation and the round.
pub fn find_working(conn: &mut Conn, hash: &TokenHash) -> QueryResult<Option<(Link, Invitation, Round)>> {
    on_each!(conn => links::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(links::token_hash.eq(hash).and(links::revoked_at.is_null()))
        .select((Link::as_select(), Invitation::as_select(), Round::as_select()))
        .get_result(conn)
        .optional())
}

/// Whether there ever was such a link, working or stopped.
pub fn exists(conn: &mut Conn, hash: &TokenHash) -> QueryResult<bool> {
    on_each!(conn => diesel::select(dsl::exists(links::table.find(hash))).get_result(conn))
}

/// Name and address of who holds an invitation now whose whole link has stopped since an instant.
pub fn find_handed_on(
    conn: &mut Conn,
    hash: &TokenHash,
    since: NaiveDateTime,
) -> QueryResult<Option<(String, String)>> {
    links::table
        .inner_join(invitations::table)
        .filter(links::token_hash.eq(hash).and(links::section.is_null()).and(links::revoked_at.gt(since)))
        .select((invitations::name, invitations::email))
        .get_result(conn)
        .optional()
}

/// Stops the links that open a section alone.
pub fn revoke_of_section(conn: &mut Conn, section: SectionNumber, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(links::table.filter(links::section.eq(section).and(links::revoked_at.is_null())))
        .set(links::revoked_at.eq(now))
        .execute(conn)
}

/// Stops the links that open the whole invitation; those of helpers go on.
pub fn revoke_of_invitation(conn: &mut Conn, invitation: &InvitationId, now: NaiveDateTime) -> QueryResult<usize> {
    let whole = links::invitation_id.eq(invitation).and(links::section.is_null());
    diesel::update(links::table.filter(whole.and(links::revoked_at.is_null())))
        .set(links::revoked_at.eq(now))
        .execute(conn)
}

/// Adds a link.
pub fn insert(conn: &mut Conn, link: &Link) -> QueryResult<usize> {
    diesel::insert_into(links::table).values(link).execute(conn)
}

/// Deletes a link that nobody has.
pub fn delete(conn: &mut Conn, hash: &TokenHash) -> QueryResult<usize> {
    diesel::delete(links::table.find(hash)).execute(conn)
}
