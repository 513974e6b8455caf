//! Sessions: who is signed in, by the hash of the cookie's token.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::{Staff, StaffId};
use crate::domain::base::tokens::TokenHash;
use crate::schema::{sessions, staff};

/// The account behind a session, unless it ran out or the account is disabled.
///
/// # Errors
/// Database errors.
pub fn find_staff(conn: &mut Conn, token_hash: &TokenHash, now: NaiveDateTime) -> QueryResult<Option<Staff>> {
    sessions::table
        .inner_join(staff::table)
        .filter(sessions::token_hash.eq(token_hash).and(sessions::expires_at.gt(now)))
        .filter(staff::disabled_at.is_null())
        .select(Staff::as_select())
        .get_result(conn)
        .optional()
}

/// Adds a session that lasts until `expires_at`.
///
/// # Errors
/// Database errors.
pub fn insert(
    conn: &mut Conn,
    token_hash: &TokenHash,
    staff_id: &StaffId,
    expires_at: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash),
            sessions::staff_id.eq(staff_id),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(conn)
}

/// Ends one session.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, token_hash: &TokenHash) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::token_hash.eq(token_hash))).execute(conn)
}

/// Ends every session of an account.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(staff_id))).execute(conn)
}

/// Removes what ran out before `now`.
///
/// # Errors
/// Database errors.
pub fn delete_expired(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(conn)
}
