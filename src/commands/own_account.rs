//! What people do with their own account: a new password, where they are signed in, the language of their letters.

use serde_json::json;

use super::audit::{note, note_values};
use super::letters::queue_to_staff;
use super::rate_limits;
use super::sessions::Begun;
use crate::domain::Language;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Staff, StaffId, sign_in_name};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::Letter;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Db};

/// Changes the password of whoever has just shown the present one, and signs the account out everywhere but in
/// the browser of `session`. Links that were sent before end.
///
/// # Errors
/// `Refusal::WrongPassword` when the account was disabled or its password changed meanwhile.
pub fn change_password(db: &Db, begun: &Begun, (hash, session): (&str, &Token), by: &By) -> Result<()> {
    let account = begun.account.as_ref().ok_or(Refusal::WrongPassword)?;
    db.write(|conn| {
        let is_unchanged = |found: &Staff| found.disabled_at.is_none() && found.password_hash == account.password_hash;
        if !store::staff::find(conn, &account.id)?.as_ref().is_some_and(is_unchanged) {
            return Err(Refusal::WrongPassword.into());
        }
        rate_limits::take_back(conn, begun.counted())?;
        store::staff::update_password(conn, &account.id, Some(hash))?;
        store::setup_tokens::delete_by_staff(conn, &account.id)?;
        store::sessions::delete_others(conn, &account.id, &session.hash())?;
        store::sign_ins::delete_by_staff(conn, &account.id)?;
        note(conn, by, "change_password", Object::one("staff", account.id.as_str()))
    })
}

/// Signs an account out everywhere but in the browser of `session`.
///
/// # Errors
/// Database errors.
pub fn end_other_sessions(db: &Db, id: &StaffId, session: &Token, by: &By) -> Result<()> {
    db.write(|conn| {
        let ended = store::sessions::delete_others(conn, id, &session.hash())?;
        let values = (None, Some(json!({ "sessions": ended })));
        note_values(conn, by, ("end_sessions", Object::one("staff", id.as_str())), values)
    })
}

/// Chooses the language of an account's letters.
///
/// # Errors
/// Not found.
pub fn choose_language(db: &Db, id: &StaffId, language: Language, by: &By) -> Result<()> {
    db.write(|conn| {
        let old = store::staff::find(conn, id)?.or_not_found()?.language;
        store::staff::update_language(conn, id, language)?;
        let values = (Some(json!({ "language": old })), Some(json!({ "language": language })));
        note_values(conn, by, ("choose_language", Object::one("staff", id.as_str())), values)
    })
}

/// Sends the link to a new password where an account of that name may sign in, and else nothing; nothing either where
/// it is bound to a provider that `ends_passwords`. The present password works until the link is used: anybody can ask.
///
/// # Errors
/// Database errors.
pub fn send_reset(db: &Db, (email, ends_passwords): (&str, bool), by: &By) -> Result<()> {
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &sign_in_name(email))?;
        let may_have_one =
            |account: &Staff| account.disabled_at.is_none() && !(ends_passwords && account.identity_at.is_some());
        let Some(account) = found.filter(may_have_one) else { return Ok(()) };
        if queue_to_staff(conn, Letter::password_reset(&account, by.now))? == 0 {
            return Ok(());
        }
        note(conn, by, "ask_reset", Object::one("staff", account.id.as_str()))
    })
}
