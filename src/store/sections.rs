//! Sections: the areas of invitations, and the answers that were handed in.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::invitations::{InvitationId, Section, SectionNumber};
use crate::domain::rounds::{RoundId, RoundStatus};
use crate::domain::scoring::tallies::ReturnedSection;
use crate::domain::{Area, MunicipalityCode};
use crate::schema::{invitations, rounds, sections};

/// Rows of one INSERT: PostgreSQL takes at most 65,535 values in a statement.
const ROWS: usize = 1000;

/// The highest section number in use, 0 where there is none.
pub fn highest_number(conn: &mut Conn) -> QueryResult<SectionNumber> {
    Ok(sections::table.select(max(sections::number)).first::<Option<i32>>(conn)?.unwrap_or(0))
}

/// Adds sections.
pub fn insert(conn: &mut Conn, rows: &[Section]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(sections::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// The sections of a round in the municipalities in scope.
pub fn list_by_round(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<Section>> {
    let query = sections::table
        .filter(sections::round_id.eq(round))
        .order(sections::number)
        .select(Section::as_select())
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// Which posts a round asked about which areas.
pub fn list_areas(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<(PostId, Area)>> {
    sections::table
        .inner_join(invitations::table)
        .filter(sections::round_id.eq(round))
        .select((invitations::post_id, sections::area))
        .load(conn)
}

/// Freezes a section's answers as handed in.
pub fn update_returned(
    conn: &mut Conn,
    section: SectionNumber,
    returned: &str,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::update(sections::table.find(section))
        .set((sections::returned.eq(returned), sections::handed_in_at.eq(now)))
        .execute(conn)
}

/// How many sections of a round were handed in.
pub fn count_handed_in(conn: &mut Conn, round: &RoundId) -> QueryResult<i64> {
    sections::table
        .filter(sections::round_id.eq(round).and(sections::handed_in_at.is_not_null()))
        .count()
        .get_result(conn)
}

/// What the municipalities in scope handed in, for counting; drafts are in it as areas without answers.
pub fn list_returned(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<ReturnedSection>> {
    let query = sections::table
        .filter(sections::round_id.eq(round))
        .select((sections::municipality_code, sections::area, sections::returned))
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// How many sections of a round were handed in, and when the last one was.
pub fn stamp(conn: &mut Conn, round: &RoundId) -> QueryResult<(i64, Option<NaiveDateTime>)> {
    sections::table
        .filter(sections::round_id.eq(round).and(sections::handed_in_at.is_not_null()))
        .select((count_star(), max(sections::handed_in_at)))
        .get_result(conn)
}

/// The sections of an invitation.
pub fn list_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Section>> {
    on_each!(conn => sections::table
        .filter(sections::invitation_id.eq(invitation))
        .select(Section::as_select())
        .load(conn))
}

/// One section.
pub fn find(conn: &mut Conn, number: SectionNumber) -> QueryResult<Option<Section>> {
    on_each!(conn => sections::table.find(number).select(Section::as_select()).get_result(conn).optional())
}

/// The section of one area.
pub fn find_by_area(conn: &mut Conn, invitation: &InvitationId, area: Area) -> QueryResult<Option<Section>> {
    on_each!(conn => sections::table
        .filter(sections::invitation_id.eq(invitation).and(sections::area.eq(area)))
        .select(Section::as_select())
        .get_result(conn)
        .optional())
}

/// Makes a section a draft again.
pub fn clear_returned(conn: &mut Conn, section: SectionNumber) -> QueryResult<usize> {
    diesel::update(sections::table.find(section))
        .set((sections::returned.eq(None::<String>), sections::handed_in_at.eq(None::<NaiveDateTime>)))
        .execute(conn)
}

/// Makes every section of a round a draft again.
pub fn clear_returned_of_round(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    diesel::update(sections::table.filter(sections::round_id.eq(round)))
        .set((sections::returned.eq(None::<String>), sections::handed_in_at.eq(None::<NaiveDateTime>)))
        .execute(conn)
}

/// Names the colleague who answers a section, or nobody.
pub fn update_helper(conn: &mut Conn, section: SectionNumber, helper: Option<(&str, &str)>) -> QueryResult<usize> {
    diesel::update(sections::table.find(section))
        .set((
            sections::helper_name.eq(helper.map(|(name, _)| name)),
            sections::helper_email.eq(helper.map(|(_, email)| email)),
        ))
        .execute(conn)
}

/// A section that a post handed in in an earlier round.
#[derive(Debug, Clone, Queryable)]
pub struct EarlierSection {
    /// Its number.
    pub number: SectionNumber,
    /// Its area.
    pub area: Area,
    /// The invitation that it belongs to.
    pub invitation: InvitationId,
    /// The answers as handed in.
    pub returned: Option<String>,
    /// The round's key.
    pub round: String,
    /// The edition that was asked.
    pub edition: String,
    /// The post's title then.
    pub post: String,
    /// When it was handed in, or came from a file.
    pub handed_in_at: Option<NaiveDateTime>,
    /// Whether it came from a file.
    pub is_historic: bool,
}

/// What a post handed in in the closed rounds of the programme that opened before `opens_on`,
/// the newest first.
pub fn list_earlier(
    conn: &mut Conn,
    (programme, opens_on): (&str, NaiveDate),
    post: &PostId,
) -> QueryResult<Vec<EarlierSection>> {
    on_each!(conn => sections::table
        .inner_join(invitations::table.inner_join(rounds::table))
        .filter(invitations::post_id.eq(post).and(sections::returned.is_not_null()))
        .filter(rounds::programme.eq(programme).and(rounds::opens_on.lt(opens_on)).and(rounds::is_test.eq(false)))
        .filter(rounds::status.eq(RoundStatus::Closed).or(rounds::status.eq(RoundStatus::Published)))
        .order(rounds::opens_on.desc())
        .select((
            sections::number,
            sections::area,
            sections::invitation_id,
            sections::returned,
            rounds::key,
            rounds::edition,
            invitations::post,
            sections::handed_in_at,
            rounds::is_historic,
        ))
        .load(conn))
}

/// The newest closed round of a programme that was answered by link and opened before `opens_on`; of the few
/// that there are, the first is read.
pub fn find_earlier_round(conn: &mut Conn, (programme, opens_on): (&str, NaiveDate)) -> QueryResult<Option<RoundId>> {
    on_each!(conn => rounds::table
        .filter(rounds::programme.eq(programme).and(rounds::opens_on.lt(opens_on)))
        .filter(rounds::is_test.eq(false).and(rounds::is_historic.eq(false)))
        .filter(rounds::status.eq(RoundStatus::Closed).or(rounds::status.eq(RoundStatus::Published)))
        .order(rounds::opens_on.desc())
        .select(rounds::id)
        .get_result(conn)
        .optional())
}

/// When somebody started and was done, and one section of what they handed in.
pub type Pace = (InvitationId, Option<NaiveDateTime>, Option<NaiveDateTime>, Option<String>);

/// The paces of a round, the sections of an invitation together; `limit` sections at most.
pub fn list_paces(conn: &mut Conn, round: &RoundId, limit: i64) -> QueryResult<Vec<Pace>> {
    sections::table
        .inner_join(invitations::table)
        .filter(sections::round_id.eq(round).and(invitations::started_at.is_not_null()))
        .filter(invitations::handed_in_at.is_not_null())
        .order((sections::invitation_id, sections::number))
        .limit(limit)
        .select((sections::invitation_id, invitations::started_at, invitations::handed_in_at, sections::returned))
        .load(conn)
}

/// How many sections of a municipality in a round are handed in, and how many there are.
pub fn count_in_municipality(conn: &mut Conn, round: &RoundId, code: &MunicipalityCode) -> QueryResult<(i64, i64)> {
    sections::table
        .filter(sections::round_id.eq(round).and(sections::municipality_code.eq(code)))
        .select((count(sections::handed_in_at), count_star()))
        .get_result(conn)
}

/// How many sections of open rounds are not handed in.
pub fn count_open(conn: &mut Conn) -> QueryResult<i64> {
    sections::table
        .inner_join(rounds::table.on(rounds::id.eq(sections::round_id)))
        .filter(rounds::status.eq(RoundStatus::Open))
        .filter(sections::handed_in_at.is_null())
        .count()
        .get_result(conn)
}
