//! Tests of the scoring rules as a whole: by hand, against the worked example, and as laws.

mod example;
pub mod fixtures;
mod hand;
mod hand_changes;
mod laws;
mod one_group;
mod scale;
