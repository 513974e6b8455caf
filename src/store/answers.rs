//! Answers.

use diesel::dsl::auto_type;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Integer, Nullable, SmallInt, Text};
use diesel::sqlite::Sqlite;
use diesel::upsert::excluded;

use super::Conn;
use crate::domain::answering::answers::Answer;
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::{InvitationId, SectionNumber};
use crate::schema::{answers, sections};

/// Rows of one INSERT: SQLite takes at most 32,766 values in a statement.
const ROWS: usize = 1000;

/// Answers with a reason, a comment or a quote.
#[auto_type]
pub(super) fn has_text() -> _ {
    answers::reason.is_not_null().or(answers::comment.is_not_null()).or(answers::quote.is_not_null())
}

/// The answers of a section.
pub fn list_by_section(conn: &mut Conn, section: SectionNumber) -> QueryResult<Vec<Answer>> {
    on_each!(conn => answers::table.filter(answers::section.eq(section)).select(Answer::as_select()).load(conn))
}

/// The answers of an invitation that have a reason, a comment, a quote or a share of units.
pub fn list_written_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Answer>> {
    let is_written = || has_text().or(answers::unit_share.is_not_null());
    on_each!(conn => answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(is_written()))
        .select(Answer::as_select())
        .load(conn))
}

/// The answers of every section of an invitation.
pub fn list_by_invitation(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Answer>> {
    on_each!(conn => answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation))
        .select(Answer::as_select())
        .load(conn))
}

/// The answers of an invitation's sections that are handed in; no draft is among them.
pub fn list_handed_in(conn: &mut Conn, invitation: &InvitationId) -> QueryResult<Vec<Answer>> {
    answers::table
        .inner_join(sections::table)
        .filter(sections::invitation_id.eq(invitation).and(sections::returned.is_not_null()))
        .select(Answer::as_select())
        .load(conn)
}

/// Writes answers in the place of those that are there: to PostgreSQL in one statement, because each is a way
/// to the server and back; to SQLite one by one, because a statement of one row stays prepared.
pub fn upsert(conn: &mut Conn, changed: &[Answer]) -> QueryResult<usize> {
    match conn {
        Conn::Sqlite(conn) => changed.iter().map(|answer| InPlace { answer }.execute(conn)).sum(),
        Conn::Pg(conn) => diesel::insert_into(answers::table)
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
                answers::unit_share.eq(excluded(answers::unit_share)),
            ))
            .execute(conn),
    }
}

/// The same for one answer on SQLite, written out because Diesel keeps no statement with `DO UPDATE` prepared;
/// preparing it takes several times as long as running it.
struct InPlace<'a> {
    answer: &'a Answer,
}

impl QueryId for InPlace<'_> {
    type QueryId = InPlace<'static>;

    // The text is the same whatever is written.
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl QueryFragment<Sqlite> for InPlace<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let Answer { section, question, choice, revision, reason, comment, quote, writer, unit_share } = self.answer;
        out.push_sql(
            "INSERT INTO answers (section, question, revision, choice, reason, comment, quote, writer, unit_share)",
        );
        out.push_sql(" VALUES (");
        out.push_bind_param::<Integer, _>(section)?;
        for number in [question, revision] {
            out.push_sql(", ");
            out.push_bind_param::<SmallInt, _>(number)?;
        }
        out.push_sql(", ");
        out.push_bind_param::<Nullable<SmallInt>, _>(choice)?;
        for text in [reason, comment, quote, writer] {
            out.push_sql(", ");
            out.push_bind_param::<Nullable<Text>, _>(text)?;
        }
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Text>, _>(unit_share)?;
        out.push_sql(
            ") ON CONFLICT (section, question) DO UPDATE SET choice = excluded.choice, revision = excluded.revision, \
             reason = excluded.reason, comment = excluded.comment, quote = excluded.quote, writer = excluded.writer, \
             unit_share = excluded.unit_share",
        );
        Ok(())
    }
}

impl RunQueryDsl<SqliteConnection> for InPlace<'_> {}

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

/// The answers of a round that have a reason, a comment or a share of units.
pub fn list_written(conn: &mut Conn, round: &RoundId) -> QueryResult<Vec<Answer>> {
    let has_text = answers::reason.is_not_null().or(answers::comment.is_not_null());
    answers::table
        .inner_join(sections::table)
        .filter(sections::round_id.eq(round).and(has_text.or(answers::unit_share.is_not_null())))
        .select(Answer::as_select())
        .load(conn)
}
