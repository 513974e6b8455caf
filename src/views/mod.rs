//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod errors;
pub mod letters;
pub mod refusals;
pub mod shell;
pub mod ui;
