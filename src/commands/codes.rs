//! Using a code of a second factor up, in the transaction that takes it.

use crate::domain::access::audit::By;
use crate::domain::access::second_factors::RecoveryCode;
use crate::domain::access::staff::StaffId;
use crate::domain::base::refusals::Refusal;
use crate::error::Result;
use crate::store::{self, Conn};

/// Whose second factor, and the key that opens it (`SECRET_KEY`).
#[derive(Debug, Clone, Copy)]
pub struct Owner<'a> {
    /// The account.
    pub id: &'a StaffId,
    /// `SECRET_KEY`.
    pub key: &'a str,
}

/// Whether an account has one that is asked for.
///
/// # Errors
/// Database errors.
pub(super) fn is_set(conn: &mut Conn, id: &StaffId) -> Result<bool> {
    Ok(store::second_factors::find(conn, id)?.is_some_and(|factor| factor.confirmed_at.is_some()))
}

/// Uses a code up, of the app or from paper. Called inside a command's transaction.
///
/// # Errors
/// `Refusal::WrongCode` where it is none of this account, or was used.
pub(super) fn use_code(conn: &mut Conn, owner: Owner, code: &str, by: &By) -> Result<()> {
    let factor = store::second_factors::find(conn, owner.id)?.filter(|factor| factor.confirmed_at.is_some());
    let factor = factor.ok_or(Refusal::WrongCode)?;
    if let Some(step) = factor.step_of(owner.key, code, by.now)
        && store::second_factors::update_step(conn, owner.id, step)? == 1
    {
        return Ok(());
    }
    let on_paper = RecoveryCode::parse(code).ok_or(Refusal::WrongCode)?;
    match store::recovery_codes::delete(conn, owner.id, &on_paper.hash())? {
        0 => Err(Refusal::WrongCode.into()),
        _ => Ok(()),
    }
}
