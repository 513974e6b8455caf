//! Reading the keys of a YAML mapping into values: whatever is missing, unknown or of the wrong
//! kind becomes a fault, and reading goes on so that all faults are found at once.

use std::collections::HashMap;
use std::str::FromStr;

use super::yaml::{Entry, Kind, Node};
use crate::domain::base::import_errors::{Expected, ImportError, Problem, has_control_characters, shortened};
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_key, is_too_long};
use crate::domain::{Text, UnknownWord};

/// The keys of one mapping.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    /// Line where the mapping begins.
    pub line: usize,
    entries: &'a [Entry],
}

/// The mapping in a node. Keys outside of `known` are faults; `name` is the key the node stands under.
pub fn mapping<'a>(node: &'a Node, name: &str, known: &[&str], faults: &mut Vec<ImportError>) -> Option<Fields<'a>> {
    let fields = any_mapping(node, name, faults)?;
    for (key, line) in fields.keys().filter(|(key, _)| !known.contains(key)) {
        faults.push(ImportError::new(line, &shortened(key), Problem::UnknownKey));
    }
    Some(fields)
}

/// The mapping in a node, whatever its keys.
pub fn any_mapping<'a>(node: &'a Node, name: &str, faults: &mut Vec<ImportError>) -> Option<Fields<'a>> {
    match &node.kind {
        Kind::Mapping(entries) => Some(Fields { line: node.line, entries }),
        _ => {
            faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::Mapping)));
            None
        }
    }
}

impl<'a> Fields<'a> {
    /// The value of a key; none where it is absent or empty.
    pub fn get(&self, name: &str) -> Option<&'a Node> {
        self.entries.iter().find(|entry| entry.key == name).map(|entry| &entry.value).filter(|node| !node.is_null())
    }

    /// The line of a key's value, or of the mapping where the key is absent.
    pub fn line_of(&self, name: &str) -> usize {
        self.get(name).map_or(self.line, |node| node.line)
    }

    /// The value of a key that must be there.
    pub fn required(&self, name: &str, faults: &mut Vec<ImportError>) -> Option<&'a Node> {
        let found = self.get(name);
        if found.is_none() {
            faults.push(ImportError::new(self.line, name, Problem::Missing));
        }
        found
    }

    /// The items of a list that may be absent or empty.
    pub fn list(&self, name: &str, faults: &mut Vec<ImportError>) -> &'a [Node] {
        self.get(name).map_or(&[], |node| items(node, name, faults))
    }

    /// The items of a list that must be there with at least one item.
    pub fn filled_list(&self, name: &str, faults: &mut Vec<ImportError>) -> &'a [Node] {
        let Some(node) = self.required(name, faults) else { return &[] };
        let found = items(node, name, faults);
        if found.is_empty() && matches!(node.kind, Kind::List(_)) {
            faults.push(ImportError::new(node.line, name, Problem::Missing));
        }
        found
    }

    /// A one-line text that must be there.
    pub fn line_of_text(&self, name: &str, faults: &mut Vec<ImportError>) -> Option<String> {
        one_line(self.required(name, faults)?, name, faults)
    }

    /// A one-line text that may be absent.
    pub fn optional_text(&self, name: &str, faults: &mut Vec<ImportError>) -> Option<String> {
        one_line(self.get(name)?, name, faults)
    }

    /// A text in Danish under `name`, and in English under `name_en` where somebody wrote it.
    pub fn text(&self, name: &str, faults: &mut Vec<ImportError>) -> Text {
        let da = self.line_of_text(name, faults).unwrap_or_default();
        Text { da, en: self.optional_text(&format!("{name}_en"), faults) }
    }

    /// The keys in order, each as a mapping of what may be any key has them.
    pub fn keys(&self) -> impl Iterator<Item = (&'a str, usize)> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.line))
    }

    /// A key-like word that must be there.
    pub fn key(&self, name: &str, faults: &mut Vec<ImportError>) -> Option<String> {
        key_like(self.required(name, faults)?, name, faults)
    }

    /// A key-like word that must be there and be new among those `seen`, which holds their lines.
    pub fn unique_key(
        &self,
        name: &str,
        seen: &mut HashMap<String, usize>,
        faults: &mut Vec<ImportError>,
    ) -> Option<String> {
        let key = self.key(name, faults)?;
        match seen.get(&key) {
            Some(first_line) => {
                faults.push(ImportError::new(self.line_of(name), name, Problem::repeated(&key, *first_line)));
            }
            None => {
                seen.insert(key.clone(), self.line_of(name));
            }
        }
        Some(key)
    }

    /// A word of a closed list that must be there.
    pub fn word<T: FromStr<Err = UnknownWord>>(&self, name: &str, faults: &mut Vec<ImportError>) -> Option<T> {
        let node = self.required(name, faults)?;
        word(node, name, faults)
    }
}

/// A word of a closed list.
pub fn word<T: FromStr<Err = UnknownWord>>(node: &Node, name: &str, faults: &mut Vec<ImportError>) -> Option<T> {
    let text = scalar(node, name, faults)?;
    match text.parse() {
        Ok(value) => Some(value),
        Err(UnknownWord { word, known }) => {
            faults.push(ImportError::new(node.line, name, Problem::unknown(&word, known.iter().copied())));
            None
        }
    }
}

/// The characters of a single value.
pub fn scalar<'a>(node: &'a Node, name: &str, faults: &mut Vec<ImportError>) -> Option<&'a str> {
    let Kind::Scalar { text, .. } = &node.kind else {
        faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::Text)));
        return None;
    };
    Some(text)
}

/// A whole number as written without quotes.
pub fn whole_number(node: &Node, name: &str, faults: &mut Vec<ImportError>) -> Option<u16> {
    let number = match &node.kind {
        Kind::Scalar { text, quoted: false } if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    };
    if number.is_none() {
        faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::WholeNumber)));
    }
    number
}

/// true or false as written without quotes.
pub fn true_or_false(node: &Node, name: &str, faults: &mut Vec<ImportError>) -> Option<bool> {
    match &node.kind {
        Kind::Scalar { text, quoted: false } if text.eq_ignore_ascii_case("true") => Some(true),
        Kind::Scalar { text, quoted: false } if text.eq_ignore_ascii_case("false") => Some(false),
        _ => {
            faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::TrueOrFalse)));
            None
        }
    }
}

/// A key.
pub fn key_like(node: &Node, name: &str, faults: &mut Vec<ImportError>) -> Option<String> {
    let text = scalar(node, name, faults)?;
    if !is_key(text) {
        faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::Key)));
        return None;
    }
    Some(text.to_owned())
}

fn one_line(node: &Node, name: &str, faults: &mut Vec<ImportError>) -> Option<String> {
    let text = scalar(node, name, faults)?.trim();
    let problem = match () {
        () if text.is_empty() => Problem::Missing,
        () if has_control_characters(text) => Problem::ControlCharacters,
        () if is_too_long(text) => Problem::TooLong(LONGEST_TEXT),
        () => return Some(text.to_owned()),
    };
    faults.push(ImportError::new(node.line, name, problem));
    None
}

fn items<'a>(node: &'a Node, name: &str, faults: &mut Vec<ImportError>) -> &'a [Node] {
    let Kind::List(found) = &node.kind else {
        faults.push(ImportError::new(node.line, name, Problem::Expected(Expected::List)));
        return &[];
    };
    found
}
