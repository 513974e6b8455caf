//! Tokens of the API.

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::api_tokens::{ApiToken, ApiTokenId};
use crate::domain::access::staff::{Staff, StaffId};
use crate::domain::base::tokens::TokenHash;
use crate::schema::{api_tokens, staff};

/// A token that opens something at `now`, with its owner; none where its time is over or the account is disabled.
///
/// # Errors
/// Database errors.
pub fn find_with_owner(
    conn: &mut Conn,
    token_hash: &TokenHash,
    now: NaiveDateTime,
) -> QueryResult<Option<(ApiToken, Staff)>> {
    api_tokens::table
        .inner_join(staff::table)
        .filter(api_tokens::token_hash.eq(token_hash).and(api_tokens::expires_at.gt(now)))
        .filter(staff::disabled_at.is_null())
        .select((ApiToken::as_select(), Staff::as_select()))
        .get_result(conn)
        .optional()
}

/// The token of an account with this id.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, staff_id: &StaffId, id: &ApiTokenId) -> QueryResult<Option<ApiToken>> {
    api_tokens::table
        .filter(api_tokens::id.eq(id).and(api_tokens::staff_id.eq(staff_id)))
        .select(ApiToken::as_select())
        .get_result(conn)
        .optional()
}

/// The tokens of an account, the newest first, also those whose time is over.
///
/// # Errors
/// Database errors.
pub fn list_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<Vec<ApiToken>> {
    api_tokens::table
        .filter(api_tokens::staff_id.eq(staff_id))
        .order((api_tokens::created_at.desc(), api_tokens::id.desc()))
        .select(ApiToken::as_select())
        .load(conn)
}

/// How many tokens an account has.
///
/// # Errors
/// Database errors.
pub fn count_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<i64> {
    api_tokens::table.filter(api_tokens::staff_id.eq(staff_id)).select(count_star()).get_result(conn)
}

/// Adds a token.
///
/// # Errors
/// Database errors.
pub fn insert(conn: &mut Conn, token: &ApiToken) -> QueryResult<usize> {
    diesel::insert_into(api_tokens::table).values(token).execute(conn)
}

/// Notes that a token is used, unless it was noted since `before`.
///
/// # Errors
/// Database errors.
pub fn update_used(
    conn: &mut Conn,
    id: &ApiTokenId,
    (now, before): (NaiveDateTime, NaiveDateTime),
) -> QueryResult<usize> {
    let unseen = api_tokens::used_at.is_null().or(api_tokens::used_at.le(before));
    diesel::update(api_tokens::table.filter(api_tokens::id.eq(id)).filter(unseen))
        .set(api_tokens::used_at.eq(now))
        .execute(conn)
}

/// Takes a token away.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, id: &ApiTokenId) -> QueryResult<usize> {
    diesel::delete(api_tokens::table.filter(api_tokens::id.eq(id))).execute(conn)
}

/// Takes every token of an account away.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(api_tokens::table.filter(api_tokens::staff_id.eq(staff_id))).execute(conn)
}
