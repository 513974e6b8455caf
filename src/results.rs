//! The counted answers of rounds and what is made of them, kept in memory for as long as nothing that
//! they depend on has changed, by whichever instance; in an open round, where answers are handed in all
//! the time, for a minute at least. What is published is made from its newest release alone.

mod comparing;
mod counting;

use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use chrono::{Duration, NaiveDateTime};

use quick_cache::sync::{Cache, EntryAction, EntryResult};

use crate::domain::access::staff::Scope;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::rounds::releases::ReleaseId;
use crate::domain::rounds::{Round, RoundId};
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::comparison::{Comparison, CountryChanges, compare_country};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::{CountryScores, score_country};
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::scoring::tallies::counted::CountVersion;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};

pub use comparing::{
    Baselines, baselines_now, baselines_of, hold_against, hold_in_scope, released_baselines, single_baseline,
};
pub use counting::{count, count_now, count_released, count_sections, read_counts};

/// How long the figures of an open round may lag behind, in seconds.
const LAG_SECONDS: i64 = 60;

/// How many counted rounds are kept, about 3 MB each for the whole country: those of a trend and some baselines.
const ROUNDS: usize = 16;

/// How many comparisons are kept, about 3 MB each for the whole country.
const COMPARISONS: usize = 4;

/// Counted rounds and comparisons. Whoever asks for one that is being made waits for it; other rounds do not.
pub struct Results {
    rounds: Cache<CountKey, Arc<Counted>>,
    comparisons: Cache<RoundId, Arc<Compared>>,
}

impl Default for Results {
    fn default() -> Results {
        Results { rounds: Cache::new(ROUNDS), comparisons: Cache::new(COMPARISONS) }
    }
}

/// What is counted: a round as it is now, or as it was released.
#[derive(Clone, PartialEq, Eq, Hash)]
enum CountKey {
    Now(RoundId),
    Released(ReleaseId, RoundId),
}

struct Counted {
    tallies: Arc<ResponseTallies>,
    stamp: Stamp,
    counted_at: NaiveDateTime,
    scores: OnceLock<Arc<CountryScores>>,
}

impl Counted {
    fn new(tallies: ResponseTallies, stamp: Stamp, counted_at: NaiveDateTime) -> Counted {
        Counted { tallies: Arc::new(tallies), stamp, counted_at, scores: OnceLock::new() }
    }

    /// Every group's score, computed by the first who asks.
    fn scored(&self) -> Scored {
        (self.tallies.clone(), self.scores.get_or_init(|| Arc::new(score_country(&self.tallies))).clone())
    }
}

/// A round's count and every group's score made from it.
pub type Scored = (Arc<ResponseTallies>, Arc<CountryScores>);

/// What tells that a count is out of date.
#[derive(Clone, PartialEq)]
enum Stamp {
    /// The version of stored counts.
    Stored(CountVersion),
    /// How many sections were handed in and when the last one was.
    Sections(i64, Option<NaiveDateTime>),
    /// A release never changes.
    Released,
}

/// A comparison with everything that it was made from.
struct Compared {
    comparison: Arc<Comparison>,
    release: Option<ReleaseId>,
    choice: BaselineRounds,
    crosswalks: Vec<Crosswalk>,
    changes: OnceLock<Arc<CountryChanges>>,
}

impl Compared {
    fn new(current: Arc<ResponseTallies>, then: Vec<Arc<ResponseTallies>>, held: Baselines) -> Compared {
        let Baselines { release, choice, crosswalks, .. } = held;
        let comparison = Arc::new(Comparison::new(current, then, choice.clone(), &crosswalks));
        Compared { comparison, release, choice, crosswalks, changes: OnceLock::new() }
    }

    /// Whether the same rounds, counted as before, are to be compared in the same way.
    fn is_of(&self, current: &Arc<ResponseTallies>, then: &[Arc<ResponseTallies>], held: &Baselines) -> bool {
        let kept = self.comparison.baselines.iter().map(|baseline| &baseline.tallies);
        Arc::ptr_eq(&self.comparison.current, current)
            && self.release == held.release
            && self.choice == held.choice
            && self.crosswalks == held.crosswalks
            && kept.zip(then).all(|(kept, baseline)| Arc::ptr_eq(kept, baseline))
    }
}

impl Results {
    /// What a round counts over all municipalities.
    ///
    /// # Errors
    /// Database errors.
    pub fn of_round(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Arc<ResponseTallies>> {
        Ok(self.counted(conn, round, now)?.tallies.clone())
    }

    fn counted(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Arc<Counted>> {
        if let Some(release) = counting::newest_release(conn, round)? {
            return self.released(conn, &release, round, now);
        }
        // Read before the answers are, so that what is handed in meanwhile makes the count out of date.
        let stamp = stamp(conn, round)?;
        let is_fresh = |counted: &Counted| {
            let is_recent = !round.is_closed() && now - counted.counted_at < Duration::seconds(LAG_SECONDS);
            counted.stamp == stamp || is_recent
        };
        kept_or_made(&self.rounds, &CountKey::Now(round.id.clone()), is_fresh, || {
            Ok(Counted::new(count_now(conn, round, &Scope::All)?, stamp.clone(), now))
        })
    }

    fn released(
        &self,
        conn: &mut Conn,
        release: &ReleaseId,
        round: &Round,
        now: NaiveDateTime,
    ) -> Result<Arc<Counted>> {
        let key = CountKey::Released(release.clone(), round.id.clone());
        kept_or_made(
            &self.rounds,
            &key,
            |_| true,
            || Ok(Counted::new(count_released(conn, release, round, &Scope::All)?, Stamp::Released, now)),
        )
    }

    /// Every group's score in every municipality of a round, with the count that they are made from.
    ///
    /// # Errors
    /// Database errors.
    pub fn scores_of_round(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Scored> {
        Ok(self.counted(conn, round, now)?.scored())
    }

    /// The same of several rounds: each is scored while the next one is read.
    ///
    /// # Errors
    /// Database errors.
    pub fn scores_of_rounds(&self, conn: &mut Conn, rounds: &[&Round], now: NaiveDateTime) -> Result<Vec<Scored>> {
        std::thread::scope(|scope| {
            let mut scoring = Vec::with_capacity(rounds.len());
            for &round in rounds {
                let counted = self.counted(conn, round, now)?;
                scoring.push(scope.spawn(move || counted.scored()));
            }
            let broken = |_| Error::Internal("scoring a round broke off".into());
            scoring.into_iter().map(|one| one.join().map_err(broken)).collect()
        })
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
        if let Some(release) = counting::newest_release(conn, round)? {
            let is_fresh = |compared: &Compared| compared.release.as_ref() == Some(&release);
            return kept_or_made(&self.comparisons, &round.id, is_fresh, || {
                let stored = store::releases::find(conn, &release)?.or_not_found()?;
                let held = released_baselines(conn, &stored)?;
                let mut tallies = |one| Ok(self.released(conn, &release, one, now)?.tallies.clone());
                let current = tallies(round)?;
                let then = held.rounds.iter().map(&mut tallies).collect::<Result<Vec<_>>>()?;
                Ok(Compared::new(current, then, held))
            });
        }
        let held = baselines_now(conn, round)?;
        let current = self.of_round(conn, round, now)?;
        let then = held.rounds.iter().map(|one| self.of_round(conn, one, now)).collect::<Result<Vec<_>>>()?;
        let is_fresh = |compared: &Compared| compared.is_of(&current, &then, &held);
        kept_or_made(&self.comparisons, &round.id, is_fresh, || {
            Ok(Compared::new(current.clone(), then.clone(), held.clone()))
        })
    }
}

/// What is kept for a round where it is fresh; else one who asks makes it, and the others of this round wait.
fn kept_or_made<K: Clone + Eq + Hash, T>(
    cache: &Cache<K, Arc<T>>,
    key: &K,
    is_fresh: impl Fn(&T) -> bool,
    make: impl FnOnce() -> Result<T>,
) -> Result<Arc<T>> {
    let found = cache.entry(key, None, |_, kept| {
        if is_fresh(kept) { EntryAction::Retain(kept.clone()) } else { EntryAction::ReplaceWithGuard }
    });
    let guard = match found {
        EntryResult::Retained(kept) => return Ok(kept),
        EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _) => guard,
        EntryResult::Removed(..) | EntryResult::Timeout => return Err(Error::Busy("counting a dashboard")),
    };
    let made = Arc::new(make()?);
    // It fails only where the entry was taken away meanwhile; then the next one who asks makes it again.
    drop(guard.insert(made.clone()));
    Ok(made)
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
