//! What a reader may see of the figures, decided once for every page and file.

pub mod benchmarks;
pub mod contrasts;
pub mod distribution;
pub mod nation;
pub mod published;
pub mod trend;
