//! Taking away who an account is at a provider of OpenID Connect.

use super::audit::note;
use super::sessions;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{StaffId, email};
use crate::domain::base::refusals::Refusal;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Takes away who an account is at any provider, and signs it out: the next sign-in binds it anew, by its address.
/// For whoever got a new identity there and kept the address.
///
/// # Errors
/// Not found.
pub fn unbind(db: &Db, id: &StaffId, by: &By) -> Result<()> {
    db.write(|conn| {
        store::staff::find(conn, id)?.or_not_found()?;
        detach(conn, id, by)
    })
}

/// The same for operators, who know accounts by their address.
///
/// # Errors
/// `Refusal::BadAddress` and `Refusal::UnknownStaff`.
pub fn unbind_by_email(db: &Db, address: &str, by: &By) -> Result<()> {
    let address = email(address)?;
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &address)?.ok_or(Refusal::UnknownStaff)?;
        detach(conn, &found.id, by)
    })
}

/// Takes them away, signs the account out everywhere and notes it.
fn detach(conn: &mut Conn, id: &StaffId, by: &By) -> Result<()> {
    forget(conn, id)?;
    sessions::end_all(conn, id)?;
    note(conn, by, "unbind_identity", Object::one("staff", id.as_str()))
}

/// Takes the identities of an account away. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn forget(conn: &mut Conn, id: &StaffId) -> Result<()> {
    store::identities::delete_by_staff(conn, id)?;
    store::staff::update_identity(conn, id, None)?;
    Ok(())
}
