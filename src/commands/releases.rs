//! Publishing a round's figures, and correcting what was published.

use serde_json::json;

use super::audit::note_values;
use super::letters::queue_results;
use super::rounds::find;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{MOST_REASON, Release};
use crate::error::Result;
use crate::releases::{Frozen, freeze};
use crate::store::{self, Conn, Db};

/// Publishes the figures of a closed round as they are now; where it is published already, as a correction with a
/// reason. `tells` those who have handed in of their result, unless they have been told.
///
/// # Errors
/// Refused when the round is unknown, not closed or a test, nothing was handed in, a correction has no reason or too
/// long a one, or nothing has changed since the last release.
pub fn publish(db: &Db, key: &str, (reason, tells): (&str, bool), by: &By) -> Result<Release> {
    db.write(|conn| {
        let round = find(conn, key)?;
        check(&round)?;
        let newest = newest(conn, &round)?;
        let reason = reason_for(newest.as_ref(), reason)?;
        let number = newest.as_ref().map_or(1, |newest| newest.number + 1);
        let Frozen { release, counts, figures } = freeze(conn, &round, (number, reason), by.now)?;
        if counts.iter().all(|one| one.round_id != round.id || one.returned == 0) {
            return Err(Refusal::NothingHandedIn.into());
        }
        if newest.as_ref().is_some_and(|newest| newest.content_hash == release.content_hash) {
            return Err(Refusal::NothingToCorrect.into());
        }
        store::releases::insert(conn, &release, &counts, &figures)?;
        store::rounds::update_published(conn, &round.id)?;
        let letters = if tells && round.may_tell_result() { queue_results(conn, &round, by.now)? } else { 0 };
        let value = |release: &Release| json!({ "release": release.number, "checksum": release.content_hash });
        let mut new = value(&release);
        new["letters"] = json!(letters);
        let object = Object::one("round", round.id.as_str());
        note_values(conn, by, ("publish", object), (newest.as_ref().map(value), Some(new)))?;
        Ok(release)
    })
}

/// Whether a round may be published at all.
///
/// # Errors
/// Refused when it is not closed, or a test.
pub fn check(round: &Round) -> Result<()> {
    if round.is_test || round.is_trial {
        return Err(Refusal::TestNotPublished.into());
    }
    if round.is_closed() { Ok(()) } else { Err(Refusal::RoundNotClosed.into()) }
}

fn newest(conn: &mut Conn, round: &Round) -> Result<Option<Release>> {
    Ok(store::releases::list(conn, &round.id)?.into_iter().next())
}

/// The reason as it is kept: none for the first release.
fn reason_for<'a>(newest: Option<&Release>, reason: &'a str) -> Result<&'a str> {
    let reason = reason.trim();
    if newest.is_none() {
        return Ok("");
    }
    if reason.is_empty() || reason.chars().count() > MOST_REASON {
        return Err(Refusal::BadReleaseReason.into());
    }
    Ok(reason)
}
