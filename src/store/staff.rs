//! Accounts of staff.

use chrono::NaiveDateTime;
use diesel::dsl;
use diesel::prelude::*;

use super::Conn;
use crate::domain::Language;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::schema::staff;

/// Whether there is any account, disabled or not.
///
/// # Errors
/// Database errors.
pub fn exists(conn: &mut Conn) -> QueryResult<bool> {
    diesel::select(dsl::exists(staff::table.select(staff::id))).get_result(conn)
}

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

/// The sign-in names of accounts with which nobody can sign in yet, the oldest first.
///
/// # Errors
/// Database errors.
pub fn list_unused(conn: &mut Conn) -> QueryResult<Vec<String>> {
    staff::table
        .filter(staff::password_hash.is_null().and(staff::identity_at.is_null()).and(staff::disabled_at.is_null()))
        .order((staff::created_at, staff::email))
        .select(staff::email)
        .load(conn)
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

/// Shuts an account, or opens it again.
///
/// # Errors
/// Database errors.
pub fn update_disabled(conn: &mut Conn, id: &StaffId, at: Option<NaiveDateTime>) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::disabled_at.eq(at)).execute(conn)
}

/// Notes since when an account has an identity at a provider, or that it has none any more.
///
/// # Errors
/// Database errors.
pub fn update_identity(conn: &mut Conn, id: &StaffId, since: Option<NaiveDateTime>) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::identity_at.eq(since)).execute(conn)
}

/// Notes that an account was seen at work.
///
/// # Errors
/// Database errors.
pub fn update_seen(conn: &mut Conn, id: &StaffId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::seen_at.eq(now)).execute(conn)
}

/// Notes when the visit before the present one ended.
///
/// # Errors
/// Database errors.
pub fn update_visited(conn: &mut Conn, id: &StaffId, at: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::visited_at.eq(at)).execute(conn)
}

/// When an account's visit before the present one ended, if there was one.
///
/// # Errors
/// Database errors.
pub fn find_visited(conn: &mut Conn, id: &StaffId) -> QueryResult<Option<NaiveDateTime>> {
    let visited = staff::table.filter(staff::id.eq(id)).select(staff::visited_at);
    Ok(visited.get_result(conn).optional()?.flatten())
}

/// Chooses the language of an account's letters.
///
/// # Errors
/// Database errors.
pub fn update_language(conn: &mut Conn, id: &StaffId, language: Language) -> QueryResult<usize> {
    diesel::update(staff::table.filter(staff::id.eq(id))).set(staff::language.eq(language)).execute(conn)
}

/// All accounts, by sign-in name.
///
/// # Errors
/// Database errors.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Staff>> {
    staff::table.order(staff::email).select(Staff::as_select()).load(conn)
}

/// The administrators who may sign in, by sign-in name: whom the program writes to about what they should see to.
///
/// # Errors
/// Database errors.
pub fn list_active_admins(conn: &mut Conn) -> QueryResult<Vec<Staff>> {
    let can_sign_in = staff::password_hash.is_not_null().or(staff::identity_at.is_not_null());
    let active = staff::disabled_at.is_null().and(can_sign_in);
    staff::table
        .filter(staff::role.eq(Role::Admin).and(active))
        .order(staff::email)
        .select(Staff::as_select())
        .load(conn)
}

/// Whether there is an administrator who may sign in.
///
/// # Errors
/// Database errors.
pub fn exists_active_admin(conn: &mut Conn) -> QueryResult<bool> {
    let can_sign_in = staff::password_hash.is_not_null().or(staff::identity_at.is_not_null());
    let active = staff::disabled_at.is_null().and(can_sign_in);
    diesel::select(dsl::exists(staff::table.filter(staff::role.eq(Role::Admin).and(active)))).get_result(conn)
}
