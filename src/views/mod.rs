//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod about;
pub mod answers;
pub mod catalogue;
pub mod country;
pub mod crosswalk;
pub mod distributions;
pub mod dumbbells;
pub mod errors;
pub mod faults;
pub mod figures;
pub mod handovers;
pub mod kept;
pub mod letters;
pub mod municipalities;
pub mod questions;
pub mod reading;
pub mod refusals;
pub mod respondent;
pub mod rounds;
pub mod sections;
pub mod sessions;
pub mod shell;
pub mod staff;
pub mod ui;
pub mod welcome;
