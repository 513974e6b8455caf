//! Trials: taking away what somebody answered who only tried a round.

use diesel::prelude::*;

use super::Conn;
use crate::domain::rounds::RoundId;
use crate::schema::{
    answers, bounces, calls, counted_rounds, counts, emptied_rounds, extension_requests, handovers, invitations,
    leases, letters, links, proposed_holders, sections, stalls,
};

/// Takes away everything that a round asked, sent and got: answers, links, letters and what was counted.
pub fn delete_asked(conn: &mut Conn, round: &RoundId) -> QueryResult<()> {
    let numbers = || sections::table.filter(sections::round_id.eq(round)).select(sections::number);
    let asked = || invitations::table.filter(invitations::round_id.eq(round)).select(invitations::id);
    let sent = || letters::table.filter(letters::round_id.eq(round)).select(letters::id);
    diesel::delete(answers::table.filter(answers::section.eq_any(numbers()))).execute(conn)?;
    diesel::delete(handovers::table.filter(handovers::section.eq_any(numbers()))).execute(conn)?;
    diesel::delete(links::table.filter(links::invitation_id.eq_any(asked()))).execute(conn)?;
    diesel::delete(leases::table.filter(leases::letter_id.eq_any(sent()))).execute(conn)?;
    diesel::delete(stalls::table.filter(stalls::letter_id.eq_any(sent()))).execute(conn)?;
    diesel::delete(bounces::table.filter(bounces::letter_id.eq_any(sent()))).execute(conn)?;
    diesel::delete(proposed_holders::table.filter(proposed_holders::invitation_id.eq_any(asked()))).execute(conn)?;
    diesel::delete(letters::table.filter(letters::round_id.eq(round))).execute(conn)?;
    diesel::delete(sections::table.filter(sections::round_id.eq(round))).execute(conn)?;
    diesel::delete(extension_requests::table.filter(extension_requests::invitation_id.eq_any(asked())))
        .execute(conn)?;
    diesel::delete(calls::table.filter(calls::invitation_id.eq_any(asked()))).execute(conn)?;
    diesel::delete(invitations::table.filter(invitations::round_id.eq(round))).execute(conn)?;
    diesel::delete(counts::table.filter(counts::round_id.eq(round))).execute(conn)?;
    diesel::delete(counted_rounds::table.filter(counted_rounds::round_id.eq(round))).execute(conn)?;
    diesel::delete(emptied_rounds::table.filter(emptied_rounds::round_id.eq(round))).execute(conn)?;
    Ok(())
}
