//! The command line: each command calls the same commands as the web. Every command ends with 0, or
//! with one sentence on stderr and 1 (2 for wrong usage).

mod answers;
mod audit;
mod backup;
mod baselines;
mod catalogue;
mod demo;
mod directory;
mod doctor;
mod error_messages;
mod files;
mod health;
mod logs;
mod mail;
mod releases;
mod rounds;
mod scores;
mod serve;
mod staff;
mod stopping;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing::level_filters::LevelFilter;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::Language;
use crate::domain::access::audit::By;
use crate::domain::base::compatibility::SchemaState;
use crate::domain::base::import_errors::ImportError;
use crate::error::Error;
use crate::store::{self, Db};

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
    /// A filled demo on a throw-away SQLite file, with generated answers
    #[command(after_help = "Example: pejl demo --listen 127.0.0.1:9000")]
    Demo(demo::Demo),
    /// Check settings, database, catalogue, answers, mail and clock
    #[command(after_help = "Example: pejl doctor")]
    Doctor,
    /// Ask the running process whether it is ready
    #[command(after_help = "Example: pejl health --at 127.0.0.1:9100")]
    Health(health::Health),
    /// Serve web pages, mail and clock in one process
    #[command(after_help = "Example: SECRET_KEY=$(openssl rand -hex 32) MAIL_FOLDER=letters pejl serve")]
    Serve(serve::Serve),
    /// Editions of the catalogue: import, export, publish
    #[command(subcommand)]
    Catalogue(catalogue::Catalogue),
    /// Links between two editions: import
    #[command(subcommand)]
    Crosswalk(catalogue::Crosswalk),
    /// The directory of posts: import
    #[command(subcommand)]
    Directory(directory::Directory),
    /// Rounds: create, open, close
    #[command(subcommand)]
    Round(rounds::Rounds),
    /// Answers: import or withdraw those of an earlier round, export any round's
    #[command(subcommand)]
    Answers(answers::Answers),
    /// Baselines of a round: pin, unpin
    #[command(subcommand)]
    Baseline(baselines::Baseline),
    /// Scores of a round: export
    #[command(subcommand)]
    Scores(scores::Scores),
    /// Releases of a round's figures: publish, verify
    #[command(subcommand)]
    Release(releases::Releases),
    /// Changes from baseline to a round: export
    #[command(subcommand)]
    Changes(scores::Changes),
    /// Who did what: export
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Copy the whole database into one file, while others go on writing
    #[command(after_help = "Example: pejl backup pejl-2026-09-01.backup")]
    Backup(backup::Backup),
    /// Fill an empty database of either kind from a backup
    #[command(after_help = "Example: DATABASE_URL=postgres://pejl@localhost/pejl pejl restore pejl-2026-09-01.backup")]
    Restore(backup::Restore),
    /// Bring the database's schema up to date
    #[command(after_help = "Example: DATABASE_URL=postgres://pejl@localhost/pejl pejl migrate")]
    Migrate,
    /// Make, shut and reset accounts
    #[command(subcommand)]
    Staff(staff::Staff),
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
    /// The operator as who writes now.
    fn by(&self) -> By {
        By::command_line(self.clock.now())
    }

    /// The database, with its schema up to date.
    fn db(&self) -> Result<Db, CommandError> {
        self.open(POOL, 0)
    }

    /// The database of a service, with a pool of up to `size` connections.
    fn service_db(&self, size: u32) -> Result<Db, CommandError> {
        self.open(size, store::db::STATEMENT_MS)
    }

    /// The database, able to be written, its schema up to date.
    fn open(&self, size: u32, statement_ms: u32) -> Result<Db, CommandError> {
        let db = Db::open_limited(&self.config.database_url, size, statement_ms).map_err(CommandError::Database)?;
        if !db.read(|conn| Ok(store::health::is_writable(conn)?))? {
            return Err(CommandError::ReadOnly);
        }
        if db.migrate()? == SchemaState::AheadUsable {
            tracing::warn!("the database was migrated by a newer version of the program; upgrade this one soon");
        }
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
    /// The database of the settings answers, but can't be written.
    #[error("The database can't be written.")]
    ReadOnly,
    /// The folder for letters can't be written.
    #[error("MAIL_FOLDER is {folder}: {cause}")]
    MailFolder {
        /// As set.
        folder: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// An address that can't be listened on.
    #[error("{key} is {address}: {cause}")]
    Listen {
        /// The setting.
        key: &'static str,
        /// As set.
        address: String,
        /// What the system says.
        cause: std::io::Error,
    },
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
    /// A file whose content has faults; nothing was written.
    #[error("{path}: {}", .faults.len())]
    ImportErrors {
        /// As given.
        path: String,
        /// Every fault.
        faults: Vec<ImportError>,
    },
    /// The process beside this command can't serve.
    #[error("{address}: {says}")]
    NotReady {
        /// Where it was asked.
        address: String,
        /// What it answered, or why there was no answer.
        says: String,
    },
    /// Releases that are not what was published; how many.
    #[error("{0} releases")]
    BrokenReleases(usize),
    /// Something that `doctor` found.
    #[error("unwell")]
    Unwell,
    /// The web server.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// Runs the program.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match Config::from_environment() {
        Ok(config) => config,
        Err(error) => return fail(&error.into(), "", Config::language_of_environment()),
    };
    // A newcomer needs the demo's addresses, which hundreds of lines about letters would push away.
    let usual = match arguments.command {
        Command::Demo(_) => LevelFilter::WARN,
        _ => LevelFilter::INFO,
    };
    logs::begin(config.logs, usual);
    let context = Context { config, clock: Clock::System };
    match execute(arguments.command, &context) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error, &context.config.database_url, context.language()),
    }
}

fn execute(command: Command, context: &Context) -> Result<(), CommandError> {
    match command {
        Command::Catalogue(command) => catalogue::catalogue(&command, context),
        Command::Crosswalk(command) => catalogue::crosswalk(&command, context),
        Command::Directory(command) => directory::directory(&command, context),
        Command::Round(command) => rounds::rounds(&command, context),
        Command::Answers(command) => answers::answers(&command, context),
        Command::Baseline(command) => baselines::baseline(&command, context),
        Command::Scores(command) => scores::scores(&command, context),
        Command::Changes(command) => scores::changes(&command, context),
        Command::Release(command) => releases::releases(&command, context),
        Command::Audit(command) => audit::run(&command, context),
        Command::Demo(demo) => demo::demo(&demo, context),
        Command::Doctor => doctor::doctor(context),
        Command::Health(command) => health::health(&command, context),
        Command::Serve(serve) => serve::serve(&serve, context),
        Command::Backup(command) => backup::backup(&command, context),
        Command::Restore(command) => backup::restore(&command, context),
        Command::Migrate => context.db().map(|_| ()),
        Command::Staff(command) => staff::staff(&command, context),
        Command::Work => work::work(context),
        Command::Mail(command) => mail::mail(&command, context),
    }
}

/// Says why, in the user's language, and never more than the sentence it takes.
fn fail(error: &CommandError, url: &str, language: Language) -> ExitCode {
    eprintln!("{}", error_messages::describe(error, url, language));
    ExitCode::FAILURE
}
