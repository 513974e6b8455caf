//! The rules of the field: values in, values or a refusal out. Nothing here reads a clock, a
//! connection, a setting or a request; ids are the only randomness.

#[macro_use]
mod macros;

pub mod access;
pub mod answering;
pub mod base;
pub mod catalogue;
pub mod dashboards;
pub mod mail;
pub mod practice;
pub mod rounds;
pub mod scoring;
pub mod site;

pub use base::areas::Area;
pub use base::language::{Language, Text};
pub use base::municipalities::MunicipalityCode;

/// A word that stands for none of the values of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is none of: {}", known.join(", "))]
pub struct UnknownWord {
    /// The word as it was given.
    pub word: String,
    /// The words that are known.
    pub known: &'static [&'static str],
}
