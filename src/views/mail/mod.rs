//! The ledger of letters, and what letters say.

pub mod letters;
pub mod texts;
