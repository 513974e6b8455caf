//! Telling of a round before it opens.

use chrono::NaiveDateTime;
use serde_json::json;

use super::audit::note_values;
use super::rounds::{directory, plan_of};
use crate::domain::access::audit::{By, Object};
use crate::domain::mail::letters::{Letter, is_announcement_due};
use crate::domain::rounds::Round;
use crate::domain::rounds::population::freeze;
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Queues the announcement of each scheduled round whose day for it has come, to every post that it would ask today
/// and that has an address. Returns how many letters there are; running it again queues nothing. The clock calls it.
///
/// # Errors
/// Database errors.
pub fn announce_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    // Most of the time there is none, and then nobody should have to wait for a write.
    if db.read(|conn| list_due(conn, now))?.is_empty() {
        return Ok(0);
    }
    db.write(|conn| {
        let mut queued = 0;
        for round in list_due(conn, now)? {
            queued += announce(conn, &round, now)?;
        }
        Ok(queued)
    })
}

/// Rounds to be announced that were not yet, as opening on their day.
fn list_due(conn: &mut Conn, now: NaiveDateTime) -> Result<Vec<Round>> {
    let mut due = Vec::new();
    for round in store::rounds::list_scheduled(conn)? {
        let plan = plan_of(conn, &round)?;
        if is_announcement_due(&round, &plan, now)
            && !store::announcements::exists_for(conn, &round.id, round.opens_on)?
        {
            due.push(round);
        }
    }
    Ok(due)
}

fn announce(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<usize> {
    let edition = editions::load(conn, &round.edition)?;
    let population = freeze(round, &edition, &directory(conn)?, 1);
    let letters: Vec<Letter> =
        population.invitations.iter().map(|invitation| Letter::announcement(round, invitation, now)).collect();
    let without_email = letters.iter().filter(|letter| !letter.has_address()).count();
    let queued = super::letters::queue(conn, letters)?;
    store::announcements::insert(conn, (&round.id, round.opens_on), (queued, without_email), now)?;
    let values = json!({ "letters": queued, "without_email": without_email });
    note_values(conn, &By::clock(now), ("announce", Object::one("round", round.id.as_str())), (None, Some(values)))?;
    Ok(queued)
}

#[cfg(test)]
mod tests;
