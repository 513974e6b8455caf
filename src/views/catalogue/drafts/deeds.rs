//! What was done to a draft and when, in words.

use chrono::NaiveDateTime;

use super::Desk;
use super::names::{kind, name};
use crate::domain::Language;
use crate::domain::base::days::{day_in_denmark, in_denmark};
use crate::domain::catalogue::drafts::Item;
use crate::domain::catalogue::drafts::revisions::{Change, Deed, RevisionNote};
use crate::texts;

/// What made a revision, in words.
pub(super) fn deed(desk: &Desk, note: &RevisionNote, language: Language) -> String {
    match note.change() {
        Some(change) => describe(desk, &change, language),
        None => tr!(language, "draft-deed-unknown"),
    }
}

/// A moment as people read it, in Danish time.
pub(super) fn moment(at: NaiveDateTime, language: Language) -> String {
    let time = match language {
        Language::Danish => in_denmark(at).format("%H.%M").to_string(),
        Language::English => in_denmark(at).format("%H:%M").to_string(),
    };
    tr!(language, "rounds-moment", day = texts::date(day_in_denmark(at), language), time = time)
}

/// What was done, in words.
fn describe(desk: &Desk, change: &Change, language: Language) -> String {
    let item = change.kind.and_then(|kind| Item::parse(kind, &change.key));
    let what = item.map_or_else(String::new, |item| {
        format!("{}: {}", kind(item.kind(), language), name(&desk.draft.edition, &item, language))
    });
    match change.deed {
        Deed::Begun => tr!(language, "draft-deed-begun"),
        Deed::Copied => tr!(language, "draft-deed-copied", edition = change.key.as_str()),
        Deed::Imported => tr!(language, "draft-deed-imported"),
        Deed::Added => tr!(language, "draft-deed-added", what = what),
        Deed::Changed => tr!(language, "draft-deed-changed", what = what),
        Deed::Removed => tr!(language, "draft-deed-removed", what = what),
        Deed::Moved => tr!(language, "draft-deed-moved", what = what),
        Deed::Linked => tr!(language, "draft-deed-linked", edition = change.key.as_str()),
    }
}
