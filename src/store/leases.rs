//! Who sends a letter just now, and whether the mail server may have it. A lease is known by the link that
//! was made for it, which no other has; until when it lasts stands in the letter.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use super::letters::is_sendable;
use crate::domain::base::tokens::TokenHash;
use crate::domain::mail::letters::{LetterId, LetterState};
use crate::schema::{leases, letters};

/// Notes who has taken a letter, in place of whoever had it before.
pub fn insert(conn: &mut Conn, letter: &LetterId, link: &TokenHash) -> QueryResult<usize> {
    diesel::delete(leases::table.find(letter)).execute(conn)?;
    diesel::insert_into(leases::table).values((leases::letter_id.eq(letter), leases::token_hash.eq(link))).execute(conn)
}

/// Notes that the mail server may have the letter from now on; 0 where it is somebody else's by now.
pub fn update_begun(
    conn: &mut Conn,
    (link, subject): (&TokenHash, &str),
    (now, until): (NaiveDateTime, NaiveDateTime),
) -> QueryResult<usize> {
    let own = leases::table.filter(leases::token_hash.eq(link)).select(leases::letter_id);
    let sending = letters::table.filter(letters::id.eq_any(own)).filter(letters::state.eq(LetterState::Sending));
    if diesel::update(sending).set((letters::due_at.eq(until), letters::subject.eq(subject))).execute(conn)? == 0 {
        return Ok(0);
    }
    diesel::update(leases::table.filter(leases::token_hash.eq(link))).set(leases::begun_at.eq(Some(now))).execute(conn)
}

/// Lets the leases of letters that the mail server can't have yet last on.
pub fn renew(conn: &mut Conn, links: &[TokenHash], until: NaiveDateTime) -> QueryResult<usize> {
    let own = leases::table
        .filter(leases::token_hash.eq_any(links).and(leases::begun_at.is_null()))
        .select(leases::letter_id);
    let sending = letters::table.filter(letters::id.eq_any(own)).filter(letters::state.eq(LetterState::Sending));
    diesel::update(sending).set(letters::due_at.eq(until)).execute(conn)
}

/// Letters whose lease has run out at `now` and that no mail server can have, with the link made for each.
pub fn list_unbegun(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<(LetterId, TokenHash)>> {
    leases::table
        .inner_join(letters::table)
        .filter(letters::state.eq(LetterState::Sending).and(letters::due_at.le(now)))
        .filter(leases::begun_at.is_null())
        .filter(is_sendable())
        .select((leases::letter_id, leases::token_hash))
        .load(conn)
}

/// Gives a letter back that was claimed and that no mail server can have: as if it had not been claimed.
pub fn update_released(conn: &mut Conn, letter: &LetterId, link: &TokenHash, now: NaiveDateTime) -> QueryResult<usize> {
    let own = leases::table.filter(leases::token_hash.eq(link).and(leases::begun_at.is_null()));
    diesel::update(
        letters::table
            .filter(letters::id.eq(letter).and(letters::state.eq(LetterState::Sending)))
            .filter(letters::id.eq_any(own.select(leases::letter_id))),
    )
    .set((
        letters::state.eq(LetterState::Planned),
        letters::attempts.eq(letters::attempts - 1),
        letters::due_at.eq(now),
    ))
    .execute(conn)
}

/// Ends a lease.
pub fn delete(conn: &mut Conn, link: &TokenHash) -> QueryResult<usize> {
    diesel::delete(leases::table.filter(leases::token_hash.eq(link))).execute(conn)
}
