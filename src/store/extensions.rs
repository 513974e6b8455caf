//! Extensions: an own later last day for one post of a round.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::{Invitation, InvitationId};
use crate::schema::invitations;

/// Ids in one statement; SQLite takes 32,766 values.
const CHUNK: usize = 1000;

/// The invitation of a round with this id.
pub fn find_invitation(conn: &mut Conn, round: &RoundId, id: &InvitationId) -> QueryResult<Option<Invitation>> {
    invitations::table
        .filter(invitations::round_id.eq(round).and(invitations::id.eq(id)))
        .select(Invitation::as_select())
        .get_result(conn)
        .optional()
}

/// Notes that posts may answer until the end of a later day.
pub fn update(conn: &mut Conn, ids: &[&InvitationId], last_day: NaiveDate) -> QueryResult<()> {
    for chunk in ids.chunks(CHUNK) {
        diesel::update(invitations::table.filter(invitations::id.eq_any(chunk)))
            .set(invitations::extended_to.eq(last_day))
            .execute(conn)?;
    }
    Ok(())
}
