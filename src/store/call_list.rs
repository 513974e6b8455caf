//! Who has not handed in, for the list to call them by.

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::Scope;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::schema::{invitations, posts, sections};

/// The posts of a round in scope that have not handed in everything and are still asked: none that was retired.
pub fn list_missing(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<Invitation>> {
    let query = invitations::table
        .inner_join(posts::table)
        .filter(invitations::round_id.eq(round).and(invitations::handed_in_at.is_null()))
        .filter(posts::retired_at.is_null())
        .select(Invitation::as_select())
        .into_boxed();
    in_scope!(query, invitations::municipality_code, scope).load(conn)
}

/// How many sections each of these posts has handed in, and how many it has.
pub fn count_sections(conn: &mut Conn, round: &RoundId, scope: &Scope) -> QueryResult<Vec<(InvitationId, i64, i64)>> {
    let query = sections::table
        .inner_join(invitations::table)
        .filter(sections::round_id.eq(round).and(invitations::handed_in_at.is_null()))
        .group_by(sections::invitation_id)
        .select((sections::invitation_id, count(sections::handed_in_at), count_star()))
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}
