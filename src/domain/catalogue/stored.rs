//! Editions and crosswalks as they are kept: the document byte for byte, with its hash.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::base::tokens::content_hash;
use crate::domain::catalogue::EditionStatus;
use crate::schema::{crosswalks, editions};

/// An edition's document.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = editions, treat_none_as_default_value = false)]
pub struct StoredEdition {
    /// The edition's key.
    pub key: String,
    /// Draft or published.
    pub status: EditionStatus,
    /// The YAML, as imported or as it was written after an edit.
    pub document: String,
    /// SHA-256 of the document, hex.
    pub content_hash: String,
    /// UTC.
    pub imported_at: NaiveDateTime,
    /// UTC.
    pub published_at: Option<NaiveDateTime>,
    /// The number of the revision that is current; 0 for a draft that nobody has edited.
    pub revision: i32,
}

impl StoredEdition {
    /// Whether the document still is the one that was hashed.
    pub fn is_intact(&self) -> bool {
        content_hash(self.document.as_bytes()) == self.content_hash
    }
}

/// A crosswalk's document.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = crosswalks)]
pub struct StoredCrosswalk {
    /// Key of the earlier edition.
    pub from_edition: String,
    /// Key of the later edition.
    pub to_edition: String,
    /// The YAML as imported.
    pub document: String,
    /// UTC.
    pub imported_at: NaiveDateTime,
}
