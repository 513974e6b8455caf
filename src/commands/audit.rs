//! Noting who did what, inside the transaction that does it: a command that is refused leaves no entry.

use serde_json::Value;

use crate::domain::access::audit::{AuditEntry, By, Object};
use crate::domain::rounds::post_changes::{ChangeRow, PostChanges};
use crate::error::Result;
use crate::store::{self, Conn};

/// Notes a command.
///
/// # Errors
/// Database errors.
pub(super) fn note(conn: &mut Conn, by: &By, verb: &str, object: Object) -> Result<()> {
    store::audit::insert(conn, &AuditEntry::new(by, verb, object))?;
    Ok(())
}

/// Notes a command with configuration as it was and as it is now, or with counts of what it wrote; nothing of
/// either is an answer, a token, a name or an address.
///
/// # Errors
/// Database errors.
pub(super) fn note_values(
    conn: &mut Conn,
    by: &By,
    (verb, object): (&str, Object),
    (old, new): (Option<Value>, Option<Value>),
) -> Result<()> {
    let text = |value: Option<Value>| value.map(|value| value.to_string());
    let entry = AuditEntry::new(by, verb, object).with_values(text(old), text(new));
    store::audit::insert(conn, &entry)?;
    Ok(())
}

/// The same with the posts that it changed, so that their history can be found.
///
/// # Errors
/// Database errors.
pub(super) fn note_changes(
    conn: &mut Conn,
    by: &By,
    (verb, object): (&str, Object),
    new: Option<Value>,
    changes: &PostChanges,
) -> Result<()> {
    let entry = AuditEntry::new(by, verb, object).with_values(None, new.map(|value| value.to_string()));
    store::audit::insert(conn, &entry)?;
    let rows: Vec<ChangeRow> = changes.iter().map(|change| change.row(&entry.id)).collect();
    Ok(store::post_changes::insert(conn, &rows)?)
}
