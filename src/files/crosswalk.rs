//! A crosswalk between two editions as a YAML document.

mod writing;

pub use writing::write;

use std::collections::HashMap;

use super::fields;
use super::yaml::{self, Node};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::catalogue::crosswalk::{Crosswalk, Link};
use crate::domain::catalogue::{Edition, Measure};

const CROSSWALK: &[&str] = &["from", "to", "links"];
const LINK: &[&str] = &["from", "to", "relation"];

/// Reads a crosswalk between two of the editions. Errs with every fault in order of lines.
pub fn read(bytes: &[u8], editions: &[&Edition]) -> Result<Crosswalk, Vec<ImportError>> {
    let tree = yaml::read(bytes)?;
    let mut faults = tree.faults;
    let crosswalk = crosswalk(&tree.root, editions, &mut faults);
    match crosswalk {
        Some(crosswalk) if faults.is_empty() => Ok(crosswalk),
        _ => {
            faults.sort_by_key(|fault| fault.line);
            Err(faults)
        }
    }
}

fn crosswalk(root: &Node, editions: &[&Edition], faults: &mut Vec<ImportError>) -> Option<Crosswalk> {
    let fields = fields::mapping(root, "", CROSSWALK, faults)?;
    let edition = |name, faults: &mut Vec<ImportError>| {
        let key = fields.key(name, faults)?;
        let found = editions.iter().find(|edition| edition.key == key).copied();
        if found.is_none() {
            let known = editions.iter().map(|edition| edition.key.as_str());
            faults.push(ImportError::new(fields.line_of(name), name, Problem::unknown(&key, known)));
        }
        Some((key, found))
    };
    let (from, to) = (edition("from", faults), edition("to", faults));
    let found = |side: &Option<(String, Option<_>)>| side.as_ref().and_then(|(_, edition)| *edition);
    let (earlier, later) = (found(&from).map(measures), found(&to).map(measures));
    let links = links(fields.filled_list("links", faults), earlier.as_ref(), later.as_ref(), faults);
    let corrects = found(&from).zip(found(&to)).is_some_and(|(from, to)| Crosswalk::between(from, to).corrects);
    let ((from, _), (to, _)) = (from?, to?);
    if from == to {
        faults.push(ImportError::new(fields.line_of("to"), "to", Problem::SameEdition));
    }
    Some(Crosswalk { from, to, links, corrects })
}

/// What each question of an edition measures, by its key.
type Measures<'a> = HashMap<&'a str, Measure>;

fn measures(edition: &Edition) -> Measures<'_> {
    edition.questions.iter().map(|question| (question.key.as_str(), question.measure)).collect()
}

fn links(nodes: &[Node], from: Option<&Measures>, to: Option<&Measures>, faults: &mut Vec<ImportError>) -> Vec<Link> {
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    let mut compared: [HashMap<String, usize>; 2] = [HashMap::new(), HashMap::new()];
    let mut links = Vec::new();
    for node in nodes {
        let Some((link, lines)) = link(node, from, to, faults) else { continue };
        if let Some(first_line) = seen.insert((link.from.clone(), link.to.clone()), node.line) {
            let problem = Problem::repeated(&format!("{} → {}", link.from, link.to), first_line);
            faults.push(ImportError::new(node.line, "links", problem));
            continue;
        }
        // A compared question has one partner, or its change would be counted twice.
        if link.relation.is_compared() {
            for ((name, key, line), taken) in
                [("from", &link.from, lines.0), ("to", &link.to, lines.1)].into_iter().zip(&mut compared)
            {
                if taken.insert(key.clone(), line).is_some() {
                    faults.push(ImportError::new(line, name, Problem::LinkedTwice));
                }
            }
        }
        links.push(link);
    }
    links
}

/// A link with the lines of its two keys.
fn link(
    node: &Node,
    from: Option<&Measures>,
    to: Option<&Measures>,
    faults: &mut Vec<ImportError>,
) -> Option<(Link, (usize, usize))> {
    let fields = fields::mapping(node, "links", LINK, faults)?;
    let question = |name, known: Option<&Measures>, faults: &mut Vec<ImportError>| {
        let key = fields.key(name, faults)?;
        let measure = known.and_then(|known| known.get(key.as_str()).copied());
        if known.is_some() && measure.is_none() {
            faults.push(ImportError::new(fields.line_of(name), name, Problem::unknown(&key, [])));
        }
        Some((key, measure))
    };
    let (earlier, later) = (question("from", from, faults), question("to", to, faults));
    let relation = fields.word("relation", faults);
    let ((from, earlier), (to, later), relation) = (earlier?, later?, relation?);
    if let (Some(from), Some(to)) = (earlier, later)
        && from != to
    {
        faults.push(ImportError::new(fields.line, "links", Problem::MeasuresDiffer { from, to }));
    }
    Some((Link { from, to, relation }, (fields.line_of("from"), fields.line_of("to"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Question;
    use crate::domain::catalogue::crosswalk::Relation;
    use crate::domain::catalogue::sources::Source;
    use crate::files::catalogue;
    use proptest::prelude::*;

    fn edition(key: &str, questions: &[(&str, Measure)]) -> Edition {
        let question = |(key, measure): &(&str, Measure)| Question {
            key: (*key).to_owned(),
            text: "?".into(),
            hint: None,
            about: None,
            help: Vec::new(),
            source: Source::default(),
            measure: *measure,
            scale: 0,
            areas: Vec::new(),
            package: None,
            recommendation: None,
        };
        Edition { key: key.to_owned(), questions: questions.iter().map(question).collect(), ..Edition::default() }
    }

    fn read_small(text: &str) -> Result<Crosswalk, Vec<(usize, String, Problem)>> {
        use Measure::{Awareness, Implementation};
        let old = edition("old", &[("a", Implementation), ("b", Implementation), ("k", Awareness)]);
        let new = edition("new", &[("x", Implementation), ("y", Implementation), ("k", Awareness)]);
        let faults = |faults: Vec<ImportError>| faults.into_iter().map(|fault| (fault.line, fault.key, fault.problem));
        read(text.as_bytes(), &[&old, &new]).map_err(|found| faults(found).collect())
    }

    const HEAD: &str = "from: old\nto: new\nlinks:\n";

    fn faults(links: &str) -> Vec<(usize, String, Problem)> {
        read_small(&format!("{HEAD}{links}")).unwrap_err()
    }

    #[test]
    fn links_are_read_in_order() {
        let links = "  - {from: a, to: x, relation: identical}\n  - {from: b, to: y, relation: split}\n";
        let crosswalk = read_small(&format!("{HEAD}{links}  - {{from: b, to: x, relation: split}}\n")).unwrap();
        assert_eq!(crosswalk.links.len(), 3);
        assert_eq!(crosswalk.links[0], Link { from: "a".into(), to: "x".into(), relation: Relation::Identical });
    }

    #[test]
    fn the_shipped_crosswalk_fits_the_shipped_editions() {
        let file = |name: &str| std::fs::read(format!("{}/catalogue/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let editions = ["2012-13", "2018"].map(|key| catalogue::read(&file(key)).unwrap());
        let crosswalk = read(&file("2012-13_2018"), &[&editions[0], &editions[1]]).unwrap();
        assert_eq!(crosswalk.links.len(), 67);
    }

    #[test]
    fn unknown_words_are_named() {
        let unknown = |value: &str, known: &[&str]| Problem::unknown(value, known.iter().copied());
        let relations = ["identical", "reworded", "split", "merged"];
        assert_eq!(
            faults("  - {from: c, to: x, relation: same}\n"),
            [(4, "from".into(), unknown("c", &[])), (4, "relation".into(), unknown("same", &relations)),]
        );
        let text = "from: older\nto: new\nlinks:\n  - {from: c, to: z, relation: identical}\n";
        assert_eq!(
            read_small(text).unwrap_err(),
            [(1, "from".into(), unknown("older", &["old", "new"])), (4, "to".into(), unknown("z", &[])),]
        );
    }

    #[test]
    fn a_compared_question_has_one_partner() {
        let twice = "  - {from: a, to: x, relation: identical}\n  - {from: a, to: y, relation: reworded}\n";
        assert_eq!(faults(twice), [(5, "from".into(), Problem::LinkedTwice)]);
        let again = "  - {from: a, to: x, relation: split}\n  - {from: a, to: x, relation: identical}\n";
        assert_eq!(faults(again), [(5, "links".into(), Problem::repeated("a → x", 4))]);
    }

    #[test]
    fn different_measures_and_one_edition_are_refused() {
        let measures = Problem::MeasuresDiffer { from: Measure::Awareness, to: Measure::Implementation };
        assert_eq!(faults("  - {from: k, to: x, relation: merged}\n"), [(4, "links".into(), measures)]);
        let same = "from: old\nto: old\nlinks: [{from: a, to: a, relation: identical}]\n";
        assert_eq!(read_small(same).unwrap_err(), [(2, "to".into(), Problem::SameEdition)]);
        let missing = (1, "from".into(), Problem::Missing);
        assert_eq!(read_small("to: new\nlinks: []\n").unwrap_err()[0], missing);
    }

    proptest! {
        #[test]
        fn odd_documents_never_panic(text in "(from|to|links|relation|[a-z:{}\\[\\],\n -]){0,30}") {
            let _ = read_small(&text);
        }
    }
}
