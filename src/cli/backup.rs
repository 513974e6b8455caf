//! `pejl backup` and `pejl restore`: the whole database as one file, and back into an empty database
//! of either kind.

use std::path::PathBuf;

use clap::Args;

use super::{CommandError, Context};
use crate::backup;
use crate::store::Db;

/// Connections of a backup: one is enough to copy, another to look.
const POOL: u32 = 2;

/// Where to.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file to write; there must be none of that name
    file: PathBuf,
}

/// Where from.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// A file that `pejl backup` wrote
    file: PathBuf,
}

/// Does not migrate: a backup is what one makes before that.
pub(super) fn backup(command: &Backup, context: &Context) -> Result<(), CommandError> {
    let db = Db::open(&context.config.database_url, POOL).map_err(CommandError::Database)?;
    let made = backup::make(&db, &command.file, context.clock.now())?;
    let (path, tables, rows) = (command.file.display().to_string(), made.tables, made.rows);
    println!(
        "{}",
        tr!(context.language(), "cli-backup-made", path = path, tables = tables, rows = rows, hash = made.sha256)
    );
    Ok(())
}

pub(super) fn restore(command: &Restore, context: &Context) -> Result<(), CommandError> {
    let opened = backup::open(&command.file)
        .map_err(|cause| CommandError::File { path: command.file.display().to_string(), cause })?;
    // The file is judged before the database is touched.
    let opened = opened?;
    let restored = backup::restore(&context.db()?, opened)?;
    let (tables, rows, rounds, scores) = (restored.tables, restored.rows, restored.rounds, restored.scores);
    println!(
        "{}",
        tr!(context.language(), "cli-restored", tables = tables, rows = rows, rounds = rounds, scores = scores)
    );
    Ok(())
}
