//! Signing in and out. Checking a password takes long, so it lies between two transactions:
//! `begin` counts the try, then the password is checked, then `open` takes the count back. Where the account has
//! a second factor the same is done again with a code; a session is there only after that.

use chrono::{NaiveDateTime, TimeDelta};

use super::audit::note;
use super::codes::{Owner, is_set, use_code};
use super::letters::queue_to_staff;
use super::rate_limits;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::identities::Vouched;
use crate::domain::access::rate_limits::{Attempt, Subject};
use crate::domain::access::staff;
use crate::domain::access::staff::{SEEN_MINUTES, Staff, StaffId};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::Letter;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// How long a session lasts; it is not prolonged, because a GET changes nothing.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// How long an address from which an account signed in is remembered after the last time.
const PLACE_LIFETIME: TimeDelta = TimeDelta::days(365);

/// How long somebody has to show a code once the password was right.
pub const CODE_PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// A try to sign in that was counted.
#[derive(Debug)]
pub struct Begun {
    /// The account whose password or code is to be checked; none where nobody may sign in.
    pub account: Option<Staff>,
    counted: Vec<Subject>,
    place: Place,
}

/// Where somebody signs in.
#[derive(Debug)]
pub(super) struct Place {
    /// The address, unreadable.
    mark: String,
    is_known_browser: bool,
}

impl Place {
    /// Where a try comes from.
    pub(super) fn of(attempt: &Attempt) -> Place {
        Place { mark: attempt.place.clone(), is_known_browser: attempt.is_known_browser() }
    }
}

impl Begun {
    /// What it counts for.
    pub(super) fn counted(&self) -> &[Subject] {
        &self.counted
    }
}

/// How far somebody has come who has shown the right password.
#[derive(Debug)]
pub enum Admission {
    /// Signed in, with the session's token.
    Session(Token),
    /// A code of the second factor is asked for next, by the token of the sign-in that waits for it.
    CodeNeeded(Token),
}

impl Admission {
    /// The session's token, where there is one.
    pub fn session(self) -> Option<Token> {
        if let Admission::Session(token) = self { Some(token) } else { None }
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
        Ok(Begun { account, counted, place: Place::of(attempt) })
    })
}

/// Lets an account in whose password was found right, or asks it for a code where it has a second factor. The
/// session that the browser had before ends, so that none outlives a change of who is signed in.
///
/// # Errors
/// `Refusal::WrongPassword` when the account was disabled or its password changed meanwhile.
pub fn open(db: &Db, begun: &Begun, before: Option<&Token>, now: NaiveDateTime) -> Result<Admission> {
    let account = begun.account.as_ref().ok_or(Refusal::WrongPassword)?;
    db.write(|conn| {
        let is_unchanged = |found: &Staff| found.disabled_at.is_none() && found.password_hash == account.password_hash;
        if !store::staff::find(conn, &account.id)?.as_ref().is_some_and(is_unchanged) {
            return Err(Refusal::WrongPassword.into());
        }
        rate_limits::take_back(conn, &begun.counted)?;
        if let Some(before) = before {
            store::sessions::delete(conn, &before.hash())?;
        }
        if is_set(conn, &account.id)? {
            return Ok(Admission::CodeNeeded(ask_code(conn, &account.id, now)?));
        }
        let session = let_in(conn, &begun.place, account, now)?;
        note_sign_in(conn, account, now)?;
        Ok(Admission::Session(session))
    })
}

/// Lets an account in that shows a code after its password. The sign-in that waited for it is over, so that
/// neither it nor the code is good for another session.
///
/// # Errors
/// `Refusal::WrongCode`; not found when the sign-in is over, or the password or account was changed meanwhile.
pub fn open_with_code(
    db: &Db,
    key: &str,
    (begun, waiting, code): (&Begun, &Token, &str),
    now: NaiveDateTime,
) -> Result<Token> {
    db.write(|conn| {
        let account = store::sign_ins::find_staff(conn, &waiting.hash(), now)?.or_not_found()?;
        let by = By::staff(&account.id, now);
        use_code(conn, Owner { id: &account.id, key }, code, &by)?;
        rate_limits::take_back(conn, &begun.counted)?;
        let vouched = store::sign_ins::find_vouched(conn, &waiting.hash())?.unwrap_or_default();
        store::sign_ins::delete(conn, &waiting.hash())?;
        let session = let_in(conn, &begun.place, &account, now)?;
        store::sessions::update_vouched(conn, &session.hash(), &vouched, None)?;
        note_sign_in(conn, &account, now)?;
        Ok(session)
    })
}

/// A new sign-in that waits for a code. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn ask_code(conn: &mut Conn, id: &StaffId, now: NaiveDateTime) -> Result<Token> {
    let token = Token::random();
    store::sign_ins::delete_expired(conn, now)?;
    store::sign_ins::insert(conn, &token.hash(), id, now + CODE_PATIENCE)?;
    Ok(token)
}

/// A new session. The owner of an account gets a letter where it has been used before, but neither from this
/// place nor in this browser. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn let_in(conn: &mut Conn, place: &Place, account: &Staff, now: NaiveDateTime) -> Result<Token> {
    let token = Token::random();
    store::known_networks::delete_before(conn, now - PLACE_LIFETIME)?;
    let is_new = !place.is_known_browser && store::known_networks::find(conn, &account.id, &place.mark)?.is_none();
    if is_new && store::known_networks::exists(conn, &account.id)? {
        queue_to_staff(conn, Letter::new_sign_in(account, now))?;
    }
    store::known_networks::insert_or_update(conn, &account.id, &place.mark, now)?;
    store::sessions::delete_expired(conn, now)?;
    store::sessions::insert(conn, &token.hash(), &account.id, (now, now + LIFETIME))?;
    if let Some(before) = staff::visit_before(account.seen_at, now) {
        store::staff::update_visited(conn, &account.id, before)?;
    }
    store::staff::update_seen(conn, &account.id, now)?;
    Ok(token)
}

fn note_sign_in(conn: &mut Conn, account: &Staff, now: NaiveDateTime) -> Result<()> {
    note(conn, &By::staff(&account.id, now), "sign_in", Object::one("staff", account.id.as_str()))
}

/// Ends a session, if it still is one, and tells whose it was and what a provider vouched for in it.
///
/// # Errors
/// Database errors.
pub fn close(db: &Db, token: &Token, now: NaiveDateTime) -> Result<Option<(StaffId, Vouched)>> {
    db.write(|conn| {
        let account = store::sessions::find_staff(conn, &token.hash(), now)?;
        let vouched = store::sessions::find_vouched(conn, &token.hash())?;
        store::sessions::delete(conn, &token.hash())?;
        if let Some((account, ..)) = account {
            note(conn, &By::staff(&account.id, now), "sign_out", Object::one("staff", account.id.as_str()))?;
        }
        Ok(vouched)
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

/// Signs an account out everywhere, also where it was about to sign in. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn end_all(conn: &mut Conn, id: &StaffId) -> Result<usize> {
    store::sign_ins::delete_by_staff(conn, id)?;
    Ok(store::sessions::delete_by_staff(conn, id)?)
}
