//! What can go wrong with a request or a command, by what is done about it.

use crate::domain::base::import_errors::ImportError;
use crate::domain::base::refusals::Refusal;

/// The outcome of an action or a page.
pub type Result<T> = std::result::Result<T, Error>;

/// An error by its cure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it may not be seen.
    #[error("not found")]
    NotFound,
    /// A personal link that worked once and was replaced or withdrawn.
    #[error("the link has stopped")]
    LinkStopped,
    /// The signed-in person may not do this.
    #[error("forbidden")]
    Forbidden,
    /// A rule says no; people are told why.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A file has faults; all of them are shown and nothing was written.
    #[error("{} faults", .0.len())]
    ImportErrors(Vec<ImportError>),
    /// The database failed, or holds what this program can't read.
    #[error("{}", with_causes(.0))]
    Database(#[from] diesel::result::Error),
    /// No connection was free or could be made.
    #[error(transparent)]
    Pool(#[from] r2d2::Error),
    /// The database is not to be had just now: gone, full or busy. Nothing is known to be written;
    /// trying again later is safe.
    #[error("the database is not available: {0}")]
    Unavailable(diesel::result::Error),
    /// As many wait already as can be served in good time; nothing was begun.
    #[error("too many wait already for {0}")]
    Busy(&'static str),
    /// Anything else that nobody in front of a screen can mend.
    #[error("{0}")]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

/// What an error says with all that lies behind it. Diesel names only the field of a word that the
/// program does not know; the word itself stands behind it.
fn with_causes(error: &diesel::result::Error) -> String {
    let mut told = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(behind) = cause {
        let text = behind.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = behind.source();
    }
    told
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
