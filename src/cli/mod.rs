//! The command line: each command calls the same actions as the web. Every command ends with 0, or
//! with one sentence on stderr and 1 (2 for wrong usage).

mod mail;
mod serve;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::Language;
use crate::error::Error;
use crate::store::Db;
use crate::views::refusals;

/// Connections of a command that does one thing.
const POOL: u32 = 2;

/// Pejlemærke: how far each municipality has carried out the prevention packages.
#[derive(Debug, Parser)]
#[command(
    name = "pejl",
    version,
    after_help = "Settings come from the environment or a file named by PEJL_CONFIG; see README.md."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve web pages, mail and clock in one process
    #[command(after_help = "Example: SECRET_KEY=$(openssl rand -hex 32) MAIL_FOLDER=letters pejl serve")]
    Serve(serve::Serve),
    /// Bring the database's schema up to date
    #[command(after_help = "Example: DATABASE_URL=postgres://pejl@localhost/pejl pejl migrate")]
    Migrate,
    /// Deliver mail and keep the clock, without web pages
    #[command(after_help = "Example: SECRET_KEY=$(openssl rand -hex 32) SMTP_URL=smtp://localhost:25 pejl work")]
    Work,
    /// The ledger of letters
    #[command(subcommand)]
    Mail(mail::Mail),
}

/// What a command has at hand.
pub(crate) struct Context {
    pub config: Config,
    pub clock: Clock,
}

impl Context {
    /// The database, with its schema up to date.
    fn db(&self) -> Result<Db, CommandError> {
        let db = Db::open(&self.config.database_url, POOL).map_err(CommandError::Database)?;
        db.migrate()?;
        Ok(db)
    }

    fn language(&self) -> Language {
        self.config.language
    }
}

/// Why a command ended with 1.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// A setting.
    #[error(transparent)]
    Config(#[from] crate::config::ConfigError),
    /// The database of the settings.
    #[error("The database can't be opened: {0}")]
    Database(crate::store::db::ConnectError),
    /// An action or query.
    #[error(transparent)]
    Action(#[from] Error),
    /// A file that can't be read or written.
    #[error("{path}: {cause}")]
    File {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The web server.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// One sentence of the command's own.
    #[error("{0}")]
    Said(String),
}

/// Runs the program.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::INFO).init();
    let config = match Config::from_environment() {
        Ok(config) => config,
        Err(error) => return fail(&error.into(), Language::default()),
    };
    let context = Context { config, clock: Clock::System };
    match execute(arguments.command, &context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error, context.language()),
    }
}

fn execute(command: Command, context: &Context) -> Result<(), CommandError> {
    match command {
        Command::Serve(serve) => serve::serve(&serve, context),
        Command::Migrate => context.db().map(|_| ()),
        Command::Work => work::work(context),
        Command::Mail(command) => mail::mail(&command, context),
    }
}

/// Says why, in the user's language where it is a rule, and never more than the sentence it takes.
fn fail(error: &CommandError, language: Language) -> ExitCode {
    match error {
        CommandError::Action(Error::Refused(refusal)) => eprintln!("{}", refusals::describe(refusal, language)),
        other => eprintln!("{other}"),
    }
    ExitCode::FAILURE
}
