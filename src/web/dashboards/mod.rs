//! Figures as pages and as files.

pub mod comparisons;
pub mod country;
pub mod decks;
pub mod downloads;
pub mod maps;
pub mod meeting_sheets;
pub mod movements;
pub mod municipalities;
pub mod packages;
pub mod questions;
pub mod saved_views;
mod streamed;
pub mod tables;
pub mod trends;
