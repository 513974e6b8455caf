//! What is kept about people, found and emptied when its time is over.

use chrono::NaiveDateTime;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::Conn;
use crate::domain::mail::letters::{LetterId, LetterState};
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::invitations::InvitationId;
use crate::domain::rounds::{RoundId, RoundStatus};
use crate::schema::{
    answers, attempts, bounces, directory_uploads, emptied_rounds, handovers, holders, invitations, keys,
    letter_samples, letters, links, proposed_holders, rounds, sections, sessions, sign_ins,
};

/// Whether any session or one-time key ran out by `now`, an attempt was counted before `window_start`, or a file of the
/// directory was brought by `uploads`.
pub fn exists_expired(
    conn: &mut Conn,
    now: NaiveDateTime,
    window_start: NaiveDateTime,
    uploads: NaiveDateTime,
) -> QueryResult<bool> {
    let old_sessions = sessions::table.filter(sessions::expires_at.le(now));
    let old_keys = keys::table.filter(keys::expires_at.le(now));
    let old_sign_ins = sign_ins::table.filter(sign_ins::expires_at.le(now));
    let old_attempts = attempts::table.filter(attempts::window_start.lt(window_start));
    let old_uploads = directory_uploads::table.filter(directory_uploads::uploaded_at.le(uploads));
    let of_people = exists(old_sessions).or(exists(old_sign_ins)).or(exists(old_keys));
    diesel::select(of_people.or(exists(old_attempts)).or(exists(old_uploads))).get_result(conn)
}

/// Rounds closed before an instant whose names and addresses still stand.
pub fn list_rounds_to_empty(conn: &mut Conn, closed_before: NaiveDateTime) -> QueryResult<Vec<RoundId>> {
    rounds::table
        .left_join(emptied_rounds::table)
        .filter(rounds::closed_at.lt(closed_before).and(emptied_rounds::round_id.is_null()))
        .select(rounds::id)
        .load(conn)
}

/// The next `limit` invitations of a round after one of them; an empty text comes before all.
pub fn list_invitations_after(
    conn: &mut Conn,
    round: &RoundId,
    after: &str,
    limit: i64,
) -> QueryResult<Vec<InvitationId>> {
    invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::id.gt(after)))
        .order(invitations::id)
        .limit(limit)
        .select(invitations::id)
        .load(conn)
}

/// Empties who was invited.
pub fn empty_invitations(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let written = invitations::name.ne("").or(invitations::email.ne("")).or(invitations::phone.ne(""));
    diesel::update(invitations::table.filter(invitations::id.eq_any(ids).and(written)))
        .set((invitations::name.eq(""), invitations::email.eq(""), invitations::phone.eq("")))
        .execute(conn)
}

/// Empties whom sections were handed over to; that they were stays.
pub fn empty_helpers(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let written = sections::helper_name.ne("").or(sections::helper_email.ne(""));
    diesel::update(sections::table.filter(sections::invitation_id.eq_any(ids).and(written)))
        .set((sections::helper_name.eq(""), sections::helper_email.eq("")))
        .execute(conn)
}

/// Empties who handed sections to whom, and with which words; that it was done, and when, stays.
pub fn empty_handovers(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let of = sections::table.filter(sections::invitation_id.eq_any(ids)).select(sections::number);
    let written = handovers::from_name.ne("").or(handovers::name.ne("")).or(handovers::note.ne(""));
    diesel::update(handovers::table.filter(handovers::section.eq_any(of).and(written)))
        .set((
            handovers::from_name.eq(""),
            handovers::from_email.eq(""),
            handovers::name.eq(""),
            handovers::email.eq(""),
            handovers::note.eq(""),
        ))
        .execute(conn)
}

/// Deletes who was named as a new holder by those who were invited, as far as nobody has decided about it.
pub fn delete_proposed_holders(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    diesel::delete(proposed_holders::table.filter(proposed_holders::invitation_id.eq_any(ids))).execute(conn)
}

/// Empties which helper wrote an answer; that it was a helper stays.
pub fn empty_writers(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let of = sections::table.filter(sections::invitation_id.eq_any(ids)).select(sections::number);
    diesel::update(answers::table.filter(answers::section.eq_any(of).and(answers::writer.ne(""))))
        .set(answers::writer.eq(""))
        .execute(conn)
}

/// Empties whom letters went to, what they were called and what mail servers said, which may name them. State and times stay.
pub fn empty_letters(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let written = letters::name
        .ne("")
        .or(letters::email.ne(""))
        .or(letters::last_error.is_not_null())
        .or(letters::subject.is_not_null());
    diesel::update(letters::table.filter(letters::invitation_id.eq_any(ids).and(written)))
        .set((
            letters::name.eq(""),
            letters::email.eq(""),
            letters::last_error.eq(None::<String>),
            letters::subject.eq(None::<String>),
        ))
        .execute(conn)
}

/// At most `limit` letters to accounts that were made before an instant, are no longer under way and still name
/// somebody.
pub fn list_staff_letters_to_empty(conn: &mut Conn, before: NaiveDateTime, limit: i64) -> QueryResult<Vec<LetterId>> {
    letters::table
        .filter(letters::staff_id.is_not_null().and(letters::created_at.lt(before)))
        .filter(letters::state.ne_all([LetterState::Planned, LetterState::Sending, LetterState::Deferred]))
        .filter(
            letters::name
                .ne("")
                .or(letters::email.ne(""))
                .or(letters::last_error.is_not_null())
                .or(letters::subject.is_not_null()),
        )
        .select(letters::id)
        .limit(limit)
        .load(conn)
}

/// Empties whom these letters went to, what stood in their subjects, and what mail servers said of them.
pub fn empty_staff_letters(conn: &mut Conn, ids: &[LetterId]) -> QueryResult<usize> {
    diesel::update(letters::table.filter(letters::id.eq_any(ids)))
        .set((
            letters::name.eq(""),
            letters::email.eq(""),
            letters::last_error.eq(None::<String>),
            letters::subject.eq(None::<String>),
        ))
        .execute(conn)
}

/// Deletes what these letters were samples of: somebody's words, and the post they were filled in for.
pub fn delete_samples(conn: &mut Conn, ids: &[LetterId]) -> QueryResult<usize> {
    diesel::delete(letter_samples::table.filter(letter_samples::letter_id.eq_any(ids))).execute(conn)
}

/// Deletes the marks of addresses that letters to accounts came back from.
pub fn delete_staff_bounces(conn: &mut Conn, ids: &[LetterId]) -> QueryResult<usize> {
    diesel::delete(bounces::table.filter(bounces::letter_id.eq_any(ids))).execute(conn)
}

/// Deletes the marks of addresses that letters to these invitations came back from.
pub fn delete_bounces(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    let written = letters::table.filter(letters::invitation_id.eq_any(ids)).select(letters::id);
    diesel::delete(bounces::table.filter(bounces::letter_id.eq_any(written))).execute(conn)
}

/// Deletes the personal links.
pub fn delete_links(conn: &mut Conn, ids: &[InvitationId]) -> QueryResult<usize> {
    diesel::delete(links::table.filter(links::invitation_id.eq_any(ids))).execute(conn)
}

/// Notes that a round's names and addresses are gone.
pub fn insert_emptied(conn: &mut Conn, round: &RoundId, now: NaiveDateTime) -> QueryResult<usize> {
    let row = (emptied_rounds::round_id.eq(round), emptied_rounds::emptied_at.eq(now));
    on_each!(conn => diesel::insert_into(emptied_rounds::table).values(row).on_conflict_do_nothing().execute(conn))
}

/// Whether an import has named holders whose time does not run yet.
pub fn exists_unseen(conn: &mut Conn) -> QueryResult<bool> {
    diesel::select(exists(holders::table.filter(holders::seen_at.is_null()))).get_result(conn)
}

/// Lets the time of holders begin that an import has named.
pub fn update_seen(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(holders::table.filter(holders::seen_at.is_null())).set(holders::seen_at.eq(now)).execute(conn)
}

/// At most `limit` posts whose holder was last named before an instant, and which no round has asked
/// that opened since or is not closed; none while a round that was made since waits to open and ask them.
pub fn list_holders_to_empty(conn: &mut Conn, before: NaiveDateTime, limit: i64) -> QueryResult<Vec<PostId>> {
    let asked = invitations::table
        .inner_join(rounds::table)
        .filter(invitations::post_id.eq(holders::post_id))
        .filter(rounds::opened_at.ge(before).or(rounds::closed_at.is_null()));
    let waiting = rounds::table
        .filter(rounds::status.eq_any([RoundStatus::Draft, RoundStatus::Scheduled]))
        .filter(rounds::created_at.ge(before));
    holders::table
        .filter(holders::seen_at.lt(before))
        .filter(holders::name.ne("").or(holders::email.ne("")).or(holders::phone.ne("")))
        .filter(not(exists(asked)).and(not(exists(waiting))))
        .select(holders::post_id)
        .limit(limit)
        .load(conn)
}

/// Empties who held these posts.
pub fn empty_holders(conn: &mut Conn, posts: &[PostId]) -> QueryResult<usize> {
    diesel::update(holders::table.filter(holders::post_id.eq_any(posts)))
        .set((holders::name.eq(""), holders::email.eq(""), holders::phone.eq("")))
        .execute(conn)
}
