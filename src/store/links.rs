//! Personal links.

use chrono::NaiveDateTime;
use diesel::dsl;
use diesel::prelude::*;

use super::Conn;
use crate::domain::base::addresses::is_same_mailbox;
use crate::domain::base::tokens::TokenHash;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link, SectionNumber};
use crate::schema::{invitations, links, rounds, sections};

/// What a link that still works opens: itself, its invitation and the round.
pub fn find_working(conn: &mut Conn, hash: &TokenHash) -> QueryResult<Option<(Link, Invitation, Round)>> {
    let found: Option<(Link, Invitation, Round)> = on_each!(conn => links::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(links::token_hash.eq(hash).and(links::revoked_at.is_null()))
        .select((Link::as_select(), Invitation::as_select(), Round::as_select()))
        .get_result(conn)
        .optional())?;
    match found {
        Some((link, ..)) if !is_upheld(conn, &link)? => Ok(None),
        found => Ok(found),
    }
}

/// Whether a link that was made from another one is still its holder's: the other one was sent and works, and what
/// both open is held by one address. It is looked at on every use, so that whatever changes a holder stops it.
fn is_upheld(conn: &mut Conn, link: &Link) -> QueryResult<bool> {
    let Some(parent) = &link.parent_hash else { return Ok(true) };
    let (Some((parent_of, of)), Some((_, own))) = (find_mailbox(conn, parent)?, find_mailbox(conn, &link.token_hash)?)
    else {
        return Ok(false);
    };
    Ok(parent_of.is_none() && is_same_mailbox(&of, &own))
}

/// The link that a working link was made from, if any, and the address that holds what it opens; empty where nobody
/// does.
fn find_mailbox(conn: &mut Conn, hash: &TokenHash) -> QueryResult<Option<(Option<TokenHash>, String)>> {
    type Row = (Option<TokenHash>, Option<SectionNumber>, String, Option<String>);
    let row: Option<Row> = on_each!(conn => links::table
        .inner_join(invitations::table)
        .left_join(sections::table)
        .filter(links::token_hash.eq(hash).and(links::revoked_at.is_null()))
        .select((links::parent_hash, links::section, invitations::email, sections::helper_email.nullable()))
        .get_result(conn)
        .optional())?;
    Ok(row.map(|(parent, section, holder, helper)| match section {
        Some(_) => (parent, helper.unwrap_or_default()),
        None => (parent, holder),
    }))
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

/// Lets the links that were sent to open a section alone open another one instead.
pub fn update_section(conn: &mut Conn, from: SectionNumber, to: SectionNumber) -> QueryResult<usize> {
    let sent = links::section.eq(from).and(links::revoked_at.is_null()).and(links::parent_hash.is_null());
    diesel::update(links::table.filter(sent)).set(links::section.eq(to)).execute(conn)
}

/// The section that a link opened alone which has stopped since an instant.
pub fn find_stopped_section(
    conn: &mut Conn,
    hash: &TokenHash,
    since: NaiveDateTime,
) -> QueryResult<Option<SectionNumber>> {
    let stopped = links::token_hash.eq(hash).and(links::section.is_not_null()).and(links::revoked_at.gt(since));
    links::table.filter(stopped).select(links::section.assume_not_null()).get_result(conn).optional()
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

/// Lets a link that has stopped work again, because its holder got back what it opens.
pub fn update_renewed(conn: &mut Conn, link: &Link) -> QueryResult<usize> {
    diesel::update(links::table.find(&link.token_hash))
        .set((
            links::invitation_id.eq(&link.invitation_id),
            links::section.eq(link.section),
            links::created_at.eq(link.created_at),
            links::revoked_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)
}

/// Deletes a link that nobody has.
pub fn delete(conn: &mut Conn, hash: &TokenHash) -> QueryResult<usize> {
    diesel::delete(links::table.find(hash)).execute(conn)
}
