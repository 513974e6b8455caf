//! The JSON API `/api/v1`: who asks by a token, what is asked for by parameters that say what is wrong with them, and
//! the figures of `crate::api` a page at a time. It reads and changes nothing.

mod answers;
mod auth;
pub mod document;
pub mod figures;
mod limits;
pub mod lists;
mod parameters;
pub mod people;
pub mod problems;
pub mod reference;

pub use document::document;

/// Whether an address is the API's, whose answers are for programs. Its page for people is `/api` itself.
pub fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/")
}

#[cfg(test)]
mod tests;
