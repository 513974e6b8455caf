//! What was done to a draft, by whom and when, and the way to each of its revisions.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::names::{kind, name};
use super::{Desk, saved, way};
use crate::domain::Language;
use crate::domain::base::days::{day_in_denmark, in_denmark};
use crate::domain::catalogue::drafts::Item;
use crate::domain::catalogue::drafts::revisions::{Change, Deed, RevisionNote, redone, undone};
use crate::texts;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Kind, NavItem, Table};

/// How many revisions the page lists.
pub const MOST: usize = 200;

/// The history of a draft, the newest revision first.
pub fn history(frame: &Frame, desk: &Desk, notes: &[RevisionNote]) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let heading = tr!(language, "draft-history");
    let base = format!("/drafts/{}", edition.key);
    let [undo, redo] = [format!("{base}/undo"), format!("{base}/redo")];
    let labels = [
        tr!(language, "draft-revision"),
        tr!(language, "draft-change"),
        tr!(language, "draft-author"),
        tr!(language, "draft-made-at"),
        tr!(language, "draft-revert"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: &heading,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let rows: Vec<Vec<Markup>> = notes.iter().take(MOST).map(|note| row(desk, note, language)).collect();
    let main = html! {
        (way(desk, Some(&Item::Facts), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "draft-history-lead")) }))
        (saved(desk, language))
        (ui::button_group(html! {
            @if undone(notes, desk.revision).is_some() {
                (ui::post_button(Button::Secondary, NavItem { href: &undo, text: &tr!(language, "draft-undo") }, &[]))
            }
            @if redone(notes, desk.revision).is_some() {
                (ui::post_button(Button::Secondary, NavItem { href: &redo, text: &tr!(language, "draft-redo") }, &[]))
            }
        }))
        @if rows.is_empty() { p { (tr!(language, "draft-history-none")) } } @else { (ui::table(&table, &rows)) }
    };
    shell::page(frame, &heading, main)
}

fn row(desk: &Desk, note: &RevisionNote, language: Language) -> Vec<Markup> {
    let revert = format!("/drafts/{}/revert", desk.draft.edition.key);
    let number = note.number.to_string();
    let is_branch = note.parent.is_some_and(|parent| parent + 1 != note.number);
    vec![
        html! {
            (note.number)
            @if let Some(parent) = note.parent.filter(|_| is_branch) { " " (tr!(language, "draft-made-from", number = parent)) }
        },
        html! {
            @match note.change() {
                Some(change) => (describe(desk, &change, language)),
                None => (tr!(language, "draft-deed-unknown")),
            }
        },
        html! { (note.author.as_deref().map_or_else(|| tr!(language, "draft-author-none"), str::to_owned)) },
        html! { (moment(note.made_at, language)) },
        html! {
            @if note.number == desk.revision {
                (ui::badge(Kind::Success, &tr!(language, "draft-current")))
            } @else {
                (ui::post_button(
                    Button::Link,
                    NavItem { href: &revert, text: &tr!(language, "draft-revert-to", number = note.number) },
                    &[("number", &number)],
                ))
            }
        },
    ]
}

/// A moment as people read it, in Danish time.
fn moment(at: NaiveDateTime, language: Language) -> String {
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
