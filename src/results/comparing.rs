//! Which rounds a round is held against, and both put side by side.

use std::collections::HashMap;
use std::sync::Arc;

use super::counting::{count, count_released, newest_release};
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{Release, ReleaseId};
use crate::domain::scoring::baselines::{BaselineRounds, Pin, baseline_rounds};
use crate::domain::scoring::comparison::Comparison;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::editions;
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Conn};

/// What a round is held against, and over which links.
#[derive(Debug, Clone)]
pub struct Baselines {
    /// The release that says so, and from which both are counted; none where it is worked out now.
    pub release: Option<ReleaseId>,
    /// Which round serves each package and question.
    pub choice: BaselineRounds,
    /// The rounds of `choice`, in that order.
    pub rounds: Vec<Round>,
    /// The links between questions of editions.
    pub crosswalks: Vec<Crosswalk>,
}

/// What `round` is held against: what its newest release says, else what is so now.
///
/// # Errors
/// Database errors.
pub fn baselines_of(conn: &mut Conn, round: &Round) -> Result<Baselines> {
    match newest_release(conn, round)? {
        Some(release) => {
            let release = store::releases::find(conn, &release)?.or_not_found()?;
            released_baselines(conn, &release)
        }
        None => baselines_now(conn, round),
    }
}

/// What the round of a release is held against in it.
///
/// # Errors
/// Database errors; internal where the release can't be read.
pub fn released_baselines(conn: &mut Conn, release: &Release) -> Result<Baselines> {
    let basis = release.read_basis().map_err(|cause| Error::Internal(cause.into()))?;
    let rounds = rounds_of(&basis.choice, &store::rounds::list(conn)?)?;
    Ok(Baselines { release: Some(release.id.clone()), choice: basis.choice, rounds, crosswalks: basis.crosswalks })
}

/// What a round is held against by the rounds, pins and crosswalks that there are now.
///
/// # Errors
/// Database errors.
pub fn baselines_now(conn: &mut Conn, round: &Round) -> Result<Baselines> {
    let crosswalks = editions::crosswalks(conn)?;
    let all = store::rounds::list(conn)?;
    let choice = choose(conn, round, &all, &crosswalks)?;
    let rounds = rounds_of(&choice, &all)?;
    Ok(Baselines { release: None, choice, rounds, crosswalks })
}

/// Everything of a round held against one other.
///
/// # Errors
/// Refused when that one is unknown; database errors.
pub fn single_baseline(conn: &mut Conn, round: &Round, baseline: &str) -> Result<Baselines> {
    let edition = editions::load(conn, &round.edition)?;
    let choice = BaselineRounds::single(&edition, baseline);
    let rounds = rounds_of(&choice, &store::rounds::list(conn)?)?;
    Ok(Baselines { release: None, choice, rounds, crosswalks: editions::crosswalks(conn)? })
}

fn rounds_of(choice: &BaselineRounds, all: &[Round]) -> Result<Vec<Round>> {
    let find = |key: &String| all.iter().find(|one| one.key == *key).cloned();
    let found = choice.rounds.iter().map(|key| find(key).ok_or_else(|| Refusal::UnknownRound(key.clone()).into()));
    found.collect()
}

fn choose(conn: &mut Conn, round: &Round, rounds: &[Round], crosswalks: &[Crosswalk]) -> Result<BaselineRounds> {
    let mut editions: HashMap<&str, Arc<Edition>> = HashMap::new();
    for key in rounds.iter().chain([round]).map(|one| one.edition.as_str()) {
        if !editions.contains_key(key) {
            editions.insert(key, editions::load(conn, key)?);
        }
    }
    let candidates: Vec<(&Round, &Edition)> =
        rounds.iter().map(|one| (one, &*editions[one.edition.as_str()])).collect();
    let pins: Vec<Pin> = store::rounds::list_pins(conn, &round.id)?
        .into_iter()
        .map(|(package, round)| Pin { package: Some(package).filter(|key| !key.is_empty()), round })
        .collect();
    Ok(baseline_rounds(round, &editions[round.edition.as_str()], &candidates, crosswalks, &pins))
}

/// A round held against its baselines in the municipalities of a scope, read now.
///
/// # Errors
/// Database errors.
pub fn hold_in_scope(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<RoundComparison> {
    let baselines = baselines_of(conn, round)?;
    hold_against(conn, round, baselines, scope)
}

/// A round held against what was chosen, in the municipalities of a scope, read now.
///
/// # Errors
/// Database errors.
pub fn hold_against(conn: &mut Conn, round: &Round, baselines: Baselines, scope: &Scope) -> Result<RoundComparison> {
    let mut counted = |one: &Round| -> Result<Arc<ResponseTallies>> {
        Ok(Arc::new(match &baselines.release {
            Some(release) => count_released(conn, release, one, scope)?,
            None => count(conn, one, scope)?,
        }))
    };
    let current = counted(round)?;
    let then = baselines.rounds.iter().map(&mut counted).collect::<Result<Vec<_>>>()?;
    let Baselines { choice, crosswalks, .. } = baselines;
    let comparison = Comparison::new(current, then, choice.clone(), &crosswalks);
    Ok(RoundComparison { round: round.clone(), choice, comparison: Arc::new(comparison) })
}
