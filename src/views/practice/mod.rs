//! What helps a municipality on: advice about its recommendations.

pub mod advice;
mod fields;

pub use fields::TypedText;
