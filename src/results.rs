//! The counted answers of rounds and what is made of them, kept in memory for as long as nothing that
//! they depend on has changed, by whichever instance; in an open round, where answers are handed in all
//! the time, for a minute at least.

mod comparing;
mod counting;
mod turns;

use std::sync::{Arc, OnceLock};

use chrono::{Duration, NaiveDateTime};

use parking_lot::{Mutex, MutexGuard};

use crate::cache::Cache;
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::rounds::{Round, RoundId};
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::comparison::{Comparison, CountryChanges, compare_country};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::{CountryScores, score_country};
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::scoring::tallies::counted::CountVersion;
use crate::editions;
use crate::error::{Error, Result};
use crate::store::{self, Conn};
use turns::Turns;

pub use comparing::{baselines_of, compare, hold_in_scope};
pub use counting::{count, count_sections, read_counts};

/// How long the figures of an open round may lag behind, in seconds.
const LAG_SECONDS: i64 = 60;

/// How many counted rounds are kept, about 3 MB each for the whole country: those of a trend and some baselines.
const ROUNDS: usize = 16;

/// How many comparisons are kept, about 3 MB each for the whole country.
const COMPARISONS: usize = 4;

/// Counted rounds and comparisons.
pub struct Results {
    rounds: Mutex<Cache<RoundId, Counted>>,
    comparisons: Mutex<Cache<RoundId, Arc<Compared>>>,
    counting: Turns,
    comparing: Turns,
}

impl Default for Results {
    fn default() -> Results {
        Results {
            rounds: Mutex::new(Cache::new(ROUNDS)),
            comparisons: Mutex::new(Cache::new(COMPARISONS)),
            counting: Turns::default(),
            comparing: Turns::default(),
        }
    }
}

struct Counted {
    returns: Arc<ResponseTallies>,
    stamp: Stamp,
    counted_at: NaiveDateTime,
    scores: Option<Arc<CountryScores>>,
}

/// A round's count and every group's score made from it.
pub type Scored = (Arc<ResponseTallies>, Arc<CountryScores>);

/// What tells that a count is out of date.
#[derive(PartialEq)]
enum Stamp {
    /// The version of stored counts.
    Stored(CountVersion),
    /// How many sections were handed in and when the last one was.
    Sections(i64, Option<NaiveDateTime>),
}

/// A comparison with everything that it was made from.
struct Compared {
    comparison: Arc<Comparison>,
    choice: BaselineRounds,
    crosswalks: Vec<Crosswalk>,
    changes: OnceLock<Arc<CountryChanges>>,
}

impl Compared {
    /// Whether the same rounds, counted as before, are to be compared in the same way.
    fn is_of(
        &self,
        current: &Arc<ResponseTallies>,
        baselines: &[Arc<ResponseTallies>],
        (choice, crosswalks): (&BaselineRounds, &[Crosswalk]),
    ) -> bool {
        let kept = self.comparison.baselines.iter().map(|baseline| &baseline.returns);
        Arc::ptr_eq(&self.comparison.current, current)
            && self.choice == *choice
            && self.crosswalks == crosswalks
            && kept.zip(baselines).all(|(kept, baseline)| Arc::ptr_eq(kept, baseline))
    }
}

impl Results {
    /// What a round counts over all municipalities.
    ///
    /// # Errors
    /// Database errors.
    pub fn of_round(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Arc<ResponseTallies>> {
        // One visitor counts a round and the others of this round wait for it.
        let turn = self.counting.of(&round.id);
        let _turn = locked(&turn);
        let stamp = stamp(conn, round)?;
        if let Some(kept) = locked(&self.rounds).get(&round.id) {
            let is_recent = !round.is_closed() && now - kept.counted_at < Duration::seconds(LAG_SECONDS);
            if kept.stamp == stamp || is_recent {
                return Ok(kept.returns.clone());
            }
        }
        let returns = Arc::new(count(conn, round, &Scope::All)?);
        locked(&self.rounds).put(&round.id, Counted { returns: returns.clone(), stamp, counted_at: now, scores: None });
        Ok(returns)
    }

    /// Every group's score in every municipality of a round, with the count that they are made from.
    ///
    /// # Errors
    /// Database errors.
    pub fn scores_of_round(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Scored> {
        let returns = self.of_round(conn, round, now)?;
        Ok(self.scored(round, returns))
    }

    /// The same of several rounds: each is scored while the next one is read.
    ///
    /// # Errors
    /// Database errors.
    pub fn scores_of_rounds(&self, conn: &mut Conn, rounds: &[&Round], now: NaiveDateTime) -> Result<Vec<Scored>> {
        std::thread::scope(|scope| {
            let mut scoring = Vec::with_capacity(rounds.len());
            for &round in rounds {
                let returns = self.of_round(conn, round, now)?;
                scoring.push(scope.spawn(move || self.scored(round, returns)));
            }
            let broken = |_| Error::Internal("scoring a round broke off".into());
            scoring.into_iter().map(|one| one.join().map_err(broken)).collect()
        })
    }

    /// Scores outside the lock, so that other rounds can be read meanwhile.
    fn scored(&self, round: &Round, returns: Arc<ResponseTallies>) -> Scored {
        let is_of = |kept: &&mut Counted| Arc::ptr_eq(&kept.returns, &returns);
        if let Some(scores) = locked(&self.rounds).get(&round.id).filter(is_of).and_then(|kept| kept.scores.clone()) {
            return (returns, scores);
        }
        let scores = Arc::new(score_country(&returns));
        if let Some(kept) = locked(&self.rounds).get(&round.id).filter(is_of) {
            kept.scores = Some(scores.clone());
        }
        (returns, scores)
    }

    /// A round held against its baselines, all counted over all municipalities.
    ///
    /// # Errors
    /// Database errors.
    pub fn hold(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<RoundComparison> {
        Ok(held(round, &*self.compared(conn, round, now)?))
    }

    /// The same, with every group's change in every municipality.
    ///
    /// # Errors
    /// Database errors.
    pub fn hold_country(
        &self,
        conn: &mut Conn,
        round: &Round,
        now: NaiveDateTime,
    ) -> Result<(RoundComparison, Arc<CountryChanges>)> {
        let compared = self.compared(conn, round, now)?;
        let changes = compared.changes.get_or_init(|| Arc::new(compare_country(&compared.comparison)));
        Ok((held(round, &compared), changes.clone()))
    }

    fn compared(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Arc<Compared>> {
        let crosswalks = editions::crosswalks(conn)?;
        let rounds = store::rounds::list(conn)?;
        let choice = comparing::choose(conn, round, &rounds, &crosswalks)?;
        let current = self.of_round(conn, round, now)?;
        let mut baselines = Vec::with_capacity(choice.rounds.len());
        for key in &choice.rounds {
            let baseline = rounds.iter().find(|one| one.key == *key);
            let baseline = baseline.ok_or_else(|| Refusal::UnknownRound(key.clone()))?;
            baselines.push(self.of_round(conn, baseline, now)?);
        }
        let turn = self.comparing.of(&round.id);
        let _turn = locked(&turn);
        let kept = locked(&self.comparisons).get(&round.id).cloned();
        if let Some(kept) = kept.filter(|kept| kept.is_of(&current, &baselines, (&choice, &crosswalks))) {
            return Ok(kept);
        }
        let comparison = Arc::new(Comparison::new(current, baselines, choice.clone(), &crosswalks));
        let compared = Arc::new(Compared { comparison, choice, crosswalks, changes: OnceLock::new() });
        locked(&self.comparisons).put(&round.id, compared.clone());
        Ok(compared)
    }
}

fn held(round: &Round, compared: &Compared) -> RoundComparison {
    RoundComparison { round: round.clone(), choice: compared.choice.clone(), comparison: compared.comparison.clone() }
}

fn stamp(conn: &mut Conn, round: &Round) -> Result<Stamp> {
    if round.is_closed()
        && let Some(version) = store::counts::find_version(conn, &round.id)?
    {
        return Ok(Stamp::Stored(version));
    }
    let (count, last) = store::sections::stamp(conn, &round.id)?;
    Ok(Stamp::Sections(count, last))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock()
}
