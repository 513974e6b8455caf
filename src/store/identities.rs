//! Who accounts are at a provider of OpenID Connect.

use chrono::NaiveDateTime;
use diesel::dsl;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::identities::Identity;
use crate::domain::access::staff::StaffId;
use crate::schema::identities;

/// The identity of somebody at a provider.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, issuer: &str, subject: &str) -> QueryResult<Option<Identity>> {
    identities::table.find((issuer, subject)).select(Identity::as_select()).get_result(conn).optional()
}

/// The identities of an account, the one used last first.
///
/// # Errors
/// Database errors.
pub fn list_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<Vec<Identity>> {
    identities::table
        .filter(identities::staff_id.eq(staff_id))
        .order((identities::used_at.desc(), identities::issuer, identities::subject))
        .select(Identity::as_select())
        .load(conn)
}

/// Whether an account has an identity at a provider.
///
/// # Errors
/// Database errors.
pub fn exists(conn: &mut Conn, staff_id: &StaffId, issuer: &str) -> QueryResult<bool> {
    let of_both = identities::staff_id.eq(staff_id).and(identities::issuer.eq(issuer));
    diesel::select(dsl::exists(identities::table.filter(of_both))).get_result(conn)
}

/// Adds one.
///
/// # Errors
/// Database errors, also where it is somebody's.
pub fn insert(conn: &mut Conn, identity: &Identity) -> QueryResult<usize> {
    diesel::insert_into(identities::table).values(identity).execute(conn)
}

/// Notes that one was used to sign in.
///
/// # Errors
/// Database errors.
pub fn update_used(conn: &mut Conn, issuer: &str, subject: &str, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(identities::table.find((issuer, subject))).set(identities::used_at.eq(now)).execute(conn)
}

/// Takes every identity of an account away.
///
/// # Errors
/// Database errors.
pub fn delete_by_staff(conn: &mut Conn, staff_id: &StaffId) -> QueryResult<usize> {
    diesel::delete(identities::table.filter(identities::staff_id.eq(staff_id))).execute(conn)
}
