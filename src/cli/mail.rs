//! `pejl mail`: the ledger of letters.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{CommandError, Context};
use crate::commands;
use crate::commands::bounces::Noted;
use crate::domain::Language;
use crate::domain::mail::letters::LetterState;
use crate::error::Error;
use crate::files::delivery_reports;
use crate::store::{ledger, letters};
use crate::texts::instant;
use crate::views::mail::letters::state_name;

/// What `mail` is told.
#[derive(Debug, Subcommand)]
pub(super) enum Mail {
    /// Count the letters by what became of them
    #[command(after_help = "Example: PEJL_LANGUAGE=en pejl mail status")]
    Status,
    /// Plan refused and given-up letters anew
    #[command(after_help = "Example: pejl mail retry")]
    Retry {
        /// Also letters that may have been sent, so that some may arrive twice
        #[arg(long)]
        in_doubt: bool,
    },
    /// Read a delivery report (RFC 3464) that the mail server sent back, and mark letter and address
    #[command(after_help = "Example: pejl mail bounce < report.eml")]
    Bounce {
        /// The message as it was received; standard input where none is named
        file: Option<PathBuf>,
    },
}

pub(super) fn mail(command: &Mail, context: &Context) -> Result<(), CommandError> {
    match command {
        Mail::Status => status(context),
        Mail::Retry { in_doubt } => retry(*in_doubt, context),
        Mail::Bounce { file } => bounce(file.as_deref(), context),
    }
}

fn status(context: &Context) -> Result<(), CommandError> {
    let language = context.language();
    let (counts, unknown, oldest) = context.db()?.read(|conn| {
        Ok((ledger::count_by_state(conn)?, ledger::count_unknown(conn)?, letters::find_oldest_waiting(conn)?))
    })?;
    if counts.is_empty() {
        println!("{}", tr!(language, "letters-none"));
    }
    for (state, count) in counts {
        println!("{count:>7}  {}", state_name(state, language));
    }
    if unknown > 0 {
        println!("{}", tr!(language, "letters-unknown", count = unknown));
    }
    if let Some(oldest) = oldest {
        println!("{}", tr!(language, "letters-oldest", instant = instant(oldest, language)));
    }
    Ok(())
}

fn retry(in_doubt: bool, context: &Context) -> Result<(), CommandError> {
    let language: Language = context.language();
    let mut states = vec![LetterState::Refused, LetterState::GivenUp];
    states.extend(in_doubt.then_some(LetterState::InDoubt));
    let count = commands::letters::retry(&context.db()?, &states, &context.by())?;
    println!("{}", tr!(language, "letters-retried", count = i64::try_from(count).unwrap_or(i64::MAX)));
    Ok(())
}

/// Says what became of which letter; its content and receiver stay where they are.
fn bounce(file: Option<&Path>, context: &Context) -> Result<(), CommandError> {
    let language = context.language();
    let message = read_message(file)?;
    let report = delivery_reports::read(&message).map_err(Error::from)?;
    let noted = commands::bounces::note(&context.db()?, &report, &context.by())?;
    let text = match &noted {
        Noted::Bounced(letter) => tr!(language, "cli-bounce-bounced", letter = letter.id.as_str()),
        Noted::Known(letter) => tr!(language, "cli-bounce-known", letter = letter.id.as_str()),
        Noted::Delayed(letter) => tr!(language, "cli-bounce-delayed", letter = letter.id.as_str()),
        Noted::Delivered(letter) => tr!(language, "cli-bounce-delivered", letter = letter.id.as_str()),
        Noted::Outdated(letter) => {
            let state = state_name(letter.state, language);
            tr!(language, "cli-bounce-outdated", letter = letter.id.as_str(), state = state)
        }
    };
    println!("{text}");
    Ok(())
}

/// A byte more than a report may have is enough to see that it is too large.
fn read_message(file: Option<&Path>) -> Result<Vec<u8>, CommandError> {
    let most = delivery_reports::MOST_BYTES as u64 + 1;
    let mut message = Vec::new();
    match file {
        None => std::io::stdin().lock().take(most).read_to_end(&mut message)?,
        Some(path) => {
            let failed = |cause| CommandError::File { path: path.display().to_string(), cause };
            let file = std::fs::File::open(path).map_err(failed)?;
            file.take(most).read_to_end(&mut message).map_err(failed)?
        }
    };
    Ok(message)
}
