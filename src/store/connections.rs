//! How a connection to either database is made.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sqlite::SqliteConnection;

use super::Conn;

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

/// How long another program is given to let go of a new file before it is asked again, in milliseconds.
const PAUSE_MS: u32 = 20;

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

/// Gives PostgreSQL so long for a statement. Not said in the address, because poolers refuse `options`.
pub(super) fn limit(conn: &mut Conn, statement_ms: u32) -> std::result::Result<(), ConnectError> {
    match conn {
        Conn::Pg(pg) if statement_ms > 0 => Ok(pg.batch_execute(&format!("SET statement_timeout={statement_ms}"))?),
        _ => Ok(()),
    }
}

/// One connection of its own.
///
/// # Errors
/// When the address has another scheme or the database can't be reached.
pub fn connect(url: &str) -> std::result::Result<Conn, ConnectError> {
    if let Some(path) = url.strip_prefix("sqlite://") {
        make_private(path);
        let mut conn = SqliteConnection::establish(path)?;
        conn.batch_execute(&format!("PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"))?;
        write_ahead(&mut conn)?;
        // FULL: what was told "Gemt" outlives a loss of power too, for one fsync a save. Each connection has a cache of
        // its own; what does not fit in six megabytes is in the system's.
        conn.batch_execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-6144;")?;
        return Ok(Conn::Sqlite(conn));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Conn::Pg(PgConnection::establish(&with_defaults(url))?));
    }
    Err(ConnectError::Scheme)
}

/// The address with what libpq is to do where it does not say.
fn with_defaults(url: &str) -> String {
    PG_DEFAULTS.iter().filter(|(key, _)| !url.contains(&format!("{key}="))).fold(url.to_owned(), |url, (key, value)| {
        let mark = if url.contains('?') { '&' } else { '?' };
        format!("{url}{mark}{key}={value}")
    })
}

/// Switches to the write-ahead log. On a new file that several programs open at once, SQLite does not wait for
/// its turn whatever the timeout: two of them hold the file for reading, and each waits for the other to let go.
fn write_ahead(conn: &mut SqliteConnection) -> diesel::QueryResult<()> {
    let mut patience = BUSY_TIMEOUT_MS / PAUSE_MS;
    loop {
        match conn.batch_execute("PRAGMA journal_mode=WAL") {
            Err(diesel::result::Error::DatabaseError(_, told)) if patience > 0 && told.message().contains("locked") => {
                patience -= 1;
                std::thread::sleep(Duration::from_millis(u64::from(PAUSE_MS)));
            }
            done => return done,
        }
    }
}

/// Makes a new file before SQLite does: it is its owner's alone whatever the umask, and SQLite makes the
/// files beside it alike. Where that fails, SQLite tells why.
fn make_private(path: &str) {
    if path.starts_with(':') || path.starts_with("file:") || path.is_empty() {
        return;
    }
    let mut making = std::fs::OpenOptions::new();
    making.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut making, 0o600);
    drop(making.open(path));
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// As when several programs begin with a new file at once.
    #[test]
    fn a_new_sqlite_file_that_another_writes_just_now_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pejl.sqlite").display().to_string();
        let mut other = SqliteConnection::establish(&path).unwrap();
        other.batch_execute("CREATE TABLE t (a TEXT); BEGIN IMMEDIATE").unwrap();
        let writing = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(300));
            other.batch_execute("COMMIT").unwrap();
        });
        assert!(connect(&format!("sqlite://{path}")).is_ok());
        writing.join().unwrap();
    }

    #[test]
    fn a_new_sqlite_file_and_those_beside_it_are_their_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let db = crate::store::Db::open(&format!("sqlite://{}/pejl.sqlite", folder.path().display()), 2).unwrap();
        db.migrate().unwrap();
        let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
        assert!(files.len() > 1, "the write-ahead log is there");
        for file in files {
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
        }
    }
}
