//! All SQL of the program: functions of one query each, `conn` first, one file a noun. None of
//! them begins a transaction; actions do.

#[macro_use]
pub mod db;

pub mod answers;
pub mod invitations;
pub mod links;
pub mod sections;

pub use db::{Conn, Db};
