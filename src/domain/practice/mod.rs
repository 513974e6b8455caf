//! What helps a municipality on: advice about one of its recommendations.

pub mod advice;
pub mod places;
pub mod written;
