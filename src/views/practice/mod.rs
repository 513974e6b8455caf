//! What helps a municipality on: advice about its recommendations, and examples of good practice from others.

pub mod advice;
pub mod example;
pub mod examples;
mod fields;
mod parts;
pub mod sharing;

pub use fields::TypedText;
pub use parts::told;
