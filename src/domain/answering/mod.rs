//! What a leader answers: who opened a link, drafts and answers, and how far the sections are.

pub mod answers;
pub mod citizen_numbers;
pub mod comments;
pub mod drafts;
pub mod handovers;
pub mod preview;
pub mod respondents;
pub mod section_progress;
pub mod setbacks;
pub mod sharing;
pub mod tasks;
