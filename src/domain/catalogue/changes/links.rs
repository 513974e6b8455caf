//! What differs between the links of two states of a draft.

use std::collections::BTreeMap;

use crate::domain::catalogue::crosswalk::{Crosswalk, Relation};

/// A pair of questions that is linked otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkDifference {
    /// Edition and question that the link leads from.
    pub from: (String, String),
    /// Edition and question that it leads to.
    pub to: (String, String),
    /// How they were linked; none where they were not.
    pub before: Option<Relation>,
    /// How they are linked now.
    pub after: Option<Relation>,
}

/// Every pair of questions whose link differs, in order of editions and questions.
pub fn compare_links(before: &[Crosswalk], after: &[Crosswalk]) -> Vec<LinkDifference> {
    let mut found: BTreeMap<[&str; 4], [Option<Relation>; 2]> = BTreeMap::new();
    for (place, crosswalks) in [before, after].into_iter().enumerate() {
        for crosswalk in crosswalks {
            for link in &crosswalk.links {
                let pair = [crosswalk.from.as_str(), &crosswalk.to, &link.from, &link.to];
                found.entry(pair).or_default()[place] = Some(link.relation);
            }
        }
    }
    let differing = found.into_iter().filter(|(_, [before, after])| before != after);
    differing
        .map(|([from, to, earlier, later], [before, after])| LinkDifference {
            from: (from.to_owned(), earlier.to_owned()),
            to: (to.to_owned(), later.to_owned()),
            before,
            after,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::crosswalk::Link;

    #[test]
    fn links_that_came_went_or_changed_are_told_apart() {
        let walk = |links: &[(&str, &str, Relation)]| {
            let link = |&(from, to, relation): &(&str, &str, Relation)| Link {
                from: from.to_owned(),
                to: to.to_owned(),
                relation,
            };
            let links = links.iter().map(link).collect();
            [Crosswalk { from: "a".to_owned(), to: "b".to_owned(), links, ..Crosswalk::default() }]
        };
        let before =
            walk(&[("1", "1", Relation::Identical), ("2", "2", Relation::Identical), ("3", "3", Relation::Split)]);
        let after =
            walk(&[("1", "1", Relation::Identical), ("2", "2", Relation::Reworded), ("3", "4", Relation::Split)]);
        let found: Vec<(String, String, Option<Relation>, Option<Relation>)> = compare_links(&before, &after)
            .into_iter()
            .map(|one| (one.from.1, one.to.1, one.before, one.after))
            .collect();
        let row = |from: &str, to: &str, before, after| (from.to_owned(), to.to_owned(), before, after);
        assert_eq!(
            found,
            [
                row("2", "2", Some(Relation::Identical), Some(Relation::Reworded)),
                row("3", "3", Some(Relation::Split), None),
                row("3", "4", None, Some(Relation::Split)),
            ]
        );
        assert_eq!(compare_links(&before, &before), []);
        assert_eq!(compare_links(&before, &[]).len(), 3);
    }
}
