//! What a personal link opens.

pub mod answers;
pub mod handovers;
pub mod pace;
pub mod previous;
pub mod respondent;
pub mod sections;
pub mod successors;
pub mod tasks;
pub mod welcome;
