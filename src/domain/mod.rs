//! The rules of the field: values in, values or a refusal out. Nothing here reads a clock, a
//! connection, a setting or a request; ids are the only randomness.

#[macro_use]
mod macros;

pub mod addresses;
pub mod answers;
pub mod areas;
pub mod attempts;
pub mod baselines;
pub mod benchmarks;
pub mod bounces;
pub mod catalogue;
pub mod cells;
pub mod changes;
pub mod comparison;
pub mod compatibility;
pub mod contacts;
pub mod contrasts;
pub mod counterparts;
pub mod crosswalk;
pub mod days;
pub mod directory;
pub mod distribution;
pub mod drafts;
pub mod extensions;
pub mod faults;
pub mod forewarnings;
mod grid;
pub mod groups;
pub mod held;
pub mod invitations;
pub mod language;
pub mod letters;
pub mod matching;
pub mod municipalities;
pub mod narrow_changes;
pub mod nation;
pub mod participation;
pub mod passwords;
pub mod population;
pub mod preparation;
pub mod proxies;
pub mod published;
pub mod refusals;
pub mod renames;
pub mod respondents;
pub mod returns;
pub mod rounding;
pub mod rounds;
pub mod scores;
pub mod sources;
pub mod staff;
pub mod standings;
pub mod stored;
pub mod tokens;
pub mod transitions;
pub mod trend;

pub use areas::Area;
pub use language::{Language, Text};
pub use municipalities::MunicipalityCode;

#[cfg(test)]
pub(crate) mod scoring_tests;

/// A word that stands for none of the values of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is none of: {}", known.join(", "))]
pub struct UnknownWord {
    /// The word as it was given.
    pub word: String,
    /// The words that are known.
    pub known: &'static [&'static str],
}
