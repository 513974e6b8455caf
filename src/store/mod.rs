//! All SQL of the program: functions of one query each, `conn` first, one file a noun. None of
//! them begins a transaction; actions do.

#[macro_use]
pub mod db;

pub mod attempts;
pub mod keys;
pub mod sessions;
pub mod staff;

pub use db::{Conn, Db};
