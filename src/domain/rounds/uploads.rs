//! A file of the directory between its dry run on a page and its import.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::directory::{DirectoryRow, PostId};
use crate::domain::access::staff::{Scope, StaffId};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::schema::directory_uploads;

id! {
    /// A file that waits for its import.
    UploadId
}

/// How long a file is kept whose import nobody carried out.
pub const KEPT: TimeDelta = TimeDelta::days(1);

/// A file that was read without a fault.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = directory_uploads)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// Whose it is; nobody else sees it.
    pub staff_id: StaffId,
    /// Its rows as JSON.
    pub entries: String,
    /// When it was brought, UTC.
    pub uploaded_at: NaiveDateTime,
}

/// What somebody has chosen at the sight of a dry run.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// The fingerprint of the comparison that was shown.
    pub seen: String,
    /// The posts that only get another title, of those that were said to be likely.
    pub renamed: Vec<PostId>,
    /// Whether the posts that the file does not mention are retired.
    pub retires_missing: bool,
}

/// Rows of municipalities that somebody may not change.
///
/// # Errors
/// Each of them as a fault.
pub fn check_scope(rows: &[DirectoryRow], scope: &Scope) -> Result<(), Vec<ImportError>> {
    let own = match scope {
        Scope::All => return Ok(()),
        Scope::Some(codes) => codes.iter().map(|code| code.authority()).collect::<Vec<_>>().join(", "),
    };
    let foreign = rows.iter().filter(|row| !scope.holds(&row.municipality));
    let fault =
        |row: &DirectoryRow| ImportError::new(row.line, "municipality_code", Problem::OtherMunicipality(own.clone()));
    let faults: Vec<ImportError> = foreign.map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
