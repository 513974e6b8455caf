//! An edition of the catalogue as a YAML document. A document that was imported is stored and exported byte for
//! byte; an edition that was edited on screen is written anew (`writing`).

mod questions;
mod scales;
#[cfg(test)]
mod shipped;
mod sources;
#[cfg(test)]
pub mod tests;
mod writing;

pub use writing::write;

use std::collections::HashMap;

use super::fields::{self, Fields};
use super::yaml::{self, Node};
use crate::domain::base::import_errors::{Expected, ImportError, Problem};
use crate::domain::catalogue::corrections::Correction;
use crate::domain::catalogue::shapes::{is_link, is_reserved};
use crate::domain::catalogue::{AreaLabel, Edition, Label, Package, Recommendation};

const EDITION: &[&str] = &[
    "edition",
    "title",
    "title_en",
    "published_on",
    "source",
    "source_en",
    "status",
    "corrects",
    "correction",
    "correction_en",
    "categories",
    "levels",
    "scales",
    "areas",
    "packages",
    "questions",
    "key_questions",
];
const LABEL: &[&str] = &["key", "label", "label_en"];
const PACKAGE: &[&str] =
    &["key", "title", "title_en", "link", "source", "source_en", "status", "recommendations", "questions"];
const RECOMMENDATION: &[&str] =
    &["key", "title", "title_en", "category", "level", "central", "source", "source_en", "status", "questions"];

/// Reads an edition. Errs with every fault of the document in order of lines.
pub fn read(bytes: &[u8]) -> Result<Edition, Vec<ImportError>> {
    let reading = read_all(bytes)?;
    if reading.faults.is_empty() { Ok(reading.edition) } else { Err(reading.faults) }
}

/// Reads the document of a published edition, which was without faults when it was published: a key that has been
/// reserved since is no reason to lose it.
pub fn read_published(bytes: &[u8]) -> Result<Edition, Vec<ImportError>> {
    let reading = read_all(bytes)?.with_old_keys();
    if reading.faults.is_empty() { Ok(reading.edition) } else { Err(reading.faults) }
}

/// Reads the document of a draft, which may have faults while it is edited on screen, as long as it is what `write`
/// makes of its value: then nothing of it was lost over a fault. Errs with every fault in order of lines.
pub fn read_draft(bytes: &[u8]) -> Result<Edition, Vec<ImportError>> {
    let reading = read_all(bytes)?.with_old_keys();
    let is_whole = || write(&reading.edition).is_ok_and(|document| document.as_bytes() == bytes);
    if reading.faults.is_empty() || is_whole() { Ok(reading.edition) } else { Err(reading.faults) }
}

/// Reads as much as can be read.
fn read_all(bytes: &[u8]) -> Result<Reading, Vec<ImportError>> {
    let tree = yaml::read(bytes)?;
    let mut reading = Reading { edition: Edition::default(), question_lines: HashMap::new(), faults: tree.faults };
    if let Some(fields) = fields::mapping(&tree.root, "", EDITION, &mut reading.faults) {
        reading.edition(fields);
    }
    reading.faults.sort_by_key(|fault| fault.line);
    Ok(reading)
}

/// An edition on its way in.
struct Reading {
    edition: Edition,
    /// Question keys with the lines where they stand.
    question_lines: HashMap<String, usize>,
    faults: Vec<ImportError>,
}

impl Reading {
    /// The same without the faults of keys that are reserved, over which nothing is lost.
    fn with_old_keys(mut self) -> Reading {
        self.faults.retain(|fault| fault.problem != Problem::ReservedKey);
        self
    }

    fn edition(&mut self, fields: Fields) {
        let faults = &mut self.faults;
        self.edition.key = fields.key("edition", faults).unwrap_or_default();
        self.edition.title = fields.text("title", faults);
        self.edition.source = sources::read(&fields, faults);
        self.edition.correction = correction(&fields, faults);
        if let Some(node) = fields.get("published_on") {
            self.edition.published_on = fields::scalar(node, "published_on", faults).and_then(|day| day.parse().ok());
            if self.edition.published_on.is_none() {
                faults.push(ImportError::new(node.line, "published_on", Problem::Expected(Expected::Day)));
            }
        }
        self.edition.categories = labels(fields.list("categories", faults), "categories", faults);
        self.edition.levels = labels(fields.list("levels", faults), "levels", faults);
        self.edition.scales = scales::read(fields.filled_list("scales", faults), faults);
        self.edition.areas = areas(fields.filled_list("areas", faults), faults);
        let mut seen = HashMap::new();
        for node in fields.list("packages", faults) {
            self.package(node, &mut seen);
        }
        let own = fields.list("questions", &mut self.faults);
        self.questions(own, None, None);
        for node in fields.list("key_questions", &mut self.faults) {
            self.key_question(node);
        }
    }

    fn package(&mut self, node: &Node, seen: &mut HashMap<String, usize>) {
        let Some(fields) = fields::mapping(node, "packages", PACKAGE, &mut self.faults) else { return };
        let faults = &mut self.faults;
        let index = self.edition.packages.len();
        let key = fields.unique_key("key", seen, faults).unwrap_or_default();
        if is_reserved(&key) {
            faults.push(ImportError::new(fields.line_of("key"), "key", Problem::ReservedKey));
        }
        self.edition.packages.push(Package {
            key,
            title: fields.text("title", faults),
            link: link(&fields, faults),
            source: sources::read(&fields, faults),
            recommendations: Vec::new(),
        });
        let recommendations = fields.list("recommendations", faults);
        let own = fields.list("questions", faults);
        let mut seen = HashMap::new();
        for node in recommendations {
            self.recommendation(node, index, &mut seen);
        }
        self.questions(own, Some(index), None);
    }

    fn recommendation(&mut self, node: &Node, package: usize, seen: &mut HashMap<String, usize>) {
        let Some(fields) = fields::mapping(node, "recommendations", RECOMMENDATION, &mut self.faults) else { return };
        let faults = &mut self.faults;
        let recommendation = Recommendation {
            key: fields.unique_key("key", seen, faults).unwrap_or_default(),
            title: fields.text("title", faults),
            category: fields
                .required("category", faults)
                .and_then(|node| listed(node, "category", &self.edition.categories, faults))
                .unwrap_or_default(),
            level: fields.get("level").and_then(|node| listed(node, "level", &self.edition.levels, faults)),
            central: fields.get("central").and_then(|node| fields::true_or_false(node, "central", faults))
                == Some(true),
            source: sources::read(&fields, faults),
        };
        let questions = fields.list("questions", faults);
        let index = self.edition.packages[package].recommendations.len();
        self.edition.packages[package].recommendations.push(recommendation);
        self.questions(questions, Some(package), Some(index));
    }
}

/// What an edition corrects, and why.
fn correction(fields: &Fields, faults: &mut Vec<ImportError>) -> Option<Correction> {
    if ["corrects", "correction", "correction_en"].iter().all(|name| fields.get(name).is_none()) {
        return None;
    }
    let of = fields.key("corrects", faults);
    let reason = fields.text("correction", faults);
    Some(Correction { of: of?, reason })
}

fn labels(nodes: &[Node], name: &str, faults: &mut Vec<ImportError>) -> Vec<Label> {
    let mut seen = HashMap::new();
    let mut read = |node| {
        let fields = fields::mapping(node, name, LABEL, faults)?;
        let key = fields.unique_key("key", &mut seen, faults)?;
        Some(Label { key, label: fields.text("label", faults) })
    };
    nodes.iter().filter_map(&mut read).collect()
}

fn areas(nodes: &[Node], faults: &mut Vec<ImportError>) -> Vec<AreaLabel> {
    let mut seen = HashMap::new();
    let mut read = |node| {
        let fields = fields::mapping(node, "areas", LABEL, faults)?;
        let label = fields.text("label", faults);
        fields.unique_key("key", &mut seen, faults)?;
        Some(AreaLabel { area: fields.word("key", faults)?, label })
    };
    let areas: Vec<AreaLabel> = nodes.iter().filter_map(&mut read).collect();
    // A misspelt area would otherwise be reported again at each of its questions.
    if areas.len() == nodes.len() { areas } else { Vec::new() }
}

/// A key-like word that must be among the labels, where the edition lists any.
fn listed(node: &Node, name: &str, labels: &[Label], faults: &mut Vec<ImportError>) -> Option<String> {
    let key = fields::key_like(node, name, faults)?;
    if !labels.is_empty() && labels.iter().all(|label| label.key != key) {
        let known = labels.iter().map(|label| label.key.as_str());
        faults.push(ImportError::new(node.line, name, Problem::unknown(&key, known)));
    }
    Some(key)
}

/// The address of a web page.
fn link(fields: &Fields, faults: &mut Vec<ImportError>) -> Option<String> {
    let address = fields.optional_text("link", faults)?;
    if !is_link(&address) {
        faults.push(ImportError::new(fields.line_of("link"), "link", Problem::NotALink(address)));
        return None;
    }
    Some(address)
}
