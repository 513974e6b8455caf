//! From answers to figures: counts, cells, scores, and the comparison of rounds (docs/scoring.md).

pub mod baselines;
pub mod cells;
pub mod changes;
pub mod comparison;
pub(super) mod grid;
pub mod groups;
pub mod held;
pub mod narrow_changes;
pub mod returns;
pub mod scores;
pub mod transitions;

#[cfg(test)]
pub(crate) mod tests;
