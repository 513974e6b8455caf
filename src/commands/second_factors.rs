//! Setting up, using and taking away the second factor of an account. A code is used up in the transaction that
//! takes it (`commands/codes.rs`), so that none is good for two.

use serde_json::json;

use super::audit::{note, note_values};
use super::codes::{Owner, is_set, use_code};
use super::rate_limits;
use super::sessions::{self, Begun};
use crate::domain::access::audit::{Actor, By, Object};
use crate::domain::access::second_factors::{RECOVERY_CODES, RecoveryCode, SecondFactor};
use crate::domain::access::staff::{StaffId, email};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Begins to set one up: a secret that nobody knows yet, in place of one that was begun and not confirmed. Whoever
/// does it has just shown the account's password, so that a session on somebody's desk is not enough.
///
/// # Errors
/// `Refusal::SecondFactorSet` when the account has one, `WrongPassword`.
pub fn begin(db: &Db, made: &SecondFactor, password: Option<&Begun>, by: &By) -> Result<()> {
    db.write(|conn| {
        settle_password(conn, &made.staff_id, password)?;
        if is_set(conn, &made.staff_id)? {
            return Err(Refusal::SecondFactorSet.into());
        }
        store::second_factors::delete(conn, &made.staff_id)?;
        store::second_factors::insert(conn, made)?;
        note(conn, by, "begin_second_factor", Object::one("staff", made.staff_id.as_str()))
    })
}

/// Confirms one by a first code of the app, and gives the codes on paper. The account is signed out in all
/// browsers but that of `session`, because nobody there has shown a code.
///
/// # Errors
/// `Refusal::SecondFactorSet` when it is confirmed already, `WrongCode`, and not found where none was begun.
pub fn confirm(db: &Db, owner: Owner, (code, session): (&str, &Token), by: &By) -> Result<Vec<RecoveryCode>> {
    let codes = new_codes();
    db.write(|conn| {
        let factor = store::second_factors::find(conn, owner.id)?.or_not_found()?;
        if factor.confirmed_at.is_some() {
            return Err(Refusal::SecondFactorSet.into());
        }
        let step = factor.step_of(owner.key, code, by.now).ok_or(Refusal::WrongCode)?;
        store::second_factors::update_step(conn, owner.id, step)?;
        store::second_factors::update_confirmed(conn, owner.id, by.now)?;
        replace_codes(conn, owner.id, &codes)?;
        store::sessions::delete_others(conn, owner.id, &session.hash())?;
        store::sign_ins::delete_by_staff(conn, owner.id)?;
        note(conn, by, "set_up_second_factor", Object::one("staff", owner.id.as_str()))
    })?;
    Ok(codes)
}

/// Takes one away, for whoever has shown the password and shows a code of it.
///
/// # Errors
/// `Refusal::WrongPassword` and `WrongCode`.
pub fn remove(db: &Db, owner: Owner, (password, begun, code): (Option<&Begun>, &Begun, &str), by: &By) -> Result<()> {
    db.write(|conn| {
        settle_password(conn, owner.id, password)?;
        use_code(conn, owner, code, by)?;
        rate_limits::take_back(conn, begun.counted())?;
        delete(conn, owner.id)?;
        note(conn, by, "remove_second_factor", Object::one("staff", owner.id.as_str()))
    })
}

/// Counts a try no longer that brought the account's password. An account without one has nothing to show: somebody
/// else vouches for it.
fn settle_password(conn: &mut Conn, id: &StaffId, shown: Option<&Begun>) -> Result<()> {
    let account = store::staff::find(conn, id)?.or_not_found()?;
    if account.password_hash.is_none() {
        return Ok(());
    }
    let is_shown = |begun: &&Begun| {
        begun.account.as_ref().is_some_and(|then| then.id == *id && then.password_hash == account.password_hash)
    };
    let begun = shown.filter(is_shown).ok_or(Refusal::WrongPassword)?;
    rate_limits::take_back(conn, begun.counted())
}

/// Gives new codes on paper in place of those that are left, to whoever shows a code.
///
/// # Errors
/// `Refusal::WrongCode`.
pub fn renew_codes(db: &Db, owner: Owner, (begun, code): (&Begun, &str), by: &By) -> Result<Vec<RecoveryCode>> {
    let codes = new_codes();
    db.write(|conn| {
        use_code(conn, owner, code, by)?;
        rate_limits::take_back(conn, begun.counted())?;
        replace_codes(conn, owner.id, &codes)?;
        note(conn, by, "renew_recovery_codes", Object::one("staff", owner.id.as_str()))
    })?;
    Ok(codes)
}

/// Takes somebody's away who has lost phone and paper; the account is signed out everywhere.
///
/// # Errors
/// Not found, and `OwnAccount`: one's own is taken away by a code.
pub fn reset(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    if by.actor == Actor::Staff(id.clone()) {
        return Err(Refusal::OwnAccount.into());
    }
    db.write(|conn| {
        store::staff::find(conn, id)?.or_not_found()?;
        clear(conn, id, by)
    })
}

/// The same for operators, who know accounts by their address.
///
/// # Errors
/// `Refusal::BadAddress` and `Refusal::UnknownStaff`.
pub fn reset_by_email(db: &Db, address: &str, by: &By) -> Result<()> {
    let address = email(address)?;
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &address)?.ok_or(Refusal::UnknownStaff)?;
        clear(conn, &found.id, by)
    })
}

/// Takes one away without a code, and notes it.
fn clear(conn: &mut Conn, id: &StaffId, by: &By) -> Result<()> {
    let was_set = is_set(conn, id)?;
    delete(conn, id)?;
    sessions::end_all(conn, id)?;
    let values = (Some(json!({ "second_factor": was_set })), Some(json!({ "second_factor": false })));
    note_values(conn, by, ("reset_second_factor", Object::one("staff", id.as_str())), values)
}

fn new_codes() -> Vec<RecoveryCode> {
    (0..RECOVERY_CODES).map(|_| RecoveryCode::random()).collect()
}

fn replace_codes(conn: &mut Conn, id: &StaffId, codes: &[RecoveryCode]) -> Result<()> {
    store::recovery_codes::delete_by_staff(conn, id)?;
    for code in codes {
        store::recovery_codes::insert(conn, id, &code.hash())?;
    }
    Ok(())
}

fn delete(conn: &mut Conn, id: &StaffId) -> Result<()> {
    store::second_factors::delete(conn, id)?;
    store::recovery_codes::delete_by_staff(conn, id)?;
    Ok(())
}
