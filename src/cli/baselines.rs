//! `pejl baseline`: pinning the round that something is held against.

use clap::Subcommand;

use super::{CommandError, Context};
use crate::commands;
use crate::domain::scoring::baselines::Pin;

/// What can be done with baselines.
#[derive(Debug, Subcommand)]
pub(super) enum Baseline {
    /// Hold a package of a round against the round given, not the earliest one
    #[command(after_help = "Example: pejl baseline pin --round 2026 --package tobak --to 2015")]
    Pin {
        /// Key of the round
        #[arg(long)]
        round: String,
        /// Key of the package; without it the questions of no package
        #[arg(long)]
        package: Option<String>,
        /// Key of the earlier round that it is held against
        #[arg(long)]
        to: String,
    },
    /// Hold a package against the earliest round that asked it again
    #[command(after_help = "Example: pejl baseline unpin --round 2026 --package tobak")]
    Unpin {
        /// Key of the round
        #[arg(long)]
        round: String,
        /// Key of the package; without it the questions of no package
        #[arg(long)]
        package: Option<String>,
    },
}

pub(super) fn baseline(command: &Baseline, context: &Context) -> Result<(), CommandError> {
    let db = context.db()?;
    let language = context.language();
    match command {
        Baseline::Pin { round, package, to } => {
            let pin = Pin { package: package.clone(), round: to.clone() };
            commands::baselines::pin(&db, round, &[pin], &context.by())?;
            println!("{}", tr!(language, "cli-baseline-pinned", round = round.as_str(), baseline = to.as_str()));
        }
        Baseline::Unpin { round, package } => {
            commands::baselines::unpin(&db, round, package.as_deref(), &context.by())?;
            println!("{}", tr!(language, "cli-baseline-unpinned", round = round.as_str()));
        }
    }
    Ok(())
}
