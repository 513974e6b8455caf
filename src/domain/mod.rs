//! The rules of the field: values in, values or a refusal out. Nothing here reads a clock, a
//! connection, a setting or a request; ids are the only randomness.

#[macro_use]
mod macros;

pub mod areas;
pub mod catalogue;
pub mod counterparts;
pub mod crosswalk;
pub mod days;
pub mod directory;
pub mod extensions;
pub mod faults;
pub mod invitations;
pub mod language;
pub mod municipalities;
pub mod participation;
pub mod population;
pub mod preparation;
pub mod refusals;
pub mod rounds;
pub mod staff;
pub mod stored;
pub mod tokens;

pub use areas::Area;
pub use language::{Language, Text};
pub use municipalities::MunicipalityCode;

/// A word that stands for none of the values of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is none of: {}", known.join(", "))]
pub struct UnknownWord {
    /// The word as it was given.
    pub word: String,
    /// The words that are known.
    pub known: &'static [&'static str],
}
