//! The counted answers of rounds, kept in memory until more is handed in; in an open round, where
//! that happens all the time, for a minute at least.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Duration, NaiveDateTime};

use crate::domain::baselines::{BaselineRounds, Pin, baseline_rounds};
use crate::domain::catalogue::Edition;
use crate::domain::comparison::Comparison;
use crate::domain::held::Held;
use crate::domain::refusals::Refusal;
use crate::domain::returns::Returns;
use crate::domain::rounds::{Round, RoundId};
use crate::domain::scores::{CountryScores, score_country};
use crate::domain::staff::Scope;
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};

/// How long the figures of an open round may lag behind, in seconds.
const LAG_SECONDS: i64 = 60;

/// How many rounds are kept; the one used longest ago makes way.
const KEPT: usize = 12;

/// Counted answers of whole rounds.
#[derive(Default)]
pub struct Results {
    rounds: Mutex<HashMap<RoundId, Kept>>,
}

struct Kept {
    returns: Arc<Returns>,
    stamp: Stamp,
    counted_at: NaiveDateTime,
    used_at: NaiveDateTime,
    scores: Option<Arc<CountryScores>>,
}

/// How many sections were handed in and when the last one was: what tells that a count is out of date.
type Stamp = (i64, Option<NaiveDateTime>);

impl Results {
    /// What a round counts over all municipalities.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of_round(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Arc<Returns>> {
        // The lock is held while counting, so that one visitor counts and the others wait for it.
        let mut rounds = self.rounds.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = store::sections::stamp(conn, &round.id)?;
        if let Some(kept) = rounds.get_mut(&round.id) {
            let is_recent = !round.is_closed() && now - kept.counted_at < Duration::seconds(LAG_SECONDS);
            if kept.stamp == stamp || is_recent {
                kept.used_at = now;
                return Ok(kept.returns.clone());
            }
        }
        let returns = Arc::new(count(conn, round, &Scope::All)?);
        if rounds.len() >= KEPT
            && let Some(oldest) = oldest(&rounds)
        {
            rounds.remove(&oldest);
        }
        let kept = Kept { returns: returns.clone(), stamp, counted_at: now, used_at: now, scores: None };
        rounds.insert(round.id.clone(), kept);
        Ok(returns)
    }

    /// Every group's score in every municipality of a round, with the count that they are made from.
    ///
    /// # Errors
    /// Those of the database.
    pub fn scores_of_round(
        &self,
        conn: &mut Conn,
        round: &Round,
        now: NaiveDateTime,
    ) -> Result<(Arc<Returns>, Arc<CountryScores>)> {
        let returns = self.of_round(conn, round, now)?;
        let mut rounds = self.rounds.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = rounds.get_mut(&round.id).filter(|kept| Arc::ptr_eq(&kept.returns, &returns));
        let Some(kept) = kept else {
            let scores = Arc::new(score_country(&returns));
            return Ok((returns, scores));
        };
        let scores = kept.scores.get_or_insert_with(|| Arc::new(score_country(&returns))).clone();
        Ok((returns, scores))
    }

    /// A round held against its baselines, all counted over all municipalities.
    ///
    /// # Errors
    /// Those of the database.
    pub fn hold(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Held> {
        hold(conn, round, |conn, one| self.of_round(conn, one, now))
    }
}

fn oldest(rounds: &HashMap<RoundId, Kept>) -> Option<RoundId> {
    rounds.iter().min_by_key(|(_, kept)| kept.used_at).map(|(id, _)| id.clone())
}

/// What a round counts in the municipalities of a scope, read now.
///
/// # Errors
/// Those of the database.
pub fn count(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Returns> {
    if let Some(returns) = read_counts(conn, round, scope)? {
        return Ok(returns);
    }
    count_sections(conn, round, scope)
}

/// The same from the sections alone, whatever is stored.
///
/// # Errors
/// Those of the database.
pub fn count_sections(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Returns> {
    let edition = editions::load(conn, &round.edition)?;
    let sections = store::sections::list_returned(conn, &round.id, scope)?;
    Ok(Returns::count(edition, round, sections))
}

/// The same from the stored counts of a closed round; none where it has none, or where they are
/// damaged, which `pejl doctor` tells.
///
/// # Errors
/// Those of the database.
pub fn read_counts(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Option<Returns>> {
    if store::counts::find_version(conn, &round.id)?.is_none() {
        return Ok(None);
    }
    let edition = editions::load(conn, &round.edition)?;
    Ok(Returns::from_counts(edition, round, store::counts::list_by_round(conn, &round.id, scope)?))
}

/// The round that each package and question of `round` is held against.
///
/// # Errors
/// Those of the database.
pub fn baselines_of(conn: &mut Conn, round: &Round) -> Result<BaselineRounds> {
    let rounds = store::rounds::list(conn)?;
    let editions =
        rounds.iter().map(|one| editions::load(conn, &one.edition)).collect::<Result<Vec<Arc<Edition>>>>()?;
    let candidates: Vec<(&Round, &Edition)> = rounds.iter().zip(editions.iter().map(AsRef::as_ref)).collect();
    let pins: Vec<Pin> = store::rounds::list_pins(conn, &round.id)?
        .into_iter()
        .map(|(package, round)| Pin { package: Some(package).filter(|key| !key.is_empty()), round })
        .collect();
    let edition = editions::load(conn, &round.edition)?;
    let crosswalks = editions::crosswalks(conn)?;
    Ok(baseline_rounds(round, &edition, &candidates, &crosswalks, &pins))
}

/// A round held against its baselines in the municipalities of a scope, read and counted now.
///
/// # Errors
/// Those of the database.
pub fn hold_in_scope(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Held> {
    hold(conn, round, |conn, one| Ok(Arc::new(count(conn, one, scope)?)))
}

fn hold(
    conn: &mut Conn,
    round: &Round,
    returns_of: impl FnMut(&mut Conn, &Round) -> Result<Arc<Returns>>,
) -> Result<Held> {
    let choice = baselines_of(conn, round)?;
    let comparison = compare(conn, round, choice.clone(), returns_of)?;
    Ok(Held { round: round.clone(), choice, comparison })
}

/// A round held against the baselines of `choice`. `returns_of` counts a round, from memory or now.
///
/// # Errors
/// Those of the database; refused when a chosen round is unknown.
pub fn compare(
    conn: &mut Conn,
    round: &Round,
    choice: BaselineRounds,
    mut returns_of: impl FnMut(&mut Conn, &Round) -> Result<Arc<Returns>>,
) -> Result<Comparison> {
    let current = returns_of(conn, round)?;
    let mut baselines = Vec::with_capacity(choice.rounds.len());
    for key in &choice.rounds {
        let baseline = store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.clone()))?;
        baselines.push(returns_of(conn, &baseline)?);
    }
    let crosswalks = editions::crosswalks(conn)?;
    Ok(Comparison::new(current, baselines, choice, &crosswalks))
}
