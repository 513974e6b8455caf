//! From answers to figures: counts, cells, scores, and the comparison of rounds (docs/scoring.md).

pub mod baselines;
pub mod cells;
pub mod changes;
pub mod comparison;
pub mod dimensions;
pub(super) mod grid;
pub mod narrowed;
pub mod round_comparison;
pub mod scores;
pub mod tallies;
pub mod transitions;

#[cfg(test)]
pub(crate) mod tests;
