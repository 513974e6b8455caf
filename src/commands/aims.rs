//! What programmes aim at.

use super::audit::note_values;
use super::programmes::settings;
use crate::domain::access::audit::{By, Object};
use crate::domain::rounds::Round;
use crate::domain::rounds::aims::Aim;
use crate::domain::rounds::programmes::Programme;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Decides what a programme aims at; none takes its aim away. Rounds that have opened keep the aim that held then.
///
/// # Errors
/// Not found when there is no such programme.
pub fn update(db: &Db, key: &str, aim: Option<&Aim>, by: &By) -> Result<()> {
    db.write(|conn| {
        let before = store::programmes::find(conn, key)?.or_not_found()?;
        store::programmes::update_aim(conn, key, aim)?;
        let after = Programme { aim: aim.cloned(), ..before.clone() };
        let values = (Some(settings(&before)), Some(settings(&after)));
        note_values(conn, by, ("update", Object::one("programme", key)), values)
    })
}

/// What a round is held to: what was frozen when it opened, and until then what its programme aims at. A trial of a
/// round is held to nothing, because it is no result.
///
/// # Errors
/// Database errors.
pub fn aim_of(conn: &mut Conn, round: &Round) -> Result<Option<Aim>> {
    if !round.is_waiting() {
        return Ok(round.aim.clone());
    }
    Ok(store::programmes::find(conn, &round.programme)?.and_then(|programme| programme.aim))
}
