//! Calls to the posts of a round.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::{Scope, StaffId};
use crate::domain::rounds::calls::{Call, CallId};
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::rounds::{RoundId, RoundStatus};
use crate::schema::{calls, invitations, posts, rounds, staff};

/// Adds a call.
pub fn insert(conn: &mut Conn, call: &Call) -> QueryResult<usize> {
    diesel::insert_into(calls::table).values(call).execute(conn)
}

/// A call by its id.
pub fn find(conn: &mut Conn, id: &CallId) -> QueryResult<Option<Call>> {
    calls::table.filter(calls::id.eq(id)).select(Call::as_select()).get_result(conn).optional()
}

/// An account's own call to a post.
pub fn find_own(
    conn: &mut Conn,
    invitation: &InvitationId,
    id: &CallId,
    caller: &StaffId,
) -> QueryResult<Option<Call>> {
    calls::table
        .filter(calls::id.eq(id).and(calls::invitation_id.eq(invitation)).and(calls::staff_id.eq(caller)))
        .select(Call::as_select())
        .get_result(conn)
        .optional()
}

/// The calls to a post, latest first, each with the account that called.
pub fn list_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<(Call, String)>> {
    calls::table
        .inner_join(staff::table)
        .filter(calls::invitation_id.eq(invitation))
        .order((calls::called_at.desc(), calls::id.desc()))
        .select((Call::as_select(), staff::email))
        .load(conn)
}

/// The calls to the posts of a round in scope, earliest first.
pub fn list_by_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<Call>> {
    let query = calls::table
        .inner_join(invitations::table)
        .filter(invitations::round_id.eq(round))
        .order((calls::called_at, calls::id))
        .select(Call::as_select())
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// The calls to posts in scope that open rounds still ask, earliest first: the key of the round, the post, and the day on
/// which to call again. Trials call nobody.
pub fn list_call_backs(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(String, InvitationId, Option<NaiveDate>)>> {
    let query = calls::table
        .inner_join(invitations::table.inner_join(rounds::table).inner_join(posts::table))
        .filter(rounds::status.eq(RoundStatus::Open).and(rounds::is_trial.eq(false)))
        .filter(invitations::handed_in_at.is_null().and(posts::retired_at.is_null()))
        .order((calls::called_at, calls::id))
        .select((rounds::key, invitations::id, calls::call_back_on))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// Corrects what came of a call, its note, and when to call again.
pub fn update(conn: &mut Conn, call: &Call) -> QueryResult<usize> {
    diesel::update(calls::table.filter(calls::id.eq(&call.id)))
        .set((calls::outcome.eq(call.outcome), calls::note.eq(&call.note), calls::call_back_on.eq(call.call_back_on)))
        .execute(conn)
}

/// Takes a call away.
pub fn delete(conn: &mut Conn, id: &CallId) -> QueryResult<usize> {
    diesel::delete(calls::table.filter(calls::id.eq(id))).execute(conn)
}

/// Empties what was noted of calls; that there were, and what came of them, stays.
pub fn empty(conn: &mut Conn, invitations: &[InvitationId]) -> QueryResult<usize> {
    diesel::update(calls::table.filter(calls::invitation_id.eq_any(invitations).and(calls::note.ne(""))))
        .set(calls::note.eq(""))
        .execute(conn)
}
