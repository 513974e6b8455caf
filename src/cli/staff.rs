//! `pejl staff`: accounts of people who do not answer by link.

use clap::{Args, Subcommand};

use super::{CommandError, Context};
use crate::commands;
use crate::domain::access::staff::{Draft, Role};
use crate::domain::base::tokens::Token;
use crate::error::Error;

/// What is done with accounts.
#[derive(Debug, Subcommand)]
pub(super) enum Staff {
    /// Make an account and print the one-time link, valid for 7 days, that sets its password
    #[command(after_help = "Example: pejl staff add anna@example.org --role coordinator --municipality 0101")]
    Add(Add),
    /// Shut an account; whoever is signed in with it is signed out at once
    #[command(after_help = "Example: pejl staff disable anna@example.org")]
    Disable(Account),
    /// End an account's password and sessions and print a new one-time link, valid for 7 days
    #[command(after_help = "Example: pejl staff reset anna@example.org")]
    Reset(Reset),
    /// Forget who an account is at the provider of OpenID Connect; its address decides at the next sign-in
    #[command(after_help = "Example: pejl staff unbind anna@example.org")]
    Unbind(Account),
}

/// An account to be made.
#[derive(Debug, Args)]
pub(super) struct Add {
    /// Work e-mail, which is also the sign-in name
    email: String,
    /// admin, consultant or coordinator
    #[arg(long)]
    role: Role,
    /// Four-digit code; exactly one for a coordinator, any number for a consultant (none: all)
    #[arg(long, value_name = "CODE")]
    municipality: Vec<String>,
}

/// An account that exists.
#[derive(Debug, Args)]
pub(super) struct Account {
    /// The sign-in name
    email: String,
}

/// An account that gets a new link.
#[derive(Debug, Args)]
pub(super) struct Reset {
    /// The sign-in name
    email: String,
    /// Take its second factor away too: phone and recovery codes are lost
    #[arg(long)]
    second_factor: bool,
}

pub(super) fn staff(command: &Staff, context: &Context) -> Result<(), CommandError> {
    let by = context.by();
    match command {
        Staff::Add(add) => {
            let draft = Draft::parse(&add.email, add.role, &add.municipality).map_err(Error::from)?;
            print_link(context, &commands::staff::add(&context.db()?, &draft, &by)?);
        }
        Staff::Disable(account) => commands::staff::disable(&context.db()?, &account.email, &by)?,
        Staff::Unbind(account) => commands::identities::unbind_by_email(&context.db()?, &account.email, &by)?,
        Staff::Reset(reset) => {
            let db = context.db()?;
            let link = commands::staff::reset(&db, &reset.email, &by)?;
            if reset.second_factor {
                commands::second_factors::reset_by_email(&db, &reset.email, &by)?;
            }
            print_link(context, &link);
        }
    }
    Ok(())
}

/// The link alone on its line, so that it can be piped.
fn print_link(context: &Context, key: &Token) {
    println!("{}/adgang/{}", context.config.base_url, key.as_str());
}
