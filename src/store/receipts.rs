//! Receipts: the newest one of an invitation, and what it confirms.

use diesel::prelude::*;

use super::Conn;
use super::ledger::is_known;
use crate::domain::Area;
use crate::domain::answering::answers::UnitShare;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::invitations::InvitationId;
use crate::schema::{answers, letters, sections};

/// The newest receipt of an invitation.
pub fn find_newest_receipt(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Option<Letter>> {
    letters::table
        .filter(letters::invitation_id.eq(invitation).and(letters::kind.eq(LetterKind::Receipt)))
        .filter(is_known())
        .order(letters::id.desc())
        .select(Letter::as_select())
        .first(conn)
        .optional()
}

/// One answer of an invitation, as a receipt needs it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ReceiptRow {
    /// The section's area.
    pub area: Area,
    /// The question's place in the edition.
    pub question: i16,
    /// The option's place in the scale.
    pub choice: Option<i16>,
    /// Why, where the option asks for it.
    pub reason: Option<String>,
    /// For the consultant.
    pub comment: Option<String>,
    /// May be quoted.
    pub quote: Option<String>,
    /// In how many of one's units it holds.
    pub unit_share: Option<UnitShare>,
}

/// An invitation's answers, by section and question.
pub fn list_receipt_rows(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<ReceiptRow>> {
    answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation))
        .order((sections::number, answers::question))
        .select((
            sections::area,
            answers::question,
            answers::choice,
            answers::reason,
            answers::comment,
            answers::quote,
            answers::unit_share,
        ))
        .load(conn)
}
