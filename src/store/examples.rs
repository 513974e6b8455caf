//! Examples of good practice.

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::practice::examples::{Decision, Example, ExampleId, ExampleRow, ExampleVersion, ExampleVersionId};
use crate::schema::{practice_examples, practice_versions, rounds};

/// Adds an example.
pub fn insert(conn: &mut Conn, example: &Example) -> QueryResult<usize> {
    diesel::insert_into(practice_examples::table).values(example).execute(conn)
}

/// Adds a version.
pub fn insert_version(conn: &mut Conn, version: &ExampleVersion) -> QueryResult<usize> {
    diesel::insert_into(practice_versions::table).values(version).execute(conn)
}

/// The example of a recommendation, by the keys of edition, package and its own, that a municipality has not withdrawn.
pub fn find_standing(
    conn: &mut Conn,
    code: &MunicipalityCode,
    (edition, package, recommendation): (&str, &str, &str),
) -> QueryResult<Option<Example>> {
    practice_examples::table
        .filter(practice_examples::municipality_code.eq(code).and(practice_examples::withdrawn_at.is_null()))
        .filter(practice_examples::edition.eq(edition).and(practice_examples::package.eq(package)))
        .filter(practice_examples::recommendation.eq(recommendation))
        .select(Example::as_select())
        .first(conn)
        .optional()
}

/// What is looked for.
enum Sought<'a> {
    One(&'a ExampleId),
    Shown,
    Waiting,
    In(&'a Scope),
}

fn list(conn: &mut Conn, sought: &Sought) -> QueryResult<Vec<ExampleRow>> {
    let query = practice_examples::table
        .inner_join(practice_versions::table.inner_join(rounds::table))
        .order((practice_examples::id.desc(), practice_versions::id))
        .select((Example::as_select(), ExampleVersion::as_select(), rounds::key))
        .into_boxed();
    let standing = practice_examples::withdrawn_at.is_null();
    let query = match sought {
        Sought::One(id) => query.filter(practice_examples::id.eq(*id)),
        Sought::Shown => query.filter(standing.and(practice_versions::decision.eq(Decision::Shown))),
        Sought::Waiting => query.filter(standing.and(practice_versions::decision.is_null())),
        Sought::In(scope) => in_scope!(query, practice_examples::municipality_code, scope),
    };
    query.load(conn)
}

/// The versions of an example, oldest first.
pub fn list_versions(conn: &mut Conn, id: &ExampleId) -> QueryResult<Vec<ExampleRow>> {
    list(conn, &Sought::One(id))
}

/// The versions that have been decided to be shown of every example that stands, the newest example first.
pub fn list_shown(conn: &mut Conn) -> QueryResult<Vec<ExampleRow>> {
    list(conn, &Sought::Shown)
}

/// The versions that wait for a moderator.
pub fn list_waiting(conn: &mut Conn) -> QueryResult<Vec<ExampleRow>> {
    list(conn, &Sought::Waiting)
}

/// All versions of the examples of the municipalities in scope, the newest example first.
pub fn list_in_scope(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<ExampleRow>> {
    list(conn, &Sought::In(scope))
}

/// How many examples wait for a moderator.
pub fn count_waiting(conn: &mut Conn) -> QueryResult<i64> {
    practice_versions::table
        .inner_join(practice_examples::table)
        .filter(practice_examples::withdrawn_at.is_null().and(practice_versions::decision.is_null()))
        .select(count_star())
        .get_result(conn)
}

/// Notes what a moderator decided about a version, and why where it was declined.
pub fn update_decision(
    conn: &mut Conn,
    id: &ExampleVersionId,
    (decision, reason): (Decision, Option<&str>),
    now: NaiveDateTime,
) -> QueryResult<usize> {
    let decided = (
        practice_versions::decision.eq(decision),
        practice_versions::decided_at.eq(now),
        practice_versions::reason.eq(reason),
    );
    diesel::update(practice_versions::table.filter(practice_versions::id.eq(id))).set(decided).execute(conn)
}

/// Notes of the versions of an example that still wait that a newer one stands in their place, and empties their contact.
pub fn update_replaced(conn: &mut Conn, example: &ExampleId, now: NaiveDateTime) -> QueryResult<usize> {
    let waiting = practice_versions::example_id.eq(example).and(practice_versions::decision.is_null());
    let replaced = (
        practice_versions::decision.eq(Decision::Replaced),
        practice_versions::decided_at.eq(now),
        practice_versions::contact_function.eq(""),
        practice_versions::contact_email.eq(""),
        practice_versions::contact_phone.eq(""),
    );
    diesel::update(practice_versions::table.filter(waiting)).set(replaced).execute(conn)
}

/// Empties the contact of every version of an example.
pub fn clear_contacts(conn: &mut Conn, example: &ExampleId) -> QueryResult<usize> {
    let emptied = (
        practice_versions::contact_function.eq(""),
        practice_versions::contact_email.eq(""),
        practice_versions::contact_phone.eq(""),
    );
    diesel::update(practice_versions::table.filter(practice_versions::example_id.eq(example)))
        .set(emptied)
        .execute(conn)
}

/// The same of every version but one.
pub fn clear_other_contacts(conn: &mut Conn, (example, kept): (&ExampleId, &ExampleVersionId)) -> QueryResult<usize> {
    let others = practice_versions::example_id.eq(example).and(practice_versions::id.ne(kept));
    let emptied = (
        practice_versions::contact_function.eq(""),
        practice_versions::contact_email.eq(""),
        practice_versions::contact_phone.eq(""),
    );
    diesel::update(practice_versions::table.filter(others)).set(emptied).execute(conn)
}

/// Notes that an example was taken back.
pub fn update_withdrawn(conn: &mut Conn, id: &ExampleId, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(practice_examples::table.filter(practice_examples::id.eq(id)))
        .set(practice_examples::withdrawn_at.eq(now))
        .execute(conn)
}
