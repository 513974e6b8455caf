//! `pejl answers`: the answers of earlier rounds in and away again, and any round's answers out.

use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::files::{output, with_file};
use super::{CommandError, Context};
use crate::commands;
use crate::exports;
use crate::files::cells::Dialect;

/// What can be done with answers.
#[derive(Debug, Subcommand)]
pub(super) enum Answers {
    /// Read the answers of an earlier round into a historic round
    #[command(after_help = "Example: pejl answers import --round 2013 svar-2013.csv --dry-run\n\
        Columns: municipality_code;post;area;question;option;comment")]
    Import {
        /// Key of the historic round
        #[arg(long)]
        round: String,
        /// CSV (; or ,) or XLSX
        file: PathBuf,
        /// Check and say what would happen; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Take the imported answers of a historic round away, so that others can be imported
    #[command(after_help = "Example: pejl answers withdraw --round 2013")]
    Withdraw {
        /// Key of the historic round
        #[arg(long)]
        round: String,
    },
    /// Write what was handed in, as a file that can be imported again
    #[command(after_help = "Example: pejl answers export --round 2026 --out svar.csv")]
    Export {
        /// Key of the round
        #[arg(long)]
        round: String,
        /// The file to write; standard output without it
        #[arg(long)]
        out: Option<PathBuf>,
        /// For Danish Excel: with a byte order mark and decimal comma
        #[arg(long)]
        excel: bool,
    },
}

pub(super) fn answers(command: &Answers, context: &Context) -> Result<(), CommandError> {
    let db = context.db()?;
    match command {
        Answers::Import { round, file, dry_run } => {
            let mut source = seekable(file)?;
            let report = if *dry_run {
                commands::answer_imports::check(&db, round, &mut source)
            } else {
                commands::answer_imports::import_stream(&db, round, &mut source, &context.by())
            };
            let commands::answer_imports::AnswerImportReport { answers, posts, municipalities } =
                with_file(file, report)?;
            let language = context.language();
            println!(
                "{}",
                tr!(language, "cli-answers-read", answers = answers, posts = posts, municipalities = municipalities)
            );
            if *dry_run {
                println!("{}", tr!(language, "cli-nothing-written"));
            }
            Ok(())
        }
        Answers::Withdraw { round } => {
            let commands::answer_imports::AnswerImportReport { answers, posts, municipalities } =
                commands::answer_imports::withdraw(&db, round, &context.by())?;
            let language = context.language();
            let taken =
                tr!(language, "cli-answers-read", answers = answers, posts = posts, municipalities = municipalities);
            println!("{}", tr!(language, "cli-answers-withdrawn", round = round.as_str(), taken = taken));
            Ok(())
        }
        Answers::Export { round, out, excel } => {
            let content = db.read(|conn| exports::answers(conn, round, Dialect::for_excel(*excel)))?;
            output(out.as_deref(), &content)
        }
    }
}

/// A file that can be read more than once; what comes through a pipe is kept in a file without a name.
fn seekable(path: &Path) -> Result<File, CommandError> {
    let open = || {
        let mut given = File::open(path)?;
        if given.metadata()?.is_file() {
            return Ok(given);
        }
        let mut kept = tempfile::tempfile()?;
        std::io::copy(&mut given, &mut kept)?;
        kept.seek(SeekFrom::Start(0))?;
        Ok(kept)
    };
    open().map_err(|cause| CommandError::File { path: path.display().to_string(), cause })
}
