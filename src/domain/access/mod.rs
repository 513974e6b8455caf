//! Accounts, what they may see, and the limits that guessing meets.

pub mod api_tokens;
pub mod audit;
pub mod claims;
pub mod first_administrator;
pub mod identities;
pub mod passwords;
pub mod proxies;
pub mod rate_limits;
pub(crate) mod sealing;
pub mod second_factors;
pub mod sign_in_faults;
pub mod sign_in_flows;
pub mod staff;
