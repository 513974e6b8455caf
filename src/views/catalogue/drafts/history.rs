//! What was done to a draft, by whom and when, and the way to each of its revisions.

use maud::{Markup, html};

use super::deeds::{deed, moment};
use super::differences::{self, choosing};
use super::{Desk, saved, way};
use crate::domain::Language;
use crate::domain::catalogue::drafts::Item;
use crate::domain::catalogue::drafts::revisions::{RevisionNote, redone, undone};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Kind, Level, NavItem, Table};

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
        @if rows.is_empty() {
            p { (tr!(language, "draft-history-none")) }
        } @else {
            @if rows.len() > 1 {
                (ui::heading(Level::Two, "differences", &tr!(language, "draft-differences")))
                (choosing(desk, &notes[..rows.len()], (oldest_of(notes), desk.revision), language))
            }
            (ui::heading(Level::Two, "revisions", &tr!(language, "draft-revisions")))
            (ui::table(&table, &rows))
        }
    };
    shell::page(frame, &heading, main)
}

/// The revision that the draft began with, so that all that was done since is shown first.
fn oldest_of(notes: &[RevisionNote]) -> i32 {
    notes.iter().take(MOST).map(|note| note.number).min().unwrap_or_default()
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
            (deed(desk, note, language))
            @if let Some(parent) = note.parent {
                " "
                a href=(differences::address(&desk.draft.edition.key, (parent, note.number))) {
                    (tr!(language, "draft-differences-short"))
                    (ui::for_screen_readers(&format!(": {number}")))
                }
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
