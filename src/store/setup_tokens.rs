//! One-time links with which an account sets its password, by the hash of their token.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::{Staff, StaffId};
use crate::domain::base::tokens::TokenHash;
use crate::schema::{keys, staff};

/// The account of a one-time link, unless the link ran out or the account is disabled.
///
/// # Errors
/// Database errors.
pub fn find_staff(conn: &mut Conn, token_hash: &TokenHash, now: NaiveDateTime) -> QueryResult<Option<Staff>> {
    keys::table
        .inner_join(staff::table)
        .filter(keys::token_hash.eq(token_hash).and(keys::expires_at.gt(now)))
        .filter(staff::disabled_at.is_null())
        .select(Staff::as_select())
        .get_result(conn)
        .optional()
}

/// Adds a one-time link that works until `expires_at`.
///
/// # Errors
/// Database errors.
pub fn insert(
    conn: &mut Conn,
    token_hash: &TokenHash,
    staff_id: &StaffId,
    expires_at: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::insert_into(keys::table)
        .values((keys::token_hash.eq(token_hash), keys::staff_id.eq(staff_id), keys::expires_at.eq(expires_at)))
        .execute(conn)
}

/// Revokes every one-time link of an account.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(keys::table.filter(keys::staff_id.eq(staff_id))).execute(conn)
}

/// Deletes a one-time link that nobody has.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, token_hash: &TokenHash) -> QueryResult<usize> {
    diesel::delete(keys::table.find(token_hash)).execute(conn)
}

/// Removes what ran out before `now`.
///
/// # Errors
/// Database errors.
pub fn delete_expired(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(keys::table.filter(keys::expires_at.le(now))).execute(conn)
}
