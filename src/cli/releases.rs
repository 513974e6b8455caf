//! `pejl release`: publishing a round's figures, and looking whether they are what was published.

use clap::Subcommand;

use super::{CommandError, Context};
use crate::commands;
use crate::domain::Language;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{Release, ReleaseFault};
use crate::error::Result;
use crate::releases::verify;
use crate::store::{self, Conn};

/// What can be done with releases.
#[derive(Debug, Subcommand)]
pub(super) enum Releases {
    /// Publish the figures of a closed round, or a correction of what was published
    #[command(
        after_help = "Example: pejl release publish 2026\n         pejl release publish 2026 --reason \"Two posts were counted twice\""
    )]
    Publish {
        /// Key of the round
        key: String,
        /// Why published figures are corrected
        #[arg(long, default_value = "")]
        reason: String,
        /// Send the letter about the result to those who have answered and have not had it yet
        #[arg(long)]
        letters: bool,
    },
    /// Look whether every release is what was published, and follows from what it is made from
    #[command(after_help = "Example: pejl release verify 2026")]
    Verify {
        /// Key of the round; every round without it
        key: Option<String>,
    },
}

pub(super) fn releases(command: &Releases, context: &Context) -> std::result::Result<(), CommandError> {
    let language = context.language();
    let db = context.db()?;
    match command {
        Releases::Publish { key, reason, letters } => {
            let release = commands::releases::publish(&db, key, (reason, *letters), &context.by())?;
            let (key, sum) = (key.as_str(), release.content_hash.as_str());
            println!("{}", tr!(language, "cli-release-published", key = key, number = release.number, checksum = sum));
            Ok(())
        }
        Releases::Verify { key } => {
            let (lines, broken) = db.read(|conn| look(conn, key.as_deref(), language))?;
            for line in &lines {
                println!("{line}");
            }
            if broken > 0 { Err(CommandError::BrokenReleases(broken)) } else { Ok(()) }
        }
    }
}

/// A line for each finding, and how many releases are not in order.
fn look(conn: &mut Conn, key: Option<&str>, language: Language) -> Result<(Vec<String>, usize)> {
    let rounds = match key {
        Some(key) => {
            vec![store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?]
        }
        None => store::rounds::list(conn)?,
    };
    let (mut lines, mut broken) = (Vec::new(), 0);
    for round in &rounds {
        for release in store::releases::list(conn, &round.id)? {
            let found = verify(conn, round, &release)?;
            broken += usize::from(!found.faults.is_empty());
            if found.faults.is_empty() {
                lines.push(fine(round, &release, language));
            }
            lines.extend(found.faults.iter().map(|fault| wrong((round, &release), fault, language)));
            if !found.changed_since.is_empty() {
                let (key, rounds) = (round.key.as_str(), found.changed_since.join(", "));
                let number = release.number;
                lines.push(tr!(language, "cli-release-changed-since", key = key, number = number, rounds = rounds));
            }
        }
    }
    if lines.is_empty() {
        lines.push(tr!(language, "cli-release-none"));
    }
    Ok((lines, broken))
}

fn fine(round: &Round, release: &Release, language: Language) -> String {
    let (key, sum) = (round.key.as_str(), release.content_hash.as_str());
    tr!(language, "cli-release-fine", key = key, number = release.number, checksum = sum)
}

fn wrong((round, release): (&Round, &Release), fault: &ReleaseFault, language: Language) -> String {
    let (key, number) = (round.key.as_str(), release.number);
    match fault {
        ReleaseFault::Damaged => tr!(language, "cli-release-damaged", key = key, number = number),
        ReleaseFault::EditionChanged(edition) => {
            tr!(language, "cli-release-edition", key = key, number = number, edition = edition.as_str())
        }
        ReleaseFault::OtherFigures { published, now } => tr!(
            language,
            "cli-release-figures",
            key = key,
            number = number,
            published = published.as_str(),
            now = now.as_str()
        ),
    }
}
