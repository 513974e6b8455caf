//! Queueing letters. Nothing is sent here; `mail::Worker` does that.

use std::collections::HashSet;

use chrono::{Duration, NaiveDateTime};
use serde_json::json;

use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::answering::handovers::Handover;
use crate::domain::answering::respondents::Colleague;
use crate::domain::base::days::start_of_day;
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::{Letter, LetterId, LetterState, due_reminder};
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, InvitationId, SectionNumber};
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, bounces, invitations, ledger, letters, receipts, retries, sections};

/// Letters that a link holder may have sent within a day: every section of the largest post twice.
const PASSED_ON_A_DAY: i64 = 20;

/// The same with receipts: handing in is still confirmed when everything was passed on.
const CAUSED_A_DAY: i64 = 30;

/// Queues an invitation letter for each invitation that has an address; none for a historic round.
/// Returns how many were new. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_invitations(
    conn: &mut Conn,
    round: &Round,
    invitations: &[Invitation],
    now: NaiveDateTime,
) -> Result<usize> {
    if round.is_historic {
        return Ok(0);
    }
    // A mailbox that was full a year ago gets one more letter.
    bounces::delete(conn, invitations.iter().map(|invitation| invitation.email.as_str()))?;
    queue(conn, invitations.iter().map(|invitation| Letter::invitation(invitation, now)).collect())
}

/// Queues the receipt of an invitation that was just handed in, unless its newest receipt says the same
/// or a day's letters have been sent. Returns how many were new. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_receipt(conn: &mut Conn, invitation: &Invitation, now: NaiveDateTime) -> Result<usize> {
    let answers = format!("{:?}", receipts::list_receipt_rows(conn, &invitation.id)?);
    let newest = receipts::find_newest_receipt(conn, &invitation.id)?;
    if newest.is_some_and(|receipt| receipt.confirms(invitation, &answers)) {
        return Ok(0);
    }
    if letters::count_caused(conn, &invitation.id, now - Duration::days(1))? >= CAUSED_A_DAY {
        return Ok(0);
    }
    queue(conn, vec![Letter::receipt(invitation, &answers, now)])
}

/// Queues the letter to the colleague that sections were just handed over to, `first` among them. Called inside a
/// command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_handover(
    conn: &mut Conn,
    (invitation, first): (&Invitation, SectionNumber),
    colleague: &Colleague,
    now: NaiveDateTime,
) -> Result<usize> {
    queue(conn, vec![Letter::handover((invitation, first), colleague, now)])
}

/// Queues the letter to the one who is accountable that a colleague is done. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_handover_done(
    conn: &mut Conn,
    invitation: &Invitation,
    handover: &Handover,
    now: NaiveDateTime,
) -> Result<usize> {
    queue(conn, vec![Letter::handover_done(invitation, handover, now)])
}

/// Queues the invitation of somebody who has taken over from the one invited first. Called inside
/// a command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_succession(conn: &mut Conn, invitation: &Invitation, now: NaiveDateTime) -> Result<usize> {
    queue(conn, vec![Letter::succession(invitation, now)])
}

/// Queues the letter that tells of a result to everybody who has handed something in in a round and can be written to.
/// Who has handed in nothing gets none: it tells of a result of theirs, and they have been reminded enough of one that
/// is not there. Their link shows the municipality's all the same. Returns how many were new. Called inside the transaction that closes the round.
///
/// # Errors
/// Database errors.
pub(super) fn queue_results(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<usize> {
    let bounced = bounces::list(conn)?;
    let asked = invitations::list_by_round(conn, &round.id, &Scope::All)?;
    let sections = sections::list_by_round(conn, &round.id, &Scope::All)?;
    let handed_in = sections.into_iter().filter(|section| section.handed_in_at.is_some());
    let answered: HashSet<InvitationId> = handed_in.map(|section| section.invitation_id).collect();
    let told = asked.iter().filter(|invitation| answered.contains(&invitation.id));
    let reachable = told.filter(|invitation| !bounced.holds(&invitation.email));
    queue(conn, reachable.map(|invitation| Letter::result(invitation, now)).collect())
}

/// Queues a letter to an account. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub fn queue_to_staff(conn: &mut Conn, letter: Letter) -> Result<usize> {
    queue(conn, vec![letter])
}

/// Refuses to send ever more letters from one invitation: a link may be in the wrong hands. Called
/// inside a command's transaction, before the letter is queued.
///
/// # Errors
/// Refused when a day's letters have been sent.
pub fn check_passing_on(conn: &mut Conn, invitation: &Invitation, now: NaiveDateTime) -> Result<()> {
    let sent = letters::count_caused(conn, &invitation.id, now - Duration::days(1))?;
    if sent < PASSED_ON_A_DAY { Ok(()) } else { Err(Refusal::TooManyLetters.into()) }
}

/// Queues letters that have an address. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn queue(conn: &mut Conn, mut planned: Vec<Letter>) -> Result<usize> {
    planned.retain(Letter::has_address);
    Ok(letters::insert(conn, &planned)?)
}

/// Queues a letter to whoever was asked, unless letters to that address come back. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn queue_unless_bounced(conn: &mut Conn, invitation: &Invitation, letter: Letter) -> Result<usize> {
    if bounces::list(conn)?.holds(&invitation.email) { Ok(0) } else { queue(conn, vec![letter]) }
}

/// Queues the reminders that are due at `now` in every open round, each by its own deadline, to
/// those who have not handed in. Returns how many were queued; running it again queues nothing.
///
/// # Errors
/// Database errors.
pub fn queue_due_reminders(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let due = db.read(|conn| {
        let mut due = Vec::new();
        for round in letters::list_reminding_rounds(conn)? {
            due.extend(due_letters(conn, &round, now)?);
        }
        Ok(due)
    })?;
    // Most of the time there is nothing to do, and then nobody should have to wait for a write.
    if due.is_empty() {
        return Ok(0);
    }
    db.write(|conn| {
        let mut queued = 0;
        for round in letters::list_reminding_rounds(conn)? {
            let due = due_letters(conn, &round, now)?;
            let count = queue(conn, due)?;
            if count > 0 {
                let values = (None, Some(json!({ "letters": count })));
                note_values(conn, &By::clock(now), ("remind", Object::one("round", round.id.as_str())), values)?;
            }
            queued += count;
        }
        Ok(queued)
    })
}

/// The reminders of a round that are due and not queued yet; posts with one deadline are reminded on the same days.
fn due_letters(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Vec<Letter>> {
    let mut due = Vec::new();
    let bounced = bounces::list(conn)?;
    for extended_to in letters::list_extensions(conn, &round.id)? {
        let deadline = extended_to.map_or(round.closes_on, |day| day.max(round.closes_on));
        let Some((day, kind)) = due_reminder(round, deadline, now) else { continue };
        let unreminded = letters::list_unreminded(conn, &round.id, extended_to, start_of_day(day))?;
        let reachable = unreminded.iter().filter(|invitation| !bounced.holds(&invitation.email));
        due.extend(reachable.map(|invitation| Letter::reminder(kind, invitation, day, now)));
    }
    Ok(due)
}

/// Plans the letters in some states anew, due at once. Returns how many.
///
/// # Errors
/// Database errors.
pub fn retry(db: &Db, states: &[LetterState], by: &By) -> Result<usize> {
    db.write(|conn| {
        let count = retries::update_retried(conn, states, by.now)?;
        let values = (None, Some(json!({ "states": states, "letters": count })));
        note_values(conn, by, ("retry", Object::all("letter")), values)?;
        Ok(count)
    })
}

/// Plans one letter anew that waits for a person, due at once; one that came back takes the mark from
/// its address. Doing it again changes nothing.
///
/// # Errors
/// Not found where there is no such letter.
pub fn repeat(db: &Db, id: &LetterId, by: &By) -> Result<()> {
    db.write(|conn| {
        let (letter, _) = ledger::find(conn, id)?.or_not_found()?;
        if letter.waits_for_person() {
            bounces::delete(conn, [letter.email.as_str()])?;
            retries::update_repeated(conn, &letter, by.now)?;
            note(conn, by, "repeat", Object::one("letter", id.as_str()))?;
        }
        Ok(())
    })
}

/// Notes that a letter in doubt arrived, as a person has found out. Doing it again changes nothing.
///
/// # Errors
/// Not found where there is no such letter.
pub fn settle(db: &Db, id: &LetterId, by: &By) -> Result<()> {
    db.write(|conn| {
        ledger::find(conn, id)?.or_not_found()?;
        retries::update_settled(conn, id, by.now)?;
        note(conn, by, "settle", Object::one("letter", id.as_str()))
    })
}

#[cfg(test)]
mod tests;
