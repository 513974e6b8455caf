//! The pages behind a personal link.

pub mod aids;
pub mod answers;
mod colleague;
pub mod extension_requests;
pub mod handovers;
pub mod next_steps;
pub mod questionnaire;
pub mod respondent;
pub mod results;
pub mod sections;
pub mod successors;
pub mod tasks;
pub mod unsaved_answers;
pub mod welcome;
