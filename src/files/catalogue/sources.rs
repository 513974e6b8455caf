//! The source of a fact: `status`, and a note under `source` and `source_en`.

use crate::domain::base::import_errors::ImportError;
use crate::domain::catalogue::sources::Source;
use crate::files::fields::{self, Fields};

/// Reads the source of whatever the fields describe.
pub(super) fn read(fields: &Fields, faults: &mut Vec<ImportError>) -> Source {
    let status = fields.get("status").and_then(|node| fields::word(node, "status", faults));
    Source::written(status, fields.optional_text("source", faults), fields.optional_text("source_en", faults))
}
