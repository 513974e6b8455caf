//! `pejl audit`: who did what, as a file.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;

use super::files::output;
use super::{CommandError, Context};
use crate::exports;
use crate::files::cells::Dialect;

/// What can be done with the audit log.
#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Write who did what and when, oldest first
    #[command(after_help = "Example: pejl audit export --since 2026-09-01 --out audit.csv")]
    Export {
        /// From this day on, UTC; everything without it
        #[arg(long)]
        since: Option<NaiveDate>,
        /// The file to write; standard output without it
        #[arg(long)]
        out: Option<PathBuf>,
        /// For Danish Excel: with a byte order mark
        #[arg(long)]
        excel: bool,
    },
}

pub(super) fn run(command: &Audit, context: &Context) -> Result<(), CommandError> {
    let Audit::Export { since, out, excel } = command;
    let since = since.and_then(|day| day.and_hms_opt(0, 0, 0)).unwrap_or_default();
    let content = context.db()?.read(|conn| exports::audit(conn, since, Dialect::for_excel(*excel)))?;
    output(out.as_deref(), &content)
}
