//! What a personal link lets its holder do to the invitation as a whole.

use chrono::NaiveDateTime;

use super::audit::note;
use super::{holders, letters};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::respondents::{Colleague, check_open, opens};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::TokenHash;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::{Invitation, Link, Section};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{Conn, Db, bounces, invitations, links, sections};

/// What a link opens, read inside the transaction that is about to change it.
pub(super) struct Access {
    pub link: Link,
    pub invitation: Invitation,
    pub round: Round,
}

/// The link's access while answers are taken: a link may be revoked and a round closed at any moment.
pub(super) fn open(conn: &mut Conn, hash: &TokenHash, now: NaiveDateTime) -> Result<Access> {
    let (link, invitation, round) = links::find_working(conn, hash)?.or_not_found()?;
    check_open(&round, &invitation, now)?;
    Ok(Access { link, invitation, round })
}

/// The same for the post's own link; to a helper there is no such thing.
pub(super) fn open_whole(conn: &mut Conn, hash: &TokenHash, now: NaiveDateTime) -> Result<Access> {
    let access = open(conn, hash, now)?;
    if access.link.section.is_some() {
        return Err(Error::NotFound);
    }
    Ok(access)
}

/// A section that the link opens and that was not handed in.
pub(super) fn draft_section(conn: &mut Conn, access: &Access, area: Area) -> Result<Section> {
    let section = sections::find_by_area(conn, &access.invitation.id, area)?.or_not_found()?;
    if !opens(&access.link, section.number) {
        return Err(Error::NotFound);
    }
    if section.handed_in_at.is_some() {
        return Err(Refusal::HandedIn.into());
    }
    Ok(section)
}

/// Remembers when answering began; only the first time counts.
///
/// # Errors
/// `Error::NotFound` where the link does not work, a refusal when answers are no longer taken.
pub fn start(db: &Db, hash: &TokenHash, now: NaiveDateTime) -> Result<()> {
    db.write(|conn| {
        let access = open(conn, hash, now)?;
        if access.invitation.started_at.is_some() {
            return Ok(());
        }
        invitations::update_started(conn, &access.invitation.id, now)?;
        let invitation = &access.invitation.id;
        note(conn, &By::link(invitation, now), "start", Object::one("invitation", invitation.as_str()))
    })
}

/// Gives the whole invitation to the post's new holder, who gets a letter with a link; the old links stop. In the
/// directory the new holder is only proposed, because a link may be in the wrong hands.
///
/// # Errors
/// As [`start`]; also for a helper's link.
pub fn hand_to_successor(db: &Db, hash: &TokenHash, successor: &Colleague, now: NaiveDateTime) -> Result<()> {
    db.write(|conn| {
        let Access { mut invitation, round, .. } = open_whole(conn, hash, now)?;
        letters::check_passing_on(conn, &invitation, now)?;
        bounces::delete(conn, [successor.email.as_str()])?;
        invitations::update_holder(conn, &invitation.id, &successor.name, &successor.email)?;
        links::revoke_of_invitation(conn, &invitation.id, now)?;
        if !round.is_test && !round.is_trial {
            holders::propose(conn, &invitation, successor, now)?;
        }
        invitation.name.clone_from(&successor.name);
        invitation.email.clone_from(&successor.email);
        invitation.phone.clear();
        letters::queue_succession(conn, &invitation, now)?;
        let by = By::link(&invitation.id, now);
        note(conn, &by, "hand_to_successor", Object::one("invitation", invitation.id.as_str()))
    })
}
