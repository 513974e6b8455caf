//! Advice to municipalities.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::practice::advice::{Advice, AdviceId, AdviceRow, AdviceVersion, WrittenSince};
use crate::domain::rounds::RoundId;
use crate::schema::{advice, advice_versions, rounds, staff};

/// Adds what a piece of advice is about.
pub fn insert(conn: &mut Conn, row: &Advice) -> QueryResult<usize> {
    diesel::insert_into(advice::table).values(row).execute(conn)
}

/// Adds a version.
pub fn insert_version(conn: &mut Conn, version: &AdviceVersion) -> QueryResult<usize> {
    diesel::insert_into(advice_versions::table).values(version).execute(conn)
}

/// What is looked for.
enum Sought<'a> {
    One(&'a AdviceId),
    Municipality(&'a MunicipalityCode),
    Round(&'a RoundId, &'a MunicipalityCode),
}

fn list(conn: &mut Conn, sought: &Sought, scope: &Scope) -> QueryResult<Vec<AdviceRow>> {
    let query = advice::table
        .inner_join(rounds::table)
        .inner_join(advice_versions::table.inner_join(staff::table))
        .order((advice::id.desc(), advice_versions::id))
        .select((Advice::as_select(), (rounds::key, rounds::edition), AdviceVersion::as_select(), staff::email))
        .into_boxed();
    let query = match sought {
        Sought::One(id) => query.filter(advice::id.eq(*id)),
        Sought::Municipality(code) => query.filter(advice::municipality_code.eq(*code)),
        Sought::Round(round, code) => {
            query.filter(advice::municipality_code.eq(*code).and(advice::round_id.eq(*round)))
        }
    };
    in_scope!(query, advice::municipality_code, scope).load(conn)
}

/// The versions of a piece of advice to a municipality in scope, oldest first.
pub fn list_versions(conn: &mut Conn, id: &AdviceId, scope: &Scope) -> QueryResult<Vec<AdviceRow>> {
    list(conn, &Sought::One(id), scope)
}

/// The versions of everything that a municipality in scope was advised, the newest advice first.
pub fn list_by_municipality(conn: &mut Conn, code: &MunicipalityCode, scope: &Scope) -> QueryResult<Vec<AdviceRow>> {
    list(conn, &Sought::Municipality(code), scope)
}

/// The same of one round.
pub fn list_by_round(
    conn: &mut Conn,
    (round, code): (&RoundId, &MunicipalityCode),
    scope: &Scope,
) -> QueryResult<Vec<AdviceRow>> {
    list(conn, &Sought::Round(round, code), scope)
}

/// The versions that were written since an instant to municipalities in scope, in the order in which they were.
pub fn list_written_since(conn: &mut Conn, since: NaiveDateTime, scope: &Scope) -> QueryResult<Vec<WrittenSince>> {
    let query = advice_versions::table
        .inner_join(advice::table)
        .filter(advice_versions::written_at.gt(since))
        .order(advice_versions::id)
        .select((advice::municipality_code, AdviceVersion::as_select()))
        .into_boxed();
    in_scope!(query, advice::municipality_code, scope).load(conn)
}
