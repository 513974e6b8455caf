//! Which migrations were run, and how far back programs may be. Asked before anything else is known
//! of the database, so a table that is not there is an empty one.

use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Conn;
use crate::schema::compatibility;

diesel::table! {
    __diesel_schema_migrations (version) {
        version -> VarChar,
    }
}

fn exists(conn: &mut Conn, table: &str) -> QueryResult<bool> {
    let query = match conn {
        Conn::Sqlite(_) => format!("EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}')"),
        Conn::Pg(_) => format!("to_regclass('{table}') IS NOT NULL"),
    };
    diesel::select(sql::<Bool>(&query)).get_result(conn)
}

/// The versions of the migrations that were run.
///
/// # Errors
/// Database errors.
pub fn list_applied(conn: &mut Conn) -> QueryResult<Vec<String>> {
    if !exists(conn, "__diesel_schema_migrations")? {
        return Ok(Vec::new());
    }
    __diesel_schema_migrations::table.select(__diesel_schema_migrations::version).load(conn)
}

/// The newest version that a program must know at least; none where no migration has said so yet.
///
/// # Errors
/// Database errors.
pub fn find_oldest(conn: &mut Conn) -> QueryResult<Option<String>> {
    if !exists(conn, "compatibility")? {
        return Ok(None);
    }
    compatibility::table.select(max(compatibility::oldest)).first(conn)
}
