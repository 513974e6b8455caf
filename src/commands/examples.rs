//! Good practice: sharing an example, deciding about it, and taking it back.

use serde_json::json;

use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::base::refusals::Refusal;
use crate::domain::practice::carried_out::carried_out;
use crate::domain::practice::example_drafts::ExampleDraft;
use crate::domain::practice::examples::{
    Decision, Example, ExampleId, ExampleThread, ExampleVersion, ExampleVersionId, can_rest_on, example_threads,
    may_moderate, may_share,
};
use crate::domain::practice::places::AskedPlace;
use crate::domain::rounds::Round;
use crate::error::{Error, OrNotFound, Result};
use crate::results;
use crate::store::{self, Conn, Db};

/// Shares what a municipality has done about a recommendation that it carries out in full in a closed round; where it
/// shares an example of it already, a new version of that. It waits for a moderator. The same again changes nothing.
///
/// # Errors
/// Not found for whoever does not share for the municipality, and for a round that is not closed or counts nowhere;
/// `Refusal::NotCarriedOut`.
pub fn share(db: &Db, (writer, place): (&Staff, &AskedPlace), draft: &ExampleDraft, by: &By) -> Result<ExampleId> {
    if !may_share(writer) || !writer.scope().holds(&place.municipality) {
        return Err(Error::NotFound);
    }
    db.write(|conn| {
        let round = store::rounds::find_by_key(conn, &place.round)?.filter(can_rest_on).or_not_found()?;
        check_carried_out(conn, &round, place)?;
        let keys = (round.edition.as_str(), place.package.as_str(), place.recommendation.as_str());
        let id = match store::examples::find_standing(conn, &place.municipality, keys)? {
            Some(example) => {
                let thread = find(conn, &example.id)?;
                if thread.newest().is_some_and(|(newest, _)| is_same(newest, &round, draft)) {
                    return Ok(example.id);
                }
                store::examples::update_replaced(conn, &example.id, by.now)?;
                example.id
            }
            None => insert(conn, &round, place, by)?,
        };
        store::examples::insert_version(conn, &version(&id, (&round, writer), draft, by))?;
        let about = json!({
            "key": round.key,
            "municipality": place.municipality,
            "packages": place.package,
            "recommendation": place.recommendation,
        });
        note_values(conn, by, ("share", Object::one("example", id.as_str())), (None, Some(about)))?;
        Ok(id)
    })
}

fn check_carried_out(conn: &mut Conn, round: &Round, place: &AskedPlace) -> Result<()> {
    let tallies = results::count(conn, round, &Scope::Some(vec![place.municipality.clone()]))?;
    let package = tallies.edition.find_package(&place.package).or_not_found()?;
    let recommendation = tallies.edition.packages[package].find_recommendation(&place.recommendation).or_not_found()?;
    match carried_out(&tallies, &place.municipality).contains(&(package, recommendation)) {
        true => Ok(()),
        false => Err(Refusal::NotCarriedOut.into()),
    }
}

fn insert(conn: &mut Conn, round: &Round, place: &AskedPlace, by: &By) -> Result<ExampleId> {
    let example = Example {
        id: ExampleId::new(),
        municipality_code: place.municipality.clone(),
        edition: round.edition.clone(),
        package: place.package.clone(),
        recommendation: place.recommendation.clone(),
        shared_at: by.now,
        withdrawn_at: None,
    };
    store::examples::insert(conn, &example)?;
    Ok(example.id)
}

fn version(example: &ExampleId, (round, writer): (&Round, &Staff), draft: &ExampleDraft, by: &By) -> ExampleVersion {
    let ExampleDraft { title, body, function, email, phone } = draft.clone();
    ExampleVersion {
        id: ExampleVersionId::new(),
        example_id: example.clone(),
        round_id: round.id.clone(),
        title,
        body,
        contact_function: function,
        contact_email: email,
        contact_phone: phone,
        staff_id: writer.id.clone(),
        written_at: by.now,
        decision: None,
        decided_at: None,
        reason: None,
    }
}

/// Whether a version says what a draft says, so that the same form sent twice is one version.
fn is_same(version: &ExampleVersion, round: &Round, draft: &ExampleDraft) -> bool {
    let contact = [&version.contact_function, &version.contact_email, &version.contact_phone];
    version.round_id == round.id
        && version.decision != Some(Decision::Declined)
        && [&version.title, &version.body] == [&draft.title, &draft.body]
        && contact == [&draft.function, &draft.email, &draft.phone]
}

/// Shows a version to everybody; the contacts of the others are emptied.
///
/// # Errors
/// Not found for whoever is no moderator; `Refusal::ExampleDecided` where the version no longer waits.
pub fn show(db: &Db, moderator: &Staff, (id, version): (&ExampleId, &ExampleVersionId), by: &By) -> Result<()> {
    db.write(|conn| {
        check_waiting(conn, moderator, (id, version))?;
        store::examples::update_decision(conn, version, (Decision::Shown, None), by.now)?;
        store::examples::clear_other_contacts(conn, (id, version))?;
        note(conn, by, "show", Object::one("example", id.as_str()))
    })
}

/// Declines a version and says why; an earlier one that is shown stays.
///
/// # Errors
/// Not found for whoever is no moderator; `Refusal::ExampleDecided` where the version no longer waits.
pub fn decline(
    db: &Db,
    (moderator, reason): (&Staff, &str),
    (id, version): (&ExampleId, &ExampleVersionId),
    by: &By,
) -> Result<()> {
    db.write(|conn| {
        check_waiting(conn, moderator, (id, version))?;
        store::examples::update_decision(conn, version, (Decision::Declined, Some(reason)), by.now)?;
        note(conn, by, "decline", Object::one("example", id.as_str()))
    })
}

fn check_waiting(conn: &mut Conn, moderator: &Staff, (id, version): (&ExampleId, &ExampleVersionId)) -> Result<()> {
    if !may_moderate(moderator) {
        return Err(Error::NotFound);
    }
    let thread = find(conn, id)?;
    let waits = |newest: &ExampleVersion| newest.id == *version && newest.decision.is_none();
    let is_waiting = thread.newest().is_some_and(|(newest, _)| waits(newest));
    if is_waiting && thread.example.withdrawn_at.is_none() { Ok(()) } else { Err(Refusal::ExampleDecided.into()) }
}

/// Takes an example back, and empties its contacts.
///
/// # Errors
/// Not found for whoever may not, and where it was taken back already.
pub fn withdraw(db: &Db, (staff, id): (&Staff, &ExampleId), by: &By) -> Result<()> {
    db.write(|conn| {
        if !find(conn, id)?.may_be_withdrawn_by(staff) {
            return Err(Error::NotFound);
        }
        store::examples::update_withdrawn(conn, id, by.now)?;
        store::examples::clear_contacts(conn, id)?;
        note(conn, by, "withdraw", Object::one("example", id.as_str()))
    })
}

fn find(conn: &mut Conn, id: &ExampleId) -> Result<ExampleThread> {
    example_threads(store::examples::list_versions(conn, id)?).pop().or_not_found()
}
