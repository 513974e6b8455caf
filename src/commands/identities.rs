//! Taking away who an account is at a provider of OpenID Connect.

use super::audit::note;
use super::sessions;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{StaffId, email};
use crate::domain::base::refusals::Refusal;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Takes away who an account is at any provider, and signs it out: the next sign-in binds it anew, by its address.
/// For whoever got a new identity there and the old address.
///
/// # Errors
/// `Refusal::BadAddress` and `Refusal::UnknownStaff`.
pub fn unbind(db: &Db, address: &str, by: &By) -> Result<()> {
    let address = email(address)?;
    db.write(|conn| {
        let found = store::staff::find_by_email(conn, &address)?.ok_or(Refusal::UnknownStaff)?;
        forget(conn, &found.id)?;
        sessions::end_all(conn, &found.id)?;
        note(conn, by, "unbind_identity", Object::one("staff", found.id.as_str()))
    })
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
