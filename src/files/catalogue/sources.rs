//! The source of a fact: `status`, and a note under `source` and `source_en`.

use crate::domain::base::import_errors::ImportError;
use crate::domain::catalogue::sources::{Source, SourceStatus};
use crate::files::fields::{self, Fields};

/// How a note began while the status was a part of it, the longest first.
const BEGINNINGS: [(&str, SourceStatus); 3] = [
    ("verified in part:", SourceStatus::Partly),
    ("verified:", SourceStatus::Verified),
    ("unconfirmed", SourceStatus::Unconfirmed),
];

/// Reads the source of whatever the fields describe.
pub(super) fn read(fields: &Fields, faults: &mut Vec<ImportError>) -> Source {
    let status = fields.get("status").and_then(|node| fields::word(node, "status", faults));
    let (da, en) = (fields.optional_text("source", faults), fields.optional_text("source_en", faults));
    match (status, &da, &en) {
        (None, Some(note), None) => of_note(note),
        _ => Source { status, da, en },
    }
}

/// A note without a status. Editions from before there was one begin it with an English word, and it is in English.
fn of_note(note: &str) -> Source {
    for (beginning, status) in BEGINNINGS {
        if let Some(rest) = note.strip_prefix(beginning) {
            let rest = rest.trim_start_matches(':').trim();
            return Source { status: Some(status), da: None, en: (!rest.is_empty()).then(|| rest.to_owned()) };
        }
    }
    Source { da: Some(note.to_owned()), ..Source::default() }
}
