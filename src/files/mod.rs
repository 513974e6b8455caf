//! What comes in and goes out as files. Readers turn bytes into domain values or into every fault
//! with its place; writers turn values into bytes.

pub mod answers;
pub mod archives;
pub mod audit;
pub mod catalogue;
pub mod cells;
pub mod changes;
pub mod comments;
pub mod crosswalk;
pub mod delivery_reports;
pub mod directory;
pub mod directory_export;
mod fields;
pub mod grids;
mod headers;
pub mod logo;
pub mod releases;
pub mod scores;
pub mod streams;
pub mod tables;
pub mod trend;
mod xlsx;
pub mod yaml;

pub use cells::Dialect;
