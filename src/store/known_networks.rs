//! Addresses from which accounts have signed in, as unreadable marks (`domain::access::rate_limits`).

use chrono::NaiveDateTime;
use diesel::dsl;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::StaffId;
use crate::schema::places;

/// When an account last signed in from a place.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, staff_id: &StaffId, place: &str) -> QueryResult<Option<NaiveDateTime>> {
    places::table
        .filter(places::staff_id.eq(staff_id).and(places::place.eq(place)))
        .select(places::seen_at)
        .get_result(conn)
        .optional()
}

/// Whether an account has signed in from anywhere that is remembered.
///
/// # Errors
/// Database errors.
pub fn exists(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<bool> {
    diesel::select(dsl::exists(places::table.filter(places::staff_id.eq(staff_id)))).get_result(conn)
}

/// Remembers that an account signed in from a place.
///
/// # Errors
/// Database errors.
pub fn insert_or_update(conn: &mut Conn, staff_id: &StaffId, place: &str, now: NaiveDateTime) -> QueryResult<usize> {
    let row = (places::staff_id.eq(staff_id), places::place.eq(place), places::seen_at.eq(now));
    on_each!(conn => diesel::insert_into(places::table)
        .values(row)
        .on_conflict((places::staff_id, places::place))
        .do_update()
        .set(places::seen_at.eq(now))
        .execute(conn))
}

/// Forgets where an account signed in from.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(places::table.filter(places::staff_id.eq(staff_id))).execute(conn)
}

/// Forgets what was last seen before `instant`.
///
/// # Errors
/// Database errors.
pub fn delete_before(conn: &mut Conn, instant: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(places::table.filter(places::seen_at.lt(instant))).execute(conn)
}
