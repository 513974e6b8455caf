//! Answers.

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::Conn;
use crate::domain::answering::answers::Answer;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::{InvitationId, SectionNumber};
use crate::schema::{answers, sections};

/// Rows of one INSERT: SQLite takes at most 32,766 values in a statement.
const ROWS: usize = 1000;

/// The answers of a section.
pub fn list_by_section(conn: &mut Conn, section: SectionNumber) -> QueryResult<Vec<Answer>> {
    answers::table.filter(answers::section.eq(section)).select(Answer::as_select()).load(conn)
}

/// The answers of every section of an invitation.
pub fn list_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Answer>> {
    answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation))
        .select(Answer::as_select())
        .load(conn)
}

/// The answers of an invitation's sections that are handed in; no draft is among them.
pub fn list_handed_in(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Answer>> {
    answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(sections::returned.is_not_null()))
        .select(Answer::as_select())
        .load(conn)
}

/// Writes answers in one statement, in the place of those that are there.
pub fn upsert(conn: &mut Conn, changed: &[Answer]) -> QueryResult<usize> {
    on_each!(conn => diesel::insert_into(answers::table)
        .values(changed)
        .on_conflict((answers::section, answers::question))
        .do_update()
        .set((
            answers::choice.eq(excluded(answers::choice)),
            answers::revision.eq(excluded(answers::revision)),
            answers::reason.eq(excluded(answers::reason)),
            answers::comment.eq(excluded(answers::comment)),
            answers::quote.eq(excluded(answers::quote)),
            answers::writer.eq(excluded(answers::writer)),
        ))
        .execute(conn))
}

/// Adds answers, as an import brings them.
pub fn insert(conn: &mut Conn, rows: &[Answer]) -> QueryResult<()> {
    for chunk in rows.chunks(ROWS) {
        on_each!(conn => diesel::insert_into(answers::table).values(chunk).execute(conn))?;
    }
    Ok(())
}

/// Takes all answers of a round away.
pub fn delete_by_round(conn: &mut Conn, round: &RoundId) -> QueryResult<usize> {
    let of = sections::table.filter(sections::round_id.eq(round)).select(sections::number);
    diesel::delete(answers::table.filter(answers::section.eq_any(of))).execute(conn)
}

/// The answers of a round that have a reason or a comment.
pub fn list_written(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<Answer>> {
    answers::table
        .inner_join(sections::table)
        .filter(sections::round_id.eq(round).and(answers::reason.is_not_null().or(answers::comment.is_not_null())))
        .select(Answer::as_select())
        .load(conn)
}
