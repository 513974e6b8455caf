//! What the mail server was sent.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;

/// A letter as the mail server keeps it.
#[derive(Debug, Clone, Deserialize)]
pub struct Letter {
    envelope_to: Vec<String>,
    headers: HashMap<String, String>,
    text: String,
}

impl Letter {
    /// The first half of its Message-ID, which is its id in the ledger.
    pub fn id(&self) -> String {
        let id = self.headers.get("message-id").cloned().unwrap_or_default();
        id.trim_matches(['<', '>']).split('@').next().unwrap_or_default().to_owned()
    }

    /// The personal link in it.
    pub fn link(&self, base_url: &str) -> Option<String> {
        let begins = format!("{base_url}/svar/");
        let found = &self.text[self.text.find(&begins)?..];
        Some(found.split(|letter: char| letter.is_whitespace() || letter == '>').next()?.to_owned())
    }
}

/// Reads letters as they come; each is read once.
#[derive(Default)]
pub struct Postbox {
    read: usize,
    /// The newest link sent to each address.
    pub links: BTreeMap<String, String>,
    /// How often each letter came, by its id.
    pub deliveries: BTreeMap<String, usize>,
}

impl Postbox {
    /// Reads what has come since.
    pub fn look(&mut self, folder: &Path, base_url: &str) {
        while let Ok(text) = std::fs::read_to_string(folder.join(format!("{:04}.json", self.read + 1))) {
            let letter: Letter = serde_json::from_str(&text).unwrap();
            *self.deliveries.entry(letter.id()).or_default() += 1;
            if let Some(link) = letter.link(base_url) {
                self.links.extend(letter.envelope_to.iter().map(|to| (to.clone(), link.clone())));
            }
            self.read += 1;
        }
    }

    /// Waits for the link sent to an address.
    pub fn link_to(&mut self, address: &str, folder: &Path, base_url: &str) -> String {
        until(&format!("a letter to {address}"), Duration::from_secs(60), || {
            self.look(folder, base_url);
            self.links.get(address).cloned()
        })
    }
}

/// Looks until there is something; fails when it takes too long, and says what did not come.
pub fn until<T>(what: &str, patience: Duration, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if let Some(found) = look() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("waited in vain for {what}");
}
