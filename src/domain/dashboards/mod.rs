//! What a reader may see of the figures, decided once for every page and file.

pub mod benchmarks;
pub mod distribution;
pub mod improvement_gaps;
pub mod nation;
pub mod published;
pub mod trend;
