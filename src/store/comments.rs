//! What leaders have written beside answers that are handed in.

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Conn;
use super::answers::has_text;
use super::ledger_search::lower_of;
use crate::domain::access::staff::Scope;
use crate::domain::answering::comments::{Comment, CommentSearch};
use crate::domain::rounds::RoundId;
use crate::domain::rounds::invitations::SectionNumber;
use crate::schema::{answers, invitations, sections};

/// Those of a boxed query that are handed in in a round, in the municipalities in scope, and that a search finds.
macro_rules! found {
    ($query:expr, $round:expr, $scope:expr, $search:expr) => {{
        let query = $query.filter(sections::round_id.eq($round).and(sections::returned.is_not_null()).and(has_text()));
        let mut query = in_scope!(query, sections::municipality_code, $scope);
        if let Some(code) = &$search.municipality {
            query = query.filter(sections::municipality_code.eq(code));
        }
        if let Some(area) = $search.area {
            query = query.filter(sections::area.eq(area));
        }
        if let Some(questions) = &$search.questions {
            query = query.filter(answers::question.eq_any(questions));
        }
        if let Some(choice) = $search.choice {
            query = query.filter(answers::choice.eq(choice));
        }
        for [small, capital] in $search.patterns() {
            query = query.filter(
                lower_of(answers::reason)
                    .like(small.clone())
                    .or(lower_of(answers::comment).like(small.clone()))
                    .or(lower_of(answers::quote).like(small))
                    .or(lower_of(answers::reason).like(capital.clone()))
                    .or(lower_of(answers::comment).like(capital.clone()))
                    .or(lower_of(answers::quote).like(capital)),
            );
        }
        query
    }};
}

/// A page of what a search finds in a round, by municipality, post and question.
pub fn list(
    conn: &mut Conn,
    (round, scope): (&RoundId, &Scope),
    search: &CommentSearch,
    (limit, offset): (i64, i64),
) -> QueryResult<Vec<Comment>> {
    let query = answers::table
        .inner_join(sections::table.inner_join(invitations::table))
        .order((sections::municipality_code, invitations::post, sections::number, answers::question))
        .limit(limit)
        .offset(offset)
        .select((
            sections::municipality_code,
            invitations::id,
            invitations::post,
            sections::area,
            answers::question,
            answers::choice,
            answers::reason,
            answers::comment,
            answers::quote,
        ))
        .into_boxed();
    found!(query, round, scope, search).load(conn)
}

/// How many answers with something written beside them have been handed in since an instant, per round.
pub fn count_since(conn: &mut Conn, since: NaiveDateTime, scope: &Scope) -> QueryResult<Vec<(RoundId, i64)>> {
    let query = answers::table
        .inner_join(sections::table)
        .filter(sections::handed_in_at.gt(since).and(sections::returned.is_not_null()).and(has_text()))
        .group_by(sections::round_id)
        .select((sections::round_id, count_star()))
        .into_boxed();
    in_scope!(query, sections::municipality_code, scope).load(conn)
}

/// What a search finds in a round behind a section and a question, in the order of sections and questions, each with
/// its section.
pub fn list_after(
    conn: &mut Conn,
    (round, scope): (&RoundId, &Scope),
    search: &CommentSearch,
    (after, limit): (Option<(SectionNumber, i16)>, i64),
) -> QueryResult<Vec<(SectionNumber, Comment)>> {
    let mut query = answers::table
        .inner_join(sections::table.inner_join(invitations::table))
        .order((sections::number, answers::question))
        .limit(limit)
        .select((
            sections::number,
            (
                sections::municipality_code,
                invitations::id,
                invitations::post,
                sections::area,
                answers::question,
                answers::choice,
                answers::reason,
                answers::comment,
                answers::quote,
            ),
        ))
        .into_boxed();
    if let Some((section, question)) = after {
        let in_section = sections::number.eq(section).and(answers::question.gt(question));
        query = query.filter(sections::number.gt(section).or(in_section));
    }
    found!(query, round, scope, search).load(conn)
}

/// How many there are.
pub fn count(conn: &mut Conn, round: &RoundId, scope: &Scope, search: &CommentSearch) -> QueryResult<i64> {
    let query =
        answers::table.inner_join(sections::table.inner_join(invitations::table)).select(count_star()).into_boxed();
    found!(query, round, scope, search).get_result(conn)
}
