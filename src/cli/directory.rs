//! `pejl directory`: departments, posts and holders from a CSV or XLSX file.

use std::path::PathBuf;

use clap::Subcommand;

use super::{CommandError, Context, read_input, with_file};
use crate::actions;
use crate::actions::directory::DirectoryReport;
use crate::domain::Language;

/// What can be done with the directory.
#[derive(Debug, Subcommand)]
pub(super) enum Directory {
    /// Read departments, posts and holders from a file
    #[command(after_help = "Example: pejl directory import stillinger.xlsx --dry-run\n\
        Columns: municipality_code;department;post;areas;name;email;phone, and language if you like; areas separated by |")]
    Import {
        /// CSV (; or ,) or XLSX
        file: PathBuf,
        /// Check and say what would happen; write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

pub(super) fn directory(command: &Directory, context: &Context) -> Result<(), CommandError> {
    let Directory::Import { file, dry_run } = command;
    let language = context.language();
    let bytes = read_input(file)?;
    let db = context.db()?;
    let report =
        if *dry_run { actions::directory::check(&db, &bytes) } else { actions::directory::import(&db, &bytes) };
    let report = with_file(file, report)?;
    if *dry_run {
        list(&report, language);
    }
    let (new, changed, unchanged, missing) =
        (report.new.len(), report.changed.len(), report.unchanged, report.missing.len());
    println!(
        "{}",
        tr!(language, "cli-directory-read", new = new, changed = changed, unchanged = unchanged, missing = missing)
    );
    if *dry_run {
        println!("{}", tr!(language, "cli-nothing-written"));
    }
    Ok(())
}

/// Each post that would change, by line of the file; missing ones last.
fn list(report: &DirectoryReport, language: Language) {
    for (code, post, line) in &report.new {
        println!("{}", tr!(language, "cli-post-new", line = line, code = code.as_str(), post = post.as_str()));
    }
    for (code, post, line, fields) in &report.changed {
        let fields: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
        let fields = fields.join(", ");
        println!(
            "{}",
            tr!(language, "cli-post-changed", line = line, code = code.as_str(), post = post.as_str(), fields = fields)
        );
    }
    for (code, post) in &report.missing {
        println!("{}", tr!(language, "cli-post-missing", code = code.as_str(), post = post.as_str()));
    }
}
