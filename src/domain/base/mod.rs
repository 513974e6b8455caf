//! What every other room stands on: areas, municipalities, days, languages, addresses and tokens.

pub mod addresses;
pub mod areas;
pub mod compatibility;
pub mod days;
pub mod import_errors;
pub mod language;
pub mod municipalities;
pub mod names;
pub mod refusals;
pub mod rounding;
pub mod search;
pub mod tokens;
