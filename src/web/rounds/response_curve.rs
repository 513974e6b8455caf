//! The shares of posts that have handed in day by day, counted for a round's page.

use chrono::NaiveDateTime;

use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::Round;
use crate::domain::rounds::response_curve::{ResponseComparison, ResponseCurve, round_before};
use crate::error::Result;
use crate::store::{self, Conn};

/// The round beside the one before; none for a round of which it says nothing: one that only tries, one whose answers
/// come from a file, and one that asks nobody in scope.
pub(in crate::web) fn compare(
    conn: &mut Conn,
    round: &Round,
    scope: &Scope,
    now: NaiveDateTime,
) -> Result<Option<ResponseComparison>> {
    if round.is_test || round.is_historic {
        return Ok(None);
    }
    let Some(current) = curve(conn, round, scope, now)? else { return Ok(None) };
    let previous = match round_before(round, &store::rounds::list(conn)?) {
        Some(before) => curve(conn, before, scope, now)?.map(|curve| (before.key.clone(), curve)),
        None => None,
    };
    Ok(Some(ResponseComparison { current, previous }))
}

fn curve(conn: &mut Conn, round: &Round, scope: &Scope, now: NaiveDateTime) -> Result<Option<ResponseCurve>> {
    let Some(opened_at) = round.opened_at else { return Ok(None) };
    let days = (day_in_denmark(opened_at), day_in_denmark(round.closed_at.unwrap_or(now)));
    let posts = store::participation::count_posts(conn, &round.id, scope)?.iter().map(|count| count.posts).sum();
    let handed_in = store::participation::count_handed_in_by_day(conn, &round.id, scope)?;
    Ok(ResponseCurve::new(days, posts, &handed_in))
}

#[cfg(test)]
mod tests;
