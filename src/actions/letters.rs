//! Letters that other actions bring about, queued in the same transaction.

use chrono::NaiveDateTime;

use crate::domain::invitations::{Invitation, Section};
use crate::error::Result;
use crate::store::Conn;

/// Queues the receipt for a whole invitation that was handed in.
///
/// # Errors
/// When the database fails.
pub fn queue_receipt(_conn: &mut Conn, _invitation: &Invitation, _now: NaiveDateTime) -> Result<()> {
    Ok(())
}

/// Queues the letter to a helper (`section`) or to the post's new holder (no section).
///
/// # Errors
/// When the database fails.
pub fn queue_handover(
    _conn: &mut Conn,
    _invitation: &Invitation,
    _section: Option<&Section>,
    _now: NaiveDateTime,
) -> Result<()> {
    Ok(())
}
