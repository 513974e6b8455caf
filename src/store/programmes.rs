//! Programmes.

use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::aims::Aim;
use crate::domain::rounds::programmes::Programme;
use crate::schema::programmes;

/// The programme with this key.
pub fn find(conn: &mut Conn, key: &str) -> QueryResult<Option<Programme>> {
    programmes::table.filter(programmes::key.eq(key)).select(Programme::as_select()).get_result(conn).optional()
}

/// All programmes, the oldest first.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Programme>> {
    programmes::table.order((programmes::created_at, programmes::key)).select(Programme::as_select()).load(conn)
}

/// Adds a programme.
pub fn insert(conn: &mut Conn, programme: &Programme) -> QueryResult<usize> {
    diesel::insert_into(programmes::table).values(programme).execute(conn)
}

/// Replaces what a programme decides; its key, its age, the year drafted last and its aim stay.
pub fn update(conn: &mut Conn, programme: &Programme) -> QueryResult<usize> {
    diesel::update(programmes::table.find(&programme.key))
        .set((
            programmes::title_da.eq(&programme.title_da),
            programmes::title_en.eq(&programme.title_en),
            programmes::edition.eq(&programme.edition),
            programmes::packages.eq(&programme.packages),
            programmes::rule.eq(programme.rule),
            programmes::min_coverage.eq(programme.min_coverage),
            programmes::opens_on.eq(&programme.opens_on),
            programmes::closes_on.eq(&programme.closes_on),
            programmes::open_weeks.eq(programme.open_weeks),
            programmes::draft_days.eq(programme.draft_days),
            programmes::opens_itself.eq(programme.opens_itself),
            programmes::letter_plan.eq(&programme.letter_plan),
        ))
        .execute(conn)
}

/// Replaces what a programme aims at.
pub fn update_aim(conn: &mut Conn, key: &str, aim: Option<&Aim>) -> QueryResult<usize> {
    diesel::update(programmes::table.find(key)).set(programmes::aim.eq(aim)).execute(conn)
}

/// Notes that a year's round was drafted.
pub fn update_drafted(conn: &mut Conn, key: &str, year: i32) -> QueryResult<usize> {
    diesel::update(programmes::table.find(key)).set(programmes::drafted_year.eq(year)).execute(conn)
}
