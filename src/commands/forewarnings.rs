//! What an administrator is told of a round before it opens. It writes nothing; it asks what opening would.

use std::collections::HashSet;

use super::rounds::{checked_edition, directory, find};
use crate::domain::access::staff::Scope;
use crate::domain::rounds::forewarnings::{Forewarnings, forerunner, last_before};
use crate::domain::rounds::population::freeze;
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::{Error, Result};
use crate::store::{self, Conn};

/// What is to be told of a round before it opens; nothing of one that has opened.
///
/// # Errors
/// Refused when the round is unknown.
pub fn forewarn(conn: &mut Conn, key: &str) -> Result<Forewarnings> {
    let round = find(conn, key)?;
    if !round.is_waiting() {
        return Ok(Forewarnings::default());
    }
    let edition = editions::load(conn, &round.edition)?;
    let obstacle = match checked_edition(conn, &round) {
        Ok(_) => None,
        Err(Error::Refused(refusal)) => Some(refusal),
        Err(other) => return Err(other),
    };
    let rounds = store::rounds::list(conn)?;
    let population = freeze(&round, &edition, &directory(conn)?, 1);
    let asked: HashSet<&str> = population.invitations.iter().map(|one| one.post_id.as_str()).collect();
    let mut open = Vec::new();
    let is_beside = |one: &&Round| one.status == RoundStatus::Open && one.programme == round.programme && !one.is_trial;
    for one in rounds.iter().filter(is_beside) {
        let invited = store::invitations::list_by_round(conn, &one.id, &Scope::All)?;
        let both = invited.iter().filter(|invitation| asked.contains(invitation.post_id.as_str())).count();
        open.push((one.key.clone(), both));
    }
    let forerunner = match last_before(&round, &rounds) {
        Some(last) => {
            let earlier = editions::load(conn, &last.edition)?;
            forerunner((&round, &edition), (last, &earlier), &editions::crosswalks(conn)?)
        }
        None => None,
    };
    Ok(Forewarnings { obstacle, open, forerunner })
}
