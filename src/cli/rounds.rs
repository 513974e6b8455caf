//! `pejl round`: creating, scheduling, opening, closing and deleting rounds.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{CommandError, Context};
use crate::commands;
use crate::domain::base::days::written_day;
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, RoundStatus, Rule};
use crate::views::rounds::forewarning_texts;

/// What can be done with rounds.
#[derive(Debug, Subcommand)]
pub(super) enum Rounds {
    /// Create a round as a draft, or a historic one that is closed at once
    #[command(
        after_help = "Example: pejl round create --key 2026 --edition 2018 --opens 2026-09-01 --closes 2026-10-01"
    )]
    Create(Create),
    /// Open a round now and queue its letters
    #[command(after_help = "Example: pejl round open 2026")]
    Open {
        /// Key of the round
        key: String,
    },
    /// Let a draft open by itself on its date
    #[command(after_help = "Example: pejl round schedule 2026")]
    Schedule {
        /// Key of the round
        key: String,
    },
    /// Make a round that was to open by itself a draft again
    #[command(after_help = "Example: pejl round unschedule 2026")]
    Unschedule {
        /// Key of the round
        key: String,
    },
    /// Take a draft away
    #[command(after_help = "Example: pejl round delete 2026")]
    Delete {
        /// Key of the round
        key: String,
    },
    /// Close a round now
    #[command(after_help = "Example: pejl round close 2026")]
    Close {
        /// Key of the round
        key: String,
    },
    /// Count a closed round anew, where doctor found its stored counts wrong
    #[command(after_help = "Example: pejl round count 2026")]
    Count {
        /// Key of the round
        key: String,
    },
}

/// What a round is created with.
#[derive(Debug, Args)]
pub(super) struct Create {
    /// Short name of the round, such as 2026
    #[arg(long)]
    key: String,
    /// Key of the published edition to ask
    #[arg(long)]
    edition: String,
    /// First day, as 2026-09-01
    #[arg(long, value_parser = day)]
    opens: NaiveDate,
    /// Last day, as 2026-10-01
    #[arg(long, value_parser = day)]
    closes: NaiveDate,
    /// Ask only these packages, by key
    #[arg(long, value_delimiter = ',')]
    packages: Vec<String>,
    /// How several posts' answers become one: mean, lowest or highest
    #[arg(long, default_value = "mean")]
    rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1
    #[arg(long, default_value_t = DEFAULT_MIN_COVERAGE)]
    min_coverage: f64,
    /// The yearly series that the round belongs to
    #[arg(long, default_value = DEFAULT_PROGRAMME)]
    programme: String,
    /// A trial that never enters figures
    #[arg(long)]
    test: bool,
    /// A closed round over today's directory that mails nobody and takes imported answers
    #[arg(long)]
    historic: bool,
}

pub(super) fn rounds(command: &Rounds, context: &Context) -> Result<(), CommandError> {
    let language = context.language();
    let db = context.db()?;
    let by = context.by();
    match command {
        Rounds::Create(create) => {
            let round = commands::rounds::create(&db, &create.new_round(), &by)?;
            let key = round.key.as_str();
            match round.status {
                RoundStatus::Closed => println!("{}", tr!(language, "cli-round-historic", key = key)),
                _ => println!("{}", tr!(language, "cli-round-created", key = key)),
            }
        }
        Rounds::Open { key } => {
            let forewarnings = db.read(|conn| commands::forewarnings::forewarn(conn, key))?;
            commands::rounds::open(&db, key, &by)?;
            for text in forewarning_texts(&forewarnings, language) {
                println!("{text}");
            }
            println!("{}", tr!(language, "cli-round-opened", key = key.as_str()));
        }
        Rounds::Schedule { key } => {
            commands::rounds::schedule(&db, key, &by)?;
            println!("{}", tr!(language, "cli-round-scheduled", key = key.as_str()));
        }
        Rounds::Unschedule { key } => {
            commands::rounds::unschedule(&db, key, &by)?;
            println!("{}", tr!(language, "cli-round-unscheduled", key = key.as_str()));
        }
        Rounds::Delete { key } => {
            commands::rounds::delete(&db, key, &by)?;
            println!("{}", tr!(language, "cli-round-deleted", key = key.as_str()));
        }
        Rounds::Close { key } => {
            commands::rounds::close(&db, key, &by)?;
            println!("{}", tr!(language, "cli-round-closed", key = key.as_str()));
        }
        Rounds::Count { key } => {
            commands::counts::renew(&db, key, &by)?;
            println!("{}", tr!(language, "cli-round-counted", key = key.as_str()));
        }
    }
    Ok(())
}

fn day(text: &str) -> Result<NaiveDate, &'static str> {
    written_day(text).ok_or("write a day as 2026-09-01")
}

impl Create {
    fn new_round(&self) -> NewRound {
        NewRound {
            key: self.key.clone(),
            programme: self.programme.clone(),
            edition: self.edition.clone(),
            packages: self.packages.clone(),
            opens_on: self.opens,
            closes_on: self.closes,
            rule: self.rule,
            min_coverage: self.min_coverage,
            is_test: self.test,
            is_historic: self.historic,
        }
    }
}
