//! Sign-ins that wait for a code, by the hash of their token.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::identities::Vouched;
use crate::domain::access::staff::{Staff, StaffId};
use crate::domain::base::tokens::TokenHash;
use crate::schema::{sign_ins, staff};

/// The account that is about to show a code, unless it took too long or the account is disabled.
///
/// # Errors
/// Database errors.
pub fn find_staff(conn: &mut Conn, token_hash: &TokenHash, now: NaiveDateTime) -> QueryResult<Option<Staff>> {
    sign_ins::table
        .inner_join(staff::table)
        .filter(sign_ins::token_hash.eq(token_hash).and(sign_ins::expires_at.gt(now)))
        .filter(staff::disabled_at.is_null())
        .select(Staff::as_select())
        .get_result(conn)
        .optional()
}

/// Adds one that waits until `expires_at`.
///
/// # Errors
/// Database errors.
pub fn insert(
    conn: &mut Conn,
    token_hash: &TokenHash,
    staff_id: &StaffId,
    expires_at: NaiveDateTime,
) -> QueryResult<usize> {
    let row =
        (sign_ins::token_hash.eq(token_hash), sign_ins::staff_id.eq(staff_id), sign_ins::expires_at.eq(expires_at));
    diesel::insert_into(sign_ins::table).values(row).execute(conn)
}

/// Keeps with one what a provider vouched for.
///
/// # Errors
/// Database errors.
pub fn update_vouched(conn: &mut Conn, token_hash: &TokenHash, vouched: &Vouched) -> QueryResult<usize> {
    diesel::update(sign_ins::table.find(token_hash))
        .set((
            sign_ins::provider_session.eq(vouched.provider_session.as_deref()),
            sign_ins::sealed_id_token.eq(vouched.sealed_id_token.as_deref()),
        ))
        .execute(conn)
}

/// What a provider vouched for in one.
///
/// # Errors
/// Database errors.
pub fn find_vouched(conn: &mut Conn, token_hash: &TokenHash) -> QueryResult<Option<Vouched>> {
    sign_ins::table
        .find(token_hash)
        .select((sign_ins::provider_session, sign_ins::sealed_id_token))
        .get_result(conn)
        .optional()
}

/// Ends one; 0 where it has ended already.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, token_hash: &TokenHash) -> QueryResult<usize> {
    diesel::delete(sign_ins::table.find(token_hash)).execute(conn)
}

/// Ends all of an account.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(sign_ins::table.filter(sign_ins::staff_id.eq(staff_id))).execute(conn)
}

/// Ends those of an account that a provider vouched for.
///
/// # Errors
/// Database errors.
pub fn delete_vouched(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    let vouched = sign_ins::staff_id.eq(staff_id).and(sign_ins::sealed_id_token.is_not_null());
    diesel::delete(sign_ins::table.filter(vouched)).execute(conn)
}

/// Removes what ran out before `now`.
///
/// # Errors
/// Database errors.
pub fn delete_expired(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(sign_ins::table.filter(sign_ins::expires_at.le(now))).execute(conn)
}
