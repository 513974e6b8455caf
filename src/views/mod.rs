//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod catalogue;
pub mod crosswalk;
pub mod errors;
pub mod faults;
pub mod refusals;
pub mod rounds;
pub mod shell;
pub mod ui;
