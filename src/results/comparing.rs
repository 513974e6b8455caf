//! Which rounds a round is held against, and both put side by side.

use std::collections::HashMap;
use std::sync::Arc;

use super::counting::count;
use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::rounds::Round;
use crate::domain::scoring::baselines::{BaselineRounds, Pin, baseline_rounds};
use crate::domain::scoring::comparison::Comparison;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};

/// The round that each package and question of `round` is held against.
///
/// # Errors
/// Database errors.
pub fn baselines_of(conn: &mut Conn, round: &Round) -> Result<BaselineRounds> {
    let crosswalks = editions::crosswalks(conn)?;
    let rounds = store::rounds::list(conn)?;
    choose(conn, round, &rounds, &crosswalks)
}

/// The same where all rounds and crosswalks were read already.
///
/// # Errors
/// Database errors.
pub(super) fn choose(
    conn: &mut Conn,
    round: &Round,
    rounds: &[Round],
    crosswalks: &[Crosswalk],
) -> Result<BaselineRounds> {
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
    let choice = baselines_of(conn, round)?;
    let comparison = compare(conn, round, choice.clone(), |conn, one| Ok(Arc::new(count(conn, one, scope)?)))?;
    Ok(RoundComparison { round: round.clone(), choice, comparison: Arc::new(comparison) })
}

/// A round held against the baselines of `choice`. `returns_of` counts a round, from memory or now.
///
/// # Errors
/// Database errors; refused when a chosen round is unknown.
pub fn compare(
    conn: &mut Conn,
    round: &Round,
    choice: BaselineRounds,
    mut returns_of: impl FnMut(&mut Conn, &Round) -> Result<Arc<ResponseTallies>>,
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
