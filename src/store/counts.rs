//! The stored counts of closed rounds.

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::domain::scoring::tallies::counted::{CountVersion, CountedArea};
use crate::schema::{counted_rounds, counts, rounds, sections};

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
pub(super) const ROWS: usize = 1000;

/// The version of a round's stored counts; none where it has none.
pub fn find_version(conn: &mut Conn, round: &RoundId) -> QueryResult<Option<CountVersion>> {
    counted_rounds::table.find(round).select(counted_rounds::version).get_result(conn).optional()
}

/// The stored counts of a round in the municipalities in scope.
pub fn list_by_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<CountedArea>> {
    let query = counts::table.filter(counts::round_id.eq(round)).select(CountedArea::as_select()).into_boxed();
    in_scope!(query, counts::municipality_code, scope).load(conn)
}

/// The closed rounds without stored counts. A historic one waits for its answers first.
pub fn list_uncounted(conn: &mut Conn) -> QueryResult<Vec<Round>> {
    let answered = sections::table
        .filter(sections::round_id.eq(rounds::id).and(sections::handed_in_at.is_not_null()))
        .select(sections::number);
    rounds::table
        .left_join(counted_rounds::table)
        .filter(rounds::status.eq(RoundStatus::Closed).or(rounds::status.eq(RoundStatus::Published)))
        .filter(counted_rounds::round_id.is_null())
        .filter(rounds::is_historic.eq(false).or(exists(answered)))
        .select(Round::as_select())
        .load(conn)
}

/// Takes the stored counts of a round away.
pub fn delete(conn: &mut Conn, round: &RoundId) -> QueryResult<()> {
    diesel::delete(counts::table.filter(counts::round_id.eq(round))).execute(conn)?;
    diesel::delete(counted_rounds::table.find(round)).execute(conn)?;
    Ok(())
}

/// Adds the stored counts of a round that has none.
pub fn insert(conn: &mut Conn, round: &RoundId, rows: &[CountedArea], now: NaiveDateTime) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(counts::table).values(chunk).execute(conn))?;
    }
    let version = CountVersion::new();
    diesel::insert_into(counted_rounds::table)
        .values((
            counted_rounds::round_id.eq(round),
            counted_rounds::version.eq(version),
            counted_rounds::counted_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
