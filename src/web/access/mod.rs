//! Who is asking, signing in and out, and accounts.

pub mod accounts;
pub mod api_tokens;
pub mod audit;
pub mod auth;
pub mod codes;
pub(super) mod cookies;
pub mod first_administrator;
pub mod forgotten;
pub mod own_account;
pub(super) mod passwords;
pub mod provider_sign_outs;
pub mod providers;
pub(crate) mod replies;
pub mod second_factors;
pub mod sessions;
pub mod staff;
pub(super) mod unknown;
