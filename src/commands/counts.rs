//! Storing what a closed round counts, so that its pages read little.

use chrono::NaiveDateTime;

use super::audit::note;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Counts a closed round's sections and stores that in place of what was stored before. Belongs in
/// the transaction that closes the round or changes what was handed in.
///
/// # Errors
/// Database errors.
pub fn write(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<()> {
    let edition = editions::load(conn, &round.edition)?;
    let sections = store::sections::list_returned(conn, &round.id, &Scope::All)?;
    let tallies = ResponseTallies::count(edition, round, sections);
    store::counts::delete(conn, &round.id)?;
    Ok(store::counts::insert(conn, &round.id, &tallies.to_counts(&round.id), now)?)
}

/// Counts a closed round anew.
///
/// # Errors
/// Refused when the round is unknown or not closed.
pub fn renew(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?;
        if !round.is_closed() {
            return Err(Refusal::RoundNotClosed.into());
        }
        write(conn, &round, by.now)?;
        note(conn, by, "count", Object::one("round", round.id.as_str()))
    })
}

/// Stores the counts of the rounds that an earlier version closed, a transaction each, and returns
/// how many they were; the clock calls it.
///
/// # Errors
/// Database errors when the rounds are listed; a round that can't be counted is logged and left.
pub fn write_missing(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let uncounted = db.read(|conn| Ok(store::counts::list_uncounted(conn)?))?;
    let mut written = 0;
    for round in uncounted {
        match write_once(db, &round, now) {
            Ok(count) => written += count,
            // The others are counted all the same; pages of this one count its sections.
            Err(error) => tracing::error!(round = round.key, %error, "a closed round could not be counted"),
        }
    }
    Ok(written)
}

fn write_once(db: &Db, round: &Round, now: NaiveDateTime) -> Result<usize> {
    db.write(|conn| {
        // Another instance may have been quicker.
        if store::counts::find_version(conn, &round.id)?.is_some() {
            return Ok(0);
        }
        write(conn, round, now)?;
        note(conn, &By::clock(now), "count", Object::one("round", round.id.as_str()))?;
        Ok(1)
    })
}
