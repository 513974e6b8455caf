//! Mail that came back: what a delivery report says, and which addresses are no good any more.

use std::collections::HashSet;

use super::letters::LetterId;
use crate::domain::base::tokens::content_hash;

/// What became of a message for one receiver (RFC 3464 §2.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It did not arrive and will not.
    Failed,
    /// It has not arrived yet.
    Delayed,
    /// It arrived, or went on to somewhere without reports.
    Delivered,
}

/// One receiver of a delivery report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The final and the original address, as far as they are told, in lower case.
    pub addresses: Vec<String>,
    /// What became of it.
    pub delivery: Delivery,
    /// What the server said, or its status where it said nothing.
    pub diagnostic: String,
}

/// A delivery report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Letters that it may be about, the most certain first.
    pub letters: Vec<LetterId>,
    /// Its receivers, at least one.
    pub recipients: Vec<Recipient>,
}

impl Report {
    /// What it says about a letter to `email`. A letter that was forwarded is reported under another
    /// address; then the worst that it says counts.
    pub fn about(&self, email: &str) -> Option<&Recipient> {
        let email = email.trim().to_lowercase();
        let named = self.recipients.iter().find(|recipient| recipient.addresses.contains(&email));
        let failed = || self.recipients.iter().find(|recipient| recipient.delivery == Delivery::Failed);
        named.or_else(failed).or(self.recipients.first())
    }
}

/// Stands for an address where it is kept longer than the address itself: SHA-256 in hex, whatever
/// its case.
pub fn address_hash(email: &str) -> String {
    content_hash(email.trim().to_lowercase().as_bytes())
}

/// The addresses that mail came back from.
#[derive(Debug, Clone, Default)]
pub struct Bounced(HashSet<String>);

impl Bounced {
    /// From what is stored of them.
    pub fn new(hashes: impl IntoIterator<Item = String>) -> Bounced {
        Bounced(hashes.into_iter().collect())
    }

    /// Whether an address is among them.
    pub fn holds(&self, email: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&address_hash(email))
    }
}
