//! Signing in, choosing a password, and accounts.

pub mod accounts;
pub mod forgotten;
pub mod own_account;
pub mod sessions;
pub mod staff;
