//! Invitations, as respondents change them.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::invitations::InvitationId;
use crate::schema::invitations;

/// Remembers the start; a second start changes nothing.
pub fn update_started(conn: &mut Conn, invitation: &InvitationId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation).filter(invitations::started_at.is_null()))
        .set(invitations::started_at.eq(now))
        .execute(conn)
}

/// Remembers that every section was handed in, or that one was taken back.
pub fn update_handed_in(
    conn: &mut Conn,
    invitation: &InvitationId,
    handed_in_at: Option<NaiveDateTime>,
) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation)).set(invitations::handed_in_at.eq(handed_in_at)).execute(conn)
}

/// Gives the invitation to somebody else. The phone was the predecessor's.
pub fn update_holder(conn: &mut Conn, invitation: &InvitationId, name: &str, email: &str) -> QueryResult<usize> {
    diesel::update(invitations::table.find(invitation))
        .set((invitations::name.eq(name), invitations::email.eq(email), invitations::phone.eq("")))
        .execute(conn)
}
