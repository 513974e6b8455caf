//! A file of the directory brought on a page: kept for the time of its dry run, then imported as it was shown.

use chrono::NaiveDateTime;

use super::audit::note;
use super::directory::{self, Decisions, DirectoryReport};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Staff;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::directory::{DirectoryEntry, DirectoryRow, compare, look_ahead};
use crate::domain::rounds::renames::{Rename, likely_renames};
use crate::domain::rounds::uploads::{Chosen, KEPT, Upload, UploadId, check_scope};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{Conn, Db, directory_uploads};

/// What came of carrying a file out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is imported.
    Imported(DirectoryReport),
    /// The directory has changed since it was shown; nothing was written.
    Changed,
}

/// Reads a file and keeps its rows for the dry run, in the place of what the account brought before.
///
/// # Errors
/// All errors of the file, also rows of municipalities that are not in the account's scope; then nothing is kept.
pub fn keep(db: &Db, file: &[u8], staff: &Staff, by: &By) -> Result<UploadId> {
    let rows = directory::read(file, by.now)?;
    check_scope(&rows, &staff.scope()).map_err(Error::ImportErrors)?;
    let entries = serde_json::to_string(&rows).map_err(|cause| Error::Internal(Box::new(cause)))?;
    let id = UploadId::new();
    db.write(|conn| {
        directory_uploads::delete_of(conn, &staff.id)?;
        let (staff_id, entries) = (staff.id.clone(), entries.clone());
        let upload = Upload { id: id.clone(), staff_id, entries, uploaded_at: by.now };
        directory_uploads::insert(conn, &upload)?;
        note(conn, by, "upload", Object::one("directory", id.as_str()))
    })?;
    Ok(id)
}

/// The rows of a file that was kept, and what stands in the directory for their municipalities.
///
/// # Errors
/// Not found where it is used, its time is over or it is somebody else's.
pub fn find(
    conn: &mut Conn,
    (id, staff): (&UploadId, &Staff),
    now: NaiveDateTime,
) -> Result<(Vec<DirectoryRow>, Vec<DirectoryEntry>)> {
    let upload = directory_uploads::find(conn, id, &staff.id, now - KEPT)?.or_not_found()?;
    let mut rows: Vec<DirectoryRow> =
        serde_json::from_str(&upload.entries).map_err(|cause| Error::Internal(Box::new(cause)))?;
    check_scope(&rows, &staff.scope()).map_err(Error::ImportErrors)?;
    look_ahead(&mut rows, day_in_denmark(now)).map_err(Error::ImportErrors)?;
    let existing = directory::entries(conn, &rows)?;
    Ok((rows, existing))
}

/// Imports a file as its dry run was shown, and forgets it. Where the directory has changed since, nothing is written.
///
/// # Errors
/// Not found where it is used, its time is over or it is somebody else's.
pub fn carry_out(db: &Db, (id, staff): (&UploadId, &Staff), chosen: &Chosen, by: &By) -> Result<Outcome> {
    db.write(|conn| {
        let (rows, existing) = find(conn, (id, staff), by.now)?;
        let diff = compare(&existing, &rows);
        if diff.fingerprint() != chosen.seen {
            return Ok(Outcome::Changed);
        }
        let likely = likely_renames(&diff).into_iter().filter(|(entry, _)| chosen.renamed.contains(&entry.post.id));
        let renames = likely.map(|(entry, row)| Rename {
            municipality: row.municipality.clone(),
            from: entry.post.title.clone(),
            to: row.post.clone(),
        });
        let decisions = Decisions { renames: renames.collect(), retires_missing: chosen.retires_missing };
        // It leaves the import's entry in the audit log, which it notes.
        let report = directory::import_in(conn, &rows, &decisions, by)?;
        directory_uploads::delete_of(conn, &staff.id)?;
        Ok(Outcome::Imported(report))
    })
}
