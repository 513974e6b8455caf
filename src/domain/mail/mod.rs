//! Letters, what becomes of them, and mail that came back.

pub mod bounces;
pub mod ledger_search;
pub mod letter_texts;
pub mod letters;
pub mod timeline;
