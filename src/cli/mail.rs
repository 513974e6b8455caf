//! `pejl mail`: the ledger of letters.

use clap::Subcommand;

use super::{CommandError, Context};
use crate::actions;
use crate::domain::Language;
use crate::store::letters;
use crate::views::letters::{instant, state_name};

/// What `mail` is told.
#[derive(Debug, Subcommand)]
pub(super) enum Mail {
    /// Count the letters by what became of them
    #[command(after_help = "Example: PEJL_LANGUAGE=en pejl mail status")]
    Status,
    /// Plan refused and given-up letters anew
    #[command(after_help = "Example: pejl mail retry")]
    Retry,
}

pub(super) fn mail(command: &Mail, context: &Context) -> Result<(), CommandError> {
    match command {
        Mail::Status => status(context),
        Mail::Retry => retry(context),
    }
}

fn status(context: &Context) -> Result<(), CommandError> {
    let language = context.language();
    let (counts, oldest) =
        context.db()?.read(|conn| Ok((letters::count_by_state(conn)?, letters::find_oldest_waiting(conn)?)))?;
    if counts.is_empty() {
        println!("{}", tr!(language, "letters-none"));
    }
    for (state, count) in counts {
        println!("{count:>7}  {}", state_name(state, language));
    }
    if let Some(oldest) = oldest {
        println!("{}", tr!(language, "letters-oldest", instant = instant(oldest, language)));
    }
    Ok(())
}

fn retry(context: &Context) -> Result<(), CommandError> {
    let language: Language = context.language();
    let count = actions::letters::retry(&context.db()?, context.clock.now())?;
    println!("{}", tr!(language, "letters-retried", count = i64::try_from(count).unwrap_or(i64::MAX)));
    Ok(())
}
