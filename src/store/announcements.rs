//! Which rounds were announced, and the letters that did it.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::RoundId;
use crate::schema::{announced_rounds, bounces, letters};

/// Whether a round was announced as opening on a day.
pub fn exists_for(conn: &mut Conn, round: &RoundId, opens_on: NaiveDate) -> QueryResult<bool> {
    diesel::select(exists(announced_rounds::table.find((round, opens_on)))).get_result(conn)
}

/// Notes that a round was announced: how many letters there were, and how many posts have no address.
pub fn insert(
    conn: &mut Conn,
    (round, opens_on): (&RoundId, NaiveDate),
    (letters, without_email): (usize, usize),
    now: NaiveDateTime,
) -> QueryResult<usize> {
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    diesel::insert_into(announced_rounds::table)
        .values((
            announced_rounds::round_id.eq(round),
            announced_rounds::opens_on.eq(opens_on),
            announced_rounds::announced_at.eq(now),
            announced_rounds::letters.eq(number(letters)),
            announced_rounds::without_email.eq(number(without_email)),
        ))
        .execute(conn)
}

/// Forgets that a round was announced, which is taken away.
pub fn delete(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    diesel::delete(announced_rounds::table.filter(announced_rounds::round_id.eq(round))).execute(conn)
}

/// Empties whom a round was announced to, what the letters were called and what mail servers said, with the marks of addresses that these letters
/// came back from. State and times stay.
pub fn empty(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    let of_round = || letters::table.filter(letters::round_id.eq(round).and(letters::post_id.is_not_null()));
    diesel::delete(bounces::table.filter(bounces::letter_id.eq_any(of_round().select(letters::id)))).execute(conn)?;
    let written = letters::name
        .ne("")
        .or(letters::email.ne(""))
        .or(letters::last_error.is_not_null())
        .or(letters::subject.is_not_null());
    diesel::update(of_round().filter(written))
        .set((
            letters::name.eq(""),
            letters::email.eq(""),
            letters::last_error.eq(None::<String>),
            letters::subject.eq(None::<String>),
        ))
        .execute(conn)
}
