//! One connection type over SQLite and PostgreSQL, the pool, and the one way to write.

use std::sync::Arc;
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::MigrationSource;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use parking_lot::{Mutex, MutexGuard};

use super::compatibility;
use super::conflicts::{ATTEMPTS_BESIDE_OTHERS, attempts_at, classify_error, pause_after};
pub use super::connections::{ConnectError, connect};
use super::queue::{Manager, PATIENCE, PoolUse, Queue};
use crate::domain::base::compatibility::{SchemaState, schema_state};
use crate::domain::base::refusals::Refusal;
use crate::error::{Error, Result};

pub(super) const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock that instances starting together take in turn on PostgreSQL while migrating.
const MIGRATION_LOCK: i64 = 0x70656a6c;

/// How long a statement of the service may run on PostgreSQL, in milliseconds: nobody waits longer for a
/// page, and whatever is large goes in portions. Commands have no limit.
pub const STATEMENT_MS: u32 = 60_000;

/// How a transaction begins on SQLite and on PostgreSQL so that a read before a write is safe: taking
/// the lock at once, and serializable.
const WRITING: [&str; 2] = ["BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL SERIALIZABLE"];

/// How one begins that was in conflict again and again. The lock keeps nobody out but others that begin so, goes with
/// the transaction, and comes before its first look at the data, which is therefore as the one before left it.
const WRITING_IN_TURN: [&str; 2] =
    [WRITING[0], "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE compatibility IN SHARE UPDATE EXCLUSIVE MODE"];

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

/// Writes a query once and compiles it for each database: for the shapes that the enum does not know
/// (multi-row insert and `on_conflict`), and for what every page of a respondent asks, because through the
/// enum the text of a query is written anew, twice, each time that it runs.
macro_rules! on_each {
    ($conn:ident => $query:expr) => {
        match $conn {
            $crate::store::Conn::Sqlite($conn) => $query,
            $crate::store::Conn::Pg($conn) => $query,
        }
    };
}

/// The database as the rest of the program sees it; copies share one pool.
#[derive(Clone)]
pub struct Db {
    pool: r2d2::Pool<Manager>,
    /// SQLite's waiting is unfair, so writers of one process queue here instead; PostgreSQL needs no queue.
    writing: Option<Arc<Mutex<()>>>,
    queue: Arc<Queue>,
    statement_ms: u32,
}

impl Db {
    /// Opens a pool of up to `size` connections; the first is made at once, so that a wrong address is told now.
    ///
    /// # Errors
    /// When no connection can be made.
    pub fn open(url: &str, size: u32) -> std::result::Result<Db, ConnectError> {
        Db::open_limited(url, size, 0)
    }

    /// The same, where PostgreSQL breaks off a statement after so many milliseconds.
    ///
    /// # Errors
    /// When no connection can be made.
    pub fn open_limited(url: &str, size: u32, statement_ms: u32) -> std::result::Result<Db, ConnectError> {
        drop(connect(url)?);
        let queue = Arc::<Queue>::default();
        let pool = r2d2::Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .test_on_check_out(url.starts_with("postgres"))
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(r2d2::NopErrorHandler))
            .build_unchecked(Manager { url: url.to_owned(), statement_ms, queue: Arc::clone(&queue) });
        let writing = url.starts_with("sqlite://").then(Arc::default);
        Ok(Db { pool, writing, queue, statement_ms })
    }

    /// This writer's turn. It comes before the connection, so that waiting writers keep none from readers,
    /// and is not waited for longer than one.
    fn turn(&self, patience: Duration) -> Result<Option<MutexGuard<'_, ()>>> {
        let Some(writing) = &self.writing else { return Ok(None) };
        writing.try_lock_for(patience).map(Some).ok_or(Error::Busy("writing to the database"))
    }

    fn connection(&self) -> Result<r2d2::PooledConnection<Manager>> {
        Ok(self.queue.wait(&self.pool, PATIENCE)?)
    }

    /// How the pool is used now.
    pub fn pool_use(&self) -> PoolUse {
        self.queue.pool_use(&self.pool)
    }

    /// Whether the last connection attempt failed.
    pub fn is_away(&self) -> bool {
        self.queue.is_away()
    }

    /// As `read`, for those who rather go without than wait longer than `patience` for a connection.
    ///
    /// # Errors
    /// The errors of `read`, and when no connection is free in time.
    pub fn read_within<T>(&self, patience: Duration, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        read(&mut *self.queue.wait(&self.pool, patience)?)
    }

    /// Runs queries that change nothing.
    ///
    /// # Errors
    /// The errors of `read`, and when no connection is free for ten seconds, or the database is away.
    pub fn read<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.connection()?;
        read(&mut conn).map_err(|error| classify_error(&mut conn, error))
    }

    /// Runs one write transaction. `write` may run again from the start when PostgreSQL finds a
    /// conflict, so it holds SQL and pure functions only: no mail, no hashing, no waiting.
    ///
    /// # Errors
    /// The errors of `write`; everything it did is undone then. `Error::Busy` where others write for ten seconds.
    pub fn write<T>(&self, mut write: impl FnMut(&mut Conn) -> Result<T>) -> Result<T> {
        let _turn = self.turn(PATIENCE)?;
        let mut conn = self.connection()?;
        for attempt in 1.. {
            let beginning = if attempt > ATTEMPTS_BESIDE_OTHERS { WRITING_IN_TURN } else { WRITING };
            match transaction(&mut conn, beginning, &mut write) {
                Err(Error::Database(cause)) if attempt < attempts_at(&conn, &cause) => {
                    std::thread::sleep(pause_after(attempt));
                }
                outcome => return outcome.map_err(|error| classify_error(&mut conn, error)),
            }
        }
        Err(Error::NotFound)
    }

    /// Runs queries that change nothing and see the database as it was at one instant, however long they take.
    ///
    /// # Errors
    /// The errors of `read`.
    pub fn snapshot<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        transaction(&mut *self.connection()?, SNAPSHOT, read)
    }

    /// Runs one write transaction that is too large to run again, so that a conflict ends it.
    ///
    /// # Errors
    /// The errors of `write`; everything it did is undone then.
    pub fn write_once<T>(&self, write: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let _turn = self.turn(PATIENCE)?;
        transaction(&mut *self.connection()?, WRITING, write)
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
            if let Conn::Pg(pg) = &mut *conn {
                pg.batch_execute(&format!("SET statement_timeout={}", self.statement_ms))?;
            }
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
            // However long another instance or a large table takes.
            pg.batch_execute("SET statement_timeout=0")?;
            pg.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
            let outcome = pg.run_pending_migrations(MIGRATIONS).map(|_| ());
            pg.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
            outcome.map_err(Error::Internal)
        }
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
            // What went wrong first is told; a connection that can't roll back is not used again.
            drop(<Conn as Connection>::TransactionManager::rollback_transaction(conn));
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_gives_up_its_turn_where_another_writes_on_and_on() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}/pejl.sqlite", folder.path().display()), 4).unwrap();
        let soon = Duration::from_millis(20);
        db.write(|_| {
            let other = std::thread::scope(|scope| scope.spawn(|| db.turn(soon).err()).join().unwrap());
            assert!(matches!(other, Some(Error::Busy(_))));
            assert_eq!(db.pool_use().in_use, 1, "who waits for a turn keeps no connection");
            Ok(())
        })
        .unwrap();
        assert!(db.turn(soon).is_ok());
    }
}
