//! What a round counts, read now: from its newest release, else from the stored counts of a closed round, else from
//! its sections.

use crate::domain::access::staff::Scope;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::rounds::releases::ReleaseId;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::editions;
use crate::error::{Error, Result};
use crate::store::{self, Conn};

/// What a round counts in the municipalities of a scope; as it was released, where it is published.
///
/// # Errors
/// Database errors.
pub fn count(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<ResponseTallies> {
    match newest_release(conn, round)? {
        Some(release) => count_released(conn, &release, round, scope),
        None => count_now(conn, round, scope),
    }
}

/// The same as it is now, whatever was released of it.
///
/// # Errors
/// Database errors.
pub fn count_now(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<ResponseTallies> {
    if let Some(tallies) = read_counts(conn, round, scope)? {
        return Ok(tallies);
    }
    count_sections(conn, round, scope)
}

/// The same from the sections alone, whatever is stored.
///
/// # Errors
/// Database errors.
pub fn count_sections(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<ResponseTallies> {
    let edition = editions::load(conn, &round.edition)?;
    let sections = store::sections::list_returned(conn, &round.id, scope)?;
    Ok(ResponseTallies::count(edition, round, sections))
}

/// The same from the stored counts of a closed round; none where it has none, or where they are
/// damaged, which `pejl doctor` tells.
///
/// # Errors
/// Database errors.
pub fn read_counts(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<Option<ResponseTallies>> {
    if !round.is_closed() || store::counts::find_version(conn, &round.id)?.is_none() {
        return Ok(None);
    }
    let edition = editions::load(conn, &round.edition)?;
    Ok(ResponseTallies::from_counts(edition, round, store::counts::list_by_round(conn, &round.id, scope)?))
}

/// What a round counts in a release: the one released, or one that it is held against.
///
/// # Errors
/// Refused where the edition has been changed so that the counts do not fit it; database errors.
pub fn count_released(conn: &mut Conn, release: &ReleaseId, round: &Round, scope: &Scope) -> Result<ResponseTallies> {
    let edition = editions::load(conn, &round.edition)?;
    let counts = store::releases::list_counts(conn, (release, &round.id), scope)?;
    let tallies = ResponseTallies::from_counts(edition, round, counts);
    tallies.ok_or_else(|| Error::Refused(Refusal::EditionChanged))
}

/// The release that a round's figures are read from; none where it is not published.
///
/// # Errors
/// Database errors.
pub(super) fn newest_release(conn: &mut Conn, round: &Round) -> Result<Option<ReleaseId>> {
    if round.is_published() { Ok(store::releases::find_newest(conn, &round.id)?) } else { Ok(None) }
}
