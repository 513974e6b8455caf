//! Where a fact of the catalogue comes from, and how sure it is.

use crate::domain::Language;

words! {
    /// How sure the catalogue is of a fact.
    pub enum SourceStatus {
        /// Read in the source that is named.
        Verified = "verified",
        /// Some of it was read in the source, some of it is recall or inference.
        Partly = "partly",
        /// Not read in any source.
        Unconfirmed = "unconfirmed",
    }
}

/// How a note began while the status was a part of it, the longest first.
const BEGINNINGS: [(&str, SourceStatus); 3] = [
    ("verified in part:", SourceStatus::Partly),
    ("verified:", SourceStatus::Verified),
    ("unconfirmed", SourceStatus::Unconfirmed),
];

/// Where a fact comes from; empty where nobody has said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// How sure it is.
    pub status: Option<SourceStatus>,
    /// The note in Danish.
    pub da: Option<String>,
    /// The note in English.
    pub en: Option<String>,
}

impl Source {
    /// A source as somebody wrote it. Editions from before there was a status begin their one note with it, in an
    /// English word, and such a note is in English.
    pub fn written(status: Option<SourceStatus>, da: Option<String>, en: Option<String>) -> Source {
        if let (None, Some(note), None) = (status, &da, &en) {
            for (beginning, status) in BEGINNINGS {
                if let Some(rest) = note.strip_prefix(beginning) {
                    let rest = rest.trim_start_matches(':').trim();
                    return Source { status: Some(status), da: None, en: (!rest.is_empty()).then(|| rest.to_owned()) };
                }
            }
        }
        Source { status, da, en }
    }

    /// The note with the language it is in: the wanted one, or the other where only that was written.
    pub fn note(&self, wanted: Language) -> Option<(Language, &str)> {
        let danish = self.da.as_deref().map(|note| (Language::Danish, note));
        let english = self.en.as_deref().map(|note| (Language::English, note));
        match wanted {
            Language::Danish => danish.or(english),
            Language::English => english.or(danish),
        }
    }
}
