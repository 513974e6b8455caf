//! Letters on their way out: what they say, how they become a message, where they go, and the
//! worker that takes them from the ledger.
//!
//! Nothing is sent from a request: commands queue letters in their own transaction, and a worker
//! claims, sends and records them, each in its own step, so that no transaction waits for a mail server.

mod asked;
mod blocks;
mod claims;
mod content;
mod deadline_calendar;
mod examples;
mod handovers;
mod mailer;
mod message;
mod pace;
mod programme_texts;
mod receipts;
mod server;
mod shipped;
mod smtp;
mod staff;
mod worker;

#[cfg(test)]
pub(crate) mod tests;

pub use asked::Asked;
pub use blocks::ReceiptLine;
pub use content::{Content, Occasion, Rendered, filled, render};
pub use examples::Example;
pub use mailer::{Mailbox, Mailer, make_folder};
pub use message::{CALENDAR_TYPE, DEADLINE_FILE, Outgoing, Sender};
pub use receipts::{LoadEdition, receipt_answers};
pub use shipped::{shipped, template};
pub use staff::{Drafted, Notice, StaffContent, render_to_staff};
pub use worker::Worker;
