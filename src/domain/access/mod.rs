//! Accounts, what they may see, and the limits that guessing meets.

pub mod audit;
pub mod first_administrator;
pub mod passwords;
pub mod proxies;
pub mod rate_limits;
pub mod second_factors;
pub mod staff;
