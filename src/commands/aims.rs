//! What rounds are held to.

use crate::domain::rounds::Round;
use crate::domain::rounds::aims::Aim;
use crate::error::Result;
use crate::store::{self, Conn};

/// What a round is held to: what was frozen when it opened, and until then what its programme aims at.
///
/// # Errors
/// Database errors.
pub fn aim_of(conn: &mut Conn, round: &Round) -> Result<Option<Aim>> {
    if !round.is_waiting() {
        return Ok(round.aim.clone());
    }
    Ok(store::programmes::find(conn, &round.programme)?.and_then(|programme| programme.aim))
}
