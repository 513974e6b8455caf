//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod answers;
pub mod errors;
pub mod handovers;
pub mod refusals;
pub mod respondent;
pub mod sections;
pub mod shell;
pub mod ui;
pub mod welcome;
