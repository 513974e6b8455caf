//! What a backup says of itself.

use serde::{Deserialize, Serialize};

use super::sums::TableSum;
use crate::error::{Error, Result};

/// The content of the table `backup_manifest`, as JSON.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The version of the program that made it.
    pub program: String,
    /// The newest migration that the database went through.
    pub schema: String,
    /// `sqlite` or `postgres`.
    pub source: String,
    /// UTC.
    pub made_at: String,
    /// What each table held.
    pub tables: Vec<TableSum>,
}

impl Manifest {
    /// The text to store.
    pub fn write(&self) -> Result<String> {
        serde_json::to_string_pretty(self).map_err(|cause| Error::Internal(cause.into()))
    }

    /// The manifest of a stored text.
    pub fn read(document: &str) -> Result<Manifest> {
        serde_json::from_str(document).map_err(|cause| Error::Internal(cause.into()))
    }

    /// Rows of all tables together.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}
