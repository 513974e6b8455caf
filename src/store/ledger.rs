//! The ledger as people see it: the letters that this program knows, and how many it does not.

use chrono::NaiveDateTime;
use diesel::dsl::{auto_type, count_star, not};
use diesel::prelude::*;

use super::Conn;
use crate::domain::Language;
use crate::domain::mail::letters::{Letter, LetterId, LetterKind, LetterState};
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::Invitation;
use crate::schema::{invitations, letters};

/// Letters of which this program knows every word. A newer program may have written others, of which
/// nothing is known but that they are its: they are left alone until the upgrade is over.
#[auto_type]
pub(super) fn is_known() -> _ {
    let kinds: &'static [LetterKind] = LetterKind::ALL;
    let states: &'static [LetterState] = LetterState::ALL;
    let languages: &'static [Language] = Language::ALL;
    letters::kind.eq_any(kinds).and(letters::state.eq_any(states)).and(letters::language.eq_any(languages))
}

/// A letter; with its invitation where it goes to somebody asked.
pub fn find(conn: &mut Conn, id: &LetterId) -> QueryResult<Option<(Letter, Option<Invitation>)>> {
    letters::table
        .left_join(invitations::table)
        .filter(letters::id.eq(id))
        .filter(is_known())
        .select((Letter::as_select(), Option::<Invitation>::as_select()))
        .first(conn)
        .optional()
}

/// How many letters are in each state that has any.
pub fn count_by_state(conn: &mut Conn) -> QueryResult<Vec<(LetterState, i64)>> {
    letters::table
        .filter(is_known())
        .group_by(letters::state)
        .select((letters::state, count_star()))
        .order(letters::state)
        .load(conn)
}

/// How many letters of a round were queued, by kind and instant (UTC); those called off are not among them.
pub fn count_queued(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<(LetterKind, NaiveDateTime, i64)>> {
    letters::table
        .filter(letters::round_id.eq(round))
        .filter(is_known().and(letters::state.ne(LetterState::Cancelled)))
        .group_by((letters::kind, letters::created_at))
        .select((letters::kind, letters::created_at, count_star()))
        .load(conn)
}

/// How many letters there are that only a newer program knows.
pub fn count_unknown(conn: &mut Conn) -> QueryResult<i64> {
    letters::table.filter(not(is_known())).count().get_result(conn)
}

/// A page of all letters, each with its invitation where it goes to somebody asked, newest first.
pub fn list(conn: &mut Conn, limit: i64, offset: i64) -> QueryResult<Vec<(Letter, Option<Invitation>)>> {
    letters::table
        .left_join(invitations::table)
        .filter(is_known())
        .order(letters::id.desc())
        .limit(limit)
        .offset(offset)
        .select((Letter::as_select(), Option::<Invitation>::as_select()))
        .load(conn)
}
