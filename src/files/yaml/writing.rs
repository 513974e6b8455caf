//! Writing YAML: a tree of values as the one text that stands for it. Whatever a reader could take for something
//! else is quoted, and a quoted text is written as JSON writes it, which every reader of YAML understands.

use super::{MOST_MEGABYTES, MOST_VALUES};
use crate::domain::base::refusals::Refusal;

/// Words that some reader takes for a truth or for nothing.
const TAKEN: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
/// What may stand in a text without quotes, besides letters and digits.
const PLAIN: &str = " -_./?()'!+";

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A number, a day, true or false.
    Word(String),
    /// A list, an item a line.
    Items(Vec<Value<'a>>),
    /// A list on one line.
    Inline(Vec<Value<'a>>),
    /// A mapping, a key a line.
    Fields(Vec<(&'a str, Value<'a>)>),
    /// A mapping on one line.
    InlineFields(Vec<(&'a str, Value<'a>)>),
}

/// The document of a value.
///
/// # Errors
/// Refused when it is too large to be read again.
pub fn write(root: &Value) -> Result<String, Refusal> {
    let mut out = String::new();
    block(&mut out, root, 0);
    // The stream and the document begin and end, too.
    let is_too_large = out.len() > MOST_MEGABYTES * 1_000_000 || values(root) + 4 > MOST_VALUES;
    if is_too_large { Err(Refusal::EditionTooLarge) } else { Ok(out) }
}

/// How many values a reader meets: beginning and end of a list or mapping count, and so do keys.
fn values(value: &Value) -> usize {
    match value {
        Value::Text(_) | Value::Word(_) => 1,
        Value::Items(items) | Value::Inline(items) => 2 + items.iter().map(values).sum::<usize>(),
        Value::Fields(fields) | Value::InlineFields(fields) => {
            2 + fields.iter().map(|(_, value)| 1 + values(value)).sum::<usize>()
        }
    }
}

/// A value from where the writing stands, which is at a column of `indent` spaces, to the end of its last line.
fn block(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Items(items) if !items.is_empty() => {
            for (place, item) in items.iter().enumerate() {
                begin(out, place, indent);
                out.push_str("- ");
                block(out, item, indent + 2);
            }
        }
        Value::Fields(fields) if !fields.is_empty() => {
            for (place, (key, value)) in fields.iter().enumerate() {
                begin(out, place, indent);
                text(out, key);
                out.push(':');
                match value {
                    Value::Items(inner) if !inner.is_empty() => below(out, value, indent + 2),
                    Value::Fields(inner) if !inner.is_empty() => below(out, value, indent + 2),
                    _ => {
                        out.push(' ');
                        block(out, value, indent + 2);
                    }
                }
            }
        }
        _ => {
            inline(out, value);
            out.push('\n');
        }
    }
}

/// Indents every line but the first, which goes on where the writing stands.
fn begin(out: &mut String, place: usize, indent: usize) {
    if place > 0 {
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn below(out: &mut String, value: &Value, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
    block(out, value, indent);
}

fn inline(out: &mut String, value: &Value) {
    match value {
        Value::Text(plain) => text(out, plain),
        Value::Word(word) => out.push_str(word),
        Value::Items(items) | Value::Inline(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                inline(out, item);
            }
            out.push(']');
        }
        Value::Fields(fields) | Value::InlineFields(fields) => {
            out.push('{');
            for (place, (key, value)) in fields.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                text(out, key);
                out.push_str(": ");
                inline(out, value);
            }
            out.push('}');
        }
    }
}

fn text(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}

/// Whether a text means itself without quotes, in a line of its own as in the middle of a list.
fn is_plain(text: &str) -> bool {
    let known = |letter: char| letter.is_alphanumeric() || PLAIN.contains(letter);
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(known)
        && TAKEN.iter().all(|word| !word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::catalogue::shapes::one_line;
    use crate::files::yaml::{self, Kind, Node};

    /// Whether a tree that was read is what was written.
    fn is_same(node: &Node, value: &Value) -> bool {
        match (&node.kind, value) {
            (Kind::Scalar { text, .. }, Value::Text(written)) => text == written && !node.is_null(),
            (Kind::Scalar { text, quoted: false }, Value::Word(written)) => text == written,
            (Kind::List(nodes), Value::Items(items) | Value::Inline(items)) => {
                nodes.len() == items.len() && nodes.iter().zip(items).all(|(node, item)| is_same(node, item))
            }
            (Kind::Mapping(entries), Value::Fields(fields) | Value::InlineFields(fields)) => {
                let same = |(entry, (key, value)): (&yaml::Entry, &(&str, Value))| {
                    entry.key == *key && is_same(&entry.value, value)
                };
                entries.len() == fields.len() && entries.iter().zip(fields).all(same)
            }
            _ => false,
        }
    }

    #[test]
    fn blocks_and_lines_are_written_as_people_write_them() {
        let option = |key, points: &str| {
            Value::InlineFields(vec![("key", Value::Text(key)), ("points", Value::Word(points.to_owned()))])
        };
        let scale = Value::Fields(vec![
            ("key", Value::Text("grad")),
            ("label", Value::Text("I høj grad: ja")),
            ("options", Value::Items(vec![option("hoej", "1"), option("no", "0")])),
            ("areas", Value::Inline(vec![Value::Text("skole"), Value::Text("2018")])),
        ]);
        let root = Value::Fields(vec![("scales", Value::Items(vec![scale])), ("none", Value::Items(Vec::new()))]);
        let expected = "\
scales:
  - key: grad
    label: \"I høj grad: ja\"
    options:
      - {key: hoej, points: 1}
      - {key: \"no\", points: 0}
    areas: [skole, \"2018\"]
none: []
";
        assert_eq!(write(&root).unwrap(), expected);
    }

    #[test]
    fn what_could_not_be_read_again_is_refused() {
        let many = Value::Inline(vec![Value::Text("a"); MOST_VALUES - 6]);
        assert!(yaml::read(write(&many).unwrap().as_bytes()).is_ok());
        let more = Value::Inline(vec![Value::Text("a"); MOST_VALUES - 5]);
        assert_eq!(write(&more), Err(Refusal::EditionTooLarge));
        let long = "a".repeat(MOST_MEGABYTES * 1_000_000);
        assert_eq!(write(&Value::Text(&long)), Err(Refusal::EditionTooLarge));
    }

    proptest! {
        #[test]
        fn any_line_is_read_as_it_was_written(typed in "\\PC*|[ -~]*|[:#&*!|>%@`'\", \\[\\]{}?~a0-]*") {
            let line = one_line(&typed);
            let word = || Value::Text(&line);
            let root = Value::Fields(vec![
                ("a", word()),
                ("b", Value::InlineFields(vec![("c", word()), ("d", Value::Inline(vec![word(), word()]))])),
                ("e", Value::Items(vec![word(), Value::Fields(vec![("f", word())])])),
            ]);
            let document = write(&root).unwrap();
            let tree = yaml::read(document.as_bytes()).unwrap();
            prop_assert!(tree.faults.is_empty() && is_same(&tree.root, &root), "{}", document);
        }
    }
}
