//! Addresses that mail came back from, known by their hash (`domain::mail::bounces`).

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use super::ledger::is_known;
use crate::domain::mail::bounces::{Bounced, address_hash};
use crate::domain::mail::letters::{Letter, LetterId, LetterState};
use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::directory::Holder;
use crate::domain::rounds::invitations::Invitation;
use crate::schema::{bounces, holders, invitations, letters, posts, rounds};

/// Hashes in one statement; SQLite takes 32,766 values.
const CHUNK: usize = 1000;

/// All addresses that mail came back from.
pub fn list(conn: &mut Conn) -> QueryResult<Bounced> {
    Ok(Bounced::new(bounces::table.select(bounces::address).load::<String>(conn)?))
}

/// Marks the address of a letter.
pub fn insert(conn: &mut Conn, letter: &Letter, now: NaiveDateTime) -> QueryResult<usize> {
    let found = (bounces::letter_id.eq(&letter.id), bounces::bounced_at.eq(now));
    let row = (bounces::address.eq(address_hash(&letter.email)), found.0, found.1);
    on_each!(conn => diesel::insert_into(bounces::table)
        .values(row)
        .on_conflict(bounces::address)
        .do_update()
        .set(found)
        .execute(conn))
}

/// Takes the mark from addresses, which are to be tried again; returns how many had one.
pub fn delete<'a>(conn: &mut Conn, emails: impl IntoIterator<Item = &'a str>) -> QueryResult<usize> {
    let hashes: Vec<String> = emails.into_iter().map(address_hash).collect();
    let mut deleted = 0;
    for chunk in hashes.chunks(CHUNK) {
        deleted += diesel::delete(bounces::table.filter(bounces::address.eq_any(chunk))).execute(conn)?;
    }
    Ok(deleted)
}

/// The newest letter to one of these addresses (in lower case) that a mail server took, or that is in doubt.
pub fn find_newest_sent(conn: &mut Conn, addresses: &[String]) -> QueryResult<Option<Letter>> {
    letters::table
        .filter(lower(letters::email).eq_any(addresses))
        .filter(letters::state.eq_any([LetterState::Accepted, LetterState::InDoubt, LetterState::Bounced]))
        .filter(is_known())
        .order(letters::id.desc())
        .select(Letter::as_select())
        .first(conn)
        .optional()
}

/// Records that a letter came back, and what was said.
pub fn update_bounced(conn: &mut Conn, id: &LetterId, diagnostic: &str) -> QueryResult<usize> {
    diesel::update(letters::table.find(id))
        .set((letters::state.eq(LetterState::Bounced), letters::last_error.eq(Some(diagnostic))))
        .execute(conn)
}

/// Invitations of open rounds that were not handed in, whose letter came back or that never had an
/// address, with the post's holder as the directory has it. Who has begun to answer keeps the invitation:
/// a mail may come back for a full mailbox too.
pub fn list_unreached(conn: &mut Conn) -> QueryResult<Vec<(Invitation, Holder)>> {
    let returned = letters::table
        .filter(letters::state.eq(LetterState::Bounced).and(letters::invitation_id.is_not_null()))
        .select(letters::invitation_id.assume_not_null());
    invitations::table
        .inner_join(rounds::table)
        .inner_join(holders::table.on(holders::post_id.eq(invitations::post_id)))
        .filter(rounds::status.eq(RoundStatus::Open).and(rounds::is_historic.eq(false)).and(rounds::is_trial.eq(false)))
        .filter(invitations::handed_in_at.is_null().and(invitations::started_at.is_null()))
        .filter(holders::email.ne(""))
        .filter(holders::post_id.ne_all(posts::table.filter(posts::retired_at.is_not_null()).select(posts::id)))
        .filter(invitations::email.eq("").or(invitations::id.eq_any(returned)))
        .select((Invitation::as_select(), Holder::as_select()))
        .load(conn)
}

diesel::define_sql_function! {
    /// A text in lower case.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}
