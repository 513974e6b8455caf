//! The audit log. Entries are written and read; only their own retention deletes them, and nothing changes them.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::audit::{AuditEntry, AuditId};
use crate::schema::audit;

/// Writes an entry.
///
/// # Errors
/// Database errors.
pub fn insert(conn: &mut Conn, entry: &AuditEntry) -> QueryResult<usize> {
    diesel::insert_into(audit::table).values(entry).execute(conn)
}

/// The entries after an id, oldest first, at most `limit`; ids are in the order of time.
///
/// # Errors
/// Database errors.
pub fn list_after(conn: &mut Conn, after: &str, since: NaiveDateTime, limit: i64) -> QueryResult<Vec<AuditEntry>> {
    audit::table
        .filter(audit::id.gt(after).and(audit::at.ge(since)))
        .order(audit::id)
        .limit(limit)
        .select(AuditEntry::as_select())
        .load(conn)
}

/// The oldest entries before an instant, at most `limit`.
///
/// # Errors
/// Database errors.
pub fn list_before(conn: &mut Conn, before: NaiveDateTime, limit: i64) -> QueryResult<Vec<AuditId>> {
    audit::table.filter(audit::at.lt(before)).order(audit::at).limit(limit).select(audit::id).load(conn)
}

/// Deletes entries whose time is over.
///
/// # Errors
/// Database errors.
pub fn delete(conn: &mut Conn, ids: &[AuditId]) -> QueryResult<usize> {
    diesel::delete(audit::table.filter(audit::id.eq_any(ids))).execute(conn)
}
