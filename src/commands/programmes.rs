//! Programmes: what they decide, and drafting the next round in good time.

use std::sync::Arc;

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::audit::note_values;
use super::rounds::settings as settings_of_round;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::corrections::{corrected, is_major};
use crate::domain::catalogue::{Edition, EditionStatus};
use crate::domain::mail::letters::Letter;
use crate::domain::rounds::aims::Aim;
use crate::domain::rounds::programmes::{Programme, Season, free_key};
use crate::domain::rounds::{Round, RoundStatus};
use crate::editions;
use crate::error::{OrNotFound, Result};
use crate::store::{self, Conn, Db};

/// Makes a programme.
///
/// # Errors
/// Refused when its key is bad or taken, its edition or a package is unknown, or its dates make no sense.
pub fn create(db: &Db, programme: &Programme, by: &By) -> Result<()> {
    db.write(|conn| {
        check(conn, programme)?;
        if store::programmes::find(conn, &programme.key)?.is_some() {
            return Err(Refusal::ProgrammeExists(programme.key.clone()).into());
        }
        store::programmes::insert(conn, programme)?;
        let object = Object::one("programme", &programme.key);
        note_values(conn, by, ("create", object), (None, Some(settings(programme))))
    })
}

/// Decides anew about a programme. Rounds that are open keep the plan of letters that held when they opened.
///
/// # Errors
/// Not found when there is none of its key; refused as when one is made.
pub fn update(db: &Db, programme: &Programme, by: &By) -> Result<()> {
    db.write(|conn| {
        let before = store::programmes::find(conn, &programme.key)?.or_not_found()?;
        check(conn, programme)?;
        store::programmes::update(conn, programme)?;
        let values = (Some(settings(&before)), Some(settings(programme)));
        note_values(conn, by, ("update", Object::one("programme", &programme.key)), values)
    })
}

/// Decides what a programme aims at; none takes its aim away. Rounds that have opened keep the aim that held then.
///
/// # Errors
/// Not found when there is no such programme.
pub fn update_aim(db: &Db, key: &str, aim: Option<&Aim>, by: &By) -> Result<()> {
    db.write(|conn| {
        let before = store::programmes::find(conn, key)?.or_not_found()?;
        store::programmes::update_aim(conn, key, aim)?;
        let after = Programme { aim: aim.cloned(), ..before.clone() };
        let values = (Some(settings(&before)), Some(settings(&after)));
        note_values(conn, by, ("update", Object::one("programme", key)), values)
    })
}

fn check(conn: &mut Conn, programme: &Programme) -> Result<()> {
    programme.check()?;
    let Some(key) = &programme.edition else { return Ok(()) };
    let stored = store::editions::find(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.clone()))?;
    let edition = editions::parse(&stored)?;
    match programme.lacking(&edition).pop() {
        Some(unknown) => Err(Refusal::UnknownPackage(unknown).into()),
        None => Ok(()),
    }
}

/// Drafts the next round of a programme now, whenever the clock would, and returns it. It opens when somebody says so.
///
/// # Errors
/// Not found when there is no such programme; refused when no edition is published that it could ask.
pub fn draft(db: &Db, key: &str, by: &By) -> Result<Round> {
    db.write(|conn| {
        let programme = store::programmes::find(conn, key)?.or_not_found()?;
        let season = programme.next_season(day_in_denmark(by.now), &store::rounds::list(conn)?);
        draft_and_note(conn, (&programme, season), RoundStatus::Draft, by)
    })
}

/// Drafts the rounds that are due, writes to the administrators what to check, and returns how many; the clock calls
/// it. A round whose programme opens its rounds by itself is scheduled.
///
/// # Errors
/// Database errors.
pub fn draft_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let mut drafted = 0;
    for (found, _) in db.read(|conn| list_due(conn, now))? {
        // Looked at again, because another instance may have been first.
        drafted += db.write(|conn| {
            let due = list_due(conn, now)?.into_iter().find(|(programme, _)| programme.key == found.key);
            let Some((programme, season)) = due else { return Ok(0) };
            let status = if programme.opens_itself { RoundStatus::Scheduled } else { RoundStatus::Draft };
            let round = draft_and_note(conn, (&programme, season), status, &By::clock(now))?;
            for admin in store::staff::list_active_admins(conn)? {
                super::letters::queue_to_staff(conn, Letter::round_drafted(&admin, &round, now))?;
            }
            Ok(1)
        })?;
    }
    Ok(drafted)
}

/// Programmes whose next round is to be drafted, with its year. One that finds nothing to ask waits until there is;
/// its page says so.
fn list_due(conn: &mut Conn, now: NaiveDateTime) -> Result<Vec<(Programme, Season)>> {
    let programmes = store::programmes::list(conn)?;
    if programmes.is_empty() {
        return Ok(Vec::new());
    }
    let rounds = store::rounds::list(conn)?;
    let mut due = Vec::new();
    for programme in programmes {
        if let Some(season) = programme.due_season(day_in_denmark(now), &rounds)
            && find_edition(conn, &programme)?.is_some()
        {
            due.push((programme, season));
        }
    }
    Ok(due)
}

fn draft_and_note(
    conn: &mut Conn,
    (programme, season): (&Programme, Season),
    status: RoundStatus,
    by: &By,
) -> Result<Round> {
    let (edition, hash) = find_edition(conn, programme)?.ok_or(Refusal::NothingToAsk)?;
    let key = free_key(&programme.key, season.year, &store::rounds::list(conn)?);
    let round = Round { status, ..programme.draft(&season, (&edition, hash), key, by.now)? };
    store::rounds::insert(conn, &round)?;
    store::programmes::update_drafted(conn, &programme.key, season.year)?;
    let object = Object::one("round", round.id.as_str());
    note_values(conn, by, ("draft", object), (None, Some(settings_of_round(&round))))?;
    Ok(round)
}

/// The edition that a programme asks now, with its hash: the one it names, or the newest, as either was corrected last;
/// none where none is published.
///
/// # Errors
/// Database errors.
pub fn find_edition(conn: &mut Conn, programme: &Programme) -> Result<Option<(Arc<Edition>, String)>> {
    let mut published = Vec::new();
    for stored in store::editions::list(conn)?.into_iter().filter(|one| one.status == EditionStatus::Published) {
        published.push((editions::parse(&stored)?, stored));
    }
    let all: Vec<&Edition> = published.iter().map(|(edition, _)| &**edition).collect();
    let named = programme.edition.as_ref();
    let wanted =
        published.iter().filter(|(edition, _)| named.map_or(is_major(edition, &all), |key| *key == edition.key));
    let newest = wanted.max_by_key(|(edition, stored)| (edition.published_on, stored.published_at));
    let found = newest.map(|(edition, _)| corrected(edition, &all).key.clone());
    let found = published.iter().find(|(edition, _)| Some(&edition.key) == found.as_ref());
    Ok(found.map(|(edition, stored)| (edition.clone(), stored.content_hash.clone())))
}

/// What a programme decides.
fn settings(programme: &Programme) -> Value {
    json!({
        "key": programme.key,
        "title_da": programme.title_da,
        "title_en": programme.title_en,
        "edition": programme.edition,
        "packages": programme.packages,
        "rule": programme.rule,
        "min_coverage": programme.min_coverage,
        "opens_on": programme.opens_on.as_str(),
        "closes_on": programme.closes_on.as_ref().map(|day| day.as_str()),
        "open_weeks": programme.open_weeks,
        "draft_days": programme.draft_days,
        "opens_itself": programme.opens_itself,
        "letter_plan": {
            "announcement": programme.letter_plan.announcement(),
            "reminders": programme.letter_plan.reminders(),
            "last_reminder": programme.letter_plan.last_reminder(),
            "result": programme.letter_plan.sends_result(),
        },
        "aim": programme.aim.as_ref().map(|aim| json!(aim.written())),
    })
}
