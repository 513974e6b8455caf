//! One connection type over SQLite and PostgreSQL, the pool, and the one way to write.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::error::{Error, Result};

pub(super) const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock that instances starting together take in turn on PostgreSQL while migrating.
const MIGRATION_LOCK: i64 = 0x70656a6c;

/// How often a write runs again when PostgreSQL finds it in conflict with another.
const MAX_ATTEMPTS: u32 = 20;

/// How a transaction begins on SQLite and on PostgreSQL so that a read before a write is safe: taking
/// the lock at once, and serializable.
const WRITING: [&str; 2] = ["BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL SERIALIZABLE"];

/// How a transaction begins in which everything is read as it was at one instant.
const SNAPSHOT: [&str; 2] = ["BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"];

/// A connection to either database; the variant is chosen by the scheme of the address, never by trying.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// SQLite, bundled.
    Sqlite(SqliteConnection),
    /// PostgreSQL.
    Pg(PgConnection),
}

/// Writes a query once and compiles it for each database, for the shapes that the enum does not
/// know: multi-row insert and `on_conflict`.
macro_rules! on_each {
    ($conn:ident => $query:expr) => {
        match $conn {
            $crate::store::Conn::Sqlite($conn) => $query,
            $crate::store::Conn::Pg($conn) => $query,
        }
    };
}

/// Why a connection could not be had.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address is of neither database.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://")]
    Scheme,
    /// The database refused or is not there.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    /// The database answered, but not as it should.
    #[error(transparent)]
    Query(#[from] DieselError),
}

/// Opens connections for the pool.
#[derive(Debug)]
struct Manager {
    url: String,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = ConnectError;

    fn connect(&self) -> std::result::Result<Conn, ConnectError> {
        connect(&self.url)
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), ConnectError> {
        Ok(conn.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::r2d2::R2D2Connection;
        std::thread::panicking() || conn.is_broken()
    }
}

/// One connection of its own.
///
/// # Errors
/// When the address has another scheme or the database can't be reached.
pub fn connect(url: &str) -> std::result::Result<Conn, ConnectError> {
    if let Some(path) = url.strip_prefix("sqlite://") {
        let mut conn = SqliteConnection::establish(path)?;
        // busy_timeout first: switching to WAL may itself have to wait for another process.
        conn.batch_execute(
            "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
             PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192;",
        )?;
        return Ok(Conn::Sqlite(conn));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Conn::Pg(PgConnection::establish(url)?));
    }
    Err(ConnectError::Scheme)
}

/// The database as the rest of the program sees it; copies share one pool.
#[derive(Clone)]
pub struct Db {
    pool: r2d2::Pool<Manager>,
    /// SQLite's waiting is unfair, so writers of one process queue here instead; PostgreSQL needs no queue.
    writing: Option<Arc<Mutex<()>>>,
}

impl Db {
    /// Opens a pool of up to `size` connections; the first is made at once, so that a wrong address is told now.
    ///
    /// # Errors
    /// When no connection can be made.
    pub fn open(url: &str, size: u32) -> std::result::Result<Db, ConnectError> {
        drop(connect(url)?);
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(url.starts_with("postgres"))
            .connection_timeout(Duration::from_secs(10))
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build_unchecked(Manager { url: url.to_owned() });
        let writing = url.starts_with("sqlite://").then(Arc::default);
        Ok(Db { pool, writing })
    }

    /// Runs queries that change nothing.
    ///
    /// # Errors
    /// Those of `read`, and when no connection is free for ten seconds.
    pub fn read<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        read(&mut *self.pool.get()?)
    }

    /// Runs one write transaction. `write` may run again from the start when PostgreSQL finds a
    /// conflict, so it holds SQL and pure functions only: no mail, no hashing, no waiting.
    ///
    /// # Errors
    /// Those of `write`; everything it did is undone then.
    pub fn write<T>(&self, mut write: impl FnMut(&mut Conn) -> Result<T>) -> Result<T> {
        // The turn comes before the connection, so that waiting writers keep none from readers.
        let _turn = self.writing.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
        let mut conn = self.pool.get()?;
        for attempt in 1.. {
            match transaction(&mut conn, WRITING, &mut write) {
                Err(Error::Database(cause)) if attempt < MAX_ATTEMPTS && is_conflict(&conn, &cause) => {
                    std::thread::sleep(Duration::from_millis(u64::from(attempt) * 2));
                }
                outcome => return outcome,
            }
        }
        Err(Error::NotFound)
    }

    /// Runs queries that change nothing and see the database as it was at one instant, however long they take.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn snapshot<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        transaction(&mut *self.pool.get()?, SNAPSHOT, read)
    }

    /// Runs one write transaction that is too large to run again, so that a conflict ends it.
    ///
    /// # Errors
    /// Those of `write`; everything it did is undone then.
    pub fn write_once<T>(&self, write: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let _turn = self.writing.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
        transaction(&mut *self.pool.get()?, WRITING, write)
    }

    /// Brings the schema up to date; safe when several instances start at once.
    ///
    /// # Errors
    /// When a migration fails or the schema is newer than this program.
    pub fn migrate(&self) -> Result<()> {
        let mut conn = self.pool.get()?;
        if let Conn::Pg(pg) = &mut *conn {
            pg.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
        }
        let outcome = match &mut *conn {
            Conn::Sqlite(sqlite) => {
                // Rebuilding a table needs its references to point nowhere for a moment.
                sqlite.batch_execute("PRAGMA foreign_keys=OFF")?;
                // Looks what is pending only once the file is locked: another instance may be at it.
                let outcome =
                    sqlite.immediate_transaction(|sqlite| sqlite.run_pending_migrations(MIGRATIONS).map(|_| ()));
                sqlite.batch_execute("PRAGMA foreign_keys=ON")?;
                outcome
            }
            Conn::Pg(pg) => pg.run_pending_migrations(MIGRATIONS).map(|_| ()),
        };
        if let Conn::Pg(pg) = &mut *conn {
            pg.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
        }
        outcome.map_err(Error::Internal)
    }

    /// Whether migrations are still to be run.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn needs_migration(&self) -> Result<bool> {
        let mut conn = self.pool.get()?;
        on_each_harness(&mut conn)
    }
}

fn on_each_harness(conn: &mut Conn) -> Result<bool> {
    match conn {
        Conn::Sqlite(sqlite) => sqlite.has_pending_migration(MIGRATIONS).map_err(Error::Internal),
        Conn::Pg(pg) => pg.has_pending_migration(MIGRATIONS).map_err(Error::Internal),
    }
}

/// Runs `work` between the beginning that its database is given and a commit, or undoes it.
fn transaction<T>(
    conn: &mut Conn,
    [on_sqlite, on_pg]: [&str; 2],
    work: impl FnOnce(&mut Conn) -> Result<T>,
) -> Result<T> {
    match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, on_sqlite)?,
        Conn::Pg(pg) => AnsiTransactionManager::begin_transaction_sql(pg, on_pg)?,
    }
    match work(conn) {
        Ok(value) => {
            <Conn as Connection>::TransactionManager::commit_transaction(conn)?;
            Ok(value)
        }
        Err(error) => {
            <Conn as Connection>::TransactionManager::rollback_transaction(conn)?;
            Err(error)
        }
    }
}

/// Whether another transaction of PostgreSQL's got in the way, so that running again may go well.
/// Two that insert one key at once may end in a unique violation instead of a serialization failure;
/// the second finds the first one's row when it runs again.
fn is_conflict(conn: &Conn, cause: &DieselError) -> bool {
    let DieselError::DatabaseError(kind, information) = cause else { return false };
    match (conn, kind) {
        (_, DatabaseErrorKind::SerializationFailure) => true,
        (Conn::Pg(_), DatabaseErrorKind::UniqueViolation) => true,
        (Conn::Pg(_), _) => information.message().contains("deadlock detected"),
        (Conn::Sqlite(_), _) => false,
    }
}
