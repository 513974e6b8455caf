//! What comes in and goes out as files. Readers turn bytes into domain values or into every fault
//! with its place; writers turn values into bytes.

pub mod catalogue;
mod fields;
pub mod yaml;
