//! Requests for more time.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::extension_requests::{ExtensionRequest, ExtensionRequestId};
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::domain::rounds::{RoundId, RoundStatus};
use crate::schema::{extension_requests, invitations, rounds};

/// Adds a request.
pub fn insert(conn: &mut Conn, request: &ExtensionRequest) -> QueryResult<usize> {
    diesel::insert_into(extension_requests::table).values(request).execute(conn)
}

/// What an invitation has asked for, oldest first.
pub fn list_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<ExtensionRequest>> {
    extension_requests::table
        .filter(extension_requests::invitation_id.eq(invitation))
        .order((extension_requests::asked_at, extension_requests::id))
        .select(ExtensionRequest::as_select())
        .load(conn)
}

/// The request that an invitation was told no to last.
pub fn find_newest_declined(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Option<ExtensionRequest>> {
    extension_requests::table
        .filter(extension_requests::invitation_id.eq(invitation))
        .filter(extension_requests::declined_because.is_not_null())
        .order(extension_requests::answered_at.desc())
        .select(ExtensionRequest::as_select())
        .first(conn)
        .optional()
}

/// The posts in scope that wait for an answer in open rounds, those that asked first before the others, each with the
/// key of its round.
pub fn list_waiting(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(Invitation, String)>> {
    let query = extension_requests::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(rounds::status.eq(RoundStatus::Open).and(extension_requests::answered_at.is_null()))
        .filter(invitations::extended_to.is_null().and(invitations::handed_in_at.is_null()))
        .order((extension_requests::asked_at, extension_requests::id))
        .select((Invitation::as_select(), rounds::key))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// The invitations of a round in scope that wait for an answer.
pub fn list_waiting_in_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<InvitationId>> {
    let query = extension_requests::table
        .inner_join(invitations::table)
        .filter(invitations::round_id.eq(round).and(extension_requests::answered_at.is_null()))
        .filter(invitations::extended_to.is_null().and(invitations::handed_in_at.is_null()))
        .select(invitations::id)
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// Notes that time was given.
pub fn update_granted(
    conn: &mut Conn,
    id: &ExtensionRequestId,
    last_day: NaiveDate,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::update(extension_requests::table.find(id))
        .set((extension_requests::answered_at.eq(now), extension_requests::granted_to.eq(last_day)))
        .execute(conn)
}

/// Notes that no time was given, and why.
pub fn update_declined(
    conn: &mut Conn,
    id: &ExtensionRequestId,
    because: &str,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::update(extension_requests::table.find(id))
        .set((extension_requests::answered_at.eq(now), extension_requests::declined_because.eq(because)))
        .execute(conn)
}

/// Empties what was written to ask for time and to answer; that it was, when and for which day stays.
pub fn empty(conn: &mut Conn, invitations: &[InvitationId]) -> QueryResult<usize> {
    let of = || extension_requests::table.filter(extension_requests::invitation_id.eq_any(invitations));
    diesel::update(of().filter(extension_requests::declined_because.ne("")))
        .set(extension_requests::declined_because.eq(""))
        .execute(conn)?;
    diesel::update(of().filter(extension_requests::reason.ne(""))).set(extension_requests::reason.eq("")).execute(conn)
}
