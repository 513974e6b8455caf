//! The SQLite file that is a backup.

use std::collections::BTreeSet;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel::sqlite::{Sqlite, SqliteConnection};
use diesel_migrations::MigrationHarness;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use super::LEFT_BEHIND;
use crate::error::{Error, Result};
use crate::store::db::MIGRATIONS;
use crate::store::{Conn, Db};

/// The table that Diesel keeps of the migrations that were run.
const MIGRATIONS_TABLE: &str = "__diesel_schema_migrations";

impl Conn {
    /// An SQLite file that nobody else uses and that is thrown away when anything fails, so that it
    /// needs no journal.
    ///
    /// # Errors
    /// When the file can't be opened.
    pub fn own_file(path: &Path) -> Result<Conn> {
        let mut conn = establish(&format!("{}?mode=rw", address(path)))?;
        conn.batch_execute(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;
             PRAGMA foreign_keys=OFF; PRAGMA secure_delete=ON; PRAGMA cache_size=-8192;",
        )?;
        Ok(Conn::Sqlite(conn))
    }

    /// An SQLite file that is only read, and that nobody changes meanwhile.
    ///
    /// # Errors
    /// When the file can't be opened.
    pub fn read_only_file(path: &Path) -> Result<Conn> {
        Ok(Conn::Sqlite(establish(&format!("{}?mode=ro&immutable=1", address(path)))?))
    }
}

fn establish(address: &str) -> Result<SqliteConnection> {
    SqliteConnection::establish(address).map_err(|cause| Error::Internal(cause.into()))
}

/// What of a path steers SQLite where it reads addresses.
const STEERING: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

/// A path as SQLite reads addresses.
fn address(path: &Path) -> String {
    format!("file:{}", percent_encode(path.as_os_str().as_bytes(), STEERING))
}

impl Db {
    /// The migrations that this program knows, oldest first.
    ///
    /// # Errors
    /// Diesel errors.
    pub fn known_migrations() -> Result<Vec<String>> {
        let all = MigrationSource::<Sqlite>::migrations(&MIGRATIONS).map_err(Error::Internal)?;
        let mut versions: Vec<String> = all.iter().map(|one| one.name().version().to_string()).collect();
        versions.sort();
        Ok(versions)
    }
}

#[derive(QueryableByName)]
struct TextRow {
    #[diesel(sql_type = Text)]
    text: String,
}

/// The migrations that a database went through, oldest first; none where it has no tables.
pub fn list_migrations(conn: &mut Conn) -> QueryResult<Vec<String>> {
    let exists = match conn {
        Conn::Sqlite(_) => format!("EXISTS (SELECT 1 FROM sqlite_master WHERE name = '{MIGRATIONS_TABLE}')"),
        Conn::Pg(_) => format!("to_regclass('{MIGRATIONS_TABLE}') IS NOT NULL"),
    };
    if !diesel::select(diesel::dsl::sql::<Bool>(&exists)).get_result::<bool>(conn)? {
        return Ok(Vec::new());
    }
    let query = format!("SELECT version AS text FROM {MIGRATIONS_TABLE}");
    let rows: Vec<TextRow> = diesel::sql_query(query).load(conn)?;
    let mut versions: Vec<String> = rows.into_iter().map(|row| row.text).collect();
    versions.sort();
    Ok(versions)
}

/// Runs those of our migrations that are among `versions` and that a file did not have yet.
///
/// # Errors
/// When a migration fails.
pub fn migrate_to(conn: &mut Conn, versions: &[String]) -> Result<()> {
    let done: BTreeSet<String> = list_migrations(conn)?.into_iter().collect();
    let Conn::Sqlite(conn) = conn else { return Ok(()) };
    // Makes Diesel's own table where there is none.
    let mut pending = conn.pending_migrations(MIGRATIONS).map_err(Error::Internal)?;
    pending.retain(|one| {
        let version = one.name().version().to_string();
        versions.contains(&version) && !done.contains(&version)
    });
    conn.run_migrations(&pending).map_err(Error::Internal)?;
    Ok(())
}

/// Copies a whole SQLite database, as it is at one instant, into an empty file; others go on writing.
pub fn vacuum_into(conn: &mut Conn, path: &Path) -> QueryResult<()> {
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(address(path)).execute(conn).map(|_| ())
}

/// Empties the tables of a file that a backup does not carry.
pub fn delete_left_behind(conn: &mut Conn) -> QueryResult<()> {
    let query = "SELECT name AS text FROM sqlite_master WHERE type = 'table'";
    let tables: Vec<TextRow> = diesel::sql_query(query).load(conn)?;
    let mut left_behind = tables.iter().filter(|table| LEFT_BEHIND.contains(&table.text.as_str()));
    left_behind.try_for_each(|table| conn.batch_execute(&format!("DELETE FROM \"{}\"", table.text)))
}

/// What SQLite finds wrong with the build of a file; nothing where it is sound.
pub fn find_damage(conn: &mut Conn) -> QueryResult<Option<String>> {
    let query = "SELECT integrity_check AS text FROM pragma_integrity_check";
    let rows: Vec<TextRow> = diesel::sql_query(query).load(conn)?;
    Ok(rows.into_iter().map(|row| row.text).find(|text| text != "ok"))
}

/// Writes what a backup says of itself.
pub fn create_manifest(conn: &mut Conn, document: &str) -> QueryResult<()> {
    conn.batch_execute("CREATE TABLE backup_manifest (document TEXT NOT NULL)")?;
    diesel::sql_query("INSERT INTO backup_manifest VALUES (?)").bind::<Text, _>(document).execute(conn).map(|_| ())
}

/// What a backup says of itself.
pub fn find_manifest(conn: &mut Conn) -> QueryResult<String> {
    Ok(diesel::sql_query("SELECT document AS text FROM backup_manifest").get_result::<TextRow>(conn)?.text)
}
