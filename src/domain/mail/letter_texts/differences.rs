//! What differs between two versions, line by line.

use similar::{ChangeTag, TextDiff};

/// A line of two texts held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It stands in both.
    Same(String),
    /// Only in the earlier one.
    Removed(String),
    /// Only in the later one.
    Added(String),
}

/// The lines of two texts in order.
pub fn differences(earlier: &str, later: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(earlier, later);
    let line = |tag, text: &str| {
        let text = text.trim_end_matches(['\r', '\n']).to_owned();
        match tag {
            ChangeTag::Equal => Line::Same(text),
            ChangeTag::Delete => Line::Removed(text),
            ChangeTag::Insert => Line::Added(text),
        }
    };
    diff.iter_all_changes().map(|change| line(change.tag(), change.value())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_anew_stands_beside_what_it_was() {
        let lines = differences("Hej\n\nGammel\n\nSlut", "Hej\n\nNy\n\nSlut");
        let [same, gone, new] = [Line::Same, Line::Removed, Line::Added];
        let [empty, other_empty] = [same(String::new()), same(String::new())];
        let expected =
            [same("Hej".into()), empty, gone("Gammel".into()), new("Ny".into()), other_empty, same("Slut".into())];
        assert_eq!(lines, expected);
        assert!(differences("a\nb", "a\nb").iter().all(|line| matches!(line, Line::Same(_))));
    }
}
