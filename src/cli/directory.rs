//! `pejl directory`: departments, posts and holders from a CSV or XLSX file.

use std::path::PathBuf;

use clap::Subcommand;

use super::files::{read_input, with_file};
use super::{CommandError, Context};
use crate::commands;
use crate::commands::directory::{Decisions, DirectoryReport};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::renames::Rename;
use crate::domain::{Area, Language, MunicipalityCode};
use crate::error::Error;
use crate::store::{self, Db};

/// What can be done with the directory.
#[derive(Debug, Subcommand)]
pub(super) enum Directory {
    /// Read departments, posts and holders from a file
    #[command(after_help = "Example: pejl directory import stillinger.xlsx --dry-run\n\
        Columns: municipality_code;department;post;areas;name;email;phone, and language and from_date if you like;\n\
        areas separated by |. Danish headers and names do as well: kommune;afdeling;stilling;områder;navn;e-mail;telefon\n\
        A post that only has another title: --renamed \"0151;Skolechef;Chef for skoler\"")]
    Import {
        /// CSV (; or ,) or XLSX
        file: PathBuf,
        /// Check and say what would happen; write nothing
        #[arg(long)]
        dry_run: bool,
        /// A post of the directory that the file has under another title; may be given several times
        #[arg(long, value_name = "CODE;OLD TITLE;NEW TITLE")]
        renamed: Vec<Rename>,
        /// Retire the posts of the file's municipalities that it does not mention
        #[arg(long)]
        retire_missing: bool,
    },
    /// Ask a post nothing more; what it has answered stays
    #[command(after_help = "Example: pejl directory retire 0151 Skolechef")]
    Retire {
        /// The municipality's code
        municipality: MunicipalityCode,
        /// The post's title
        title: String,
    },
    /// Let a retired post be asked again
    #[command(after_help = "Example: pejl directory restore 0151 Skolechef")]
    Restore {
        /// The municipality's code
        municipality: MunicipalityCode,
        /// The post's title
        title: String,
    },
}

pub(super) fn directory(command: &Directory, context: &Context) -> Result<(), CommandError> {
    let (language, db) = (context.language(), context.db()?);
    match command {
        Directory::Import { file, dry_run, renamed, retire_missing } => {
            let decisions = Decisions { renames: renamed.clone(), retires_missing: *retire_missing };
            import((file, *dry_run), &decisions, &db, context)
        }
        Directory::Retire { municipality, title } => {
            let id = find(&db, municipality, title)?;
            let uncovered = commands::posts::retire(&db, (&id, &Scope::All), &context.by())?;
            println!("{}", tr!(language, "cli-post-retired", post = title.as_str()));
            if !uncovered.is_empty() {
                let areas = names(&uncovered, language);
                println!("{}", tr!(language, "directory-uncovered", areas = areas));
            }
            Ok(())
        }
        Directory::Restore { municipality, title } => {
            let id = find(&db, municipality, title)?;
            commands::posts::restore(&db, (&id, &Scope::All), &context.by())?;
            println!("{}", tr!(language, "cli-post-restored", post = title.as_str()));
            Ok(())
        }
    }
}

fn names(areas: &[Area], language: Language) -> String {
    let names: Vec<String> = areas.iter().map(|area| area.text().in_language(language).to_owned()).collect();
    names.join(", ")
}

fn find(db: &Db, municipality: &MunicipalityCode, title: &str) -> Result<PostId, Error> {
    let all = db.read(|conn| Ok(store::directory::list_entries(conn, std::slice::from_ref(municipality))?))?;
    let found = all.into_iter().find(|entry| entry.post.title == title);
    Ok(found.ok_or_else(|| Refusal::UnknownPost(title.to_owned()))?.post.id)
}

fn import(
    (file, dry_run): (&PathBuf, bool),
    decisions: &Decisions,
    db: &Db,
    context: &Context,
) -> Result<(), CommandError> {
    let language = context.language();
    let bytes = read_input(file)?;
    let report = match dry_run {
        true => commands::directory::check(db, &bytes, decisions, context.by().now),
        false => commands::directory::import_deciding(db, &bytes, decisions, &context.by()),
    };
    let report = with_file(file, report)?;
    if dry_run {
        list(&report, language);
    }
    let (new, changed, unchanged, missing) =
        (report.new.len(), report.changed.len(), report.unchanged, report.missing.len());
    println!("{}", tr!(language, "cli-directory-read", new = new, changed = changed, unchanged = unchanged));
    if missing > 0 {
        println!(
            "{}",
            match decisions.retires_missing {
                true => tr!(language, "cli-directory-missing-retired", count = missing),
                false => tr!(language, "cli-directory-missing", count = missing),
            }
        );
    }
    for (code, from, to) in &report.likely_renames {
        let (code, from, to) = (code.as_str(), from.as_str(), to.as_str());
        println!("{}", tr!(language, "cli-post-likely-renamed", code = code, from = from, to = to));
    }
    for (code, post) in &report.restored {
        println!("{}", tr!(language, "cli-post-named-again", code = code.as_str(), post = post.as_str()));
    }
    if report.relinked > 0 {
        println!("{}", tr!(language, "cli-directory-relinked", count = report.relinked));
    }
    if dry_run {
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
