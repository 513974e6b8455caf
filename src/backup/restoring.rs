//! Filling an empty database from a backup, in one transaction that stands only when everything that
//! is read back from it is as in the backup.

use std::fs::File;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::making::copy;
use super::manifest::Manifest;
use super::seal;
use super::sums::{self, TableSum};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, Result};
use crate::exports;
use crate::files::Dialect;
use crate::store::copies::{self, Table};
use crate::store::{self, Conn, Db};

/// A backup that is whole and that this program understands, its schema as new as ours.
pub struct Backup {
    file: Conn,
    tables: Vec<Table>,
    sums: Vec<TableSum>,
    /// The copy that was brought up to date, deleted with this value.
    _newer: Option<NamedTempFile>,
}

/// What was restored; all of it was compared.
#[derive(Debug)]
pub struct Restored {
    /// Tables.
    pub tables: usize,
    /// Rows of all tables.
    pub rows: u64,
    /// Rounds whose scores were compared.
    pub rounds: usize,
    /// Scores of all rounds.
    pub scores: usize,
}

/// Opens a backup: checks every byte against its seal, and brings an older schema up to date in a
/// copy, so that the backup itself stays as it is.
///
/// # Errors
/// Errors of reading the file; refused inside when it is no backup, damaged, or newer than this program.
pub fn open(path: &Path) -> io::Result<Result<Backup>> {
    let mut sealed = File::open(path)?;
    Ok(match seal::check(&mut sealed)? {
        Ok(length) => understand(path, &mut sealed, length).map_err(unrestored),
        Err(refusal) => Err(refusal.into()),
    })
}

fn understand(path: &Path, sealed: &mut File, length: u64) -> Result<Backup> {
    let mut file = Conn::read_only_file(path)?;
    let manifest = Manifest::read(&copies::find_manifest(&mut file)?)?;
    let (versions, known) = (copies::list_migrations(&mut file)?, Db::known_migrations()?);
    if versions.iter().any(|version| !known.contains(version)) {
        return Err(Refusal::BackupNewer(manifest.program).into());
    }
    if versions == known {
        let tables = copies::list(&mut file)?;
        let is_summed = tables.iter().map(|table| table.name).eq(manifest.tables.iter().map(|sum| sum.name.as_str()));
        // The program that made it may have carried other tables.
        let sums = if is_summed { manifest.tables } else { sums::of_tables(&mut file)? };
        return Ok(Backup { file, tables, sums, _newer: None });
    }
    drop(file);
    let newer = copy_database(sealed, length).map_err(|cause| Error::Internal(cause.into()))?;
    let mut file = Conn::own_file(newer.path())?;
    copies::migrate_to(&mut file, &known)?;
    let (tables, sums) = (copies::list(&mut file)?, sums::of_tables(&mut file)?);
    Ok(Backup { file, tables, sums, _newer: Some(newer) })
}

/// The database of a backup, without its seal, in a file of its own.
fn copy_database(sealed: &mut File, length: u64) -> io::Result<NamedTempFile> {
    use std::io::{Read, Seek};
    let mut copied = NamedTempFile::new()?;
    sealed.rewind()?;
    io::copy(&mut sealed.take(length), &mut copied)?;
    Ok(copied)
}

/// Fills an empty, migrated database from a backup and compares what is in it then.
///
/// # Errors
/// Refused when the database has rows, does not take those of the backup, or holds something else
/// afterwards; nothing of it is kept then.
pub fn restore(db: &Db, backup: Backup) -> Result<Restored> {
    let Backup { mut file, tables, sums, _newer } = backup;
    let restored = db.write_once(|conn| {
        if let Some(table) = copies::find_filled(conn)? {
            return Err(Refusal::DatabaseNotEmpty(table.to_owned()).into());
        }
        for table in &tables {
            copy(&mut file, conn, table)?;
        }
        for (table, expected) in tables.iter().zip(&sums) {
            if sums::of_table(conn, table)? != *expected {
                return Err(Refusal::RestoredTableDiffers(table.name.to_owned()).into());
            }
        }
        let (rounds, scores) = compare_scores(&mut file, conn)?;
        Ok(Restored { tables: tables.len(), rows: sums.iter().map(|sum| sum.rows).sum(), rounds, scores })
    });
    let restored = restored.map_err(unrestored)?;
    // What was restored stands, whatever comes of this.
    if let Err(cause) = db.read(|conn| Ok(copies::settle(conn)?)) {
        tracing::warn!(%cause, "the restored database could not be settled");
    }
    Ok(restored)
}

/// Compares every score of every round; returns how many rounds and scores there are.
fn compare_scores(file: &mut Conn, conn: &mut Conn) -> Result<(usize, usize)> {
    let rounds = store::rounds::list(file)?;
    let mut count = 0;
    for round in &rounds {
        let expected = exports::scores(file, &round.key, Dialect::Machine)?;
        if exports::scores(conn, &round.key, Dialect::Machine)? != expected {
            return Err(Refusal::RestoredScoresDiffer(round.key.clone()).into());
        }
        // One line each below the header.
        count += expected.iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
    }
    Ok((rounds.len(), count))
}

fn unrestored(error: Error) -> Error {
    let cause = match error {
        Error::Database(cause) | Error::Unavailable(cause) => cause.to_string(),
        Error::Internal(cause) => cause.to_string(),
        other => return other,
    };
    // A driver's message may run over several lines; the first says enough.
    Refusal::RestoreFailed(cause.lines().next().unwrap_or_default().to_owned()).into()
}
