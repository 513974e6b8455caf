//! What helps a municipality on: advice about its recommendations, and examples of good practice from others.

pub mod advice;
pub(in crate::web) mod advised;
pub mod examples;
pub(in crate::web) mod found;
pub mod moderation;
pub mod sharing;
