//! Creating, opening and closing rounds.

use std::sync::Arc;

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::base::days::{day_in_denmark, end_of_answering};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::rounds::letter_plan::LetterPlan;
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
pub fn create(db: &Db, new: &NewRound, by: &By) -> Result<Round> {
    let now = by.now;
    db.write(|conn| {
        let round = draft(conn, new, now)?;
        if store::rounds::find_by_key(conn, &round.key)?.is_some() {
            return Err(Refusal::RoundExists(round.key).into());
        }
        note_values(conn, by, ("create", Object::one("round", round.id.as_str())), (None, Some(settings(&round))))?;
        if !round.is_historic {
            store::rounds::insert(conn, &round)?;
            return Ok(round);
        }
        let aim = super::aims::aim_of(conn, &round)?;
        let closed = Round { status: RoundStatus::Closed, opened_at: Some(now), closed_at: Some(now), aim, ..round };
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
pub fn update(db: &Db, key: &str, new: &NewRound, by: &By) -> Result<Round> {
    db.write(|conn| {
        let before = find_draft(conn, key)?;
        let round = Round { id: before.id.clone(), created_at: before.created_at, ..draft(conn, new, by.now)? };
        if round.key != before.key && store::rounds::find_by_key(conn, &round.key)?.is_some() {
            return Err(Refusal::RoundExists(round.key).into());
        }
        store::rounds::update(conn, &round)?;
        let values = (Some(settings(&before)), Some(settings(&round)));
        note_values(conn, by, ("update", Object::one("round", round.id.as_str())), values)?;
        Ok(round)
    })
}

/// Takes a draft away, of which nobody was asked anything yet, or a trial with all that was answered in it.
///
/// # Errors
/// Refused when the round is unknown, or neither a draft nor a trial.
pub fn delete(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.is_trial {
            store::trials::delete_asked(conn, &round.id)?;
        } else if round.status != RoundStatus::Draft {
            return Err(Refusal::RoundNotDraft.into());
        }
        store::rounds::delete(conn, &round.id)?;
        note_values(conn, by, ("delete", Object::one("round", round.id.as_str())), (Some(settings(&round)), None))
    })
}

/// Lets a draft open by itself on its day.
///
/// # Errors
/// Refused when the round is unknown or no draft.
pub fn schedule(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find_draft(conn, key)?;
        store::rounds::update_waiting(conn, &round.id, RoundStatus::Scheduled)?;
        note(conn, by, "schedule", Object::one("round", round.id.as_str()))
    })
}

/// Makes a round that was to open by itself a draft again.
///
/// # Errors
/// Refused when the round is unknown or not scheduled.
pub fn unschedule(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.status != RoundStatus::Scheduled {
            return Err(Refusal::RoundNotScheduled.into());
        }
        store::rounds::update_waiting(conn, &round.id, RoundStatus::Draft)?;
        note(conn, by, "unschedule", Object::one("round", round.id.as_str()))
    })
}

/// Opens a round now: freezes questions and population, and queues one letter per post that has an address.
///
/// # Errors
/// Refused when the round is unknown or not waiting to open, its edition is a draft, was changed or
/// has lost a package that the round asks, or nobody can be asked.
pub fn open(db: &Db, key: &str, by: &By) -> Result<Round> {
    db.write(|conn| {
        let round = find(conn, key)?;
        open_in(conn, round, by)
    })
}

/// Opens the scheduled rounds whose day has come and returns how many; the clock calls it.
///
/// # Errors
/// Database errors; a round that can't be opened is logged and left as it is.
pub fn open_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let mut opened = 0;
    for round in db.read(|conn| Ok(store::rounds::list_to_open(conn, day_in_denmark(now))?))? {
        match open(db, &round.key, &By::clock(now)) {
            Ok(_) => opened += 1,
            // Another instance was first.
            Err(Error::Refused(Refusal::RoundNotDraft)) => {}
            Err(error) => tracing::error!(round = round.key, %error, "a scheduled round could not be opened"),
        }
    }
    Ok(opened)
}

fn open_in(conn: &mut Conn, round: Round, by: &By) -> Result<Round> {
    let now = by.now;
    if !round.is_waiting() {
        return Err(Refusal::RoundNotDraft.into());
    }
    let (edition, edition_hash) = checked_edition(conn, &round)?;
    let population = freeze_population(conn, &round, &edition)?;
    let (letter_plan, aim) = (Some(plan_of(conn, &round)?), super::aims::aim_of(conn, &round)?);
    let opened = Round { status: RoundStatus::Open, opened_at: Some(now), edition_hash, letter_plan, aim, ..round };
    store::rounds::update_opened(conn, &opened)?;
    super::letters::queue_invitations(conn, &opened, &population.invitations, now)?;
    note(conn, by, "open", Object::one("round", opened.id.as_str()))?;
    Ok(opened)
}

/// When a round's letters go out: what was frozen when it opened, and until then what its programme plans; the
/// usual plan where the programme is only a word.
///
/// # Errors
/// Database errors.
pub fn plan_of(conn: &mut Conn, round: &Round) -> Result<LetterPlan> {
    if !round.is_waiting() {
        return Ok(round.plan());
    }
    let programme = store::programmes::find(conn, &round.programme)?;
    Ok(programme.map(|programme| programme.letter_plan).unwrap_or_default())
}

/// Closes a round now: drafts that were not handed in are kept and count nowhere, and what was handed
/// in is counted once and for all.
///
/// # Errors
/// Refused when the round is unknown or not open.
pub fn close(db: &Db, key: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if round.status != RoundStatus::Open {
            return Err(Refusal::RoundNotOpen.into());
        }
        close_in(conn, &round, by)
    })
}

fn close_in(conn: &mut Conn, round: &Round, by: &By) -> Result<()> {
    store::rounds::update_closed(conn, &round.id, by.now)?;
    super::counts::write(conn, round, by.now)?;
    let letters = match round.tells_result() {
        true => super::letters::queue_results(conn, round, by.now)?,
        false => 0,
    };
    let values = (None, Some(json!({ "letters": letters })));
    note_values(conn, by, ("close", Object::one("round", round.id.as_str())), values)
}

/// Closes the open rounds in which nobody can answer any more, extensions included, and returns how
/// many; the clock calls it.
///
/// # Errors
/// Database errors.
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
            close_in(conn, &round, &By::clock(now))?;
            Ok(1)
        })?;
    }
    Ok(closed)
}

/// What of a round is configuration.
pub(super) fn settings(round: &Round) -> Value {
    json!({
        "key": round.key,
        "programme": round.programme,
        "edition": round.edition,
        "packages": round.packages,
        "opens_on": round.opens_on.to_string(),
        "closes_on": round.closes_on.to_string(),
        "rule": round.rule,
        "min_coverage": round.min_coverage,
        "is_test": round.is_test,
        "is_historic": round.is_historic,
    })
}

fn is_over(conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<bool> {
    let extended = store::invitations::last_extension(conn, &round.id)?;
    Ok(now >= end_of_answering(extended.map_or(round.closes_on, |day| day.max(round.closes_on))))
}

pub(super) fn find(conn: &mut Conn, key: &str) -> Result<Round> {
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
/// Database errors.
pub fn directory(conn: &mut Conn) -> Result<Directory> {
    Ok(Directory {
        departments: store::directory::list_departments(conn, &Scope::All)?,
        posts: store::directory::list_posts(conn, &Scope::All)?,
        holders: store::directory::list_holders(conn, &Scope::All)?,
    })
}

/// The edition as it was published, with its hash. A draft may have been imported anew after the round was made.
pub(super) fn checked_edition(conn: &mut Conn, round: &Round) -> Result<(Arc<Edition>, String)> {
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
