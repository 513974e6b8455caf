//! Signing in, choosing a password, and accounts.

pub mod accounts;
pub mod codes;
pub mod forgotten;
pub mod own_account;
pub mod second_factors;
pub mod sessions;
pub mod staff;
