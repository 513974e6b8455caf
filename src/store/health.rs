//! Whether the database can be written, found out without writing anything.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text, Timestamp};

use super::Conn;
use super::connections::BUSY_TIMEOUT_MS;

/// Whether rows can be written: on SQLite the file is still in its place and takes a change (undone at
/// once, so nothing reaches the disk), on PostgreSQL the server is no standby and not set read-only.
pub fn is_writable(conn: &mut Conn) -> QueryResult<bool> {
    match conn {
        Conn::Sqlite(sqlite) => takes_a_change(sqlite),
        Conn::Pg(pg) => diesel::dsl::sql::<Bool>(
            "SELECT NOT (pg_is_in_recovery() OR current_setting('transaction_read_only')::bool)",
        )
        .get_result(pg),
    }
}

fn takes_a_change(sqlite: &mut SqliteConnection) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct File {
        #[diesel(sql_type = Text)]
        file: String,
    }
    let file: File = diesel::sql_query("PRAGMA database_list").get_result(sqlite)?;
    // The file must not be opened here: closing it again would take SQLite's own locks away.
    if !std::path::Path::new(&file.file).exists() {
        return Ok(false);
    }
    let begun = sqlite.batch_execute("PRAGMA busy_timeout=0; BEGIN IMMEDIATE");
    let outcome = match begun {
        Ok(()) => {
            let changed = sqlite.batch_execute("PRAGMA user_version=0");
            let undone = sqlite.batch_execute("ROLLBACK");
            match changed.and(undone) {
                Ok(()) => Ok(true),
                Err(error) if error.to_string().contains("readonly") => Ok(false),
                Err(error) => Err(error),
            }
        }
        // Somebody else is writing, so it can be written.
        Err(error) if error.to_string().contains("locked") => Ok(true),
        Err(error) => Err(error),
    };
    sqlite.batch_execute(&format!("PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"))?;
    outcome
}

/// What time the database's own clock shows, UTC; nothing for SQLite, which has none of its own.
pub fn find_clock(conn: &mut Conn) -> QueryResult<Option<chrono::NaiveDateTime>> {
    match conn {
        Conn::Sqlite(_) => Ok(None),
        Conn::Pg(pg) => {
            diesel::dsl::sql::<Timestamp>("SELECT clock_timestamp() AT TIME ZONE 'UTC'").get_result(pg).map(Some)
        }
    }
}
