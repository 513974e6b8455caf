//! What helps a municipality on: advice about its recommendations.

pub mod advice;
pub(in crate::web) mod advised;
