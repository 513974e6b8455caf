//! What was changed of posts, in words.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::access::staff::Role;
use crate::domain::rounds::directory::{DirectoryEntry, PostId};
use crate::domain::rounds::post_changes::{PostChange, SeenChange, by_entry};
use crate::texts::instant;
use crate::views::shell::Frame;
use crate::views::ui::{self, Level};

/// Titles listed of one entry.
const MOST_TITLES: usize = 5;

/// The newest changes of a municipality's posts, those that were made at once in one line.
pub fn newest(frame: &Frame, changes: &[SeenChange], entries: &[DirectoryEntry]) -> Markup {
    if changes.is_empty() {
        return Markup::default();
    }
    let language = frame.language;
    html! {
        (ui::heading(Level::Two, "changes", &tr!(language, "changes-newest")))
        ul {
            @for entry in by_entry(changes) { li { (line(frame, entry, entries)) } }
        }
    }
}

fn line(frame: &Frame, changes: &[SeenChange], entries: &[DirectoryEntry]) -> Markup {
    let language = frame.language;
    let Some(first) = changes.first() else { return Markup::default() };
    let mut counts: BTreeMap<PostChange, usize> = BTreeMap::new();
    for change in changes.iter().flat_map(|change| change.row.changes()) {
        *counts.entry(change).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(change, count)| match changes.len() {
            1 => name(change, language),
            _ => tr!(language, "changes-count", what = name(change, language), count = count),
        })
        .collect();
    let title = |post: &PostId| entries.iter().find(|entry| entry.post.id == *post).map(|entry| &entry.post.title);
    html! {
        (instant(first.at, language)) ": "
        @if first.verb == "import" { (tr!(language, "changes-file")) " " }
        (counts.join(", ")) ". " (actor(frame, first)) br;
        @for (index, change) in changes.iter().take(MOST_TITLES).enumerate() {
            @if index > 0 { ", " }
            @if let Some(title) = title(&change.row.post_id) {
                a href={ "/posts/" (change.row.post_id) } { (title) }
            }
        }
        @if changes.len() > MOST_TITLES { " " (tr!(language, "changes-more", count = (changes.len() - MOST_TITLES))) }
    }
}

/// Changes as one text.
pub fn named(changes: &[PostChange], language: Language) -> String {
    changes.iter().map(|change| name(*change, language)).collect::<Vec<_>>().join(", ")
}

fn name(change: PostChange, language: Language) -> String {
    match change {
        PostChange::Added => tr!(language, "change-added"),
        PostChange::Title => tr!(language, "change-title"),
        PostChange::Department => tr!(language, "change-department"),
        PostChange::Areas => tr!(language, "change-areas"),
        PostChange::Person => tr!(language, "change-person"),
        PostChange::PlannedPerson => tr!(language, "change-planned-person"),
        PostChange::PlanWithdrawn => tr!(language, "change-plan-withdrawn"),
        PostChange::ProposalDeclined => tr!(language, "change-proposal-declined"),
        PostChange::Retired => tr!(language, "change-retired"),
        PostChange::Restored => tr!(language, "change-restored"),
        PostChange::Merged => tr!(language, "change-merged"),
        PostChange::Absorbed => tr!(language, "change-absorbed"),
    }
}

/// Who made a change: by account for administrators, by role for others.
pub fn actor(frame: &Frame, change: &SeenChange) -> String {
    let language = frame.language;
    let is_admin = frame.staff.as_ref().is_some_and(|staff| staff.role == Role::Admin);
    match (&change.account, change.actor.as_str()) {
        (Some((email, _)), _) if is_admin => tr!(language, "changes-by", who = email.as_str()),
        (Some((_, Role::Coordinator)), _) => tr!(language, "changes-by", who = tr!(language, "role-coordinator")),
        (Some(_), _) => tr!(language, "changes-by", who = tr!(language, "role-admin")),
        (None, "clock") => tr!(language, "changes-by-clock"),
        (None, _) => tr!(language, "changes-by-operator"),
    }
}
