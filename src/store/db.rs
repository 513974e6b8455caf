//! One connection type over SQLite and PostgreSQL, the pool, and the one way to write.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationSource;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::compatibility;
use super::conflicts::{is_conflict, told_apart};
use super::queue::{BUSY_TIMEOUT_MS, PATIENCE, PoolUse, Queue, with_defaults};
use crate::domain::compatibility::{SchemaState, schema_state};
use crate::domain::refusals::Refusal;
use crate::error::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock that instances starting together take in turn on PostgreSQL while migrating.
const MIGRATION_LOCK: i64 = 0x70656a6c;

/// How often a write runs again when PostgreSQL finds it in conflict with another.
const MAX_ATTEMPTS: u32 = 20;

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
pub(super) struct Manager {
    url: String,
    queue: Arc<Queue>,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = ConnectError;

    fn connect(&self) -> std::result::Result<Conn, ConnectError> {
        // SQLite would make a new, empty file where ours was taken away.
        let is_gone = self.url.strip_prefix("sqlite://").is_some_and(|path| !std::path::Path::new(path).exists());
        let connected = match is_gone {
            true => Err(ConnectionError::BadConnection("the database's file is gone".to_owned()).into()),
            false => connect(&self.url),
        };
        self.queue.note(connected)
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
        // busy_timeout first: switching to WAL may itself have to wait for another process. FULL: what
        // was told "Gemt" outlives a loss of power too, for one fsync a save.
        conn.batch_execute(&format!(
            "PRAGMA busy_timeout={BUSY_TIMEOUT_MS}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
             PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192;",
        ))?;
        return Ok(Conn::Sqlite(conn));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Conn::Pg(PgConnection::establish(&with_defaults(url))?));
    }
    Err(ConnectError::Scheme)
}

/// The database as the rest of the program sees it; copies share one pool.
#[derive(Clone)]
pub struct Db {
    pool: r2d2::Pool<Manager>,
    /// SQLite's waiting is unfair, so writers of one process queue here instead; PostgreSQL needs no queue.
    writing: Option<Arc<Mutex<()>>>,
    queue: Arc<Queue>,
}

impl Db {
    /// Opens a pool of up to `size` connections; the first is made at once, so that a wrong address is told now.
    ///
    /// # Errors
    /// When no connection can be made.
    pub fn open(url: &str, size: u32) -> std::result::Result<Db, ConnectError> {
        drop(connect(url)?);
        let queue = Arc::<Queue>::default();
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(url.starts_with("postgres"))
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build_unchecked(Manager { url: url.to_owned(), queue: Arc::clone(&queue) });
        let writing = url.starts_with("sqlite://").then(Arc::default);
        Ok(Db { pool, writing, queue })
    }

    fn connection(&self) -> Result<r2d2::PooledConnection<Manager>> {
        Ok(self.queue.wait(&self.pool, PATIENCE)?)
    }

    /// How the pool is used now.
    pub fn pool_use(&self) -> PoolUse {
        self.queue.pool_use(&self.pool)
    }

    /// Whether the database did not take the latest connection.
    pub fn is_away(&self) -> bool {
        self.queue.is_away()
    }

    /// As `read`, for those who rather go without than wait longer than `patience` for a connection.
    ///
    /// # Errors
    /// Those of `read`, and when no connection is free in time.
    pub fn read_within<T>(&self, patience: Duration, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        read(&mut *self.queue.wait(&self.pool, patience)?)
    }

    /// Runs queries that change nothing.
    ///
    /// # Errors
    /// Those of `read`, and when no connection is free for ten seconds, or the database is away.
    pub fn read<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.connection()?;
        read(&mut conn).map_err(|error| told_apart(&mut conn, error))
    }

    /// Runs one write transaction. `write` may run again from the start when PostgreSQL finds a
    /// conflict, so it holds SQL and pure functions only: no mail, no hashing, no waiting.
    ///
    /// # Errors
    /// Those of `write`; everything it did is undone then.
    pub fn write<T>(&self, mut write: impl FnMut(&mut Conn) -> Result<T>) -> Result<T> {
        // The turn comes before the connection, so that waiting writers keep none from readers.
        let _turn = self.writing.as_ref().map(|turn| turn.lock().unwrap_or_else(PoisonError::into_inner));
        let mut conn = self.connection()?;
        for attempt in 1.. {
            match transaction(&mut conn, &mut write) {
                Err(Error::Database(cause)) if attempt < MAX_ATTEMPTS && is_conflict(&conn, &cause) => {
                    std::thread::sleep(Duration::from_millis(u64::from(attempt) * 2));
                }
                outcome => return outcome.map_err(|error| told_apart(&mut conn, error)),
            }
        }
        Err(Error::NotFound)
    }

    /// Brings the schema up to date where it is behind; safe when several instances start at once.
    /// A schema that is ahead is never brought back. Says how it stands now.
    ///
    /// # Errors
    /// When a migration fails; refused when the schema is newer than this program can use.
    pub fn migrate(&self) -> Result<SchemaState> {
        let mut conn = self.connection()?;
        if state_of(&mut conn)? == SchemaState::Behind {
            run_migrations(&mut conn)?;
        }
        match state_of(&mut conn)? {
            SchemaState::AheadUnusable => Err(Refusal::SchemaNewer.into()),
            state => Ok(state),
        }
    }

    /// How the schema stands to this program; changes nothing.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn schema_state(&self) -> Result<SchemaState> {
        self.read(state_of)
    }

    /// Whether migrations are still to be run.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn needs_migration(&self) -> Result<bool> {
        Ok(self.schema_state()? == SchemaState::Behind)
    }
}

/// The version of the newest migration that this program knows, which is its schema's.
pub fn schema_version() -> String {
    known_versions().unwrap_or_default().into_iter().max().unwrap_or_default()
}

fn known_versions() -> Result<Vec<String>> {
    let known = MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS).map_err(Error::Internal)?;
    Ok(known.iter().map(|migration| migration.name().version().to_string()).collect())
}

fn state_of(conn: &mut Conn) -> Result<SchemaState> {
    let oldest = compatibility::find_oldest(conn)?;
    Ok(schema_state(&known_versions()?, &compatibility::list_applied(conn)?, oldest.as_deref()))
}

/// Runs what is pending once it is this instance's turn: another may have been at it.
fn run_migrations(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            // Rebuilding a table needs its references to point nowhere for a moment.
            sqlite.batch_execute("PRAGMA foreign_keys=OFF")?;
            let outcome = sqlite.immediate_transaction(|sqlite| sqlite.run_pending_migrations(MIGRATIONS).map(|_| ()));
            sqlite.batch_execute("PRAGMA foreign_keys=ON")?;
            outcome.map_err(Error::Internal)
        }
        Conn::Pg(pg) => {
            pg.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
            let outcome = pg.run_pending_migrations(MIGRATIONS).map(|_| ());
            pg.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
            outcome.map_err(Error::Internal)
        }
    }
}

/// Begins so that a read before a write is safe: taking the lock at once on SQLite, serializable on PostgreSQL.
fn transaction<T>(conn: &mut Conn, write: &mut impl FnMut(&mut Conn) -> Result<T>) -> Result<T> {
    match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")?,
        Conn::Pg(pg) => AnsiTransactionManager::begin_transaction_sql(pg, "BEGIN ISOLATION LEVEL SERIALIZABLE")?,
    }
    match write(conn) {
        Ok(value) => {
            <Conn as Connection>::TransactionManager::commit_transaction(conn)?;
            Ok(value)
        }
        Err(error) => {
            // What went wrong first is told; a connection that can't roll back is not used again.
            drop(<Conn as Connection>::TransactionManager::rollback_transaction(conn));
            Err(error)
        }
    }
}
