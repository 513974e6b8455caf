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
