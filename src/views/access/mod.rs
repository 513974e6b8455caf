//! Signing in, choosing a password, accounts, and who did what.

pub mod accounts;
pub mod api_tokens;
pub mod audit;
pub mod codes;
pub mod first_administrator;
pub mod forgotten;
pub mod own_account;
pub mod providers;
pub mod second_factors;
pub mod sessions;
pub mod staff;
