//! Counts of a round: one grouped query each, over the municipalities in scope.

use chrono::NaiveDateTime;
use diesel::dsl::{count, max};
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::participation::{LetterStanding, PostCount};
use crate::schema::{invitations, letters, sections};

/// Posts invited, started and handed in, per municipality.
pub fn count_posts(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<PostCount>> {
    let query = invitations::table
        .filter(invitations::round_id.eq(round))
        .group_by(invitations::municipality_code)
        .select((
            invitations::municipality_code,
            count(invitations::id),
            count(invitations::started_at),
            count(invitations::handed_in_at),
            max(invitations::started_at),
        ))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// When a section was last handed in, per municipality.
pub fn list_last_handed_in(
    conn: &mut Conn,
    round: &RoundId,
    scope: &Scope,
) -> QueryResult<Vec<(MunicipalityCode, Option<NaiveDateTime>)>> {
    let query = sections::table
        .filter(sections::round_id.eq(round))
        .group_by(sections::municipality_code)
        .select((sections::municipality_code, max(sections::handed_in_at)))
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// Invitation letters in one of the states given, per municipality.
pub fn count_invitation_letters(
    conn: &mut Conn,
    round: &RoundId,
    scope: &Scope,
    states: &[&str],
) -> QueryResult<Vec<(MunicipalityCode, i64)>> {
    let query = letters::table
        .inner_join(invitations::table)
        .filter(letters::round_id.eq(round).and(letters::kind.eq("invitation")))
        .filter(letters::state.eq_any(states.to_vec()))
        .group_by(invitations::municipality_code)
        .select((invitations::municipality_code, count(letters::id)))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// The letters to the posts of a round in scope that ask for answers, earliest first.
pub fn list_letters(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<LetterStanding>> {
    let query = letters::table
        .inner_join(invitations::table)
        .filter(letters::round_id.eq(round))
        .filter(letters::kind.eq_any(["invitation", "reminder", "last_reminder", "extended"]))
        .order((letters::due_at, letters::id))
        .select((invitations::id, letters::kind, letters::state, letters::sent_at))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// How many posts of each round are invited and have handed in, in the municipalities in scope.
pub fn count_by_round(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(RoundId, i64, i64)>> {
    let query = invitations::table
        .group_by(invitations::round_id)
        .select((invitations::round_id, count(invitations::id), count(invitations::handed_in_at)))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}
