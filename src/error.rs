//! What can go wrong with a request or a command, by what is done about it.

use crate::domain::faults::Fault;
use crate::domain::refusals::Refusal;

/// The outcome of an action or a page.
pub type Result<T> = std::result::Result<T, Error>;

/// An error by its cure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it may not be seen.
    #[error("not found")]
    NotFound,
    /// The signed-in person may not do this.
    #[error("forbidden")]
    Forbidden,
    /// A rule says no; people are told why.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A file has faults; all of them are shown and nothing was written.
    #[error("{} faults", .0.len())]
    Faults(Vec<Fault>),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] diesel::result::Error),
    /// No connection was free or could be made.
    #[error(transparent)]
    Pool(#[from] r2d2::Error),
    /// Anything else that nobody in front of a screen can mend.
    #[error("{0}")]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

/// What the databases say when they are away, busy or full, or take no changes just now; there is no better mark of it.
const PASSING: [&str; 12] = [
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "unable to open database file",
    "readonly database",
    "read-only transaction",
    "deadlock detected",
    "terminating connection",
    "server closed the connection",
    "the database system is",
    "No space left on device",
    "too many clients",
];

impl Error {
    /// Whether the database is away, busy or full, so that the same may go well later.
    pub fn is_passing(&self) -> bool {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Cause};
        match self {
            Error::Pool(_) | Error::Database(Cause::BrokenTransactionManager) => true,
            Error::Database(Cause::DatabaseError(kind, said)) => {
                matches!(kind, Kind::ClosedConnection | Kind::UnableToSendCommand | Kind::SerializationFailure)
                    || PASSING.iter().any(|words| said.message().contains(words))
            }
            _ => false,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Refused(refusal)
    }
}

/// Turns an empty result into `Error::NotFound`.
pub trait OrNotFound<T> {
    /// The row, or `Error::NotFound`.
    ///
    /// # Errors
    /// `Error::NotFound` when there is none.
    fn or_not_found(self) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T> {
        self.ok_or(Error::NotFound)
    }
}
