//! Sections: the areas of invitations, and the answers that were handed in.

use chrono::NaiveDateTime;
use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::Conn;
use crate::domain::invitations::{Section, SectionNumber};
use crate::domain::returns::ReturnedSection;
use crate::domain::rounds::RoundId;
use crate::domain::staff::Scope;
use crate::schema::sections;

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// The highest section number in use, 0 where there is none.
pub fn highest_number(conn: &mut Conn) -> QueryResult<SectionNumber> {
    Ok(sections::table.select(max(sections::number)).first::<Option<i32>>(conn)?.unwrap_or(0))
}

/// Adds sections.
pub fn insert(conn: &mut Conn, rows: &[Section]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(sections::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// The sections of a round in the municipalities in scope.
pub fn list_by_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<Section>> {
    let query = sections::table
        .filter(sections::round_id.eq(round))
        .order(sections::number)
        .select(Section::as_select())
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// Freezes a section's answers as handed in.
pub fn update_returned(
    conn: &mut Conn,
    section: SectionNumber,
    returned: &str,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::update(sections::table.find(section))
        .set((sections::returned.eq(returned), sections::handed_in_at.eq(now)))
        .execute(conn)
}

/// How many sections of a round were handed in.
pub fn count_handed_in(conn: &mut Conn, round: &RoundId) -> QueryResult<i64> {
    sections::table
        .filter(sections::round_id.eq(round).and(sections::handed_in_at.is_not_null()))
        .count()
        .get_result(conn)
}

/// What the municipalities in scope handed in, for counting; drafts are in it as areas without answers.
pub fn list_returned(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<ReturnedSection>> {
    let query = sections::table
        .filter(sections::round_id.eq(round))
        .select((sections::municipality_code, sections::area, sections::returned))
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// How many sections of a round were handed in, and when the last one was.
pub fn stamp(conn: &mut Conn, round: &RoundId) -> QueryResult<(i64, Option<NaiveDateTime>)> {
    sections::table
        .filter(sections::round_id.eq(round).and(sections::handed_in_at.is_not_null()))
        .select((count_star(), max(sections::handed_in_at)))
        .first(conn)
}
