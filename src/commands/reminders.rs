//! Reminding posts that somebody chose, beside the reminders of the plan.

use serde_json::json;

use super::audit::note_values;
use super::rounds::find;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::days::{day_in_denmark, start_of_day};
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::chosen::{Chosen, Known, Obstacle, obstacle_to_reminding};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::{Round, RoundStatus};
use crate::error::Result;
use crate::store::{self, Conn, Db};
use chrono::NaiveDateTime;

/// Who of those chosen is reminded, and who is not and why.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reminding {
    /// Those who get a letter.
    pub receivers: Vec<Invitation>,
    /// Those who do not.
    pub left_out: Vec<(Invitation, Obstacle)>,
}

/// What reminding those chosen in scope would do at `now`; it writes nothing.
///
/// # Errors
/// Refused when the round is not open or sends no mail.
pub fn preview(
    conn: &mut Conn,
    round: &Round,
    (chosen, scope): (&Chosen, &Scope),
    now: NaiveDateTime,
) -> Result<Reminding> {
    if round.status != RoundStatus::Open {
        return Err(Refusal::RoundNotOpen.into());
    }
    let mut reminding = Reminding::default();
    for (invitation, known) in list_chosen(conn, round, (chosen, scope), now)? {
        match obstacle_to_reminding(round, &invitation, known, now) {
            None => reminding.receivers.push(invitation),
            Some(obstacle) => reminding.left_out.push((invitation, obstacle)),
        }
    }
    Ok(reminding)
}

/// Queues a reminder to each of those chosen in scope who can be reminded, and returns how many; nobody gets two on a
/// day.
///
/// # Errors
/// Refused when the round is unknown or not open.
pub fn remind(db: &Db, key: &str, (chosen, scope): (&Chosen, &Scope), by: &By) -> Result<usize> {
    db.write(|conn| {
        let round = find(conn, key)?;
        let receivers = preview(conn, &round, (chosen, scope), by.now)?.receivers;
        let letters = receivers.iter().map(|invitation| Letter::reminder_now(invitation, by.now)).collect();
        let count = super::letters::queue(conn, letters)?;
        let values = (None, Some(json!({ "letters": count })));
        note_values(conn, by, ("remind", Object::one("round", round.id.as_str())), values)?;
        Ok(count)
    })
}

/// Those chosen in scope, by municipality and post, with what else is known of them.
///
/// # Errors
/// Database errors.
pub(super) fn list_chosen(
    conn: &mut Conn,
    round: &Round,
    (chosen, scope): (&Chosen, &Scope),
    now: NaiveDateTime,
) -> Result<Vec<(Invitation, Known)>> {
    let bounced = store::bounces::list(conn)?;
    let retired: std::collections::HashSet<_> = store::directory::list_retired(conn, scope)?.into_iter().collect();
    let since = start_of_day(day_in_denmark(now));
    let asked: std::collections::HashSet<_> =
        store::letters::list_asked_since(conn, &round.id, since)?.into_iter().collect();
    let invitations = store::invitations::list_by_round(conn, &round.id, scope)?;
    let known = |invitation: Invitation| {
        let known = Known {
            is_bounced: bounced.holds(&invitation.email),
            is_asked_today: asked.contains(&invitation.id),
            is_retired: retired.contains(&invitation.post_id),
        };
        (invitation, known)
    };
    Ok(invitations.into_iter().filter(|invitation| chosen.holds(invitation)).map(known).collect())
}
