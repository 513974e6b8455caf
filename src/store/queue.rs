//! Waiting for the database: how long it may take, and what operators are told of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::Conn;
use super::connections::{ConnectError, connect, limit};

/// The most that a request waits for a connection.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How often somebody who waits looks whether the database is away, and then gives up.
const GLANCE: Duration = Duration::from_secs(1);

/// Opens connections for the pool.
#[derive(Debug)]
pub(super) struct Manager {
    pub url: String,
    /// How long a statement may run on PostgreSQL, in milliseconds; 0 is for ever.
    pub statement_ms: u32,
    pub queue: Arc<Queue>,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = ConnectError;

    fn connect(&self) -> std::result::Result<Conn, ConnectError> {
        // SQLite would make a new, empty file where ours was taken away.
        let is_gone = self.url.strip_prefix("sqlite://").is_some_and(|path| !std::path::Path::new(path).exists());
        let connected = match is_gone {
            true => Err(ConnectionError::BadConnection("the database's file is gone".to_owned()).into()),
            false => connect(&self.url).and_then(|mut conn| limit(&mut conn, self.statement_ms).map(|()| conn)),
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

/// How the connections of a process are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolUse {
    /// The most there may be.
    pub limit: u32,
    /// Those that are open.
    pub open: u32,
    /// Those that somebody has.
    pub in_use: u32,
    /// Those who wait for one.
    pub waiting: u32,
    /// How often somebody waited in vain since the process began.
    pub timeouts: u64,
}

/// What is known of the wait.
#[derive(Debug, Default)]
pub(super) struct Queue {
    is_away: AtomicBool,
    waiting: AtomicU32,
    timeouts: AtomicU64,
}

impl Queue {
    /// Remembers whether the last connection attempt failed.
    pub fn note(&self, connected: Result<Conn, ConnectError>) -> Result<Conn, ConnectError> {
        self.is_away.store(connected.is_err(), Relaxed);
        connected
    }

    /// Whether the last connection attempt failed.
    pub fn is_away(&self) -> bool {
        self.is_away.load(Relaxed)
    }

    /// A connection of the pool, after `patience` at most; where the database is away, after a moment,
    /// so that requests don't pile up behind a database that answers none of them.
    pub fn wait(
        &self,
        pool: &r2d2::Pool<Manager>,
        patience: Duration,
    ) -> Result<r2d2::PooledConnection<Manager>, r2d2::Error> {
        self.waiting.fetch_add(1, Relaxed);
        let began = Instant::now();
        let outcome = loop {
            let left = patience.saturating_sub(began.elapsed());
            match pool.get_timeout(left.min(GLANCE)) {
                Err(_) if left > GLANCE && !self.is_away() => {}
                outcome => break outcome,
            }
        };
        self.waiting.fetch_sub(1, Relaxed);
        if outcome.is_err() {
            self.timeouts.fetch_add(1, Relaxed);
        }
        outcome
    }

    /// How the pool is used now.
    pub fn pool_use(&self, pool: &r2d2::Pool<Manager>) -> PoolUse {
        let state = pool.state();
        PoolUse {
            limit: pool.max_size(),
            open: state.connections,
            in_use: state.connections.saturating_sub(state.idle_connections),
            waiting: self.waiting.load(Relaxed),
            timeouts: self.timeouts.load(Relaxed),
        }
    }
}
