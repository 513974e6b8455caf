//! Typed links between the questions of two editions (scoring.md §5).

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Crosswalk {
    /// Key of the earlier edition.
    pub from: String,
    /// Key of the later edition.
    pub to: String,
    /// The links in document order.
    pub links: Vec<Link>,
}

/// One link, by question keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Question key in the earlier edition.
    pub from: String,
    /// Question key in the later edition.
    pub to: String,
    /// How they relate.
    pub relation: Relation,
}
