//! What unit tests stand on: one service on a database of its own, one way to ask it for a page, and fixtures
//! that fill it. Tests in `tests/it` run the real program instead, on both databases.

mod catalogue;
pub mod mail;
mod measured;
pub mod respondent;
mod service;

pub use catalogue::day;
pub use measured::measured_rounds;
pub use service::{PASSWORD, Reply, TestService, admin, staff};
