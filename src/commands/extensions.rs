//! Giving one post an own later last day.

use chrono::NaiveDate;
use serde_json::json;

use super::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::rounds::extensions::check;
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Db};

/// Lets one post of a round answer until the end of `last_day`, and returns it as it was before. An
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
        store::extensions::update(conn, &invitation.id, last_day)?;
        let values = (
            Some(json!({ "last_day": invitation.extended_to.map(|day| day.to_string()) })),
            Some(json!({ "last_day": last_day.to_string() })),
        );
        note_values(conn, by, ("extend", Object::one("invitation", invitation.id.as_str())), values)?;
        Ok(invitation)
    })
}
