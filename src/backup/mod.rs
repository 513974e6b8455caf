//! Backup and restore: the whole database in one file, which fills an empty database of either kind.
//!
//! The file is an SQLite database with our tables and what it says of itself (`backup_manifest`),
//! and behind that a seal (`seal.rs`), so that it is opened only when every byte is as it was written.

mod making;
mod manifest;
mod restoring;
mod seal;
mod sums;

pub use making::{Made, make};
pub use restoring::{Backup, Restored, open, restore};
