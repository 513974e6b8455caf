//! What helps a municipality on: advice about one of its recommendations, and examples of good practice from others.

pub mod advice;
pub mod carried_out;
pub mod example_drafts;
pub mod examples;
pub mod finding;
pub mod places;
pub mod written;
