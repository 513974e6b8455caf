//! Second factors of accounts.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::second_factors::SecondFactor;
use crate::domain::access::staff::StaffId;
use crate::schema::second_factors;

/// The second factor of an account, confirmed or not.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<Option<SecondFactor>> {
    second_factors::table.find(staff_id).select(SecondFactor::as_select()).get_result(conn).optional()
}

/// The accounts that have a confirmed one.
///
/// # Errors
/// Database errors.
pub fn list_confirmed(conn: &mut Conn) -> QueryResult<Vec<StaffId>> {
    second_factors::table.filter(second_factors::confirmed_at.is_not_null()).select(second_factors::staff_id).load(conn)
}

/// Adds one.
///
/// # Errors
/// Database errors, also when the account has one.
pub fn insert(conn: &mut Conn, factor: &SecondFactor) -> QueryResult<usize> {
    diesel::insert_into(second_factors::table).values(factor).execute(conn)
}

/// Notes that a first code was right.
///
/// # Errors
/// Database errors.
pub fn update_confirmed(conn: &mut Conn, staff_id: &StaffId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(second_factors::table.find(staff_id)).set(second_factors::confirmed_at.eq(now)).execute(conn)
}

/// Notes the step of time of a code that was used; 0 where one as new was used meanwhile.
///
/// # Errors
/// Database errors.
pub fn update_step(conn: &mut Conn, staff_id: &StaffId, step: i64) -> QueryResult<usize> {
    let is_newer = second_factors::last_step.is_null().or(second_factors::last_step.lt(step));
    diesel::update(second_factors::table.find(staff_id).filter(is_newer))
        .set(second_factors::last_step.eq(step))
        .execute(conn)
}

/// Takes one away.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(second_factors::table.find(staff_id)).execute(conn)
}
