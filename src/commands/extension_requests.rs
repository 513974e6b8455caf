//! Asking for more time, and answering it.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use super::audit::{note, note_values};
use super::extensions;
use super::letters::queue_unless_bounced;
use super::respondents::open_whole;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::TokenHash;
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::extension_requests::{ExtensionRequest, ExtensionRequestId, Wish, check_asking, latest_day};
use crate::domain::rounds::extensions::check;
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::domain::rounds::{Round, RoundStatus};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Asks for more time for the post whose own link it is. The same wish again, which is the same form sent twice,
/// changes nothing.
///
/// # Errors
/// `Error::NotFound` where the link does not work or is a colleague's; refused when answers are no longer taken, and
/// as [`check_asking`] says.
pub fn ask(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), wish: &Wish) -> Result<()> {
    db.write(|conn| {
        let invitation = open_whole(conn, hash, now)?.invitation;
        let before = store::extension_requests::list_by_invitation(conn, &invitation.id)?;
        let is_same = |one: &ExtensionRequest| one.reason == wish.reason && one.wished_day == wish.day;
        if before.iter().any(|request| request.is_waiting(&invitation) && is_same(request)) {
            return Ok(());
        }
        check_asking(&invitation, &before)?;
        let request = ExtensionRequest {
            id: ExtensionRequestId::new(),
            invitation_id: invitation.id.clone(),
            reason: wish.reason.clone(),
            wished_day: wish.day,
            asked_at: now,
            answered_at: None,
            granted_to: None,
            declined_because: None,
        };
        store::extension_requests::insert(conn, &request)?;
        let by = By::link(&invitation.id, now);
        note(conn, &by, "ask_extension", Object::one("invitation", invitation.id.as_str()))
    })
}

/// Which request is answered, and in which municipalities it may be.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Key of the round.
    pub round: String,
    /// The invitation.
    pub invitation: InvitationId,
    /// The request.
    pub request: ExtensionRequestId,
    /// The municipalities of whoever answers.
    pub scope: Scope,
}

impl Asked {
    fn find(&self, conn: &mut Conn) -> Result<(Round, Invitation, ExtensionRequest)> {
        let round = store::rounds::find_by_key(conn, &self.round)?.or_not_found()?;
        let invitation =
            store::invitations::find_in_scope(conn, &round.id, &self.invitation, &self.scope)?.or_not_found()?;
        let all = store::extension_requests::list_by_invitation(conn, &invitation.id)?;
        let request = all.into_iter().find(|request| request.id == self.request).or_not_found()?;
        Ok((round, invitation, request))
    }
}

/// Lets the post that asked answer until the end of `last_day`, and writes it so. An extension is final. The same
/// answer again changes nothing.
///
/// # Errors
/// Not found when the round, the post or the request is, or lies out of scope; refused when the request was answered
/// otherwise, the round is not open, or the day is none that can be given as an answer.
pub fn grant(db: &Db, asked: &Asked, last_day: NaiveDate, by: &By) -> Result<()> {
    db.write(|conn| {
        let (round, invitation, request) = asked.find(conn)?;
        if request.granted_to == Some(last_day) {
            return Ok(());
        }
        if !request.is_waiting(&invitation) {
            return Err(Refusal::ExtensionRequestAnswered.into());
        }
        check(&round, &invitation, last_day, by.now)?;
        if last_day > latest_day(&round) {
            return Err(Refusal::ExtensionTooLate.into());
        }
        extensions::give(conn, &invitation, last_day, by.now)?;
        store::extension_requests::update_granted(conn, &request.id, last_day, by.now)?;
        let (old, new) = (json!({ "last_day": null }), json!({ "last_day": last_day.to_string() }));
        let values = (Some(old), Some(new));
        note_values(conn, by, ("grant_extension", Object::one("invitation", invitation.id.as_str())), values)
    })
}

/// Tells the post that asked that it gets no more time, and why. The same answer again changes nothing.
///
/// # Errors
/// Not found when the round, the post or the request is, or lies out of scope; refused when the request was answered
/// otherwise or the round is not open.
pub fn decline(db: &Db, asked: &Asked, because: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let (round, invitation, request) = asked.find(conn)?;
        if request.declined_because.as_deref() == Some(because) {
            return Ok(());
        }
        if !request.is_waiting(&invitation) {
            return Err(Refusal::ExtensionRequestAnswered.into());
        }
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        store::extension_requests::update_declined(conn, &request.id, because, by.now)?;
        let letter = Letter::extension_declined(&invitation, &request.id, by.now);
        queue_unless_bounced(conn, &invitation, letter)?;
        note(conn, by, "decline_extension", Object::one("invitation", invitation.id.as_str()))
    })
}
