//! What comes in and goes out as files. Readers turn bytes into domain values or into every fault
//! with its place; writers turn values into bytes.

pub mod catalogue;
pub mod cells;
pub mod crosswalk;
pub mod directory;
mod fields;
pub mod tables;
mod xlsx;
pub mod yaml;
