//! Signing in, and choosing a password.

pub mod sessions;
pub mod staff;
