//! What of an open round hangs on who holds a post.

use diesel::prelude::*;

use super::Conn;
use crate::domain::mail::letters::{LetterKind, LetterState};
use crate::domain::rounds::directory::{Holder, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::domain::rounds::{Round, RoundStatus};
use crate::schema::{invitations, letters, rounds};

/// A post's invitations in rounds that are answered by link and open; a trial has asked whoever tries it instead.
pub fn list_open(conn: &mut Conn, post: &PostId) -> QueryResult<Vec<(Round, Invitation)>> {
    invitations::table
        .inner_join(rounds::table)
        .filter(invitations::post_id.eq(post))
        .filter(rounds::status.eq(RoundStatus::Open).and(rounds::is_historic.eq(false)).and(rounds::is_trial.eq(false)))
        .order(rounds::opens_on)
        .select((Round::as_select(), Invitation::as_select()))
        .load(conn)
}

/// The letters to a post's holder that still wait to be sent; those to helpers are not among them.
macro_rules! planned {
    ($invitation:expr) => {
        letters::table
            .filter(letters::invitation_id.eq($invitation).and(letters::kind.ne(LetterKind::Handover)))
            .filter(letters::state.eq_any([LetterState::Planned, LetterState::Deferred]))
    };
}

/// Names whoever holds the post now in the letters that wait.
pub fn update_planned(conn: &mut Conn, invitation: &InvitationId, holder: &Holder) -> QueryResult<usize> {
    diesel::update(planned!(invitation))
        .set((letters::name.eq(&holder.name), letters::language.eq(holder.language)))
        .execute(conn)
}

/// Calls off what was to ask a post; its receipts go out all the same.
pub fn cancel_planned(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<usize> {
    diesel::update(planned!(invitation).filter(letters::kind.ne(LetterKind::Receipt)))
        .set(letters::state.eq(LetterState::Cancelled))
        .execute(conn)
}
