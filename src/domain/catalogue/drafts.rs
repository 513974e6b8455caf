//! A draft of an edition as a value, and every change of it as a pure function from one value to the next.
//!
//! A change is refused where it would make no edition at all: a key used twice, a scale taken from under its
//! questions. What a draft may still lack - a Danish title, an area, points - is no reason to refuse, but one of its
//! `faults`, and only publishing demands that there are none.

mod contents;
pub mod faults;
pub mod items;
pub mod keys;
mod links;
mod packages;
mod parts;
mod places;
mod questions;
pub mod revisions;
mod scales;
#[cfg(test)]
pub mod tests;

pub use contents::{Content, Facts, OptionContent, PackageContent, Place, QuestionContent, RecommendationContent};
pub use items::{Item, ItemKind, Step};
pub use links::Meaning;

use super::corrections::Correction;
use super::crosswalk::{Crosswalk, Link, Relation};
use crate::domain::Text;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;

/// A draft with the crosswalks that lead to it or from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The edition.
    pub edition: Edition,
    /// Its crosswalks; none of them is without links.
    pub crosswalks: Vec<Crosswalk>,
}

/// A change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Adds something, after all of its like.
    Add(Content),
    /// Writes something anew. Where a question is worded anew or gets another scale, `Meaning` says what becomes
    /// of its links.
    Change(Item, Content, Meaning),
    /// Takes something away: a package with its recommendations and questions, a recommendation with its questions.
    Remove(Item),
    /// Moves something among its like.
    Move(Item, Step),
    /// Sets the links from an earlier edition; a crosswalk without links is taken away.
    Link(Crosswalk),
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The draft as it is now.
    pub draft: Draft,
    /// What was changed, as it is called now.
    pub item: Item,
}

impl Draft {
    /// A draft to begin with: whatever `beginning` holds under a key and title of its own.
    pub fn empty(beginning: &Edition, key: &str, title: Text) -> Draft {
        let edition = Edition { key: key.to_owned(), title, ..beginning.clone() };
        Draft { edition, crosswalks: Vec::new() }
    }

    /// A copy of an edition, to be edited into the next one: everything keeps its key, and every question is
    /// identical to the one it was copied from.
    pub fn copy_of(edition: &Edition, key: &str, title: Text) -> Draft {
        let identical = |key: &String| Link { from: key.clone(), to: key.clone(), relation: Relation::Identical };
        let links: Vec<Link> = edition.questions.iter().map(|question| identical(&question.key)).collect();
        let crosswalk = Crosswalk { from: edition.key.clone(), to: key.to_owned(), links, corrects: false };
        let edition = Edition { key: key.to_owned(), title, published_on: None, correction: None, ..edition.clone() };
        Draft { edition, crosswalks: Some(crosswalk).filter(|one| !one.links.is_empty()).into_iter().collect() }
    }

    /// A correction of an edition: a copy that says what it corrects and why, so that both compare.
    pub fn correction_of(edition: &Edition, key: &str, reason: Text) -> Draft {
        let titled = |title: &String| format!("{title} ({key})");
        let title = Text { da: titled(&edition.title.da), en: edition.title.en.as_ref().map(titled) };
        let mut draft = Draft::copy_of(edition, key, title);
        draft.edition.correction = Some(Correction { of: edition.key.clone(), reason });
        draft.crosswalks.iter_mut().for_each(|crosswalk| crosswalk.corrects = true);
        draft
    }

    /// The draft after a change.
    ///
    /// # Errors
    /// Refused where there is no such thing any more, or the change would make no edition.
    pub fn edited(&self, edit: &Edit) -> Result<Edited, Refusal> {
        let mut draft = self.clone();
        let item = match edit {
            Edit::Add(content) => parts::add(&mut draft.edition, &content.tidied()?)?,
            Edit::Change(item, content, meaning) => {
                let changed = parts::change(&mut draft.edition, item, &content.tidied()?)?;
                links::follow(&mut draft, (&self.edition, item), (&changed, *meaning));
                changed
            }
            Edit::Remove(item) => {
                parts::remove(&mut draft.edition, item)?;
                item.clone()
            }
            Edit::Move(item, step) => {
                parts::step(&mut draft.edition, item, *step)?;
                item.clone()
            }
            Edit::Link(crosswalk) => links::set(&mut draft, crosswalk)?,
        };
        links::keep(&mut draft);
        Ok(Edited { draft, item })
    }

    /// The draft with another edition in its place, as when a file is imported over it: links of questions that
    /// are gone or measure something else go.
    #[must_use]
    pub fn replaced(&self, edition: Edition) -> Draft {
        let mut draft = Draft { edition, crosswalks: self.crosswalks.clone() };
        links::keep_measured(&mut draft, &self.edition);
        links::keep(&mut draft);
        draft
    }

    /// The draft with only those links whose other end is a question that measures the same in `other`, which may
    /// have changed meanwhile.
    #[must_use]
    pub fn linked_with(&self, other: &Edition) -> Draft {
        let mut draft = self.clone();
        links::keep_with(&mut draft, other);
        draft
    }

    /// What a question belongs to.
    pub fn place(&self, question: &Item) -> Option<Place> {
        match self.content(question)? {
            Content::Question(content) => Some(content.place),
            _ => None,
        }
    }

    /// What is written about a thing; none where there is no such thing, and for what can only be moved.
    pub fn content(&self, item: &Item) -> Option<Content> {
        parts::content(&self.edition, item)
    }
}
