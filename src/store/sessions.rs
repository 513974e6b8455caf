//! Sessions: who is signed in, by the hash of the cookie's token.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::identities::Vouched;
use crate::domain::access::staff::{Session, Staff, StaffId};
use crate::domain::base::tokens::TokenHash;
use crate::schema::{second_factors, sessions, staff};

/// An account with a session, when the session was last seen, since when the account has a second factor, and when
/// the provider asked for one in this session.
pub type SessionOwner = (Staff, Option<NaiveDateTime>, Option<NaiveDateTime>, Option<NaiveDateTime>);

/// The account behind a session, when the session was last seen, and its second factors; none where the session ran
/// out or the account is disabled.
///
/// # Errors
/// Database errors.
pub fn find_staff(conn: &mut Conn, token_hash: &TokenHash, now: NaiveDateTime) -> QueryResult<Option<SessionOwner>> {
    sessions::table
        .inner_join(staff::table.left_join(second_factors::table))
        .filter(sessions::token_hash.eq(token_hash).and(sessions::expires_at.gt(now)))
        .filter(staff::disabled_at.is_null())
        .select((
            Staff::as_select(),
            sessions::seen_at,
            second_factors::confirmed_at.nullable(),
            sessions::second_factor_at,
        ))
        .get_result(conn)
        .optional()
}

/// Adds a session that begins at the first instant and lasts until the second.
///
/// # Errors
/// Database errors.
pub fn insert(
    conn: &mut Conn,
    token_hash: &TokenHash,
    staff_id: &StaffId,
    (now, expires_at): (NaiveDateTime, NaiveDateTime),
) -> QueryResult<usize> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash),
            sessions::staff_id.eq(staff_id),
            sessions::expires_at.eq(expires_at),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
        ))
        .execute(conn)
}

/// Keeps with a session what a provider vouched for, and when it asked for a second factor.
///
/// # Errors
/// Database errors.
pub fn update_vouched(
    conn: &mut Conn,
    token_hash: &TokenHash,
    vouched: &Vouched,
    second_factor_at: Option<NaiveDateTime>,
) -> QueryResult<usize> {
    diesel::update(sessions::table.filter(sessions::token_hash.eq(token_hash)))
        .set((
            sessions::provider_session.eq(vouched.provider_session.as_deref()),
            sessions::sealed_id_token.eq(vouched.sealed_id_token.as_deref()),
            sessions::second_factor_at.eq(second_factor_at),
        ))
        .execute(conn)
}

/// What a provider vouched for in a session, and whose it is.
///
/// # Errors
/// Database errors.
pub fn find_vouched(conn: &mut Conn, token_hash: &TokenHash) -> QueryResult<Option<(StaffId, Vouched)>> {
    sessions::table
        .filter(sessions::token_hash.eq(token_hash))
        .select((sessions::staff_id, Vouched::as_select()))
        .get_result(conn)
        .optional()
}

/// Ends the sessions of an account that a provider vouched for.
///
/// # Errors
/// Database errors.
pub fn delete_vouched(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    let vouched = sessions::staff_id.eq(staff_id).and(sessions::sealed_id_token.is_not_null());
    diesel::delete(sessions::table.filter(vouched)).execute(conn)
}

/// Ends the sessions of an account that belong to one session at the provider, or of which it never said to which.
///
/// # Errors
/// Database errors.
pub fn delete_by_provider(conn: &mut Conn, staff_id: &StaffId, provider_session: &str) -> QueryResult<usize> {
    let vouched = sessions::staff_id.eq(staff_id).and(sessions::sealed_id_token.is_not_null());
    let of_it = sessions::provider_session.eq(provider_session).or(sessions::provider_session.is_null());
    diesel::delete(sessions::table.filter(vouched).filter(of_it)).execute(conn)
}

/// The sessions of an account that last at `now`, the one seen last first.
///
/// # Errors
/// Database errors.
pub fn list_by_staff(conn: &mut Conn, staff_id: &StaffId, now: NaiveDateTime) -> QueryResult<Vec<Session>> {
    sessions::table
        .filter(sessions::staff_id.eq(staff_id).and(sessions::expires_at.gt(now)))
        .order((sessions::seen_at.is_null(), sessions::seen_at.desc(), sessions::token_hash))
        .select(Session::as_select())
        .load(conn)
}

/// Notes that a session is used, unless it was noted since `before`; 1 where it was.
///
/// # Errors
/// Database errors.
pub fn update_seen(
    conn: &mut Conn,
    token_hash: &TokenHash,
    (now, before): (NaiveDateTime, NaiveDateTime),
) -> QueryResult<usize> {
    let unseen = sessions::seen_at.is_null().or(sessions::seen_at.le(before));
    diesel::update(sessions::table.filter(sessions::token_hash.eq(token_hash)).filter(unseen))
        .set(sessions::seen_at.eq(now))
        .execute(conn)
}

/// Ends every session of an account but one.
///
/// # Errors
/// Database errors.
pub fn delete_others(conn: &mut Conn, staff_id: &StaffId, kept: &TokenHash) -> QueryResult<usize> {
    let others = sessions::staff_id.eq(staff_id).and(sessions::token_hash.ne(kept));
    diesel::delete(sessions::table.filter(others)).execute(conn)
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
