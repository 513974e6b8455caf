//! `pejl catalogue` and `pejl crosswalk`: editions and the links between them, as YAML files.

use std::path::PathBuf;

use clap::Subcommand;

use super::files::{output, read_input, with_file};
use super::{CommandError, Context};
use crate::commands;
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::store;

/// What can be done with editions.
#[derive(Debug, Subcommand)]
pub(super) enum Catalogue {
    /// Read an edition from a file; a draft of the same key is replaced
    #[command(after_help = "Example: pejl catalogue import catalogue/2018.yaml --dry-run")]
    Import {
        /// The YAML file
        file: PathBuf,
        /// Check and say what would happen; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Write an edition as it was imported, byte for byte
    #[command(after_help = "Example: pejl catalogue export 2018 --out 2018.yaml")]
    Export {
        /// Key of the edition
        edition: String,
        /// The file to write; standard output without it
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Make an edition immutable, so that rounds can ask it
    #[command(after_help = "Example: pejl catalogue publish 2018")]
    Publish {
        /// Key of the edition
        edition: String,
    },
}

/// What can be done with crosswalks.
#[derive(Debug, Subcommand)]
pub(super) enum Crosswalk {
    /// Read the links between two editions from a file, replacing earlier ones
    #[command(after_help = "Example: pejl crosswalk import catalogue/2012-13_2018.yaml --dry-run")]
    Import {
        /// The YAML file
        file: PathBuf,
        /// Check and say what would happen; write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

pub(super) fn catalogue(command: &Catalogue, context: &Context) -> Result<(), CommandError> {
    let language = context.language();
    match command {
        Catalogue::Import { file, dry_run } => {
            let document = read_input(file)?;
            let db = context.db()?;
            let report = if *dry_run {
                commands::catalogue::check(&db, &document)
            } else {
                commands::catalogue::import(&db, &document, &context.by())
            };
            let report = with_file(file, report)?;
            let commands::catalogue::EditionReport { packages, recommendations, questions, added, removed, .. } =
                report;
            let key = report.key.as_str();
            println!(
                "{}",
                tr!(
                    language,
                    "cli-edition-read",
                    key = key,
                    packages = packages,
                    recommendations = recommendations,
                    questions = questions
                )
            );
            if report.replaces_draft {
                println!("{}", tr!(language, "cli-edition-replaces", key = key, added = added, removed = removed));
            }
            if *dry_run {
                println!("{}", tr!(language, "cli-nothing-written"));
            }
            Ok(())
        }
        Catalogue::Export { edition, out } => {
            let stored = context.db()?.read(|conn| Ok(store::editions::find(conn, edition)?))?;
            let stored = stored.ok_or_else(|| Error::from(Refusal::UnknownEdition(edition.clone())))?;
            output(out.as_deref(), stored.document.as_bytes())
        }
        Catalogue::Publish { edition } => {
            let hash = commands::catalogue::publish(&context.db()?, edition, &context.by())?;
            println!("{}", tr!(language, "cli-edition-published", key = edition.as_str(), hash = hash));
            Ok(())
        }
    }
}

pub(super) fn crosswalk(command: &Crosswalk, context: &Context) -> Result<(), CommandError> {
    let Crosswalk::Import { file, dry_run } = command;
    let language = context.language();
    let document = read_input(file)?;
    let db = context.db()?;
    let report = if *dry_run {
        commands::catalogue::check_crosswalk(&db, &document)
    } else {
        commands::catalogue::import_crosswalk(&db, &document, &context.by())
    };
    let crosswalk = with_file(file, report)?;
    let links = crosswalk.links.len();
    let compared = crosswalk.links.iter().filter(|link| link.relation.is_compared()).count();
    println!(
        "{}",
        tr!(
            language,
            "cli-crosswalk-read",
            from = crosswalk.from.as_str(),
            to = crosswalk.to.as_str(),
            links = links,
            compared = compared
        )
    );
    if *dry_run {
        println!("{}", tr!(language, "cli-nothing-written"));
    }
    Ok(())
}
