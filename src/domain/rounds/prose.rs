//! What people write about a round to each other: plain text of a length, in which nothing is said of citizens.

use crate::domain::answering::citizen_numbers::looks_like_cpr;
use crate::domain::base::import_errors::is_steering;

/// What is wrong with a text that somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// There is none.
    Missing,
    /// It has more characters than this.
    TooLong(usize),
    /// Something in it looks like a CPR number.
    Cpr,
}

/// A text as somebody wrote it, without steering characters; it may be empty. `is_no_cpr` where they have said that
/// what looks like a CPR number is none.
///
/// # Errors
/// `TooLong` or `Cpr`.
pub fn prose(typed: &str, most: usize, is_no_cpr: bool) -> Result<String, TextFault> {
    let kept = |letter: &char| *letter == '\n' || !is_steering(*letter);
    let text: String = typed.replace("\r\n", "\n").chars().filter(kept).collect();
    let text = text.trim();
    match text {
        _ if text.chars().count() > most => Err(TextFault::TooLong(most)),
        _ if looks_like_cpr(text) && !is_no_cpr => Err(TextFault::Cpr),
        _ => Ok(text.to_owned()),
    }
}
