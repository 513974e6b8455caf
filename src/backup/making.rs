//! Making a backup while others go on writing.

use std::fs::File;
use std::io;
use std::path::Path;

use chrono::NaiveDateTime;

use super::manifest::Manifest;
use super::seal;
use super::sums::{self, Sum, TableSum};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, Result};
use crate::store::copies::{self, Table};
use crate::store::{Conn, Db};

/// Rows that are written at once.
const ROWS: usize = 1000;

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// How many tables it carries.
    pub tables: usize,
    /// How many rows they have.
    pub rows: u64,
    /// SHA-256 of everything before the seal, hex.
    pub sha256: String,
}

/// Writes a backup to `path`. Under that name there is never half a file: it is written beside it
/// under another name, readable to nobody else, and renamed when it is whole and on the disk.
///
/// # Errors
/// Refused when the file exists or can't be written, or when the database is empty, damaged or newer
/// than this program.
pub fn make(db: &Db, path: &Path, now: NaiveDateTime) -> Result<Made> {
    if path.symlink_metadata().is_ok() {
        return Err(Refusal::BackupExists.into());
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let opened = File::open(folder).map_err(unwritten)?;
    let mut unfinished = tempfile::Builder::new()
        .prefix(".pejl-backup-")
        .suffix(".unfinished")
        .tempfile_in(folder)
        .map_err(unwritten)?;
    let manifest = write(db, unfinished.path(), now).map_err(|error| match error {
        Error::Database(cause) | Error::Unavailable(cause) => unwritten(cause),
        Error::Internal(cause) => unwritten(cause),
        other => other,
    })?;
    let sha256 = seal::put(unfinished.as_file_mut()).map_err(unwritten)?;
    unfinished.as_file().sync_all().map_err(unwritten)?;
    unfinished.persist_noclobber(path).map_err(|failed| match failed.error.kind() {
        io::ErrorKind::AlreadyExists => Refusal::BackupExists.into(),
        _ => unwritten(failed.error),
    })?;
    // Brings the name to the disk too. Not every network share can, and there the file is all the same.
    if let Err(cause) = opened.sync_all() {
        tracing::warn!(%cause, "the folder of the backup could not be brought to the disk");
    }
    Ok(Made { tables: manifest.tables.len(), rows: manifest.rows(), sha256 })
}

fn write(db: &Db, path: &Path, now: NaiveDateTime) -> Result<Manifest> {
    let is_sqlite = db.read(|conn| Ok(matches!(conn, Conn::Sqlite(_))))?;
    let (source, read) = match is_sqlite {
        true => ("sqlite", db.read(|conn| Ok(copies::vacuum_into(conn, path).map(|()| Vec::new())?))?),
        false => ("postgres", db.snapshot(|conn| fill(conn, path))?),
    };
    let mut file = Conn::own_file(path)?;
    let versions = known(&mut file)?;
    copies::delete_left_behind(&mut file)?;
    if let Some(cause) = copies::find_damage(&mut file)? {
        return Err(Refusal::DatabaseDamaged(cause).into());
    }
    let tables = sums::of_tables(&mut file)?;
    // What was written row by row must be what was read.
    if let Some((table, _)) = read.iter().zip(&tables).find(|(read, written)| read != written) {
        return Err(Refusal::BackupDiffers(table.name.clone()).into());
    }
    let manifest = Manifest {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema: versions.last().cloned().unwrap_or_default(),
        source: source.to_owned(),
        made_at: now.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        tables,
    };
    copies::create_manifest(&mut file, &manifest.write()?)?;
    Ok(manifest)
}

/// The migrations of a database, all of which this program knows: it could miss tables otherwise.
fn known(conn: &mut Conn) -> Result<Vec<String>> {
    let (versions, known) = (copies::list_migrations(conn)?, Db::known_migrations()?);
    if versions.is_empty() {
        return Err(Refusal::NothingToBackUp.into());
    }
    if versions.iter().any(|version| !known.contains(version)) {
        return Err(Refusal::DatabaseNewer.into());
    }
    Ok(versions)
}

/// Fills a new file, with tables as the same migrations make them, from another kind of database.
fn fill(conn: &mut Conn, path: &Path) -> Result<Vec<TableSum>> {
    let versions = known(conn)?;
    let mut file = Conn::own_file(path)?;
    copies::migrate_to(&mut file, &versions)?;
    let tables = copies::list(&mut file)?;
    tables.iter().map(|table| copy(conn, &mut file, table)).collect()
}

/// Copies the rows of a table; returns the sum of what was read.
pub(super) fn copy(from: &mut Conn, to: &mut Conn, table: &Table) -> Result<TableSum> {
    let mut sum = Sum::new(table);
    let mut rows = Vec::with_capacity(ROWS);
    copies::read(from, table, |row| {
        sum.add(&row);
        rows.push(row);
        if rows.len() == ROWS {
            copies::insert(to, table, &rows)?;
            rows.clear();
        }
        Ok(())
    })?;
    copies::insert(to, table, &rows)?;
    Ok(sum.finish())
}

fn unwritten(cause: impl std::fmt::Display) -> Error {
    // A driver's message may run over several lines; the first says enough.
    Refusal::BackupUnwritten(cause.to_string().lines().next().unwrap_or_default().to_owned()).into()
}
