//! Counts of a round: one grouped query each, over the municipalities in scope.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{count, max, sql};
use diesel::prelude::*;
use diesel::sql_types::Date;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::participation::{FAILED, LetterStanding, PostCount};
use crate::domain::rounds::{RoundId, RoundStatus};
use crate::schema::{invitations, letters, rounds, sections};

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

/// Posts that have handed in since an instant, per round.
pub fn count_handed_in_since(conn: &mut Conn, since: NaiveDateTime, scope: &Scope) -> QueryResult<Vec<(RoundId, i64)>> {
    let query = invitations::table
        .filter(invitations::handed_in_at.gt(since))
        .group_by(invitations::round_id)
        .select((invitations::round_id, count(invitations::id)))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// How many posts handed in on each day (UTC) on which any did.
pub fn count_handed_in_by_day(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<(NaiveDate, i64)>> {
    // Both databases have this function, and Diesel groups by nothing that it can't see to be the same twice.
    let day = || sql::<Date>("date(invitations.handed_in_at)");
    let query = invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::handed_in_at.is_not_null()))
        .group_by(day())
        .select((day(), count(invitations::id)))
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

/// How many posts of open rounds that have not handed in have no address, per round and municipality in scope.
pub fn count_without_address(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(RoundId, MunicipalityCode, i64)>> {
    let query = invitations::table
        .inner_join(rounds::table)
        .filter(rounds::status.eq(RoundStatus::Open))
        .filter(invitations::email.eq("").and(invitations::handed_in_at.is_null()))
        .group_by((invitations::round_id, invitations::municipality_code))
        .select((invitations::round_id, invitations::municipality_code, count(invitations::id)))
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// How many invitations of open rounds did not arrive and were not handed in otherwise, per round and
/// municipality in scope.
pub fn count_unreached(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<(RoundId, MunicipalityCode, i64)>> {
    let failed = letters::table
        .filter(letters::kind.eq("invitation").and(letters::state.eq_any(FAILED.to_vec())))
        .select(letters::invitation_id);
    let query = invitations::table
        .inner_join(rounds::table)
        .filter(rounds::status.eq(RoundStatus::Open).and(invitations::handed_in_at.is_null()))
        .filter(invitations::id.nullable().eq_any(failed))
        .group_by((invitations::round_id, invitations::municipality_code))
        .select((invitations::round_id, invitations::municipality_code, count(invitations::id)))
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
