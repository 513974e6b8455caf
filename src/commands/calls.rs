//! Calls to the posts of a round: noted by whoever called, and on the same day corrected or removed by them alone.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::{Role, Staff};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::calls::{Call, CallDraft, CallId, CallOutcome};
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::domain::rounds::{Round, RoundStatus};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Which post was called, and by whom.
#[derive(Debug, Clone)]
pub struct Called {
    /// Key of the round.
    pub round: String,
    /// The post as it was asked.
    pub invitation: InvitationId,
    /// The account that called, which may call in its own municipalities alone.
    pub caller: Staff,
}

impl Called {
    /// The round and the post.
    ///
    /// # Errors
    /// Not found where either is not, the post lies out of scope, or the round is somebody's trial.
    pub fn find(&self, conn: &mut Conn) -> Result<(Round, Invitation)> {
        let round = store::rounds::find_by_key(conn, &self.round)?.or_not_found()?;
        if round.is_trial && self.caller.role != Role::Admin {
            return Err(Error::NotFound);
        }
        let scope = self.caller.scope();
        let found = store::invitations::find_in_scope(conn, &round.id, &self.invitation, &scope)?;
        Ok((round, found.or_not_found()?))
    }

    /// A call of the account's own that it may change.
    ///
    /// # Errors
    /// Not found where it is another's; refused on another day than the call's.
    pub fn find_changeable(&self, conn: &mut Conn, id: &CallId, by: &By) -> Result<Call> {
        let call = store::calls::find_own(conn, &self.invitation, id, &self.caller.id)?.or_not_found()?;
        call.check_change(by.now)?;
        Ok(call)
    }
}

/// What the audit log tells of a call: never its note.
fn told((outcome, call_back_on): (CallOutcome, Option<NaiveDate>)) -> Option<Value> {
    Some(json!({ "outcome": outcome, "call_back_on": call_back_on.map(|day| day.to_string()) }))
}

/// Notes a call. The same id again, which is the same form sent twice, changes nothing.
///
/// # Errors
/// Not found as [`Called::find`] says; refused where the round is not open.
pub fn add(db: &Db, called: &Called, (id, draft): (&CallId, &CallDraft), by: &By) -> Result<()> {
    db.write(|conn| {
        let (round, invitation) = called.find(conn)?;
        if let Some(before) = store::calls::find(conn, id)? {
            let is_same = before.invitation_id == invitation.id && before.staff_id == called.caller.id;
            return if is_same { Ok(()) } else { Err(Error::NotFound) };
        }
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        let call = Call {
            id: id.clone(),
            invitation_id: invitation.id.clone(),
            staff_id: called.caller.id.clone(),
            called_at: by.now,
            outcome: draft.outcome,
            note: draft.note.clone(),
            call_back_on: draft.call_back_on,
        };
        store::calls::insert(conn, &call)?;
        let values = (None, told((draft.outcome, draft.call_back_on)));
        note_values(conn, by, ("call", Object::one("invitation", invitation.id.as_str())), values)
    })
}

/// Corrects a call of one's own on its day. The same again changes nothing.
///
/// # Errors
/// As [`Called::find`] and [`Called::find_changeable`] say.
pub fn correct(db: &Db, called: &Called, (id, draft): (&CallId, &CallDraft), by: &By) -> Result<()> {
    db.write(|conn| {
        let (_, invitation) = called.find(conn)?;
        let call = called.find_changeable(conn, id, by)?;
        if draft.is_of(&call) {
            return Ok(());
        }
        let values = (told((call.outcome, call.call_back_on)), told((draft.outcome, draft.call_back_on)));
        let CallDraft { outcome, note, call_back_on } = draft.clone();
        store::calls::update(conn, &Call { outcome, note, call_back_on, ..call })?;
        note_values(conn, by, ("correct_call", Object::one("invitation", invitation.id.as_str())), values)
    })
}

/// Removes a call of one's own on its day.
///
/// # Errors
/// As [`Called::find`] and [`Called::find_changeable`] say.
pub fn remove(db: &Db, called: &Called, id: &CallId, by: &By) -> Result<()> {
    db.write(|conn| {
        let (_, invitation) = called.find(conn)?;
        let call = called.find_changeable(conn, id, by)?;
        store::calls::delete(conn, &call.id)?;
        let values = (told((call.outcome, call.call_back_on)), None);
        note_values(conn, by, ("remove_call", Object::one("invitation", invitation.id.as_str())), values)
    })
}
