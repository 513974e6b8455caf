//! What differs between two editions, or between two states of one: added, removed, moved, and changed field by
//! field. Things are known by their keys, so that a thing under a new key is another thing.

mod fields;
mod items;
mod links;
mod order;
#[cfg(test)]
mod tests;

pub use fields::{Field, Value};
pub use links::{LinkDifference, compare_links};

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Edition;
use crate::domain::Text;
use items::{Item, items};
use order::moved_places;

/// What kind of thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The edition itself.
    Edition,
    /// A package.
    Package,
    /// A recommendation.
    Recommendation,
    /// A question.
    Question,
    /// A question that is shown first, in one area.
    KeyQuestion,
    /// A scale.
    Scale,
    /// An option of a scale.
    Option,
    /// An area as the edition names it.
    Area,
    /// A category.
    Category,
    /// A level.
    Level,
}

impl Kind {
    /// Every kind, in the order that a reader wants them.
    pub const ALL: [Kind; 10] = [
        Kind::Edition,
        Kind::Package,
        Kind::Recommendation,
        Kind::Question,
        Kind::KeyQuestion,
        Kind::Scale,
        Kind::Option,
        Kind::Area,
        Kind::Category,
        Kind::Level,
    ];
}

/// A field before and after; none where it was or is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which one.
    pub field: Field,
    /// What stood there.
    pub before: Option<Value>,
    /// What stands there.
    pub after: Option<Value>,
}

/// Where a thing went that is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// To another place among those that it stood with.
    Order,
    /// To another package, recommendation or scale: what each is called; empty for the edition itself.
    Elsewhere {
        /// What it belonged to.
        from: Text,
        /// What it belongs to.
        to: Text,
    },
}

/// What happened to a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Only the later edition has it.
    Added,
    /// Only the earlier edition has it.
    Removed,
    /// Both have it, and it is not the same.
    Changed {
        /// Whether it stands elsewhere.
        moved: Option<Move>,
        /// What differs in it.
        fields: Vec<FieldChange>,
    },
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// What it is called; as the later edition has it, if it does.
    pub name: Text,
    /// Key of the package that it belongs to.
    pub package: Option<String>,
    /// What happened to it.
    pub what: What,
}

/// How many things of a kind differ, by what happened. A thing that moved and changed counts in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Only in the later edition.
    pub added: usize,
    /// Only in the earlier edition.
    pub removed: usize,
    /// Elsewhere than before.
    pub moved: usize,
    /// With a field that differs.
    pub changed: usize,
}

/// Everything that differs: by kind, and in each kind in the later edition's order, then what is removed.
pub fn compare(before: &Edition, after: &Edition) -> Vec<Change> {
    let (earlier, later) = (items(before), items(after));
    let partners = pair(&earlier, &later);
    let moved = moved_places(&earlier, &later, &partners);
    let mut changes: Vec<Change> = Vec::new();
    for (place, item) in later.iter().enumerate() {
        let what = match partners[place] {
            None => What::Added,
            Some(partner) => {
                let old = &earlier[partner];
                let moved = match old.parent == item.parent {
                    true => moved.contains(&place).then_some(Move::Order),
                    false => Some(Move::Elsewhere { from: old.parent_name.clone(), to: item.parent_name.clone() }),
                };
                What::Changed { moved, fields: differing(old, item) }
            }
        };
        if !matches!(&what, What::Changed { moved: None, fields } if fields.is_empty()) {
            changes.push(change(item, what));
        }
    }
    let kept: HashSet<usize> = partners.into_iter().flatten().collect();
    let gone = (0..earlier.len()).filter(|place| !kept.contains(place));
    changes.extend(gone.map(|place| change(&earlier[place], What::Removed)));
    changes.sort_by_key(|change| change.kind);
    changes
}

/// How many things of each kind differ; kinds in which nothing does are left out.
pub fn summaries(changes: &[Change]) -> BTreeMap<Kind, Summary> {
    let mut all: BTreeMap<Kind, Summary> = BTreeMap::new();
    for change in changes {
        let summary = all.entry(change.kind).or_default();
        match &change.what {
            What::Added => summary.added += 1,
            What::Removed => summary.removed += 1,
            What::Changed { moved, fields } => {
                summary.moved += usize::from(moved.is_some());
                summary.changed += usize::from(!fields.is_empty());
            }
        }
    }
    all
}

fn change(item: &Item, what: What) -> Change {
    Change {
        kind: item.kind,
        key: item.key.clone(),
        name: item.name.clone(),
        package: item.package.map(str::to_owned),
        what,
    }
}

fn differing(before: &Item, after: &Item) -> Vec<FieldChange> {
    let both = before.fields.iter().zip(&after.fields);
    both.filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange {
            field: *field,
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}

/// For every later thing the place of the earlier one that it was: the same key in the same place, else the same key
/// elsewhere. A draft may hold a key twice; then the first is the first and the second the second.
fn pair(earlier: &[Item], later: &[Item]) -> Vec<Option<usize>> {
    let mut partners: Vec<Option<usize>> = vec![None; later.len()];
    let mut taken = vec![false; earlier.len()];
    let here: fn(&Item) -> String = |item| format!("{}\n{}", item.parent, item.key);
    let anywhere: fn(&Item) -> String = |item| item.key.clone();
    for (is_anywhere, identity) in [(false, here), (true, anywhere)] {
        let mut waiting: HashMap<(Kind, String), Vec<usize>> = HashMap::new();
        for place in (0..earlier.len()).rev().filter(|place| !taken[*place]) {
            let item = &earlier[place];
            waiting.entry((item.kind, identity(item))).or_default().push(place);
        }
        for (place, item) in later.iter().enumerate() {
            // An option is its scale's own; the same key in another scale is another option.
            if partners[place].is_some() || (is_anywhere && item.kind == Kind::Option) {
                continue;
            }
            if let Some(found) = waiting.get_mut(&(item.kind, identity(item))).and_then(Vec::pop) {
                partners[place] = Some(found);
                taken[found] = true;
            }
        }
    }
    partners
}
