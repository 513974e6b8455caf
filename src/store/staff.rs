//! Accounts of staff.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::{Staff, StaffId};
use crate::schema::staff;

/// An account by its id, disabled or not.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, id: &StaffId) -> QueryResult<Option<Staff>> {
    staff::table.filter(staff::id.eq(id)).select(Staff::as_select()).get_result(conn).optional()
}

/// An account by its sign-in name in lower case, disabled or not.
///
/// # Errors
/// Database errors.
pub fn find_by_email(conn: &mut Conn, email: &str) -> QueryResult<Option<Staff>> {
    staff::table.filter(staff::email.eq(email)).select(Staff::as_select()).get_result(conn).optional()
}

/// Adds an account.
///
/// # Errors
/// Database errors, also when the sign-in name is taken.
pub fn insert(conn: &mut Conn, account: &Staff) -> QueryResult<usize> {
    diesel::insert_into(staff::table).values(account).execute(conn)
}

/// Writes an account as it now is, all but its id, sign-in name and age.
///
/// # Errors
/// Database errors.
pub fn update(conn: &mut Conn, account: &Staff) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(&account.id)))
        .set((
            staff::role.eq(account.role),
            staff::municipalities.eq(account.municipalities.as_deref()),
            staff::password_hash.eq(account.password_hash.as_deref()),
            staff::disabled_at.eq(account.disabled_at),
        ))
        .execute(conn)
}

/// Sets or clears the password.
///
/// # Errors
/// Database errors.
pub fn update_password(conn: &mut Conn, id: &StaffId, hash: Option<&str>) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::password_hash.eq(hash)).execute(conn)
}

/// Shuts an account.
///
/// # Errors
/// Database errors.
pub fn update_disabled(conn: &mut Conn, id: &StaffId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::disabled_at.eq(now)).execute(conn)
}
