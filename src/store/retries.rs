//! Letters that get no further by themselves, and what people decide about them.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use super::ledger::is_known;
use crate::domain::mail::letters::{Letter, LetterId, LetterState, MAX_REPEATS};
use crate::schema::{letters, stalls};

/// How many letters get no further unless a person decides; those that came back wait for a new holder instead.
pub fn count(conn: &mut Conn) -> QueryResult<i64> {
    letters::table
        .filter(is_known())
        .filter(
            letters::state
                .eq_any([LetterState::Refused, LetterState::GivenUp])
                .or(letters::state.eq(LetterState::InDoubt).and(letters::doubts.gt(MAX_REPEATS))),
        )
        .count()
        .get_result(conn)
}

/// Plans the letters in some states anew; returns how many. That one was in doubt is not forgotten.
pub fn update_retried(conn: &mut Conn, states: &[LetterState], now: NaiveDateTime) -> QueryResult<usize> {
    let stalled = letters::table.filter(letters::state.eq_any(states)).filter(is_known()).select(letters::id);
    diesel::delete(stalls::table.filter(stalls::letter_id.eq_any(stalled))).execute(conn)?;
    diesel::update(letters::table.filter(letters::state.eq_any(states)).filter(is_known()))
        .set((letters::state.eq(LetterState::Planned), letters::attempts.eq(0), letters::due_at.eq(now)))
        .execute(conn)
}

/// Plans one letter anew, as it was found.
pub fn update_repeated(conn: &mut Conn, letter: &Letter, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(stalls::table.find(&letter.id)).execute(conn)?;
    diesel::update(letters::table.find(&letter.id).filter(letters::state.eq(letter.state)))
        .set((letters::state.eq(LetterState::Planned), letters::attempts.eq(0), letters::due_at.eq(now)))
        .execute(conn)
}

/// Records that a person knows that a letter in doubt arrived.
pub fn update_settled(conn: &mut Conn, id: &LetterId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(letters::table.find(id).filter(letters::state.eq(LetterState::InDoubt)))
        .set((letters::state.eq(LetterState::Accepted), letters::sent_at.eq(Some(now))))
        .execute(conn)
}
