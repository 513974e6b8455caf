//! Creating, opening and closing rounds.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::access::staff::Scope;
use crate::domain::base::days::{day_in_denmark, end_of_answering};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::rounds::forewarnings::{Forewarnings, forerunner, last_before};
use crate::domain::rounds::population::{Directory, Population, freeze};
use crate::domain::rounds::{NewRound, Round, RoundStatus};
use crate::editions;
use crate::error::{Error, Result};
use crate::store::{self, Conn, Db};

/// Creates a round: a draft, or with `is_historic` a closed round over today's directory that
/// queues no mail and takes imported answers.
///
/// # Errors
/// Refused when the key is taken or bad, the edition or a package is unknown, the dates or the
/// coverage make no sense, or, for a historic round, the edition is a draft or nobody can be asked.
pub fn create(db: &Db, new: &NewRound, now: NaiveDateTime) -> Result<Round> {
    db.write(|conn| {
        let round = draft(conn, new, now)?;
        if store::rounds::find_by_key(conn, &round.key)?.is_some() {
            return Err(Refusal::RoundExists(round.key).into());
        }
        if !round.is_historic {
            store::rounds::insert(conn, &round)?;
            return Ok(round);
        }
        let closed = Round { status: RoundStatus::Closed, opened_at: Some(now), closed_at: Some(now), ..round };
        store::rounds::insert(conn, &closed)?;
        let (edition, _) = checked_edition(conn, &closed)?;
        freeze_population(conn, &closed, &edition)?;
        Ok(closed)
    })
}

fn draft(conn: &mut Conn, new: &NewRound, now: NaiveDateTime) -> Result<Round> {
    new.check()?;
    let stored =
        store::editions::find(conn, &new.edition)?.ok_or_else(|| Refusal::UnknownEdition(new.edition.clone()))?;
    let edition = editions::parse(&stored)?;
    Ok(new.draft(&edition, stored.content_hash, now)?)
}

/// Decides anew about a draft.
///
/// # Errors
/// Refused when the round is unknown or no draft, and as when one is created.
pub fn update(db: &Db, key: &str, new: &NewRound, now: NaiveDateTime) -> Result<Round> {
    db.write(|conn| {
        let before = find_draft(conn, key)?;
        let round = Round { id: before.id.clone(), created_at: before.created_at, ..draft(conn, new, now)? };
        if round.key != before.key && store::rounds::find_by_key(conn, &round.key)?.is_some() {
            return Err(Refusal::RoundExists(round.key).into());
        }
        store::rounds::update(conn, &round)?;
        Ok(round)
    })
}

/// Takes a draft away; nobody was asked anything yet.
///
/// # Errors
/// Refused when the round is unknown or no draft.
pub fn delete(db: &Db, key: &str) -> Result<()> {
    db.write(|conn| {
        let round = find_draft(conn, key)?;
        store::rounds::delete(conn, &round.id)?;
        Ok(())
    })
}

/// Lets a draft open by itself on its day.
///
/// # Errors
/// Refused when the round is unknown or no draft.
pub fn schedule(db: &Db, key: &str) -> Result<()> {
    db.write(|conn| {
        let round = find_draft(conn, key)?;
        store::rounds::update_waiting(conn, &round.id, RoundStatus::Scheduled)?;
        Ok(())
    })
}

/// Makes a round that was to open by itself a draft again.
///
/// # Errors
/// Refused when the round is unknown or not scheduled.
pub fn unschedule(db: &Db, key: &str) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.status != RoundStatus::Scheduled {
            return Err(Refusal::RoundNotScheduled.into());
        }
        store::rounds::update_waiting(conn, &round.id, RoundStatus::Draft)?;
        Ok(())
    })
}

/// Opens a round now: freezes questions and population, and queues one letter per post that has an address.
///
/// # Errors
/// Refused when the round is unknown or not waiting to open, its edition is a draft, was changed or
/// has lost a package that the round asks, or nobody can be asked.
pub fn open(db: &Db, key: &str, now: NaiveDateTime) -> Result<Round> {
    db.write(|conn| {
        let round = find(conn, key)?;
        open_in(conn, round, now)
    })
}

/// Opens the scheduled rounds whose day has come and returns how many; the clock calls it.
///
/// # Errors
/// Those of the database; a round that can't be opened is logged and left as it is.
pub fn open_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let mut opened = 0;
    for round in db.read(|conn| Ok(store::rounds::list_to_open(conn, day_in_denmark(now))?))? {
        match open(db, &round.key, now) {
            Ok(_) => opened += 1,
            // Another instance was first.
            Err(Error::Refused(Refusal::RoundNotDraft)) => {}
            Err(error) => tracing::error!(round = round.key, %error, "a scheduled round could not be opened"),
        }
    }
    Ok(opened)
}

fn open_in(conn: &mut Conn, round: Round, now: NaiveDateTime) -> Result<Round> {
    if !round.is_waiting() {
        return Err(Refusal::RoundNotDraft.into());
    }
    let (edition, edition_hash) = checked_edition(conn, &round)?;
    let population = freeze_population(conn, &round, &edition)?;
    store::rounds::update_opened(conn, &round.id, &edition_hash, now)?;
    let opened = Round { status: RoundStatus::Open, opened_at: Some(now), edition_hash, ..round };
    super::letters::queue_invitations(conn, &opened, &population.invitations, now)?;
    Ok(opened)
}

/// Closes a round now: drafts that were not handed in are kept and count nowhere, and what was handed
/// in is counted once and for all.
///
/// # Errors
/// Refused when the round is unknown or not open.
pub fn close(db: &Db, key: &str, now: NaiveDateTime) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        close_in(conn, &round, now)
    })
}

fn close_in(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<()> {
    store::rounds::update_closed(conn, &round.id, now)?;
    super::counts::write(conn, round, now)
}

/// Closes the open rounds in which nobody can answer any more, extensions included, and returns how
/// many; the clock calls it.
///
/// # Errors
/// Those of the database.
pub fn close_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let mut closed = 0;
    for round in db.read(|conn| Ok(store::rounds::list_open(conn)?))? {
        if !db.read(|conn| is_over(conn, &round, now))? {
            continue;
        }
        // Looked at again, because another instance may have closed it and somebody extended it meanwhile.
        closed += db.write(|conn| {
            let round = find(conn, &round.key)?;
            if round.status != RoundStatus::Open || !is_over(conn, &round, now)? {
                return Ok(0);
            }
            close_in(conn, &round, now)?;
            Ok(1)
        })?;
    }
    Ok(closed)
}

fn is_over(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<bool> {
    let extended = store::invitations::last_extension(conn, &round.id)?;
    Ok(now >= end_of_answering(extended.map_or(round.closes_on, |day| day.max(round.closes_on))))
}

fn find(conn: &mut Conn, key: &str) -> Result<Round> {
    Ok(store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?)
}

fn find_draft(conn: &mut Conn, key: &str) -> Result<Round> {
    let round = find(conn, key)?;
    if round.status != RoundStatus::Draft {
        return Err(Refusal::RoundNotDraft.into());
    }
    Ok(round)
}

/// Writes who is asked what.
fn freeze_population(conn: &mut Conn, round: &Round, edition: &Edition) -> Result<Population> {
    let directory = directory(conn)?;
    let first = store::sections::highest_number(conn)? + 1;
    let population = freeze(round, edition, &directory, first);
    if population.invitations.is_empty() {
        return Err(Refusal::NobodyToAsk.into());
    }
    store::invitations::insert(conn, &population.invitations)?;
    store::sections::insert(conn, &population.sections)?;
    Ok(population)
}

/// Everybody who may be asked.
///
/// # Errors
/// Those of the database.
pub fn directory(conn: &mut Conn) -> Result<Directory> {
    Ok(Directory {
        departments: store::directory::list_departments(conn, &Scope::All)?,
        posts: store::directory::list_posts(conn, &Scope::All)?,
        holders: store::directory::list_holders(conn, &Scope::All)?,
    })
}

/// What is to be told of a round before it opens; nothing of one that has opened.
///
/// # Errors
/// Refused when the round is unknown.
pub fn forewarn(conn: &mut Conn, key: &str) -> Result<Forewarnings> {
    let round = find(conn, key)?;
    if !round.is_waiting() {
        return Ok(Forewarnings::default());
    }
    let edition = editions::load(conn, &round.edition)?;
    let obstacle = match checked_edition(conn, &round) {
        Ok(_) => None,
        Err(Error::Refused(refusal)) => Some(refusal),
        Err(other) => return Err(other),
    };
    let rounds = store::rounds::list(conn)?;
    let population = freeze(&round, &edition, &directory(conn)?, 1);
    let asked: HashSet<&str> = population.invitations.iter().map(|one| one.post_id.as_str()).collect();
    let mut open = Vec::new();
    for one in rounds.iter().filter(|one| one.status == RoundStatus::Open && one.programme == round.programme) {
        let invited = store::invitations::list_by_round(conn, &one.id, &Scope::All)?;
        let both = invited.iter().filter(|invitation| asked.contains(invitation.post_id.as_str())).count();
        open.push((one.key.clone(), both));
    }
    let forerunner = match last_before(&round, &rounds) {
        Some(last) => {
            let earlier = editions::load(conn, &last.edition)?;
            forerunner((&round, &edition), (last, &earlier), &editions::crosswalks(conn)?)
        }
        None => None,
    };
    Ok(Forewarnings { obstacle, open, forerunner })
}

/// The edition as it was published, with its hash. A draft may have been imported anew after the round was made.
fn checked_edition(conn: &mut Conn, round: &Round) -> Result<(Arc<Edition>, String)> {
    let stored =
        store::editions::find(conn, &round.edition)?.ok_or_else(|| Refusal::UnknownEdition(round.edition.clone()))?;
    if stored.status != EditionStatus::Published {
        return Err(Refusal::EditionNotPublished.into());
    }
    if !stored.is_intact() {
        return Err(Refusal::EditionChanged.into());
    }
    let edition = editions::parse(&stored)?;
    round.check_packages(&edition)?;
    Ok((edition, stored.content_hash))
}
