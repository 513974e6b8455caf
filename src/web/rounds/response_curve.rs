//! The shares of posts that have handed in day by day, counted for a round's page.

use chrono::NaiveDateTime;

use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::Round;
use crate::domain::rounds::response_curve::{ResponseComparison, ResponseCurve, round_before};
use crate::error::Result;
use crate::store::{self, Conn};

/// A round that asks so many posts in scope beside the one before of all rounds; none for a round of which it says
/// nothing: one that only tries, one whose answers come from a file, and one that asks nobody in scope.
pub(in crate::web) fn compare(
    conn: &mut Conn,
    (round, posts): (&Round, i64),
    rounds: &[Round],
    scope: &Scope,
    now: NaiveDateTime,
) -> Result<Option<ResponseComparison>> {
    if round.is_test || round.is_historic {
        return Ok(None);
    }
    let Some(current) = curve(conn, (round, posts), scope, now)? else { return Ok(None) };
    let previous = match round_before(round, rounds) {
        Some(before) => {
            let posts =
                store::participation::count_posts(conn, &before.id, scope)?.iter().map(|count| count.posts).sum();
            curve(conn, (before, posts), scope, now)?.map(|curve| (before.key.clone(), curve))
        }
        None => None,
    };
    Ok(Some(ResponseComparison { current, previous }))
}

fn curve(
    conn: &mut Conn,
    (round, posts): (&Round, i64),
    scope: &Scope,
    now: NaiveDateTime,
) -> Result<Option<ResponseCurve>> {
    let Some(opened_at) = round.opened_at else { return Ok(None) };
    let days = (day_in_denmark(opened_at), day_in_denmark(round.closed_at.unwrap_or(now)));
    let handed_in = store::participation::count_handed_in_by_day(conn, &round.id, scope)?;
    Ok(ResponseCurve::new(days, posts, &handed_in))
}

#[cfg(test)]
mod tests;
