//! Mail that came back: marking letter and address, and inviting whoever is found instead.

use chrono::NaiveDateTime;

use super::audit;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::bounces::{Delivery, Report};
use crate::domain::mail::letters::{Letter, LetterState, kept_error};
use crate::domain::rounds::directory::Holder;
use crate::domain::rounds::invitations::Invitation;
use crate::error::Result;
use crate::store::{Conn, Db, bounces, invitations, ledger, links};

/// What a delivery report changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noted {
    /// The letter came back, and its address is marked.
    Bounced(Letter),
    /// That was known already.
    Known(Letter),
    /// The letter is late; nothing is changed.
    Delayed(Letter),
    /// The letter arrived; nothing is changed.
    Delivered(Letter),
    /// The letter has been planned anew or called off since; nothing is changed.
    Outdated(Letter),
}

/// Notes what a delivery report says; noting it again changes nothing.
///
/// # Errors
/// Refused when it is about none of our letters.
pub fn note(db: &Db, report: &Report, by: &By) -> Result<Noted> {
    db.write(|conn| {
        let letter = find(conn, report)?.ok_or(Refusal::ReportOfNoLetter)?;
        let recipient = report.about(&letter.email).ok_or(Refusal::ReportOfNoLetter)?;
        Ok(match (recipient.delivery, letter.state) {
            (Delivery::Delayed, _) => Noted::Delayed(letter),
            (Delivery::Delivered, _) => Noted::Delivered(letter),
            (Delivery::Failed, LetterState::Bounced) => Noted::Known(letter),
            (Delivery::Failed, LetterState::Accepted | LetterState::InDoubt) => {
                bounces::update_bounced(conn, &letter.id, &kept_error(&recipient.diagnostic))?;
                bounces::insert(conn, &letter, by.now)?;
                audit::note(conn, by, "bounce", Object::one("letter", letter.id.as_str()))?;
                Noted::Bounced(letter)
            }
            (Delivery::Failed, _) => Noted::Outdated(letter),
        })
    })
}

/// The letter by its id; where the report names no letter at all, the newest to one of the addresses.
fn find(conn: &mut Conn, report: &Report) -> Result<Option<Letter>> {
    for id in &report.letters {
        if let Some((letter, _)) = ledger::find(conn, id)? {
            return Ok(Some(letter));
        }
    }
    if !report.letters.is_empty() {
        return Ok(None);
    }
    let addresses: Vec<String> =
        report.recipients.iter().flat_map(|recipient| recipient.addresses.iter().cloned()).collect();
    Ok(bounces::find_newest_sent(conn, &addresses)?)
}

/// Invites the new holders of posts whose invitation came back or had no address, once the directory
/// names them. Returns how many; running it again invites nobody. The clock calls it.
///
/// # Errors
/// Database errors.
pub fn invite_new_holders(db: &Db, now: NaiveDateTime) -> Result<usize> {
    // Most of the time there is nobody, and then nobody should have to wait for a write.
    if db.read(list_new_holders)?.is_empty() {
        return Ok(0);
    }
    db.write(|conn| {
        let found = list_new_holders(conn)?;
        for (invitation, holder) in &found {
            bounces::delete(conn, [holder.email.as_str()])?;
            invitations::update_person(conn, &invitation.id, holder)?;
            links::revoke_of_invitation(conn, &invitation.id, now)?;
            let (name, email) = (holder.name.clone(), holder.email.clone());
            let succeeded = Invitation { name, email, language: holder.language, ..invitation.clone() };
            super::letters::queue_succession(conn, &succeeded, now)?;
            let (by, id) = (By::clock(now), invitation.id.as_str());
            audit::note(conn, &by, "invite_new_holder", Object::one("invitation", id))?;
        }
        Ok(found.len())
    })
}

/// An address that came back is no news, unless somebody else has it now.
fn list_new_holders(conn: &mut Conn) -> Result<Vec<(Invitation, Holder)>> {
    let unreached = bounces::list_unreached(conn)?;
    if unreached.is_empty() {
        return Ok(unreached);
    }
    let bounced = bounces::list(conn)?;
    let is_new = |(invitation, holder): &(Invitation, Holder)| {
        let is_same_address = invitation.email.eq_ignore_ascii_case(&holder.email);
        let is_unreached = invitation.email.is_empty() || bounced.holds(&invitation.email);
        let is_news = if is_same_address { invitation.name != holder.name } else { !bounced.holds(&holder.email) };
        is_unreached && is_news
    };
    Ok(unreached.into_iter().filter(is_new).collect())
}
