//! The audit log as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::access::audit::AuditEntry;

const HEADER: &[&str] = &["at", "actor", "actor_id", "verb", "object", "object_id", "old_value", "new_value"];

/// Writes entries in the order given; instants are UTC.
pub fn write(dialect: Dialect, entries: &[AuditEntry]) -> Vec<u8> {
    let mut sheet = Sheet::new(dialect, HEADER);
    for entry in entries {
        sheet.text(&entry.at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        sheet.text(&entry.actor);
        sheet.text(entry.actor_id.as_deref().unwrap_or_default());
        sheet.text(&entry.verb);
        sheet.text(&entry.object);
        for optional in [&entry.object_id, &entry.old_value, &entry.new_value] {
            sheet.text(optional.as_deref().unwrap_or_default());
        }
        sheet.end_row();
    }
    sheet.into_bytes()
}
