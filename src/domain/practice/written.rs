//! Texts that there must be, as somebody wrote them.

use crate::domain::rounds::prose::{TextFault, prose};

/// A text of at most `most` characters and several lines.
///
/// # Errors
/// What is wrong with it.
pub fn written(typed: &str, most: usize, is_no_cpr: bool) -> Result<String, TextFault> {
    let text = prose(typed, most, is_no_cpr)?;
    if text.is_empty() { Err(TextFault::Missing) } else { Ok(text) }
}

/// The same on one line.
///
/// # Errors
/// What is wrong with it.
pub fn written_line(typed: &str, most: usize, is_no_cpr: bool) -> Result<String, TextFault> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    written(&line, most, is_no_cpr)
}
