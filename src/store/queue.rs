//! Waiting for the database: how long it may take, and what operators are told of it.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use super::Conn;
use super::db::{ConnectError, Manager};

/// The most that a request waits for a connection.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How long a connection to SQLite waits for another process's writing, in milliseconds.
pub(super) const BUSY_TIMEOUT_MS: u32 = 5000;

/// What is asked of libpq where the address does not say: a server that does not answer is given up
/// while somebody still waits for it, and a connection whose other end is gone is noticed.
const PG_DEFAULTS: [(&str, u32); 5] = [
    ("connect_timeout", 5),
    ("keepalives_idle", 10),
    ("keepalives_interval", 5),
    ("keepalives_count", 3),
    ("tcp_user_timeout", 20_000),
];

/// How often somebody who waits looks whether the database is away, and then gives up.
const GLANCE: Duration = Duration::from_secs(1);

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
    /// Notes whether the database took the latest connection.
    pub fn note(&self, connected: Result<Conn, ConnectError>) -> Result<Conn, ConnectError> {
        self.is_away.store(connected.is_err(), Relaxed);
        connected
    }

    /// Whether the database did not take the latest connection.
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

/// The address with what libpq is to do where it does not say.
pub(super) fn with_defaults(url: &str) -> String {
    PG_DEFAULTS.iter().filter(|(key, _)| !url.contains(&format!("{key}="))).fold(url.to_owned(), |url, (key, value)| {
        let mark = if url.contains('?') { '&' } else { '?' };
        format!("{url}{mark}{key}={value}")
    })
}
