//! Pages with figures.

pub mod addresses;
pub mod aims;
pub mod comparisons;
pub mod country;
pub mod decks;
pub mod distributions;
pub mod dumbbells;
pub mod figures;
pub mod filters;
pub mod findings;
pub mod flows;
pub mod heat;
pub mod maps;
pub mod meeting_sheets;
pub mod movements;
pub mod municipalities;
pub mod packages;
pub mod questions;
pub mod reading;
pub mod recommendations;
pub mod saved_views;
pub mod slides;
pub mod trend;
