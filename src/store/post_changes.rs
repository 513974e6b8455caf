//! Which posts the entries of the audit log changed.

use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::AuditId;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::post_changes::{ChangeRow, SeenChange};
use crate::schema::{audit, post_changes, staff};

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// Changes with their entry and who made it, newest first.
macro_rules! seen {
    () => {
        post_changes::table
            .inner_join(audit::table.on(audit::id.eq(post_changes::audit_id)))
            .left_join(staff::table.on(staff::id.nullable().eq(audit::actor_id)))
            .select((
                ChangeRow::as_select(),
                audit::at,
                audit::actor,
                audit::verb,
                (staff::email, staff::role).nullable(),
            ))
            .order((post_changes::audit_id.desc(), post_changes::post_id))
    };
}

/// Notes what an entry changed.
pub fn insert(conn: &mut Conn, rows: &[ChangeRow]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(post_changes::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// The changes of a post, newest first.
pub fn list_by_post(conn: &mut Conn, post: &PostId) -> QueryResult<Vec<SeenChange>> {
    seen!().filter(post_changes::post_id.eq(post)).load(conn)
}

/// The newest changes in a municipality, at most `limit`.
pub fn list_by_municipality(conn: &mut Conn, code: &MunicipalityCode, limit: i64) -> QueryResult<Vec<SeenChange>> {
    seen!().filter(post_changes::municipality_code.eq(code)).limit(limit).load(conn)
}

/// Deletes what entries changed, when they go.
pub fn delete(conn: &mut Conn, entries: &[AuditId]) -> QueryResult<usize> {
    diesel::delete(post_changes::table.filter(post_changes::audit_id.eq_any(entries))).execute(conn)
}
