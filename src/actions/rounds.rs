//! Creating, opening and closing rounds.

use chrono::NaiveDateTime;

use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::days::{day_in_denmark, end_of_answering};
use crate::domain::population::{Directory, Population, freeze};
use crate::domain::refusals::Refusal;
use crate::domain::rounds::{NewRound, Round, RoundStatus};
use crate::domain::staff::Scope;
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
        new.check()?;
        if store::rounds::find_by_key(conn, &new.key)?.is_some() {
            return Err(Refusal::RoundExists(new.key.clone()).into());
        }
        let stored =
            store::editions::find(conn, &new.edition)?.ok_or_else(|| Refusal::UnknownEdition(new.edition.clone()))?;
        let edition = editions::parse(&stored)?;
        let round = new.draft(&edition, stored.content_hash, now)?;
        if !round.is_historic {
            store::rounds::insert(conn, &round)?;
            return Ok(round);
        }
        let closed = Round { status: RoundStatus::Closed, opened_at: Some(now), closed_at: Some(now), ..round };
        store::rounds::insert(conn, &closed)?;
        freeze_population(conn, &closed)?;
        Ok(closed)
    })
}

/// Lets a draft open by itself on its day.
///
/// # Errors
/// Refused when the round is unknown or no draft.
pub fn schedule(db: &Db, key: &str) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.status != RoundStatus::Draft {
            return Err(Refusal::RoundNotDraft.into());
        }
        store::rounds::update_scheduled(conn, &round.id)?;
        Ok(())
    })
}

/// Opens a round now: freezes questions and population, and queues one letter per post that has an address.
///
/// # Errors
/// Refused when the round is unknown or not waiting to open, its edition is a draft or was changed,
/// or nobody can be asked.
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
    if !matches!(round.status, RoundStatus::Draft | RoundStatus::Scheduled) {
        return Err(Refusal::RoundNotDraft.into());
    }
    let population = freeze_population(conn, &round)?;
    store::rounds::update_opened(conn, &round.id, now)?;
    let opened = Round { status: RoundStatus::Open, opened_at: Some(now), ..round };
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

/// Checks that the edition still is what was published, and writes who is asked what.
fn freeze_population(conn: &mut Conn, round: &Round) -> Result<Population> {
    let edition = checked_edition(conn, round)?;
    let directory = Directory {
        departments: store::directory::list_departments(conn, &Scope::All)?,
        posts: store::directory::list_posts(conn, &Scope::All)?,
        holders: store::directory::list_holders(conn, &Scope::All)?,
    };
    let first = store::sections::highest_number(conn)? + 1;
    let population = freeze(round, &edition, &directory, first);
    if population.invitations.is_empty() {
        return Err(Refusal::NobodyToAsk.into());
    }
    store::invitations::insert(conn, &population.invitations)?;
    store::sections::insert(conn, &population.sections)?;
    Ok(population)
}

fn checked_edition(conn: &mut Conn, round: &Round) -> Result<std::sync::Arc<Edition>> {
    let stored =
        store::editions::find(conn, &round.edition)?.ok_or_else(|| Refusal::UnknownEdition(round.edition.clone()))?;
    if stored.status != EditionStatus::Published {
        return Err(Refusal::EditionNotPublished.into());
    }
    if !stored.is_intact() || stored.content_hash != round.edition_hash {
        return Err(Refusal::EditionChanged.into());
    }
    editions::parse(&stored)
}
