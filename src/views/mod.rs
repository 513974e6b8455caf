//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod about;
pub mod errors;
pub mod faults;
pub mod letters;
pub mod refusals;
pub mod sessions;
pub mod shell;
pub mod staff;
pub mod ui;
