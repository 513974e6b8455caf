//! Handing sections to colleagues, by the post's holder or by a colleague who has them; taking them back; being done.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::json;

use super::audit::{note, note_values};
use super::letters;
use super::respondents::{Access, draft_section, open, open_whole};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::handovers::{Handover, HandoverDraft};
use crate::domain::answering::respondents::Colleague;
use crate::domain::base::addresses::is_same_mailbox;
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::TokenHash;
use crate::domain::rounds::invitations::Section;
use crate::error::{Error, Result};
use crate::store::{Conn, Db, handovers, links, sections};

/// Within this time the same handover again is the same form sent twice.
pub const REPEAT: TimeDelta = TimeDelta::minutes(5);

/// Hands sections to a colleague, all of them by one letter with one link; those that were handed to the same colleague
/// this very minute, by the same form sent twice, are left alone. Whoever had a section before has it no more, and
/// their link stops or goes on with another section of theirs: a link is worth what its address holds, and nobody
/// keeps one to what somebody else answers.
///
/// # Errors
/// `Error::NotFound` where the link does not open a section; a refusal when answers are no longer taken, a section was
/// handed in, a day's letters were sent, or the colleague is the one who hands over or is accountable.
pub fn hand_over(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), areas: &[Area], to: &HandoverDraft) -> Result<()> {
    db.write(|conn| {
        let access = open(conn, hash, now)?;
        let (mut meant, mut from) = (Vec::new(), Colleague::default());
        for area in areas {
            let section = draft_section(conn, &access, *area)?;
            from = giver(&access, &section);
            let who = (to.colleague.name.as_str(), to.colleague.email.as_str());
            if !handovers::exists_since(conn, section.number, who, now - REPEAT)? {
                meant.push(section);
            }
        }
        check_receiver(&access, &from, &to.colleague)?;
        let Some(first) = meant.first() else { return Ok(()) };
        letters::check_passing_on(conn, &access.invitation, now)?;
        for section in &meant {
            end(conn, section, now)?;
            sections::update_helper(conn, section.number, Some((&to.colleague.name, &to.colleague.email)))?;
            handovers::insert(conn, &Handover::new(section, &from, to, now))?;
        }
        letters::queue_handover(conn, (&access.invitation, first.number), &to.colleague, now)?;
        let areas: Vec<Area> = meant.iter().map(|section| section.area).collect();
        let (by, values) = (By::link(&access.invitation.id, now), (None, Some(json!({ "areas": areas }))));
        note_values(conn, &by, ("hand_over", Object::one("invitation", access.invitation.id.as_str())), values)
    })
}

/// Who has a section to give away by a link.
fn giver(access: &Access, section: &Section) -> Colleague {
    match access.link.section {
        Some(_) => Colleague::of_section(section),
        None => Colleague { name: access.invitation.name.clone(), email: access.invitation.email.clone() },
    }
}

fn check_receiver(access: &Access, from: &Colleague, to: &Colleague) -> Result<()> {
    if is_same_mailbox(&from.email, &to.email) {
        return Err(Refusal::HandedToOneself.into());
    }
    if is_same_mailbox(&access.invitation.email, &to.email) {
        return Err(Refusal::HandedToAccountable.into());
    }
    Ok(())
}

/// A section is no more the one's who had it until now. Their link goes on with another section of the same post that
/// the same address has, and so does a letter that waits; else it stops.
fn end(conn: &mut Conn, section: &Section, now: NaiveDateTime) -> Result<()> {
    handovers::update_ended(conn, section.number, now)?;
    let is_theirs = |other: &Section| {
        other.number != section.number && is_same_mailbox(section.helper_mailbox(), other.helper_mailbox())
    };
    if let Some(other) = sections::list_by_invitation(conn, &section.invitation_id)?.into_iter().find(is_theirs) {
        links::update_section(conn, section.number, other.number)?;
        handovers::update_planned_letters(conn, section.number, other.number)?;
    }
    links::revoke_of_section(conn, section.number, now)?;
    Ok(())
}

/// Takes a section back from whichever colleague has it; the answers stay with their writers' names.
///
/// # Errors
/// `Error::NotFound` where the link is not the post's own or the section is not; a refusal when answers are no longer
/// taken or the section was handed in.
pub fn take_home(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), area: Area) -> Result<()> {
    db.write(|conn| {
        let access = open_whole(conn, hash, now)?;
        let section = draft_section(conn, &access, area)?;
        end(conn, &section, now)?;
        sections::update_helper(conn, section.number, None)?;
        let by = By::link(&access.invitation.id, now);
        note(conn, &by, "take_home", Object::one("section", &section.number.to_string()))
    })
}

/// A colleague is done with a section, which the post's holder is told by letter, once. The colleague may go on
/// correcting until it is handed in.
///
/// # Errors
/// `Error::NotFound` where the link does not open this section alone; else as [`take_home`].
pub fn finish(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), area: Area) -> Result<()> {
    db.write(|conn| {
        let access = open(conn, hash, now)?;
        let section = draft_section(conn, &access, area)?;
        if access.link.section.is_none() {
            return Err(Error::NotFound);
        }
        let handover = match handovers::find_open(conn, section.number)? {
            Some(handover) => handover,
            None => {
                let handover = Handover::unknown(&section, now);
                handovers::insert(conn, &handover)?;
                handover
            }
        };
        if handover.done_at.is_some() {
            return Ok(());
        }
        handovers::update_done(conn, &handover.id, now)?;
        letters::queue_handover_done(conn, &access.invitation, &handover, now)?;
        let by = By::link(&access.invitation.id, now);
        note(conn, &by, "finish", Object::one("section", &section.number.to_string()))
    })
}
