//! Counted attempts behind a throttle, shared by all instances; subjects are unreadable (`domain::attempts`).

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::schema::attempts;

/// How many attempts a subject has in a window.
///
/// # Errors
/// Those of the database.
pub fn count(conn: &mut Conn, subject: &str, window_start: NaiveDateTime) -> QueryResult<i32> {
    let count = attempts::table
        .filter(attempts::subject.eq(subject).and(attempts::window_start.eq(window_start)))
        .select(attempts::count)
        .first(conn)
        .optional()?;
    Ok(count.unwrap_or_default())
}

/// Counts one attempt more.
///
/// # Errors
/// Those of the database.
pub fn insert_or_count(conn: &mut Conn, subject: &str, window_start: NaiveDateTime) -> QueryResult<usize> {
    let row = (attempts::subject.eq(subject), attempts::window_start.eq(window_start), attempts::count.eq(1));
    on_each!(conn => diesel::insert_into(attempts::table)
        .values(row)
        .on_conflict((attempts::subject, attempts::window_start))
        .do_update()
        .set(attempts::count.eq(attempts::count + 1))
        .execute(conn))
}

/// Counts `more` for a window and forgets the windows before it.
///
/// # Errors
/// Those of the database.
pub fn insert_or_add(conn: &mut Conn, subject: &str, window_start: NaiveDateTime, more: i32) -> QueryResult<usize> {
    let earlier = attempts::table.filter(attempts::subject.eq(subject)).filter(attempts::window_start.lt(window_start));
    diesel::delete(earlier).execute(conn)?;
    let row = (attempts::subject.eq(subject), attempts::window_start.eq(window_start), attempts::count.eq(more));
    on_each!(conn => diesel::insert_into(attempts::table)
        .values(row)
        .on_conflict((attempts::subject, attempts::window_start))
        .do_update()
        .set(attempts::count.eq(attempts::count + more))
        .execute(conn))
}

/// Takes one counted attempt back, because it turned out not to be a failure.
///
/// # Errors
/// Those of the database.
pub fn update_one_less(conn: &mut Conn, subject: &str, window_start: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(attempts::table)
        .filter(attempts::subject.eq(subject).and(attempts::window_start.eq(window_start)))
        .filter(attempts::count.gt(0))
        .set(attempts::count.eq(attempts::count - 1))
        .execute(conn)
}

/// Forgets a subject.
///
/// # Errors
/// Those of the database.
pub fn delete(conn: &mut Conn, subject: &str) -> QueryResult<usize> {
    diesel::delete(attempts::table.filter(attempts::subject.eq(subject))).execute(conn)
}

/// Forgets windows that began before `window_start`.
///
/// # Errors
/// Those of the database.
pub fn delete_before(conn: &mut Conn, window_start: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(attempts::table.filter(attempts::window_start.lt(window_start))).execute(conn)
}
