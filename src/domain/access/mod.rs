//! Accounts, what they may see, and the limits that guessing meets.

pub mod attempts;
pub mod passwords;
pub mod proxies;
pub mod staff;
