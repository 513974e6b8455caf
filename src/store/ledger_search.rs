//! Finding letters in the ledger.

use diesel::dsl::{auto_type, count_star, not};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::{Conn, ledger};
use crate::domain::Language;
use crate::domain::mail::ledger_search::LedgerSearch;
use crate::domain::mail::letters::{Letter, LetterKind, LetterState};
use crate::domain::rounds::invitations::Invitation;
use crate::schema::{invitations, letters, posts};

diesel::define_sql_function! {
    /// A text in small letters, where there is one.
    #[sql_name = "lower"]
    fn lower_of(text: Nullable<Text>) -> Nullable<Text>;
}

/// Letters of which this program knows every word, said so that no database looks the words up in an index: nearly
/// every letter is known, and the page that is wanted is found faster from the newest letter on.
#[auto_type]
fn is_told() -> _ {
    let kinds: &'static [LetterKind] = LetterKind::ALL;
    let states: &'static [LetterState] = LetterState::ALL;
    let languages: &'static [Language] = Language::ALL;
    not(letters::kind.ne_all(kinds))
        .and(not(letters::state.ne_all(states)))
        .and(not(letters::language.ne_all(languages)))
}

/// Those of a boxed query that a search finds, in whatever state.
macro_rules! found {
    ($query:expr, $search:expr) => {{
        let mut query = $query;
        if let Some(round) = &$search.round {
            query = query.filter(letters::round_id.eq(round));
        }
        if let Some(kind) = $search.kind {
            query = query.filter(letters::kind.eq(kind));
        }
        if let Some(code) = &$search.municipality {
            let told = posts::table.filter(posts::municipality_code.eq(code)).select(posts::id.nullable());
            let asked = invitations::municipality_code.nullable().eq(code);
            query = query.filter(asked.or(letters::post_id.eq_any(told)));
        }
        for [small, capital] in $search.patterns() {
            let (name, email) = (lower_of(letters::name.nullable()), lower_of(letters::email.nullable()));
            let (post, subject) = (lower_of(invitations::post.nullable()), lower_of(letters::subject));
            query = query.filter(
                name.like(small.clone())
                    .or(email.like(small.clone()))
                    .or(post.like(small.clone()))
                    .or(subject.like(small))
                    .or(lower_of(letters::name.nullable()).like(capital.clone()))
                    .or(lower_of(invitations::post.nullable()).like(capital.clone()))
                    .or(lower_of(letters::subject).like(capital)),
            );
        }
        query
    }};
}

/// A page of the letters found, each with its invitation where it goes to somebody asked, newest first.
pub fn list(
    conn: &mut Conn,
    search: &LedgerSearch,
    limit: i64,
    offset: i64,
) -> QueryResult<Vec<(Letter, Option<Invitation>)>> {
    let query = letters::table
        .left_join(invitations::table)
        .filter(is_told())
        .order(letters::id.desc())
        .limit(limit)
        .offset(offset)
        .select((Letter::as_select(), Option::<Invitation>::as_select()))
        .into_boxed();
    let mut query = found!(query, search);
    if let Some(state) = search.state {
        query = query.filter(letters::state.eq(state));
    }
    query.load(conn)
}

/// How many of the letters that a search finds are in each state that has any, whichever state it asks for.
pub fn count_by_state(conn: &mut Conn, search: &LedgerSearch) -> QueryResult<Vec<(LetterState, i64)>> {
    if *search == (LedgerSearch { state: search.state, ..LedgerSearch::default() }) {
        return ledger::count_by_state(conn);
    }
    let query = letters::table
        .left_join(invitations::table)
        .filter(is_told())
        .group_by(letters::state)
        .select((letters::state, count_star()))
        .order(letters::state)
        .into_boxed();
    found!(query, search).load(conn)
}
