//! Handing in sections and taking them back.

use chrono::NaiveDateTime;
use serde_json::json;

use super::audit::{note, note_values};
use super::letters;
use super::respondents::{Access, open_whole};
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::section_progress::{SectionProgress, section_progress};
use crate::domain::base::tokens::TokenHash;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::invitations::Invitation;
use crate::domain::scoring::tallies::encode_return;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{Conn, Db, answers, invitations, sections};

/// Which sections are handed in, and whether the writer knows that answers are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandIn {
    /// One area, or every section that is still a draft.
    pub area: Option<Area>,
    /// What the writer said to missing answers.
    pub missing: Missing,
}

/// What the writer says to missing answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// To be asked about.
    Ask,
    /// Handed in all the same.
    Accepted,
}

/// What became of handing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    /// Everything is handed in now.
    All,
    /// These are; others are still drafts.
    Some,
    /// Nothing was: so many answers are missing, and nobody has said that it is meant so.
    Asks(usize),
    /// Nothing was: so many reasons are missing, and without them it can't be.
    LacksReasons(usize),
}

/// Hands in one or all sections: their answers are frozen. With the last one a receipt is queued.
/// What was handed in before stays as it is, so that the same form sent twice does it once.
///
/// # Errors
/// `Error::NotFound` where the link is not the post's own or the section is not; a refusal when
/// answers are no longer taken.
pub fn hand_in(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), edition: &Edition, what: HandIn) -> Result<HandedIn> {
    db.write(|conn| {
        let access = open_whole(conn, hash, now)?;
        let all = read_progress(conn, &access, edition)?;
        if what.area.is_some_and(|area| all.iter().all(|progress| progress.area() != area)) {
            return Err(Error::NotFound);
        }
        let is_meant = |progress: &&SectionProgress| {
            !progress.is_handed_in() && what.area.is_none_or(|area| progress.area() == area)
        };
        let meant: Vec<&SectionProgress> = all.iter().filter(is_meant).collect();
        let lacking: usize = meant.iter().map(|progress| progress.without_reason.len()).sum();
        if lacking > 0 {
            return Ok(HandedIn::LacksReasons(lacking));
        }
        let missing: usize = meant.iter().map(|progress| progress.missing().len()).sum();
        if missing > 0 && what.missing == Missing::Ask {
            return Ok(HandedIn::Asks(missing));
        }
        for progress in &meant {
            let returned = encode_return(edition.questions.len(), &progress.choices());
            sections::update_returned(conn, progress.section.number, &returned, now)?;
        }
        if !meant.is_empty() {
            let areas: Vec<Area> = meant.iter().map(|progress| progress.area()).collect();
            let (by, values) = (By::link(&access.invitation.id, now), (None, Some(json!({ "areas": areas }))));
            let invitation = access.invitation.id.as_str();
            note_values(conn, &by, ("hand_in", Object::one("invitation", invitation)), values)?;
        }
        let before = all.iter().filter(|progress| progress.is_handed_in()).count();
        if before + meant.len() < all.len() {
            return Ok(HandedIn::Some);
        }
        if !meant.is_empty() {
            invitations::update_handed_in(conn, &access.invitation.id, Some(now))?;
            let done = Invitation { handed_in_at: Some(now), ..access.invitation };
            letters::queue_receipt(conn, &done, now)?;
        }
        Ok(HandedIn::All)
    })
}

fn read_progress(conn: &mut Conn, access: &Access, edition: &Edition) -> Result<Vec<SectionProgress>> {
    let found = sections::list_by_invitation(conn, &access.invitation.id)?;
    let stored = answers::list_by_invitation(conn, &access.invitation.id)?;
    Ok(section_progress(&access.round, edition, found, stored))
}

/// Makes a section that was handed in at `stamp` (seconds since 1970, where its page said so) a draft
/// again; its answers stay. Where it is a draft already, or was handed in anew since, this was the
/// repeat of a form that has done its work, and nothing happens.
///
/// # Errors
/// As [`hand_in`].
pub fn take_back(db: &Db, (hash, now): (&TokenHash, NaiveDateTime), area: Area, stamp: Option<i64>) -> Result<()> {
    db.write(|conn| {
        let access = open_whole(conn, hash, now)?;
        let section = sections::find_by_area(conn, &access.invitation.id, area)?.or_not_found()?;
        let handed_in_at = section.handed_in_at.map(|at| at.and_utc().timestamp());
        if handed_in_at.is_none() || stamp.is_some_and(|stamp| handed_in_at != Some(stamp)) {
            return Ok(());
        }
        sections::clear_returned(conn, section.number)?;
        invitations::update_handed_in(conn, &access.invitation.id, None)?;
        let by = By::link(&access.invitation.id, now);
        note(conn, &by, "take_back", Object::one("section", &section.number.to_string()))
    })
}
