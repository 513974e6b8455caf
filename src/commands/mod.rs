//! Every write of the program, one transaction each: what a person or the clock sets in motion.

pub mod accounts;
pub mod answer_imports;
pub mod answers;
mod audit;
pub mod baselines;
pub mod bounces;
pub mod catalogue;
pub mod counts;
pub mod crosswalks;
pub mod directory;
pub mod extensions;
pub mod forewarnings;
pub mod letters;
pub mod links;
pub mod own_account;
pub mod posts;
pub mod programmes;
pub mod rate_limits;
pub mod reminders;
pub mod respondents;
pub mod retention;
pub mod rounds;
pub mod sections;
pub mod sessions;
pub mod staff;
pub mod trials;
