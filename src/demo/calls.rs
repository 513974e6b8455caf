//! Calls in the demo: what its consultant has noted of a few who have not answered.

use chrono::{Days, NaiveDateTime};

use super::STILL_ANSWERING;
use crate::commands::{self, calls::Called};
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Scope, Staff};
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::calls::{CallDraft, CallId, CallOutcome};
use crate::error::{OrNotFound, Result};
use crate::store::{self, Db};

/// What came of each call, what was noted, and in how many days to call again.
const CALLS: [(CallOutcome, &str, Option<u64>); 5] = [
    (CallOutcome::WantsCallBack, "Genereret bemærkning: er i møde og vil ringes op i eftermiddag.", Some(0)),
    (CallOutcome::NoAnswer, "", Some(0)),
    (CallOutcome::AnswersSoon, "Genereret bemærkning: mangler svar fra en kollega.", Some(3)),
    (CallOutcome::WrongNumber, "", None),
    (CallOutcome::Reached, "", None),
];

/// Calls one post in each of a few municipalities, first where leaders are still answering.
///
/// # Errors
/// The errors of the commands it runs.
pub fn call(db: &Db, key: &str, caller: &Staff, now: NaiveDateTime) -> Result<()> {
    let mut missing = db.read(|conn| {
        let round = store::rounds::find_by_key(conn, key)?.or_not_found()?;
        Ok(store::call_list::list_missing(conn, &round.id, &Scope::All)?)
    })?;
    missing.sort_by_cached_key(|one| {
        let code = one.municipality_code.as_str();
        (code != STILL_ANSWERING, code.to_owned(), one.id.clone())
    });
    missing.dedup_by(|one, before| one.municipality_code == before.municipality_code);
    for (invitation, (outcome, note, days)) in missing.into_iter().zip(CALLS) {
        let called = Called { round: key.to_owned(), invitation: invitation.id, caller: caller.clone() };
        let call_back_on = days.map(|days| day_in_denmark(now) + Days::new(days));
        let draft = CallDraft { outcome, note: note.to_owned(), call_back_on };
        commands::calls::add(db, &called, (&CallId::new(), &draft), &By::staff(&caller.id, now))?;
    }
    Ok(())
}
