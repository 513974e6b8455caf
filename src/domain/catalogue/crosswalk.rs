//! Typed links between the questions of two editions (scoring.md §5).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Edition;

words! {
    /// How a question of one edition relates to one of a later edition.
    pub enum Relation {
        /// The same question.
        Identical = "identical",
        /// The same question in other words; compared and marked.
        Reworded = "reworded",
        /// One became several; listed, compared nowhere.
        Split = "split",
        /// Several became one; listed, compared nowhere.
        Merged = "merged",
    }
}

impl Relation {
    /// Whether questions linked so are compared.
    pub fn is_compared(self) -> bool {
        matches!(self, Relation::Identical | Relation::Reworded)
    }
}

/// The links from one edition to a later one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Crosswalk {
    /// Key of the earlier edition.
    pub from: String,
    /// Key of the later edition.
    pub to: String,
    /// The links in document order.
    pub links: Vec<Link>,
    /// Whether the later edition is a correction of the earlier one, so that both compare in either direction.
    #[serde(default)]
    pub corrects: bool,
}

/// One link, by question keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Question key in the earlier edition.
    pub from: String,
    /// Question key in the later edition.
    pub to: String,
    /// How they relate.
    pub relation: Relation,
}

impl Crosswalk {
    /// A crosswalk from one edition to another that links nothing yet.
    pub fn between(from: &Edition, to: &Edition) -> Crosswalk {
        let corrected = to.correction.as_ref().map(|correction| &correction.of);
        Crosswalk {
            from: from.key.clone(),
            to: to.key.clone(),
            links: Vec::new(),
            corrects: corrected == Some(&from.key),
        }
    }

    /// How two questions are linked.
    pub fn relation(&self, from: &str, to: &str) -> Option<Relation> {
        self.links.iter().find(|link| link.is_between(from, to)).map(|link| link.relation)
    }

    /// The links of a question of the later edition.
    pub fn links_of<'a>(&'a self, to: &'a str) -> impl Iterator<Item = &'a Link> {
        self.links.iter().filter(move |link| link.to == to)
    }

    /// The same with a link, in place of one between the same two questions.
    #[must_use]
    pub fn with(mut self, link: Link) -> Crosswalk {
        match self.links.iter_mut().find(|one| one.is_between(&link.from, &link.to)) {
            Some(one) => one.relation = link.relation,
            None => self.links.push(link),
        }
        self
    }

    /// The same without the link between two questions.
    #[must_use]
    pub fn without(mut self, from: &str, to: &str) -> Crosswalk {
        self.links.retain(|link| !link.is_between(from, to));
        self
    }
}

impl Link {
    fn is_between(&self, from: &str, to: &str) -> bool {
        self.from == from && self.to == to
    }
}

/// Keys of an edition and of every later one that crosswalks lead to from it: those whose rounds are held against
/// earlier ones over its questions. A correction and what it corrects lead to each other.
pub fn reached_from<'a>(edition: &'a str, crosswalks: &'a [Crosswalk]) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([edition]);
    let mut waiting = vec![edition];
    while let Some(from) = waiting.pop() {
        let on = crosswalks.iter().filter(|crosswalk| crosswalk.from == from).map(|crosswalk| crosswalk.to.as_str());
        let back = crosswalks.iter().filter(|crosswalk| crosswalk.corrects && crosswalk.to == from);
        for to in on.chain(back.map(|crosswalk| crosswalk.from.as_str())) {
            if reached.insert(to) {
                waiting.push(to);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: &str, to: &str, relation: Relation) -> Link {
        Link { from: from.to_owned(), to: to.to_owned(), relation }
    }

    #[test]
    fn a_link_takes_the_place_of_one_between_the_same_questions() {
        let crosswalk = Crosswalk::default()
            .with(link("a", "x", Relation::Identical))
            .with(link("b", "y", Relation::Split))
            .with(link("a", "x", Relation::Reworded));
        assert_eq!(crosswalk.links, [link("a", "x", Relation::Reworded), link("b", "y", Relation::Split)]);
        assert_eq!(crosswalk.relation("a", "x"), Some(Relation::Reworded));
        assert_eq!(crosswalk.without("a", "x").links, [link("b", "y", Relation::Split)]);
    }

    #[test]
    fn an_edition_reaches_itself_and_whatever_follows_it() {
        let walk =
            |from: &str, to: &str| Crosswalk { from: from.to_owned(), to: to.to_owned(), ..Crosswalk::default() };
        let walks = [walk("a", "b"), walk("b", "c"), walk("c", "b"), walk("x", "y")];
        assert_eq!(reached_from("b", &walks), BTreeSet::from(["b", "c"]));
        assert_eq!(reached_from("y", &walks), BTreeSet::from(["y"]));
        let corrected = [Crosswalk { corrects: true, ..walk("x", "x.1") }, walk("x", "y")];
        assert_eq!(reached_from("x.1", &corrected), BTreeSet::from(["x", "x.1", "y"]));
    }
}
