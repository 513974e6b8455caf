//! Codes on paper for accounts whose second factor is lost, as hashes.

use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::StaffId;
use crate::domain::base::tokens::TokenHash;
use crate::schema::recovery_codes;

/// How many an account has left.
///
/// # Errors
/// Database errors.
pub fn count(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<i64> {
    recovery_codes::table.filter(recovery_codes::staff_id.eq(staff_id)).count().get_result(conn)
}

/// Adds one.
///
/// # Errors
/// Database errors.
pub fn insert(conn: &mut Conn, staff_id: &StaffId, hash: &TokenHash) -> QueryResult<usize> {
    diesel::insert_into(recovery_codes::table)
        .values((recovery_codes::staff_id.eq(staff_id), recovery_codes::code_hash.eq(hash)))
        .execute(conn)
}

/// Uses one up; 0 where the account has no such code, or no more.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, staff_id: &StaffId, hash: &TokenHash) -> QueryResult<usize> {
    let own = recovery_codes::staff_id.eq(staff_id).and(recovery_codes::code_hash.eq(hash));
    diesel::delete(recovery_codes::table.filter(own)).execute(conn)
}

/// Takes all of an account away.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::staff_id.eq(staff_id))).execute(conn)
}
