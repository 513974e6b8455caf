//! A small YAML tree that knows its lines. Plain scalars stay text, duplicate keys are noted, and
//! what our documents never need (anchors, aliases, several documents, deep nesting) is refused,
//! so that a hostile file costs no more than its own size.

pub mod writing;

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::domain::base::import_errors::{Expected, ImportError, Problem};

/// Largest document, in megabytes; the shipped editions take a tenth of one.
pub const MOST_MEGABYTES: usize = 4;
/// Most values of a document. An edition of so many values has fewer questions than a SMALLINT counts.
pub const MOST_VALUES: usize = 150_000;
/// Deepest nesting; a catalogue uses eight levels.
pub const DEEPEST: usize = 24;

/// A value with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Line counted from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text, number or other single value, as written.
    Scalar {
        /// The characters without their quotes.
        text: String,
        /// Whether it was quoted or written as a block, and so is text for certain.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping in document order, duplicates included.
    Mapping(Vec<Entry>),
}

/// A key of a mapping with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Line of the key.
    pub line: usize,
    /// The value.
    pub value: Node,
}

/// A document, and the duplicate keys found while reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The outermost value.
    pub root: Node,
    /// Faults that do not keep the rest from being read.
    pub faults: Vec<ImportError>,
}

impl Node {
    /// Whether nothing was written: an empty value, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// A list or mapping that is still being filled.
struct Open {
    line: usize,
    filling: Filling,
}

enum Filling {
    List(Vec<Node>),
    Mapping { entries: Vec<Entry>, keys: HashSet<String>, waiting: Option<(String, usize)> },
}

/// Reads one document. Errs with the faults that leave no tree to look at.
pub fn read(bytes: &[u8]) -> Result<Tree, Vec<ImportError>> {
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(vec![ImportError::new(1, "", Problem::TooBig(MOST_MEGABYTES))]);
    }
    let text = decode(bytes)?;
    let mut faults = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    let mut values = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(found) => found,
            Err(cause) => {
                // The parser has a limit of its own, which it meets first where everything opens on one line.
                let problem = match cause.info() {
                    "recursion limit exceeded" => Problem::TooDeep(DEEPEST),
                    info => Problem::Unreadable(info.to_owned()),
                };
                faults.push(ImportError::new(cause.marker().line(), "", problem));
                return Err(faults);
            }
        };
        let line = span.start.line();
        values += 1;
        let refusal = match &event {
            _ if values > MOST_VALUES => Some(Problem::TooMany(MOST_VALUES)),
            Event::DocumentStart(_) if root.is_some() => Some(Problem::SeveralDocuments),
            Event::Alias(_) => Some(Problem::AnchorOrAlias),
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _)
                if *anchor > 0 =>
            {
                Some(Problem::AnchorOrAlias)
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() >= DEEPEST => {
                Some(Problem::TooDeep(DEEPEST))
            }
            _ => None,
        };
        if let Some(problem) = refusal {
            faults.push(ImportError::new(line, "", problem));
            return Err(faults);
        }
        let node = match event {
            Event::Scalar(text, style, ..) => {
                let quoted = style != ScalarStyle::Plain;
                Some(Node { line, kind: Kind::Scalar { text: text.into_owned(), quoted } })
            }
            Event::SequenceStart(..) => {
                open.push(Open { line, filling: Filling::List(Vec::new()) });
                None
            }
            Event::MappingStart(..) => {
                let filling = Filling::Mapping { entries: Vec::new(), keys: HashSet::new(), waiting: None };
                open.push(Open { line, filling });
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(close),
            _ => None,
        };
        if let Some(node) = node {
            match open.last_mut() {
                Some(parent) => fill(parent, node, &mut faults),
                None => root = Some(node),
            }
        }
    }
    match root {
        Some(root) if !root.is_null() => Ok(Tree { root, faults }),
        _ => Err(vec![ImportError::new(1, "", Problem::Empty)]),
    }
}

/// The text of a document. Control characters are refused here because the parser takes a NUL for the end.
fn decode(bytes: &[u8]) -> Result<&str, Vec<ImportError>> {
    let lines_before = |end: usize| 1 + bytes[..end].iter().filter(|byte| **byte == b'\n').count();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(cause) => return Err(vec![ImportError::new(lines_before(cause.valid_up_to()), "", Problem::NotUtf8)]),
    };
    let steers = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    if let Some(index) = bytes.iter().position(steers) {
        return Err(vec![ImportError::new(lines_before(index), "", Problem::ControlCharacters)]);
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn close(open: Open) -> Node {
    let kind = match open.filling {
        Filling::List(nodes) => Kind::List(nodes),
        Filling::Mapping { entries, .. } => Kind::Mapping(entries),
    };
    Node { line: open.line, kind }
}

/// Puts a finished value into the list or mapping around it; in a mapping, key and value take turns.
fn fill(parent: &mut Open, node: Node, faults: &mut Vec<ImportError>) {
    match &mut parent.filling {
        Filling::List(nodes) => nodes.push(node),
        Filling::Mapping { entries, keys, waiting } => match (waiting.take(), node.kind) {
            (Some((key, line)), kind) => entries.push(Entry { key, line, value: Node { line: node.line, kind } }),
            (None, Kind::Scalar { text, .. }) => {
                if !keys.insert(text.clone()) {
                    faults.push(ImportError::new(node.line, &text, Problem::DuplicateKey));
                }
                *waiting = Some((text, node.line));
            }
            (None, _) => {
                faults.push(ImportError::new(node.line, "", Problem::Expected(Expected::Key)));
                *waiting = Some((String::new(), node.line));
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problems(text: &[u8]) -> Vec<(usize, Problem)> {
        let faults = match read(text) {
            Ok(tree) => tree.faults,
            Err(faults) => faults,
        };
        faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
    }

    #[test]
    fn values_know_their_lines() {
        let tree = read(b"# note\na: 1\nb:\n  - x\n  - {c: \"2\", d: }\n").unwrap();
        let Kind::Mapping(entries) = tree.root.kind else { panic!("no mapping") };
        assert_eq!((entries[0].line, entries[1].line), (2, 3));
        let Kind::List(items) = &entries[1].value.kind else { panic!("no list") };
        assert_eq!((items[0].line, items[1].line), (4, 5));
        let Kind::Mapping(inner) = &items[1].kind else { panic!("no mapping") };
        assert_eq!(inner[0].value.kind, Kind::Scalar { text: "2".into(), quoted: true });
        assert!(inner[1].value.is_null());
    }

    #[test]
    fn every_duplicate_key_is_noted() {
        let twice = [(2, Problem::DuplicateKey), (3, Problem::DuplicateKey)];
        assert_eq!(problems(b"a: 1\na: 2\na: 3\n"), twice);
    }

    #[test]
    fn what_a_catalogue_never_needs_is_refused() {
        assert_eq!(problems(b"a: &x 1\nb: *x\n"), [(1, Problem::AnchorOrAlias)]);
        assert_eq!(problems(b"a: 1\n---\nb: 1\n"), [(2, Problem::SeveralDocuments)]);
        assert_eq!(problems(b"{[a]: 1}\n"), [(1, Problem::Expected(Expected::Key))]);
        assert_eq!(problems(b"a: 1\nb: \xff\n"), [(2, Problem::NotUtf8)]);
        assert_eq!(problems(b"a: 1\nb: \0c\n"), [(2, Problem::ControlCharacters)]);
        for empty in [&b""[..], b"\n\n", b"# only a note\n", b"~", b"---\n", b"\xef\xbb\xbf"] {
            assert_eq!(problems(empty), [(1, Problem::Empty)]);
        }
        assert!(matches!(problems(b"a: [1, 2\nb: }")[..], [(_, Problem::Unreadable(_))]));
    }

    #[test]
    fn deep_and_large_documents_are_refused_early() {
        assert_eq!(problems("[".repeat(200).as_bytes()), [(1, Problem::TooDeep(DEEPEST))]);
        assert!(read("[".repeat(100_000).as_bytes()).is_err());
        assert_eq!(problems("[".repeat(5_000).as_bytes()), [(1, Problem::TooDeep(DEEPEST))]);
        assert_eq!(problems("- ".repeat(100_000).as_bytes()), [(1, Problem::TooDeep(DEEPEST))]);
        let stairs: String = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert!(matches!(problems(stairs.as_bytes())[..], [(_, Problem::TooDeep(DEEPEST))]));
        assert_eq!(problems("- a\n".repeat(MOST_VALUES).as_bytes()).last().unwrap().1, Problem::TooMany(MOST_VALUES));
        assert_eq!(problems(&vec![b'a'; 5_000_000]), [(1, Problem::TooBig(MOST_MEGABYTES))]);
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn yaml_like_text_never_panics(text in "[\\[\\]{}:,&*!|>'\"%@`#?a-c0-1 \n\t~-]{0,120}") {
            let _ = read(text.as_bytes());
        }
    }
}
