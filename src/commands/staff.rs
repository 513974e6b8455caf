//! Making, shutting and resetting accounts, and the one-time links by which they get their password.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::{Value, json};

use super::audit::{note, note_values};
use super::sessions::Admission;
use super::{codes, identities, sessions};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Draft, Staff, StaffId, email};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// How long a one-time link works.
pub const KEY_LIFETIME: TimeDelta = TimeDelta::days(7);

/// Makes an account and gives its one-time link's token. An account that was disabled is opened anew
/// with the role and municipalities of the draft, and without its old password.
///
/// # Errors
/// `Refusal::StaffExists` when the account is in use.
pub fn add(db: &Db, draft: &Draft, by: &By) -> Result<Token> {
    let key = Token::random();
    let made = Staff::new(draft, by.now);
    db.write(|conn| {
        let account = make(conn, &made, ("add", by))?;
        store::setup_tokens::insert(conn, &key.hash(), &account.id, by.now + KEY_LIFETIME)?;
        Ok(())
    })?;
    Ok(key)
}

/// Puts an account where there was none, or in the place of a disabled one, and notes it.
///
/// # Errors
/// `Refusal::StaffExists` when the account is in use.
pub(super) fn make(conn: &mut Conn, made: &Staff, (verb, by): (&str, &By)) -> Result<Staff> {
    let (account, old) = match store::staff::find_by_email(conn, &made.email)? {
        None => {
            store::staff::insert(conn, made)?;
            (made.clone(), None)
        }
        Some(found) if found.disabled_at.is_none() => return Err(Refusal::StaffExists.into()),
        Some(found) => {
            let reopened = Staff { id: found.id.clone(), language: found.language, ..made.clone() };
            store::staff::update(conn, &reopened)?;
            // The address may be somebody else's by now.
            identities::forget(conn, &found.id)?;
            (reopened, Some(rights(&found)))
        }
    };
    note_values(conn, by, (verb, Object::one("staff", account.id.as_str())), (old, Some(rights(made))))?;
    revoke_keys(conn, &account.id, by.now)?;
    Ok(account)
}

/// What an account may do and see.
pub(super) fn rights(account: &Staff) -> Value {
    json!({ "role": account.role, "municipalities": account.municipalities })
}

/// Shuts an account: its sessions, one-time links and tokens of the API end at once.
///
/// # Errors
/// `Refusal::BadAddress` and `Refusal::UnknownStaff`.
pub fn disable(db: &Db, address: &str, by: &By) -> Result<()> {
    let address = email(address)?;
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &address)?.ok_or(Refusal::UnknownStaff)?;
        shut(conn, &found.id, by)
    })
}

/// Shuts an account and notes it.
///
/// # Errors
/// Database errors.
pub(super) fn shut(conn: &mut Conn, id: &StaffId, by: &By) -> Result<()> {
    store::staff::update_disabled(conn, id, Some(by.now))?;
    revoke_keys(conn, id, by.now)?;
    sessions::end_all(conn, id)?;
    store::api_tokens::delete_by_staff(conn, id)?;
    store::known_networks::delete_by_staff(conn, id)?;
    note(conn, by, "disable", Object::one("staff", id.as_str()))
}

/// Gives an account a new one-time link. Its password and sessions end at once, because a reset may
/// be asked for when somebody else knows them.
///
/// # Errors
/// `Refusal::BadAddress`, `Refusal::UnknownStaff` and `Refusal::StaffDisabled`.
pub fn reset(db: &Db, address: &str, by: &By) -> Result<Token> {
    let address = email(address)?;
    let key = Token::random();
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &address)?.ok_or(Refusal::UnknownStaff)?;
        if found.disabled_at.is_some() {
            return Err(Refusal::StaffDisabled.into());
        }
        forget_password(conn, &found.id, by)?;
        store::setup_tokens::insert(conn, &key.hash(), &found.id, by.now + KEY_LIFETIME)?;
        Ok(())
    })?;
    Ok(key)
}

/// Ends an account's password, sessions and one-time links, and notes it.
///
/// # Errors
/// Database errors.
pub(super) fn forget_password(conn: &mut Conn, id: &StaffId, by: &By) -> Result<()> {
    store::staff::update_password(conn, id, None)?;
    revoke_keys(conn, id, by.now)?;
    sessions::end_all(conn, id)?;
    store::known_networks::delete_by_staff(conn, id)?;
    note(conn, by, "reset", Object::one("staff", id.as_str()))
}

/// Uses a one-time link: sets the password and ends all earlier sessions and links. It lets the account in, or
/// asks it for a code where it has a second factor: who reads somebody's mail has not got the phone.
///
/// # Errors
/// `Error::NotFound` when the link is unknown, used or expired.
pub fn set_password(db: &Db, key: &Token, password_hash: &str, now: NaiveDateTime) -> Result<Admission> {
    db.write(|conn| {
        let account = store::setup_tokens::find_staff(conn, &key.hash(), now)?.or_not_found()?;
        store::staff::update_password(conn, &account.id, Some(password_hash))?;
        store::setup_tokens::delete_by_staff(conn, &account.id)?;
        sessions::end_all(conn, &account.id)?;
        note(conn, &By::staff(&account.id, now), "set_password", Object::one("staff", account.id.as_str()))?;
        if codes::is_set(conn, &account.id)? {
            return Ok(Admission::CodeNeeded(sessions::ask_code(conn, &account.id, now)?));
        }
        let token = Token::random();
        store::sessions::insert(conn, &token.hash(), &account.id, (now, now + sessions::LIFETIME))?;
        store::staff::update_seen(conn, &account.id, now)?;
        Ok(Admission::Session(token))
    })
}

/// An account's earlier links end, so that the newest is the only one that works.
fn revoke_keys(conn: &mut Conn, id: &StaffId, now: NaiveDateTime) -> Result<()> {
    store::setup_tokens::delete_expired(conn, now)?;
    store::setup_tokens::delete_by_staff(conn, id)?;
    Ok(())
}
