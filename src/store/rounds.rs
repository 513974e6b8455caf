//! Rounds and pinned baselines.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::{Conn, announcements};
use crate::domain::mail::letters::LetterState;
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::schema::{baselines, letters, rounds};

/// The round with this key.
pub fn find_by_key(conn: &mut Conn, key: &str) -> QueryResult<Option<Round>> {
    rounds::table.filter(rounds::key.eq(key)).select(Round::as_select()).get_result(conn).optional()
}

/// All rounds, latest first.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Round>> {
    rounds::table.order((rounds::closes_on.desc(), rounds::key.desc())).select(Round::as_select()).load(conn)
}

/// Rounds in one state whose opening day has come.
pub fn list_to_open(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<Round>> {
    rounds::table
        .filter(rounds::status.eq(RoundStatus::Scheduled).and(rounds::opens_on.le(today)))
        .select(Round::as_select())
        .load(conn)
}

/// Open rounds, for reminders and closing.
pub fn list_open(conn: &mut Conn) -> QueryResult<Vec<Round>> {
    rounds::table.filter(rounds::status.eq(RoundStatus::Open)).select(Round::as_select()).load(conn)
}

/// Adds a round.
pub fn insert(conn: &mut Conn, round: &Round) -> QueryResult<usize> {
    diesel::insert_into(rounds::table).values(round).execute(conn)
}

/// How many rounds are open.
pub fn count_open(conn: &mut Conn) -> QueryResult<i64> {
    rounds::table.filter(rounds::status.eq(RoundStatus::Open)).count().get_result(conn)
}

/// How many rounds ask an edition.
pub fn count_by_edition(conn: &mut Conn, edition: &str) -> QueryResult<i64> {
    rounds::table.filter(rounds::edition.eq(edition)).count().get_result(conn)
}

/// Replaces what was decided about a round that has not opened; when it was made and where it stands stay.
pub fn update(conn: &mut Conn, round: &Round) -> QueryResult<usize> {
    diesel::update(rounds::table.find(&round.id))
        .set((
            rounds::key.eq(&round.key),
            rounds::programme.eq(&round.programme),
            rounds::edition.eq(&round.edition),
            rounds::edition_hash.eq(&round.edition_hash),
            rounds::packages.eq(&round.packages),
            rounds::opens_on.eq(round.opens_on),
            rounds::closes_on.eq(round.closes_on),
            rounds::rule.eq(round.rule),
            rounds::min_coverage.eq(round.min_coverage),
            rounds::is_test.eq(round.is_test),
        ))
        .execute(conn)
}

/// Rounds that open by themselves on their day.
pub fn list_scheduled(conn: &mut Conn) -> QueryResult<Vec<Round>> {
    rounds::table
        .filter(rounds::status.eq(RoundStatus::Scheduled))
        .order(rounds::key)
        .select(Round::as_select())
        .load(conn)
}

/// Takes a round away that was never opened, with the baselines pinned for it. Letters that told of it stay in the
/// ledger without it; those that still wait are called off.
pub fn delete(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    delete_pins(conn, round)?;
    announcements::delete(conn, round)?;
    let told = || letters::table.filter(letters::round_id.eq(round));
    diesel::update(told().filter(letters::state.eq_any([LetterState::Planned, LetterState::Deferred])))
        .set(letters::state.eq(LetterState::Cancelled))
        .execute(conn)?;
    announcements::empty(conn, round)?;
    diesel::update(told()).set(letters::round_id.eq(None::<RoundId>)).execute(conn)?;
    diesel::delete(rounds::table.find(round)).execute(conn)
}

/// Notes that a round waits: as a draft, or to open by itself on its day.
pub fn update_waiting(conn: &mut Conn, round: &RoundId, status: RoundStatus) -> QueryResult<usize> {
    diesel::update(rounds::table.find(round)).set(rounds::status.eq(status)).execute(conn)
}

/// Notes that a round opened: when, over the edition whose document has which hash, the plan of its
/// letters and what it is held to.
pub fn update_opened(conn: &mut Conn, opened: &Round) -> QueryResult<usize> {
    diesel::update(rounds::table.find(&opened.id))
        .set((
            rounds::status.eq(RoundStatus::Open),
            rounds::opened_at.eq(opened.opened_at),
            rounds::edition_hash.eq(&opened.edition_hash),
            rounds::letter_plan.eq(&opened.letter_plan),
            rounds::aim.eq(&opened.aim),
        ))
        .execute(conn)
}

/// Notes that a round closed.
pub fn update_closed(conn: &mut Conn, round: &RoundId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(rounds::table.find(round))
        .set((rounds::status.eq(RoundStatus::Closed), rounds::closed_at.eq(now)))
        .execute(conn)
}

/// Says that a round's figures are released.
pub fn update_published(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    diesel::update(rounds::table.find(round)).set(rounds::status.eq(RoundStatus::Published)).execute(conn)
}

/// The baselines that an administrator pinned for a round: package key (empty: questions without
/// package) and key of the baseline round.
pub fn list_pins(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<(String, String)>> {
    baselines::table
        .inner_join(rounds::table.on(rounds::id.eq(baselines::baseline_round_id)))
        .filter(baselines::round_id.eq(round))
        .select((baselines::package, rounds::key))
        .load(conn)
}

/// Pins the baseline of a package (empty: of the questions without package) in a round that has none pinned.
pub fn insert_pin(conn: &mut Conn, round: &RoundId, package: &str, baseline: &RoundId) -> QueryResult<usize> {
    diesel::insert_into(baselines::table)
        .values((
            baselines::round_id.eq(round),
            baselines::package.eq(package),
            baselines::baseline_round_id.eq(baseline),
        ))
        .execute(conn)
}

/// Takes one pin of a round away.
pub fn delete_pin(conn: &mut Conn, round: &RoundId, package: &str) -> QueryResult<usize> {
    diesel::delete(baselines::table.find((round, package))).execute(conn)
}

/// Takes every pin of a round away.
pub fn delete_pins(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    diesel::delete(baselines::table.filter(baselines::round_id.eq(round))).execute(conn)
}
