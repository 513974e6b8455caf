//! Signing in and out. Checking a password takes long, so it lies between two transactions:
//! `begin` counts the attempt, then the password is checked, then `open` takes the count back.

use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::attempts::Attempt;
use crate::domain::refusals::Refusal;
use crate::domain::staff::{self, Staff};
use crate::domain::tokens::Token;
use crate::error::Result;
use crate::store::{self, Db};

/// How long a session lasts; it is not prolonged, because a GET changes nothing.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// Counts an attempt to sign in as if it had failed, so that attempts made at once can't outrun the
/// count, and finds the account whose password is to be checked; none where nobody may sign in.
///
/// # Errors
/// `Refusal::TooManyAttempts` when the account, the address or the two together have no attempts left.
pub fn begin(db: &Db, attempt: &Attempt, email: &str) -> Result<Option<Staff>> {
    let email = staff::email(email).ok();
    db.write(|conn| {
        store::attempts::delete_before(conn, attempt.window_start)?;
        for subject in attempt.subjects() {
            if store::attempts::count(conn, &subject.hash, attempt.window_start)? >= subject.limit {
                return Err(Refusal::TooManyAttempts.into());
            }
            store::attempts::insert_or_count(conn, &subject.hash, attempt.window_start)?;
        }
        let Some(email) = &email else { return Ok(None) };
        Ok(store::staff::find_by_email(conn, email)?.filter(|account| account.disabled_at.is_none()))
    })
}

/// Opens a new session for an account whose password was found right.
///
/// # Errors
/// `Refusal::WrongPassword` when the account was disabled or its password changed meanwhile.
pub fn open(db: &Db, account: &Staff, attempt: &Attempt, now: NaiveDateTime) -> Result<Token> {
    let token = Token::random();
    db.write(|conn| {
        let is_unchanged = |found: &Staff| found.disabled_at.is_none() && found.password_hash == account.password_hash;
        if !store::staff::find(conn, &account.id)?.as_ref().is_some_and(is_unchanged) {
            return Err(Refusal::WrongPassword.into());
        }
        store::attempts::delete(conn, &attempt.pair.hash)?;
        store::attempts::update_one_less(conn, &attempt.account.hash, attempt.window_start)?;
        store::attempts::update_one_less(conn, &attempt.address.hash, attempt.window_start)?;
        store::sessions::delete_expired(conn, now)?;
        store::sessions::insert(conn, &token.hash(), &account.id, now + LIFETIME)?;
        Ok(())
    })?;
    Ok(token)
}

/// Ends a session, if it still is one.
///
/// # Errors
/// Those of the database.
pub fn close(db: &Db, token: &Token) -> Result<()> {
    db.write(|conn| {
        store::sessions::delete(conn, &token.hash())?;
        Ok(())
    })
}
