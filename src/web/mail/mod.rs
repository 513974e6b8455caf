//! The ledger of letters.

pub mod letters;
