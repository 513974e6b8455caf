//! The history of a draft: numbered revisions, each made from an earlier one.
//!
//! Undoing makes the revision current that the current one was made from, and redoing the newest that was made from
//! it. A new edit after undoing branches off: its number is the next one, and what was undone stays in the history,
//! so that nothing anybody wrote is ever lost.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::items::{Item, ItemKind};
use crate::domain::access::staff::StaffId;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::schema::edition_revisions;

words! {
    /// What was done to a draft.
    pub enum Deed {
        /// Begun without packages.
        Begun = "begun",
        /// Copied from another edition.
        Copied = "copied",
        /// Read from a file.
        Imported = "imported",
        /// Something was added.
        Added = "added",
        /// Something was written anew.
        Changed = "changed",
        /// Something was taken away.
        Removed = "removed",
        /// Something was moved.
        Moved = "moved",
        /// Links to or from another edition were set.
        Linked = "linked",
    }
}

/// What was done, and to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was done.
    pub deed: Deed,
    /// The kind of what it was done to; none where it was the whole draft.
    pub kind: Option<ItemKind>,
    /// Its key; of a copied draft, the edition that it was copied from.
    pub key: String,
}

impl Change {
    /// Something done to one thing.
    pub fn of(deed: Deed, item: &Item) -> Change {
        Change { deed, kind: Some(item.kind()), key: item.key() }
    }

    /// Something done to the whole draft.
    pub fn whole(deed: Deed, key: &str) -> Change {
        Change { deed, kind: None, key: key.to_owned() }
    }
}

/// A revision whole.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = edition_revisions, treat_none_as_default_value = false)]
pub struct Revision {
    /// Key of the edition.
    pub edition: String,
    /// Its number, counted from 0.
    pub number: i32,
    /// The number of the revision that it was made from; none of the first.
    pub parent: Option<i32>,
    /// The YAML.
    pub document: String,
    /// SHA-256 of the document, hex.
    pub content_hash: String,
    /// The crosswalks to and from the edition, as JSON.
    pub crosswalks: String,
    /// Who made it, where an account did.
    pub author: Option<StaffId>,
    /// When, UTC.
    pub made_at: NaiveDateTime,
    /// What was done, as JSON.
    pub change: String,
}

/// A revision as the history lists it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct RevisionNote {
    /// Its number.
    pub number: i32,
    /// The number of the revision that it was made from.
    pub parent: Option<i32>,
    /// The address of the account that made it, where one did and still is there.
    pub author: Option<String>,
    /// When, UTC.
    pub made_at: NaiveDateTime,
    /// What was done, as JSON.
    pub change: String,
}

impl Revision {
    /// The crosswalks as they were; none where this program can't read them.
    pub fn crosswalks(&self) -> Vec<Crosswalk> {
        serde_json::from_str(&self.crosswalks).unwrap_or_default()
    }
}

impl RevisionNote {
    /// What was done; none where this program does not know the word.
    pub fn change(&self) -> Option<Change> {
        serde_json::from_str(&self.change).ok()
    }
}

/// The revision that redoing makes current: the newest that was made from `current`.
pub fn redone(history: &[RevisionNote], current: i32) -> Option<i32> {
    history.iter().filter(|one| one.parent == Some(current)).map(|one| one.number).max()
}

/// The revision that undoing makes current: the one that `current` was made from.
pub fn undone(history: &[RevisionNote], current: i32) -> Option<i32> {
    history.iter().find(|one| one.number == current)?.parent
}
