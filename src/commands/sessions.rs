//! Signing in and out. Checking a password takes long, so it lies between two transactions:
//! `begin` counts the try, then the password is checked, then `open` takes the count back.

use chrono::{NaiveDateTime, TimeDelta};

use super::audit::note;
use super::rate_limits;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::rate_limits::{Attempt, Subject};
use crate::domain::access::staff;
use crate::domain::access::staff::{SEEN_MINUTES, Staff, StaffId};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// How long a session lasts; it is not prolonged, because a GET changes nothing.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// How long an address from which an account signed in is remembered after the last time.
const PLACE_LIFETIME: TimeDelta = TimeDelta::days(365);

/// A try to sign in that was counted.
#[derive(Debug)]
pub struct Begun {
    /// The account whose password is to be checked; none where nobody may sign in.
    pub account: Option<Staff>,
    counted: Vec<Subject>,
}

impl Begun {
    /// What it counts for.
    pub(super) fn counted(&self) -> &[Subject] {
        &self.counted
    }
}

/// Counts a try to sign in as if it had failed, so that tries made at once can't outrun the count, and
/// finds the account.
///
/// # Errors
/// `Refusal::TooManyAttempts` when no tries are left on the lane of the try (`domain::access::rate_limits`).
pub fn begin(db: &Db, attempt: &Attempt, email: &str) -> Result<Begun> {
    let email = staff::sign_in_name(email);
    let nobody = StaffId::new();
    db.write(|conn| {
        let account = store::staff::find_by_email(conn, &email)?.filter(|account| account.disabled_at.is_none());
        // An unknown account is looked up like any other, so that it takes as long.
        let id = account.as_ref().map_or(&nobody, |account| &account.id);
        let is_known = store::known_networks::find(conn, id, &attempt.place)?.is_some();
        let counted = attempt.subjects(is_known);
        rate_limits::count(conn, &counted, &attempt.windows)?;
        Ok(Begun { account, counted })
    })
}

/// Opens a new session for an account whose password was found right, and ends the one that the browser
/// had before, so that no session outlives a change of who is signed in.
///
/// # Errors
/// `Refusal::WrongPassword` when the account was disabled or its password changed meanwhile.
pub fn open(db: &Db, begun: &Begun, place: &str, before: Option<&Token>, now: NaiveDateTime) -> Result<Token> {
    let account = begun.account.as_ref().ok_or(Refusal::WrongPassword)?;
    let token = Token::random();
    db.write(|conn| {
        let is_unchanged = |found: &Staff| found.disabled_at.is_none() && found.password_hash == account.password_hash;
        if !store::staff::find(conn, &account.id)?.as_ref().is_some_and(is_unchanged) {
            return Err(Refusal::WrongPassword.into());
        }
        rate_limits::take_back(conn, &begun.counted)?;
        store::known_networks::delete_before(conn, now - PLACE_LIFETIME)?;
        store::known_networks::insert_or_update(conn, &account.id, place, now)?;
        store::sessions::delete_expired(conn, now)?;
        if let Some(before) = before {
            store::sessions::delete(conn, &before.hash())?;
        }
        store::sessions::insert(conn, &token.hash(), &account.id, (now, now + LIFETIME))?;
        store::staff::update_seen(conn, &account.id, now)?;
        note(conn, &By::staff(&account.id, now), "sign_in", Object::one("staff", account.id.as_str()))
    })?;
    Ok(token)
}

/// Ends a session, if it still is one.
///
/// # Errors
/// Database errors.
pub fn close(db: &Db, token: &Token, now: NaiveDateTime) -> Result<()> {
    db.write(|conn| {
        let account = store::sessions::find_staff(conn, &token.hash(), now)?;
        store::sessions::delete(conn, &token.hash())?;
        match account {
            Some((account, _)) => {
                note(conn, &By::staff(&account.id, now), "sign_out", Object::one("staff", account.id.as_str()))
            }
            None => Ok(()),
        }
    })
}

/// Notes that a session is used, and with it its account; once in some minutes, whoever asks.
///
/// # Errors
/// Database errors.
pub fn note_seen(db: &Db, token: &Token, id: &StaffId, now: NaiveDateTime) -> Result<()> {
    let before = now - TimeDelta::minutes(SEEN_MINUTES);
    db.write(|conn| {
        if store::sessions::update_seen(conn, &token.hash(), (now, before))? == 1 {
            store::staff::update_seen(conn, id, now)?;
        }
        Ok(())
    })
}

/// Signs an account out everywhere. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn end_all(conn: &mut Conn, id: &StaffId) -> Result<usize> {
    Ok(store::sessions::delete_by_staff(conn, id)?)
}
