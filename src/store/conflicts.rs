//! What went wrong in a database, by whether the same may go well in a moment or later.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::result::{DatabaseErrorKind, Error as DieselError};

use super::Conn;
use crate::error::Error;

/// What SQLite says, always in English, when its file or disk can't take anything just now.
const SQLITE_PASSING: [&str; 6] = [
    "database is locked",
    "database table is locked",
    "database or disk is full",
    "disk I/O error",
    "attempt to write a readonly database",
    "unable to open database file",
];

/// Tells a database that is not to be had just now (gone, full, busy) from a fault of ours.
pub(super) fn classify_error(conn: &mut Conn, error: Error) -> Error {
    match error {
        Error::Database(cause) if is_passing(conn, &cause) => Error::Unavailable(cause),
        other => other,
    }
}

fn is_passing(conn: &mut Conn, cause: &DieselError) -> bool {
    match (conn, cause) {
        (_, DieselError::BrokenTransactionManager | DieselError::RollbackErrorOnCommit { .. }) => true,
        (Conn::Sqlite(_), DieselError::DatabaseError(_, information)) => {
            SQLITE_PASSING.iter().any(|said| information.message().contains(said))
        }
        (Conn::Pg(_), DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        (Conn::Pg(_), DieselError::DatabaseError(_, information))
            if information.message().contains("statement timeout") =>
        {
            true
        }
        // A server says why in its own language, so the connection itself is asked.
        (Conn::Pg(pg), DieselError::DatabaseError(_, information)) => {
            information.message().contains("No space left on device") || pg.batch_execute("SELECT 1").is_err()
        }
        _ => false,
    }
}

/// How often a write is begun at most when PostgreSQL finds it in conflict with others.
const ATTEMPTS: u32 = 20;

/// The attempts that a write makes beside all others; after them it waits for its turn among those in conflict.
pub(super) const ATTEMPTS_BESIDE_OTHERS: u32 = 4;

/// The longest pause before a write runs again, in milliseconds.
const LONGEST_PAUSE_MS: u32 = 32;

/// How often it runs at most when a key is there already: what inserted it has ended by then, so the
/// second time finds its row, and a third comes of bad luck; after that the fault is ours.
const ATTEMPTS_AT_UNIQUE: u32 = 3;

/// How often a write that failed like this may be begun in all: more than once where another transaction
/// of PostgreSQL's got in the way. Two that insert one key at once may end in a unique violation instead
/// of a serialization failure.
pub(super) fn attempts_at(conn: &Conn, cause: &DieselError) -> u32 {
    let DieselError::DatabaseError(kind, information) = cause else { return 1 };
    match (conn, kind) {
        (_, DatabaseErrorKind::SerializationFailure) => ATTEMPTS,
        (Conn::Pg(_), DatabaseErrorKind::UniqueViolation) => ATTEMPTS_AT_UNIQUE,
        (Conn::Pg(_), _) if information.message().contains("deadlock detected") => ATTEMPTS,
        _ => 1,
    }
}

/// How long to wait before a write runs again: up to twice as long each time, and by chance how long. Writers that
/// got in each other's way and waited equally long would begin, and fail, together again.
pub(super) fn pause_after(attempt: u32) -> Duration {
    let longest = 2_u32.saturating_pow(attempt).min(LONGEST_PAUSE_MS) * 1000;
    // Without randomness the pause is merely the longest.
    let chosen = getrandom::u32().map_or(longest, |random| random % (longest + 1));
    Duration::from_micros(u64::from(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_limit_and_differ_between_writers_in_step() {
        let longest = Duration::from_millis(u64::from(LONGEST_PAUSE_MS));
        for attempt in 1..=ATTEMPTS {
            let pauses: Vec<Duration> = (0..32).map(|_| pause_after(attempt)).collect();
            assert!(pauses.iter().all(|pause| *pause <= longest.min(Duration::from_millis(1 << attempt.min(10)))));
            assert!(pauses.iter().any(|pause| *pause != pauses[0]), "all 32 writers would begin together");
        }
    }
}
