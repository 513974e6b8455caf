//! Queueing letters.

use chrono::NaiveDateTime;

use crate::domain::invitations::Invitation;
use crate::domain::rounds::Round;
use crate::error::Result;
use crate::store::Conn;

/// Queues one invitation letter per post that has an address; called inside an action's transaction.
///
/// # Errors
/// Those of the database.
pub fn queue_invitations(_: &mut Conn, _: &Round, _: &[Invitation], _: NaiveDateTime) -> Result<()> {
    Ok(())
}
