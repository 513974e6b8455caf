//! The rounds that a post was asked in.

use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::Round;
use crate::domain::rounds::directory::PostId;
use crate::domain::rounds::invitations::{Invitation, InvitationId, Section};
use crate::schema::{answers, invitations, rounds, sections};

/// The rounds that asked a post, newest first, with its invitation; test rounds are left out.
pub fn list_rounds(conn: &mut Conn, post: &PostId) -> QueryResult<Vec<(Round, Invitation)>> {
    invitations::table
        .inner_join(rounds::table)
        .filter(invitations::post_id.eq(post).and(rounds::is_test.eq(false)))
        .order((rounds::opens_on.desc(), rounds::key))
        .select((Round::as_select(), Invitation::as_select()))
        .load(conn)
}

/// The sections of a post in all rounds.
pub fn list_sections(conn: &mut Conn, post: &PostId) -> QueryResult<Vec<Section>> {
    sections::table
        .inner_join(invitations::table)
        .filter(invitations::post_id.eq(post))
        .select(Section::as_select())
        .load(conn)
}

/// How many answers stand in the sections of a post that are not handed in, by invitation.
pub fn count_drafts(conn: &mut Conn, post: &PostId) -> QueryResult<Vec<(InvitationId, i64)>> {
    answers::table
        .inner_join(sections::table.inner_join(invitations::table))
        .filter(invitations::post_id.eq(post))
        .filter(sections::returned.is_null().and(answers::choice.is_not_null()))
        .group_by(sections::invitation_id)
        .select((sections::invitation_id, diesel::dsl::count_star()))
        .load(conn)
}
