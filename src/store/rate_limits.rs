//! Counted failures behind a throttle, shared by all instances; subjects are unreadable (`domain::access::rate_limits`).

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::rate_limits::{Subject, Windows};
use crate::schema::attempts;

/// How many failures a subject has in its window.
///
/// # Errors
/// Database errors.
pub fn count(conn: &mut Conn, subject: &Subject) -> QueryResult<i32> {
    let count = attempts::table
        .filter(attempts::subject.eq(&subject.key).and(attempts::window_start.eq(subject.window_start)))
        .select(attempts::count)
        .get_result(conn)
        .optional()?;
    Ok(count.unwrap_or_default())
}

/// Counts one failure more.
///
/// # Errors
/// Database errors.
pub fn insert_or_count(conn: &mut Conn, subject: &Subject) -> QueryResult<usize> {
    let row =
        (attempts::subject.eq(&subject.key), attempts::window_start.eq(subject.window_start), attempts::count.eq(1));
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
/// Database errors.
pub fn insert_or_add(conn: &mut Conn, subject: &Subject, more: i32) -> QueryResult<usize> {
    let (key, window_start) = (&subject.key, subject.window_start);
    let earlier = attempts::table.filter(attempts::subject.eq(key)).filter(attempts::window_start.lt(window_start));
    diesel::delete(earlier).execute(conn)?;
    let row = (attempts::subject.eq(key), attempts::window_start.eq(window_start), attempts::count.eq(more));
    on_each!(conn => diesel::insert_into(attempts::table)
        .values(row)
        .on_conflict((attempts::subject, attempts::window_start))
        .do_update()
        .set(attempts::count.eq(attempts::count + more))
        .execute(conn))
}

/// Takes one counted failure back, because it turned out to be none.
///
/// # Errors
/// Database errors.
pub fn update_one_less(conn: &mut Conn, subject: &Subject) -> QueryResult<usize> {
    diesel::update(attempts::table)
        .filter(attempts::subject.eq(&subject.key).and(attempts::window_start.eq(subject.window_start)))
        .filter(attempts::count.gt(0))
        .set(attempts::count.eq(attempts::count - 1))
        .execute(conn)
}

/// Forgets a subject.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, subject: &Subject) -> QueryResult<usize> {
    diesel::delete(attempts::table.filter(attempts::subject.eq(&subject.key))).execute(conn)
}

/// Forgets the windows that are over.
///
/// # Errors
/// Database errors.
pub fn delete_over(conn: &mut Conn, windows: &Windows) -> QueryResult<usize> {
    let is_over = attempts::window_start.lt(windows.quarter).and(attempts::window_start.ne(windows.day));
    diesel::delete(attempts::table.filter(is_over)).execute(conn)
}

/// Forgets windows that began before `window_start`.
///
/// # Errors
/// Database errors.
pub fn delete_before(conn: &mut Conn, window_start: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(attempts::table.filter(attempts::window_start.lt(window_start))).execute(conn)
}
