//! `pejl scores` and `pejl changes`: the figures of a round as files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::files::output;
use super::{CommandError, Context};
use crate::exports;
use crate::files::cells::Dialect;

/// What can be done with scores.
#[derive(Debug, Subcommand)]
pub(super) enum Scores {
    /// Write the scores of every municipality and the nation
    #[command(after_help = "Example: pejl scores export --round 2026 --out scores.csv")]
    Export(Which),
}

/// What can be done with changes.
#[derive(Debug, Subcommand)]
pub(super) enum Changes {
    /// Write the changes from baseline to this round
    #[command(after_help = "Example: pejl changes export --round 2026 --baseline 2013 --out changes.csv")]
    Export {
        #[command(flatten)]
        export: Which,
        /// Hold everything against this round instead of each package's own baseline
        #[arg(long)]
        baseline: Option<String>,
    },
}

/// Which round, and where to.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// Key of the round
    #[arg(long)]
    round: String,
    /// The file to write; standard output without it
    #[arg(long)]
    out: Option<PathBuf>,
    /// For Danish Excel: with a byte order mark and decimal comma
    #[arg(long)]
    excel: bool,
}

pub(super) fn scores(command: &Scores, context: &Context) -> Result<(), CommandError> {
    let Scores::Export(export) = command;
    let dialect = Dialect::for_excel(export.excel);
    let content = context.db()?.read(|conn| exports::scores(conn, &export.round, dialect))?;
    output(export.out.as_deref(), &content)
}

pub(super) fn changes(command: &Changes, context: &Context) -> Result<(), CommandError> {
    let Changes::Export { export, baseline } = command;
    let dialect = Dialect::for_excel(export.excel);
    let content = context.db()?.read(|conn| match baseline {
        Some(baseline) => exports::changes_against(conn, &export.round, baseline, dialect),
        None => exports::changes(conn, &export.round, dialect),
    })?;
    output(export.out.as_deref(), &content)
}
