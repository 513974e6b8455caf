//! Counting failures, so that nobody can go on failing.

use crate::domain::access::rate_limits::{Subject, Windows};
use crate::domain::base::refusals::Refusal;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Counts a failure for each subject. A try that is refused is not counted, so that the refused write nothing.
///
/// # Errors
/// `Refusal::TooManyAttempts` when one of them has no tries left.
pub(super) fn count(conn: &mut Conn, subjects: &[Subject], windows: &Windows) -> Result<()> {
    check(conn, subjects)?;
    sweep(conn, windows)?;
    for subject in subjects {
        store::rate_limits::insert_or_count(conn, subject)?;
    }
    Ok(())
}

/// Takes a counted try back that turned out to be none: its own counter is forgotten, the others count one less.
///
/// # Errors
/// Database errors.
pub(super) fn take_back(conn: &mut Conn, counted: &[Subject]) -> Result<()> {
    for (at, subject) in counted.iter().enumerate() {
        match at {
            0 => store::rate_limits::delete(conn, subject)?,
            _ => store::rate_limits::update_one_less(conn, subject)?,
        };
    }
    Ok(())
}

/// Counts a token that opened nothing.
///
/// # Errors
/// `Refusal::TooManyAttempts` when its address or its beginning has no tries left.
pub fn count_unknown_token(db: &Db, subjects: &[Subject], windows: &Windows) -> Result<()> {
    // Whoever has none left costs no write.
    db.read(|conn| check(conn, subjects))?;
    db.write(|conn| count(conn, subjects, windows))
}

/// Clears away the windows that are over, once in a window: it reads the whole table.
fn sweep(conn: &mut Conn, windows: &Windows) -> Result<()> {
    let swept = Subject { key: "swept".to_owned(), window_start: windows.quarter, limit: 1 };
    if store::rate_limits::count(conn, &swept)? == 0 {
        store::rate_limits::delete_over(conn, windows)?;
        store::rate_limits::insert_or_count(conn, &swept)?;
    }
    Ok(())
}

fn check(conn: &mut Conn, subjects: &[Subject]) -> Result<()> {
    for subject in subjects {
        if store::rate_limits::count(conn, subject)? >= subject.limit {
            return Err(Refusal::TooManyAttempts.into());
        }
    }
    Ok(())
}
