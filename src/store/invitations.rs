//! Invitations: the population of a round.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::max;
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::directory::Holder;
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::schema::invitations;

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// Adds invitations.
pub fn insert(conn: &mut Conn, rows: &[Invitation]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(invitations::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// The invitations of a round in the municipalities in scope, by municipality and post.
pub fn list_by_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<Invitation>> {
    let query = invitations::table
        .filter(invitations::round_id.eq(round))
        .order((invitations::municipality_code, invitations::post))
        .select(Invitation::as_select())
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// The invitation of a round with this id, in the municipalities in scope.
pub fn find_in_scope(
    conn: &mut Conn,
    round: &RoundId,
    id: &InvitationId,
    scope: &Scope,
) -> QueryResult<Option<Invitation>> {
    let query = invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::id.eq(id)))
        .select(Invitation::as_select())
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).first(conn).optional()
}

/// The latest day to which any post of a round was extended.
pub fn last_extension(conn: &mut Conn, round: &RoundId) -> QueryResult<Option<NaiveDate>> {
    invitations::table.filter(invitations::round_id.eq(round)).select(max(invitations::extended_to)).get_result(conn)
}

/// Remembers the start; a second start changes nothing.
pub fn update_started(conn: &mut Conn, invitation: &InvitationId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation).filter(invitations::started_at.is_null()))
        .set(invitations::started_at.eq(now))
        .execute(conn)
}

/// Remembers that every section was handed in, or that one was taken back.
pub fn update_handed_in(
    conn: &mut Conn,
    invitation: &InvitationId,
    handed_in_at: Option<NaiveDateTime>,
) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation)).set(invitations::handed_in_at.eq(handed_in_at)).execute(conn)
}

/// How many posts of a round have handed everything in, and in how many municipalities.
pub fn count_handed_in(conn: &mut Conn, round: &RoundId) -> QueryResult<(usize, usize)> {
    let codes: Vec<MunicipalityCode> = invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::handed_in_at.is_not_null()))
        .select(invitations::municipality_code)
        .load(conn)?;
    Ok((codes.len(), codes.iter().collect::<HashSet<_>>().len()))
}

/// How many posts of a round have not handed everything in and can be written to.
pub fn count_to_remind(conn: &mut Conn, round: &RoundId) -> QueryResult<i64> {
    invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::handed_in_at.is_null()))
        .filter(invitations::email.ne(""))
        .count()
        .get_result(conn)
}

/// Forgets when the posts of a round handed in.
pub fn clear_handed_in(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    diesel::update(invitations::table.filter(invitations::round_id.eq(round)))
        .set(invitations::handed_in_at.eq(None::<NaiveDateTime>))
        .execute(conn)
}

/// Makes whoever holds the post now the one who is asked.
pub fn update_person(conn: &mut Conn, invitation: &InvitationId, holder: &Holder) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation))
        .set((
            invitations::name.eq(&holder.name),
            invitations::email.eq(&holder.email),
            invitations::phone.eq(&holder.phone),
            invitations::language.eq(holder.language),
        ))
        .execute(conn)
}

/// Gives the invitation to somebody else. The phone was the predecessor's.
pub fn update_holder(conn: &mut Conn, invitation: &InvitationId, name: &str, email: &str) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation))
        .set((invitations::name.eq(name), invitations::email.eq(email), invitations::phone.eq("")))
        .execute(conn)
}
