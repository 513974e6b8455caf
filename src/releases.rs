//! Releases: a round's figures frozen with everything that they are made from, and worked out again from it.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::{
    Basis, Correction, Proposal, Release, ReleaseFault, ReleaseId, ReleasedFigures, ReleasedRound, Verification,
    checksum, checksum_of_answers, differing_lines, first_difference,
};
use crate::domain::scoring::comparison::Comparison;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::scoring::tallies::counted::CountedArea;
use crate::error::{Error, OrNotFound, Result};
use crate::exports::{write_changes, write_scores};
use crate::files::cells::Dialect;
use crate::results::{Baselines, baselines_now, count, count_now, hold_against, released_baselines};
use crate::store::{self, Conn};

/// A release that may be stored.
#[derive(Debug)]
pub struct Frozen {
    /// The release.
    pub release: Release,
    /// The counts that it is made from.
    pub counts: Vec<CountedArea>,
    /// Its figures.
    pub figures: ReleasedFigures,
}

/// Freezes a round as it is now: counted anew, held against what its pins, the rounds and the crosswalks say now. A
/// baseline round that is published is read from its own newest release.
///
/// # Errors
/// Database errors.
pub fn freeze(conn: &mut Conn, round: &Round, (number, reason): (i32, &str), now: NaiveDateTime) -> Result<Frozen> {
    let Baselines { choice, rounds, crosswalks, .. } = baselines_now(conn, round)?;
    let current = Arc::new(count_now(conn, round, &Scope::All)?);
    let then: Vec<Arc<ResponseTallies>> =
        rounds.iter().map(|one| Ok(Arc::new(count(conn, one, &Scope::All)?))).collect::<Result<_>>()?;
    let mut counts = current.to_counts(&round.id);
    for (one, tallies) in rounds.iter().zip(&then) {
        counts.extend(tallies.to_counts(&one.id));
    }
    let described: Vec<ReleasedRound> =
        rounds.iter().zip(&then).map(|(one, tallies)| describe(conn, one, tallies)).collect::<Result<_>>()?;
    let current_described = describe(conn, round, &current)?;
    let comparison = Comparison::new(current, then, choice.clone(), &crosswalks);
    let basis = Basis { current: current_described, baselines: described, choice, crosswalks };
    let basis = serde_json::to_string(&basis).map_err(|cause| Error::Internal(cause.into()))?;
    let figures = figures_of(&comparison)?;
    let release = Release {
        id: ReleaseId::new(),
        round_id: round.id.clone(),
        number,
        published_at: now,
        reason: reason.to_owned(),
        content_hash: checksum(&basis, &counts, &figures),
        basis,
    };
    Ok(Frozen { release, counts, figures })
}

fn describe(conn: &mut Conn, round: &Round, tallies: &ResponseTallies) -> Result<ReleasedRound> {
    let covered = || tallies.municipalities.iter().flat_map(|one| &one.areas);
    Ok(ReleasedRound {
        key: round.key.clone(),
        edition: round.edition.clone(),
        edition_hash: edition_hash(conn, &round.edition)?,
        packages: round.packages.clone(),
        rule: round.rule,
        min_coverage: round.min_coverage,
        municipalities: tallies.municipalities.len(),
        sections: covered().map(|area| area.sections).sum(),
        returned: covered().map(|area| area.returned).sum(),
        answers: sum_of_answers(conn, round)?,
    })
}

fn edition_hash(conn: &mut Conn, key: &str) -> Result<String> {
    Ok(store::editions::find_hash(conn, key)?.ok_or_else(|| Refusal::UnknownEdition(key.to_owned()))?)
}

fn sum_of_answers(conn: &mut Conn, round: &Round) -> Result<String> {
    Ok(checksum_of_answers(&store::sections::list_returned(conn, &round.id, &Scope::All)?))
}

fn figures_of(comparison: &Comparison) -> Result<ReleasedFigures> {
    let text = |bytes| String::from_utf8(bytes).map_err(|cause| Error::Internal(cause.into()));
    Ok(ReleasedFigures {
        scores: text(write_scores(&comparison.current, Dialect::Machine))?,
        changes: text(write_changes(comparison, Dialect::Machine))?,
    })
}

/// What publishing a round now would publish, held against its newest release; writes nothing.
///
/// # Errors
/// Database errors.
pub fn propose(conn: &mut Conn, round: &Round, newest: Option<&Release>, now: NaiveDateTime) -> Result<Proposal> {
    let Frozen { release, figures, .. } = freeze(conn, round, (0, ""), now)?;
    let basis = release.read_basis().map_err(|cause| Error::Internal(cause.into()))?;
    let corrected = match newest {
        Some(newest) => {
            let published = store::releases::find_figures(conn, &newest.id)?;
            let lines = differing_lines(&published.scores, &figures.scores)
                + differing_lines(&published.changes, &figures.changes);
            Some(Correction { number: newest.number, lines, is_same: newest.content_hash == release.content_hash })
        }
        None => None,
    };
    let ReleasedRound { municipalities, sections, returned, .. } = basis.current;
    Ok(Proposal { municipalities, sections, returned, baselines: basis.choice.rounds, corrected })
}

/// Looks whether a release is what was published, and whether its figures follow from what it is made from.
///
/// # Errors
/// Database errors.
pub fn verify(conn: &mut Conn, round: &Round, release: &Release) -> Result<Verification> {
    let mut found = Verification { faults: Vec::new(), changed_since: Vec::new() };
    let figures = store::releases::find_figures(conn, &release.id)?;
    let Ok(basis) = release.read_basis() else {
        found.faults.push(ReleaseFault::Damaged);
        return Ok(found);
    };
    let mut counts = Vec::new();
    for key in basis.baselines.iter().chain([&basis.current]).map(|one| &one.key) {
        let one = store::rounds::find_by_key(conn, key)?.or_not_found()?;
        counts.extend(store::releases::list_counts(conn, (&release.id, &one.id), &Scope::All)?);
    }
    if checksum(&release.basis, &counts, &figures) != release.content_hash {
        found.faults.push(ReleaseFault::Damaged);
    }
    for one in basis.baselines.iter().chain([&basis.current]) {
        if edition_hash(conn, &one.edition)? != one.edition_hash {
            found.faults.push(ReleaseFault::EditionChanged(one.edition.clone()));
        }
        let now = store::rounds::find_by_key(conn, &one.key)?.or_not_found()?;
        if sum_of_answers(conn, &now)? != one.answers {
            found.changed_since.push(one.key.clone());
        }
    }
    let held = released_baselines(conn, release)?;
    let again = figures_of(&hold_against(conn, round, held, &Scope::All)?.comparison)?;
    let pairs = [(&figures.scores, &again.scores), (&figures.changes, &again.changes)];
    found.faults.extend(pairs.into_iter().filter_map(|(published, now)| first_difference(published, now)));
    Ok(found)
}
