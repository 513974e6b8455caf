//! Releases of rounds' figures.

use diesel::dsl::max;
use diesel::prelude::*;

use super::Conn;
use super::counts::ROWS;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::releases::{Release, ReleaseId, ReleasedFigures};
use crate::domain::scoring::tallies::counted::CountedArea;
use crate::schema::{released_counts, releases};

/// The releases of a round, newest first.
pub fn list(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<Release>> {
    let query = releases::table.filter(releases::round_id.eq(round)).order(releases::number.desc());
    query.select(Release::as_select()).load(conn)
}

/// The id of a round's newest release.
pub fn find_newest(conn: &mut Conn, round: &RoundId) -> QueryResult<Option<ReleaseId>> {
    let newest = releases::table.filter(releases::round_id.eq(round)).select(max(releases::number));
    let newest: Option<i32> = newest.get_result(conn)?;
    let found =
        releases::table.filter(releases::round_id.eq(round).and(releases::number.eq(newest.unwrap_or_default())));
    found.select(releases::id).get_result(conn).optional()
}

/// One release.
pub fn find(conn: &mut Conn, id: &ReleaseId) -> QueryResult<Option<Release>> {
    releases::table.find(id).select(Release::as_select()).get_result(conn).optional()
}

/// The release of a round with this number.
pub fn find_by_number(conn: &mut Conn, round: &RoundId, number: i32) -> QueryResult<Option<Release>> {
    let query = releases::table.filter(releases::round_id.eq(round).and(releases::number.eq(number)));
    query.select(Release::as_select()).get_result(conn).optional()
}

/// The figures of a release as files.
pub fn find_figures(conn: &mut Conn, id: &ReleaseId) -> QueryResult<ReleasedFigures> {
    let (scores, changes) = releases::table.find(id).select((releases::scores, releases::changes)).get_result(conn)?;
    Ok(ReleasedFigures { scores, changes })
}

/// The counts of a round in a release, in the municipalities in scope.
pub fn list_counts(
    conn: &mut Conn,
    (release, round): (&ReleaseId, &RoundId),
    scope: &Scope,
) -> QueryResult<Vec<CountedArea>> {
    let query = released_counts::table
        .filter(released_counts::release_id.eq(release).and(released_counts::round_id.eq(round)))
        .select((
            released_counts::round_id,
            released_counts::municipality_code,
            released_counts::area,
            released_counts::sections,
            released_counts::returned,
            released_counts::chosen,
        ))
        .into_boxed();
    in_scope!(query, released_counts::municipality_code, scope).load(conn)
}

/// Adds a release with everything that it is made from.
pub fn insert(
    conn: &mut Conn,
    release: &Release,
    counts: &[CountedArea],
    figures: &ReleasedFigures,
) -> QueryResult<()> {
    let of_figures = (releases::scores.eq(&figures.scores), releases::changes.eq(&figures.changes));
    diesel::insert_into(releases::table).values((release, of_figures)).execute(conn)?;
    for chunk in counts.chunks(ROWS) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|count| {
                (
                    released_counts::release_id.eq(&release.id),
                    released_counts::round_id.eq(&count.round_id),
                    released_counts::municipality_code.eq(&count.municipality_code),
                    released_counts::area.eq(count.area),
                    released_counts::sections.eq(count.sections),
                    released_counts::returned.eq(count.returned),
                    released_counts::chosen.eq(&count.chosen),
                )
            })
            .collect();
        on_each!(conn => diesel::insert_into(released_counts::table).values(&rows).execute(conn))?;
    }
    Ok(())
}
