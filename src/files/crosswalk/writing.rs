//! A crosswalk as a document: what reading gives back value for value, in the form of the shipped ones.

use std::fmt::Write as _;

use crate::domain::catalogue::crosswalk::Crosswalk;

/// Words that YAML reads as something else than a text.
const OTHERWISE: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// The document of a crosswalk, one line a link.
pub fn write(crosswalk: &Crosswalk) -> String {
    let mut text = format!("from: \"{}\"\nto: \"{}\"\nlinks:\n", crosswalk.from, crosswalk.to);
    for link in &crosswalk.links {
        let (from, to, relation) = (key(&link.from), key(&link.to), link.relation);
        // Writing to a text does not fail.
        let _ = writeln!(text, "  - {{from: {from}, to: {to}, relation: {relation}}}");
    }
    text
}

/// A key, in quotes where YAML would not read it as a text.
fn key(key: &str) -> String {
    let is_plain = key.starts_with(|letter: char| letter.is_ascii_alphabetic());
    match is_plain && !OTHERWISE.contains(&key.to_ascii_lowercase().as_str()) {
        true => key.to_owned(),
        false => format!("\"{key}\""),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::read;
    use super::*;
    use crate::domain::catalogue::crosswalk::{Link, Relation};
    use crate::domain::catalogue::{Edition, Measure, Question};
    use crate::domain::scoring::tests::fixtures::question;

    #[test]
    fn the_shipped_crosswalk_is_written_as_it_stands() {
        let document = include_str!("../../../catalogue/2012-13_2018.yaml");
        let editions = [
            include_bytes!("../../../catalogue/2012-13.yaml").as_slice(),
            include_bytes!("../../../catalogue/2018.yaml").as_slice(),
        ]
        .map(|document| crate::files::catalogue::read(document).unwrap());
        let crosswalk = read(document.as_bytes(), &[&editions[0], &editions[1]]).unwrap();
        let links = |text: &str| -> Vec<String> {
            text.lines().filter(|line| line.starts_with("  - {")).map(str::to_owned).collect()
        };
        assert_eq!(links(&write(&crosswalk)), links(document));
    }

    /// An edition that asks every key once.
    fn edition(key: &str, keys: &[String]) -> Edition {
        let question = |key: &String| -> Question { question(key, Measure::Overall, 0, &[]) };
        Edition { key: key.to_owned(), questions: keys.iter().map(question).collect(), ..Edition::default() }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(
            (from, to) in ("[a-z0-9][a-z0-9._-]{0,8}", "[a-z0-9][a-z0-9._-]{0,8}"),
            keys in prop::collection::btree_set("(null|true|no|[0-9]{1,3}|[a-z0-9._-]{1,12})", 2..12),
            relations in prop::collection::vec(0usize..4, 12),
        ) {
            prop_assume!(from != to);
            let keys: Vec<String> = keys.into_iter().filter(|key| !key.starts_with(['.', '-', '_'])).collect();
            prop_assume!(!keys.is_empty());
            let (earlier, later) = (edition(&from, &keys), edition(&to, &keys));
            let links = keys.iter().zip(&keys[1..]).chain([(&keys[0], &keys[0])]).zip(relations);
            let mut crosswalk = Crosswalk { from, to, ..Crosswalk::default() };
            for ((one, other), relation) in links {
                let relation = Relation::ALL[relation];
                // A compared question has one partner, so that only what holds is written.
                let is_taken = crosswalk.links.iter().any(|link| {
                    link.relation.is_compared() && (link.from == *one || link.to == *other)
                });
                if !(relation.is_compared() && is_taken) {
                    crosswalk.links.push(Link { from: one.clone(), to: other.clone(), relation });
                }
            }
            prop_assert_eq!(read(write(&crosswalk).as_bytes(), &[&earlier, &later]).unwrap(), crosswalk);
        }
    }
}
