//! What a round counts, read now: from the stored counts of a closed round, else from its sections.

use crate::domain::access::staff::Scope;
use crate::domain::rounds::Round;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};

/// What a round counts in the municipalities of a scope.
///
/// # Errors
/// Database errors.
pub fn count(conn: &mut Conn, round: &Round, scope: &Scope) -> Result<ResponseTallies> {
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
