//! The audit log as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::access::audit::AuditEntry;

const HEADER: &[&str] = &["at", "actor", "actor_id", "verb", "object", "object_id", "old_value", "new_value"];

/// The log being written; instants are UTC.
pub struct AuditSheet(Sheet);

impl AuditSheet {
    /// A sheet without entries.
    pub fn new(dialect: Dialect) -> AuditSheet {
        AuditSheet(Sheet::new(dialect, HEADER))
    }

    /// Writes entries in the order given.
    pub fn add(&mut self, entries: &[AuditEntry]) {
        let sheet = &mut self.0;
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
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}
