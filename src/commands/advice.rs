//! Advice to municipalities: writing it, changing it and withdrawing it. What was written before is kept.

use serde_json::json;

use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Staff;
use crate::domain::practice::advice::{Advice, AdviceId, AdviceThread, AdviceVersion, may_advise, threads};
use crate::domain::practice::places::{AskedPlace, is_asked};
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Advises a municipality about a recommendation that it was asked about in a round.
///
/// # Errors
/// Not found when the writer advises nobody or not this municipality, when the round has not opened or is a trial, and
/// when it does not ask the municipality about the recommendation.
pub fn write(db: &Db, (writer, place): (&Staff, &AskedPlace), body: &str, by: &By) -> Result<AdviceId> {
    if !may_advise(writer) || !writer.scope().holds(&place.municipality) {
        return Err(Error::NotFound);
    }
    db.write(|conn| {
        let round = find_round(conn, place)?;
        let advice = Advice {
            id: AdviceId::new(),
            round_id: round.id.clone(),
            municipality_code: place.municipality.clone(),
            package: place.package.clone(),
            recommendation: place.recommendation.clone(),
        };
        store::advice::insert(conn, &advice)?;
        store::advice::insert_version(conn, &AdviceVersion::new(&advice.id, Some(body), &writer.id, by.now))?;
        let about = json!({
            "key": round.key,
            "municipality": place.municipality,
            "packages": place.package,
            "recommendation": place.recommendation,
        });
        note_values(conn, by, ("write", Object::one("advice", advice.id.as_str())), (None, Some(about)))?;
        Ok(advice.id)
    })
}

/// The round of a place, where it asks the municipality about the recommendation.
fn find_round(conn: &mut Conn, place: &AskedPlace) -> Result<Round> {
    let round = store::rounds::find_by_key(conn, &place.round)?.or_not_found()?;
    let edition = editions::load(conn, &round.edition)?;
    let has_opened = !matches!(round.status, RoundStatus::Draft | RoundStatus::Scheduled) && !round.is_trial;
    let (_, sections) = store::sections::count_in_municipality(conn, &round.id, &place.municipality)?;
    let is_asked = sections > 0 && is_asked(&round, &edition, (&place.package, &place.recommendation));
    if has_opened && is_asked { Ok(round) } else { Err(Error::NotFound) }
}

/// Gives advice another text. The same text again changes nothing.
///
/// # Errors
/// Not found when it is out of the writer's scope, withdrawn, or somebody else's.
pub fn change(db: &Db, (writer, id): (&Staff, &AdviceId), body: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let thread = find(conn, writer, id)?;
        if thread.body() == Some(body) {
            return Ok(());
        }
        store::advice::insert_version(conn, &AdviceVersion::new(id, Some(body), &writer.id, by.now))?;
        note(conn, by, "edit", Object::one("advice", id.as_str()))
    })
}

/// Withdraws advice.
///
/// # Errors
/// Not found when it is out of the writer's scope, withdrawn, or somebody else's.
pub fn withdraw(db: &Db, (writer, id): (&Staff, &AdviceId), by: &By) -> Result<()> {
    db.write(|conn| {
        find(conn, writer, id)?;
        store::advice::insert_version(conn, &AdviceVersion::new(id, None, &writer.id, by.now))?;
        note(conn, by, "withdraw", Object::one("advice", id.as_str()))
    })
}

/// Advice that an account may change.
fn find(conn: &mut Conn, writer: &Staff, id: &AdviceId) -> Result<AdviceThread> {
    let thread = threads(store::advice::list_versions(conn, id, &writer.scope())?).pop().or_not_found()?;
    if thread.may_be_changed_by(writer) { Ok(thread) } else { Err(Error::NotFound) }
}
