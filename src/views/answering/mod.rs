//! The pages behind a personal link.

pub mod answers;
mod colleague;
pub mod handovers;
pub mod respondent;
pub mod sections;
pub mod successors;
pub mod tasks;
pub mod unsaved_answers;
pub mod welcome;
