//! What administrators do with accounts on pages; links go by letter, so that nobody else sees them. Operators
//! have `commands/staff.rs`.

use serde_json::json;

use super::audit::{note, note_values};
use super::letters::queue_to_staff;
use super::{identities, sessions, staff};
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::{Actor, By, Object};
use crate::domain::access::staff::{Draft, Role, Staff, StaffId, Standing, check_municipalities};
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::Letter;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Makes an account and sends its link. One that was disabled is opened anew as by `staff::add`.
///
/// # Errors
/// `Refusal::StaffExists` when the account is in use.
pub fn invite(db: &Db, draft: &Draft, by: &By) -> Result<StaffId> {
    let made = Staff::new(draft, by.now);
    db.write(|conn| {
        let account = staff::make(conn, &made, ("invite", by))?;
        queue_to_staff(conn, Letter::account_invitation(&account, by.now))?;
        Ok(account.id)
    })
}

/// Makes an account for somebody who signs in by the provider, and needs no link.
///
/// # Errors
/// `Refusal::StaffExists` when the account is in use.
pub fn add(db: &Db, draft: &Draft, by: &By) -> Result<StaffId> {
    let made = Staff::new(draft, by.now);
    db.write(|conn| Ok(staff::make(conn, &made, ("add", by))?.id))
}

/// Gives an account another role and other municipalities; its sessions go on with them at once.
///
/// # Errors
/// Not found, `WrongMunicipalities`, and for an administrator `OwnAccount` and `LastAdministrator`.
pub fn change_rights(
    db: &Db,
    id: &StaffId,
    (role, municipalities): (Role, &[MunicipalityCode]),
    by: &By,
) -> Result<()> {
    check_municipalities(role, municipalities)?;
    db.write(|conn| {
        let found = store::staff::find(conn, id)?.or_not_found()?;
        let changed = found.clone().with_rights(role, municipalities);
        if changed == found {
            return Ok(());
        }
        if found.role == Role::Admin && role != Role::Admin {
            check_other(id, by)?;
        }
        store::staff::update(conn, &changed)?;
        check_administrators(conn)?;
        let values = (Some(staff::rights(&found)), Some(staff::rights(&changed)));
        note_values(conn, by, ("change_rights", Object::one("staff", id.as_str())), values)
    })
}

/// Shuts an account, as by `staff::disable`. Doing it again changes nothing.
///
/// # Errors
/// Not found, `OwnAccount` and `LastAdministrator`.
pub fn disable(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    check_other(id, by)?;
    db.write(|conn| {
        let found = store::staff::find(conn, id)?.or_not_found()?;
        if found.standing() == Standing::Disabled {
            return Ok(());
        }
        staff::shut(conn, id, by)?;
        check_administrators(conn)
    })
}

/// Opens a disabled account again, without its old password, and sends its link. Doing it again changes nothing.
///
/// # Errors
/// Not found.
pub fn enable(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    db.write(|conn| {
        let Some(opened) = reopen(conn, id, by)? else { return Ok(()) };
        queue_to_staff(conn, Letter::account_invitation(&opened, by.now))?;
        Ok(())
    })
}

/// The same for somebody who signs in by the provider, and needs no link.
///
/// # Errors
/// Not found.
pub fn enable_without_link(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    db.write(|conn| reopen(conn, id, by).map(drop))
}

/// A disabled account, opened again and noted; none where it is not disabled.
fn reopen(conn: &mut Conn, id: &StaffId, by: &By) -> Result<Option<Staff>> {
    let found = store::staff::find(conn, id)?.or_not_found()?;
    if found.standing() != Standing::Disabled {
        return Ok(None);
    }
    let opened = Staff { disabled_at: None, password_hash: None, identity_at: None, ..found };
    store::staff::update(conn, &opened)?;
    // The address may be somebody else's by now.
    identities::forget(conn, id)?;
    note(conn, by, "enable", Object::one("staff", id.as_str()))?;
    Ok(Some(opened))
}

/// Sends an account a new link. The password and sessions of one in use end at once, because it may be asked
/// for when somebody else knows them.
///
/// # Errors
/// Not found, `StaffDisabled`, and `OwnAccount`, because one's own password is changed on its own page.
pub fn send_link(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    check_other(id, by)?;
    db.write(|conn| {
        let found = store::staff::find(conn, id)?.or_not_found()?;
        let letter = match found.standing() {
            Standing::Disabled => return Err(Refusal::StaffDisabled.into()),
            Standing::Invited => Letter::account_invitation(&found, by.now),
            Standing::Active => Letter::password_reset(&found, by.now),
        };
        staff::forget_password(conn, id, by)?;
        queue_to_staff(conn, letter)?;
        Ok(())
    })
}

/// Signs an account out everywhere.
///
/// # Errors
/// Not found.
pub fn end_sessions(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    db.write(|conn| {
        store::staff::find(conn, id)?.or_not_found()?;
        let ended = sessions::end_all(conn, id)?;
        let values = (None, Some(json!({ "sessions": ended })));
        note_values(conn, by, ("end_sessions", Object::one("staff", id.as_str())), values)
    })
}

/// Nobody shuts or demotes themself by mistake.
fn check_other(id: &StaffId, by: &By) -> Result<()> {
    if by.actor == Actor::Staff(id.clone()) { Err(Refusal::OwnAccount.into()) } else { Ok(()) }
}

/// Also where two administrators shut each other at once, one is left.
fn check_administrators(conn: &mut Conn) -> Result<()> {
    if store::staff::exists_active_admin(conn)? { Ok(()) } else { Err(Refusal::LastAdministrator.into()) }
}
