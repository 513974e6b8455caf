//! The pages behind a personal link.

pub mod answers;
pub mod handovers;
pub mod kept;
pub mod respondent;
pub mod sections;
pub mod welcome;
