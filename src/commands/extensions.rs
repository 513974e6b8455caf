//! Giving posts an own later last day: one, or many at once.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use super::audit::note_values;
use super::letters::queue_unless_bounced;
use super::reminders::list_chosen;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::Round;
use crate::domain::rounds::chosen::{Chosen, Obstacle, obstacle_to_extending, obstacle_to_telling};
use crate::domain::rounds::extensions::{check, check_day};
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Lets one post of a round answer until the end of `last_day`, writes it so, and returns it as it was before. An
/// extension is final.
///
/// # Errors
/// Not found when the round or the post is unknown; refused when the round is not open, the post has an
/// extension already, or the day is no later than the round's last day or has passed.
pub fn extend(db: &Db, round: &str, invitation: &InvitationId, last_day: NaiveDate, by: &By) -> Result<Invitation> {
    db.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.or_not_found()?;
        let invitation = store::extensions::find_invitation(conn, &round.id, invitation)?.or_not_found()?;
        check(&round, &invitation, last_day, by.now)?;
        give(conn, &invitation, last_day, by.now)?;
        let values = (
            Some(json!({ "last_day": invitation.extended_to.map(|day| day.to_string()) })),
            Some(json!({ "last_day": last_day.to_string() })),
        );
        note_values(conn, by, ("extend", Object::one("invitation", invitation.id.as_str())), values)?;
        Ok(invitation)
    })
}

/// Gives one post its last day and writes it so, unless it has handed in. Called inside a command's transaction.
pub(super) fn give(conn: &mut Conn, invitation: &Invitation, last_day: NaiveDate, now: NaiveDateTime) -> Result<()> {
    store::extensions::update(conn, &[&invitation.id], last_day)?;
    if invitation.handed_in_at.is_none() {
        queue_unless_bounced(conn, invitation, Letter::extended(invitation, last_day, now))?;
    }
    Ok(())
}

/// Whose deadline would be extended, and whose not and why.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extension {
    /// Those who get the later deadline and a letter that says so.
    pub told: Vec<Invitation>,
    /// Those who get the later deadline but no letter.
    pub untold: Vec<(Invitation, Obstacle)>,
    /// Those whose deadline stays.
    pub left_out: Vec<(Invitation, Obstacle)>,
}

/// What extending those chosen would do at `now`; it writes nothing.
///
/// # Errors
/// Database errors.
pub fn preview(conn: &mut Conn, round: &Round, chosen: &Chosen, now: NaiveDateTime) -> Result<Extension> {
    let mut extension = Extension::default();
    for (invitation, known) in list_chosen(conn, round, (chosen, &Scope::All), now)? {
        match (obstacle_to_extending(&invitation, known), obstacle_to_telling(&invitation, known)) {
            (Some(obstacle), _) => extension.left_out.push((invitation, obstacle)),
            (None, Some(obstacle)) => extension.untold.push((invitation, obstacle)),
            (None, None) => extension.told.push(invitation),
        }
    }
    Ok(extension)
}

/// Lets every one of those chosen who can be extended answer until the end of `last_day`, and writes them so. Returns
/// how many were extended. It is final for each.
///
/// # Errors
/// Not found when the round is unknown; refused when it is not open, or the day is no later than its last day or has
/// passed.
pub fn extend_many(db: &Db, round: &str, (chosen, last_day): (&Chosen, NaiveDate), by: &By) -> Result<usize> {
    db.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.or_not_found()?;
        check_day(&round, last_day, by.now)?;
        let extension = preview(conn, &round, chosen, by.now)?;
        let untold = extension.untold.iter().map(|(invitation, _)| invitation);
        let ids: Vec<&InvitationId> = extension.told.iter().chain(untold).map(|invitation| &invitation.id).collect();
        store::extensions::update(conn, &ids, last_day)?;
        let letters = extension.told.iter().map(|invitation| Letter::extended(invitation, last_day, by.now)).collect();
        let letters = super::letters::queue(conn, letters)?;
        let new = json!({ "last_day": last_day.to_string(), "posts": ids.len(), "letters": letters });
        note_values(conn, by, ("extend_many", Object::one("round", round.id.as_str())), (None, Some(new)))?;
        Ok(ids.len())
    })
}
