//! Who is asking, signing in and out, and accounts.

pub mod accounts;
pub mod auth;
pub(super) mod cookies;
pub mod forgotten;
pub mod own_account;
pub(super) mod passwords;
pub mod sessions;
pub mod staff;
pub(super) mod unknown;
