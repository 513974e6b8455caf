//! The audit log. Entries are written and read; only their own retention deletes them, and nothing changes them.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::audit::{AuditEntry, AuditId, AuditSearch};
use crate::schema::audit;

/// Writes an entry.
///
/// # Errors
/// Database errors.
pub fn insert(conn: &mut Conn, entry: &AuditEntry) -> QueryResult<usize> {
    diesel::insert_into(audit::table).values(entry).execute(conn)
}

/// The entry with this id.
///
/// # Errors
/// Database errors.
pub fn find(conn: &mut Conn, id: &AuditId) -> QueryResult<Option<AuditEntry>> {
    audit::table.find(id).select(AuditEntry::as_select()).get_result(conn).optional()
}

/// The entries looked for, newest first, at most `limit`; those older than `before` where it is given.
///
/// # Errors
/// Database errors.
pub fn list(
    conn: &mut Conn,
    search: &AuditSearch,
    before: Option<&AuditId>,
    limit: i64,
) -> QueryResult<Vec<AuditEntry>> {
    let mut query = audit::table.order(audit::id.desc()).limit(limit).select(AuditEntry::as_select()).into_boxed();
    if let Some(before) = before {
        query = query.filter(audit::id.lt(before));
    }
    if let Some(actor) = &search.actor {
        query = query.filter(audit::actor.eq(actor.as_str()));
    }
    if let Some(staff) = &search.staff {
        query = query.filter(audit::actor.eq("staff").and(audit::actor_id.eq(staff.as_str())));
    }
    if let Some((verb, object)) = &search.deed {
        query = query.filter(audit::verb.eq(verb).and(audit::object.eq(object)));
    }
    if let Some(object) = &search.object {
        query = query.filter(audit::object.eq(object));
    }
    if !search.ids.is_empty() {
        query = query.filter(audit::object_id.eq_any(&search.ids));
    }
    if let Some(from) = search.from {
        query = query.filter(audit::at.ge(from));
    }
    if let Some(until) = search.until {
        query = query.filter(audit::at.lt(until));
    }
    query.load(conn)
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
