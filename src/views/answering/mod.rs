//! The pages behind a personal link.

pub mod answers;
pub mod handovers;
pub mod respondent;
pub mod sections;
pub mod tasks;
pub mod unsaved_answers;
pub mod welcome;
