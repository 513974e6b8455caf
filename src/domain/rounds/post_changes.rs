//! What was changed of which posts, entry by entry of the audit log. Who held a post is not among it.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::directory::{Difference, DirectoryField, Post, PostId};
use crate::domain::MunicipalityCode;
use crate::domain::access::audit::AuditId;
use crate::domain::access::staff::Role;
use crate::schema::post_changes;

words! {
    /// One thing that was changed of a post.
    pub enum PostChange {
        /// It was added.
        Added = "added",
        /// It got another title.
        Title = "title",
        /// It went to another department.
        Department = "department",
        /// It covers other areas.
        Areas = "areas",
        /// Another person, or other contacts.
        Person = "person",
        /// Another person from a later day on.
        PlannedPerson = "planned_person",
        /// That was taken back.
        PlanWithdrawn = "plan_withdrawn",
        /// A person who was named by the one who was asked did not become its holder.
        ProposalDeclined = "proposal_declined",
        /// It was retired.
        Retired = "retired",
        /// It is asked again.
        Restored = "restored",
        /// It was put together with another post, which stays.
        Merged = "merged",
        /// Another post was put together with it.
        Absorbed = "absorbed",
    }
}

/// What an entry of the audit log changed of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPostEntry {
    /// The post.
    pub post_id: PostId,
    /// Its municipality.
    pub municipality: MunicipalityCode,
    /// What was changed.
    pub changes: Vec<PostChange>,
    /// Its title before, where it got another one.
    pub old_title: Option<String>,
}

impl ChangedPostEntry {
    /// The same as a row beside its entry.
    pub fn row(&self, audit_id: &AuditId) -> ChangeRow {
        let words: Vec<&str> = self.changes.iter().map(PostChange::as_str).collect();
        ChangeRow {
            audit_id: audit_id.clone(),
            post_id: self.post_id.clone(),
            municipality_code: self.municipality.clone(),
            changes: words.join("|"),
            old_title: self.old_title.clone(),
        }
    }
}

/// What one command changes of posts.
#[derive(Debug, Clone, Default)]
pub struct PostChanges(BTreeMap<PostId, ChangedPostEntry>);

impl PostChanges {
    /// One change of one post.
    pub fn one(post: &Post, change: PostChange) -> PostChanges {
        let mut changes = PostChanges::default();
        changes.add(post, &[change]);
        changes
    }

    /// Adds changes of a post.
    pub fn add(&mut self, post: &Post, changes: &[PostChange]) {
        self.of(post).changes.extend(changes);
    }

    /// Adds that a post got another title.
    pub fn rename(&mut self, post: &Post, old_title: &str) {
        let of = self.of(post);
        of.changes.push(PostChange::Title);
        of.old_title = Some(old_title.to_owned());
    }

    /// Post by post.
    pub fn iter(&self) -> impl Iterator<Item = &ChangedPostEntry> {
        self.0.values()
    }

    fn of(&mut self, post: &Post) -> &mut ChangedPostEntry {
        self.0.entry(post.id.clone()).or_insert_with(|| ChangedPostEntry {
            post_id: post.id.clone(),
            municipality: post.municipality_code.clone(),
            changes: Vec::new(),
            old_title: None,
        })
    }
}

/// A stored change.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = post_changes, treat_none_as_default_value = false)]
pub struct ChangeRow {
    /// The entry of the audit log.
    pub audit_id: AuditId,
    /// The post.
    pub post_id: PostId,
    /// Its municipality.
    pub municipality_code: MunicipalityCode,
    /// Words separated by `|`.
    pub changes: String,
    /// Its title before, where it got another one.
    pub old_title: Option<String>,
}

impl ChangeRow {
    /// What was changed; a word of a newer program is left out.
    pub fn changes(&self) -> Vec<PostChange> {
        self.changes.split('|').filter_map(|word| word.parse().ok()).collect()
    }
}

/// A change with when it was made and who made it.
#[derive(Debug, Clone, Queryable)]
pub struct SeenChange {
    /// The change.
    pub row: ChangeRow,
    /// When, UTC.
    pub at: NaiveDateTime,
    /// `staff`, `link`, `clock` or `command_line`.
    pub actor: String,
    /// What was done, as in `import`.
    pub verb: String,
    /// The account with its role, where one did it.
    pub account: Option<(String, Role)>,
}

/// What an import changes of a post, from what differs.
pub fn changes_of(differences: &[Difference], is_planned: bool) -> Vec<PostChange> {
    let mut changes: Vec<PostChange> = differences
        .iter()
        .map(|difference| match difference.field {
            DirectoryField::Department => PostChange::Department,
            DirectoryField::Areas => PostChange::Areas,
            _ if is_planned => PostChange::PlannedPerson,
            _ => PostChange::Person,
        })
        .collect();
    changes.dedup();
    changes
}

/// Changes that were made at once, in the order given: those of one entry of the audit log.
pub fn by_entry(changes: &[SeenChange]) -> Vec<&[SeenChange]> {
    changes.chunk_by(|one, other| one.row.audit_id == other.row.audit_id).collect()
}
