//! What a personal link opens.

pub mod answers;
pub mod deadline_calendar;
pub mod extension_requests;
mod forerunners;
pub mod handovers;
pub mod previous;
pub mod questionnaire;
pub mod respondent;
pub mod results;
pub mod sections;
pub mod successors;
pub mod tasks;
pub mod welcome;
