//! The ledger of letters.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{auto_type, exists, min, not};
use diesel::prelude::*;

use super::Conn;
use super::ledger::is_known;
use crate::domain::access::staff::Staff;
use crate::domain::base::tokens::TokenHash;
use crate::domain::mail::letter_texts::LetterTextId;
use crate::domain::mail::letters::{FailureOutcome, Letter, LetterId, LetterKind, LetterState, MAX_REPEATS};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Section};
use crate::domain::rounds::{Round, RoundId, RoundStatus};
use crate::schema::{invitations, leases, letters, posts, rounds, sections, staff, stalls};

/// Rows of one insert; SQLite takes 32,766 values in a statement.
const CHUNK: usize = 500;

/// Letters that ask for answers: whoever got one today is not asked again.
const ASKING: [LetterKind; 4] =
    [LetterKind::Invitation, LetterKind::Reminder, LetterKind::LastReminder, LetterKind::Extended];

/// A letter with what it is about: the invitation and its section, or the account; and the round, if any.
pub type Case = (Letter, Option<Invitation>, Option<Section>, Option<Staff>, Option<Round>);

/// Inserts letters, leaving out those whose key is there already; returns how many were new.
pub fn insert(conn: &mut Conn, planned: &[Letter]) -> QueryResult<usize> {
    let mut inserted = 0;
    for chunk in planned.chunks(CHUNK) {
        inserted += on_each!(conn => diesel::insert_into(letters::table)
            .values(chunk)
            .on_conflict(letters::key)
            .do_nothing()
            .execute(conn))?;
    }
    Ok(inserted)
}

/// Letters that this program can send: of words that it knows, each kind to those it is written for. The others
/// are left to a newer program, whatever becomes of them, so that an old worker may go on during an upgrade.
#[auto_type]
pub(super) fn is_sendable() -> _ {
    let to_staff: &'static [LetterKind] = LetterKind::TO_STAFF;
    let to_posts: &'static [LetterKind] = LetterKind::TO_POSTS;
    is_known().and(
        (letters::invitation_id.is_not_null().and(letters::kind.ne_all(to_staff)).and(letters::kind.ne_all(to_posts)))
            .or(letters::staff_id.is_not_null().and(letters::kind.eq_any(to_staff)))
            .or(letters::post_id.is_not_null().and(letters::kind.eq_any(to_posts))),
    )
}

/// Letters to be sent at `now`, oldest first, at most `limit`.
pub fn list_due(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<Case>> {
    letters::table
        .left_join(invitations::table)
        .left_join(sections::table)
        .left_join(staff::table)
        .left_join(rounds::table)
        .filter(is_sendable())
        .filter(letters::due_at.le(now))
        .filter(
            letters::state
                .eq_any([LetterState::Planned, LetterState::Deferred])
                .or(letters::state.eq(LetterState::InDoubt).and(letters::doubts.le(MAX_REPEATS))),
        )
        .order((letters::due_at, letters::id))
        .limit(limit)
        .select((
            Letter::as_select(),
            Option::<Invitation>::as_select(),
            Option::<Section>::as_select(),
            Option::<Staff>::as_select(),
            Option::<Round>::as_select(),
        ))
        .load(conn)
}

/// Letters that wait for a worker at an instant: due, or left behind by the worker that had them.
macro_rules! waiting {
    ($now:expr) => {
        letters::table.filter(letters::due_at.le($now)).filter(
            letters::state
                .eq_any([LetterState::Planned, LetterState::Deferred, LetterState::Sending])
                .or(letters::state.eq(LetterState::InDoubt).and(letters::doubts.le(MAX_REPEATS))),
        )
    };
}

/// Whether any letter waits for this worker at `now`.
pub fn exists_due(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<bool> {
    diesel::select(exists(waiting!(now).filter(is_sendable()))).get_result(conn)
}

/// When the letter that is overdue longest at `now` should have gone, UTC: one that waits for a
/// worker, even one that this program can't send, or for a mail server that can't be used. None where nothing
/// is overdue; a letter that a working server has put off into the future is not.
pub fn find_oldest_due(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Option<NaiveDateTime>> {
    let waiting: Option<NaiveDateTime> = waiting!(now).select(min(letters::due_at)).first(conn)?;
    let stalled: Option<NaiveDateTime> = stalls::table
        .inner_join(letters::table)
        .filter(letters::state.eq_any([LetterState::Deferred, LetterState::Sending]))
        .select(min(stalls::since))
        .first(conn)?;
    Ok(waiting.into_iter().chain(stalled).min())
}

/// Puts letters in doubt whose worker's lease has run out; those that no mail server can have were given
/// back before.
pub fn update_expired(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let expired = letters::table.filter(letters::state.eq(LetterState::Sending)).filter(letters::due_at.le(now));
    diesel::update(expired.filter(is_sendable()))
        .set((letters::state.eq(LetterState::InDoubt), letters::doubts.eq(letters::doubts + 1)))
        .execute(conn)
}

/// Takes a letter for sending until `lease`, to be written from a version of its programme's text, if there is one; 1
/// where it is ours, 0 where somebody else was first.
pub fn update_claimed(
    conn: &mut Conn,
    letter: &Letter,
    text: Option<&LetterTextId>,
    lease: NaiveDateTime,
) -> QueryResult<usize> {
    diesel::update(
        letters::table
            .filter(letters::id.eq(&letter.id))
            .filter(letters::attempts.eq(letter.attempts))
            .filter(letters::state.eq(letter.state)),
    )
    .set((
        letters::state.eq(LetterState::Sending),
        letters::attempts.eq(letter.attempts + 1),
        letters::due_at.eq(lease),
        letters::text_id.eq(text),
    ))
    .execute(conn)
}

/// Calls a letter off that has lost its point.
pub fn update_cancelled(conn: &mut Conn, id: &LetterId) -> QueryResult<usize> {
    diesel::update(letters::table.find(id)).set(letters::state.eq(LetterState::Cancelled)).execute(conn)
}

/// Only the claim that is told about: a later one has another link. A lease that ran out meanwhile
/// still counts, as long as nobody has taken the letter again.
macro_rules! claimed {
    ($letter:expr, $link:expr) => {
        letters::table
            .filter(letters::id.eq(&$letter.id))
            .filter(letters::state.eq_any([LetterState::Sending, LetterState::InDoubt]))
            .filter(letters::id.eq_any(leases::table.filter(leases::token_hash.eq($link)).select(leases::letter_id)))
    };
}

/// Records that the mail server took a letter; `letter` as it was claimed. A lease that ran out
/// meanwhile is no doubt any more.
pub fn update_accepted(conn: &mut Conn, letter: &Letter, link: &TokenHash, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(stalls::table.find(&letter.id)).execute(conn)?;
    diesel::update(claimed!(letter, link))
        .set((
            letters::state.eq(LetterState::Accepted),
            letters::doubts.eq(letter.doubts),
            letters::sent_at.eq(Some(now)),
        ))
        .execute(conn)
}

/// Records that a letter could not be sent; `letter` as it was claimed.
pub fn update_failed(
    conn: &mut Conn,
    (letter, link): (&Letter, &TokenHash),
    outcome: &FailureOutcome,
    now: NaiveDateTime,
) -> QueryResult<usize> {
    let rows = diesel::update(claimed!(letter, link))
        .set((
            letters::state.eq(outcome.state),
            letters::due_at.eq(outcome.due_at),
            letters::attempts.eq(outcome.attempts),
            letters::doubts.eq(outcome.doubts),
            letters::last_error.eq(Some(&outcome.error)),
        ))
        .execute(conn)?;
    if rows == 1 && outcome.stalled {
        let stall = (stalls::letter_id.eq(&letter.id), stalls::since.eq(now));
        on_each!(conn => diesel::insert_into(stalls::table).values(stall).on_conflict_do_nothing().execute(conn))?;
    } else if rows == 1 {
        diesel::delete(stalls::table.find(&letter.id)).execute(conn)?;
    }
    Ok(rows)
}

/// How many letters a link holder had sent from an invitation since an instant (UTC): to colleagues and
/// successors, and receipts.
pub fn count_caused(conn: &mut Conn, invitation: &InvitationId, since: NaiveDateTime) -> QueryResult<i64> {
    letters::table
        .filter(letters::invitation_id.eq(invitation))
        .filter(letters::kind.eq_any([LetterKind::Handover, LetterKind::Invitation, LetterKind::Receipt]))
        .filter(letters::created_at.gt(since))
        .count()
        .get_result(conn)
}

/// When the letter that waits longest is or was due, UTC.
pub fn find_oldest_waiting(conn: &mut Conn) -> QueryResult<Option<NaiveDateTime>> {
    letters::table
        .filter(letters::state.eq_any([LetterState::Planned, LetterState::Deferred]))
        .select(min(letters::due_at))
        .first(conn)
}

/// Rounds whose invitations may be reminded: open and not historic.
pub fn list_reminding_rounds(conn: &mut Conn) -> QueryResult<Vec<Round>> {
    rounds::table
        .filter(rounds::status.eq(RoundStatus::Open))
        .filter(rounds::is_historic.eq(false))
        .order(rounds::key)
        .select(Round::as_select())
        .load(conn)
}

/// The different extensions in a round, none standing for those without.
pub fn list_extensions(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<Option<NaiveDate>>> {
    invitations::table.filter(invitations::round_id.eq(round)).select(invitations::extended_to).distinct().load(conn)
}

/// Invitations of a round with one extension (or none) that were not handed in, have an address, and
/// were not asked since an instant (UTC): whoever was just invited is not reminded.
pub fn list_unreminded(
    conn: &mut Conn,
    round: &RoundId,
    extended_to: Option<NaiveDate>,
    since: NaiveDateTime,
) -> QueryResult<Vec<Invitation>> {
    let reminded = letters::table
        .filter(letters::invitation_id.eq(invitations::id.nullable()))
        .filter(letters::kind.eq_any(ASKING))
        .filter(letters::created_at.ge(since));
    let mut unreminded = invitations::table
        .filter(invitations::round_id.eq(round))
        .filter(invitations::handed_in_at.is_null())
        .filter(invitations::email.ne(""))
        .filter(not(exists(reminded)))
        .filter(invitations::post_id.ne_all(posts::table.filter(posts::retired_at.is_not_null()).select(posts::id)))
        .order(invitations::id)
        .select(Invitation::as_select())
        .into_boxed();
    unreminded = match extended_to {
        Some(day) => unreminded.filter(invitations::extended_to.eq(day)),
        None => unreminded.filter(invitations::extended_to.is_null()),
    };
    unreminded.load(conn)
}

/// The invitations of a round to which a letter that asks was queued since an instant (UTC) and not called off.
pub fn list_asked_since(conn: &mut Conn, round: &RoundId, since: NaiveDateTime) -> QueryResult<Vec<InvitationId>> {
    letters::table
        .filter(letters::round_id.eq(round).and(letters::kind.eq_any(ASKING)))
        .filter(letters::created_at.ge(since).and(letters::state.ne(LetterState::Cancelled)))
        .filter(letters::invitation_id.is_not_null())
        .select(letters::invitation_id.assume_not_null())
        .load(conn)
}
