//! What differs between two revisions of a draft, field by field and link by link, and the form that chooses them.

use maud::{Markup, html};

use super::deeds::{deed, moment};
use super::{Desk, way};
use crate::domain::Language;
use crate::domain::catalogue::changes::{Change, LinkDifference};
use crate::domain::catalogue::crosswalk::Relation;
use crate::domain::catalogue::drafts::Item;
use crate::domain::catalogue::drafts::revisions::RevisionNote;
use crate::views::catalogue::{changes, relation};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Choice, Column, Field, Level, NavItem, Table};

/// Two revisions of a draft held against each other.
#[derive(Debug)]
pub struct Differences<'a> {
    /// The history, the newest revision first.
    pub notes: &'a [RevisionNote],
    /// Numbers of the revisions.
    pub between: (i32, i32),
    /// What differs in the edition.
    pub changes: &'a [Change],
    /// What differs in its links.
    pub links: &'a [LinkDifference],
}

/// Where two revisions are held against each other.
pub(super) fn address(edition: &str, (from, to): (i32, i32)) -> String {
    format!("/drafts/{edition}/differences?from={from}&to={to}")
}

/// The page.
pub fn differences(frame: &Frame, desk: &Desk, found: &Differences) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let (from, to) = (found.between.0.to_string(), found.between.1.to_string());
    let count = found.changes.len() + found.links.len();
    let title = tr!(language, "draft-differences-found", from = from.as_str(), to = to.as_str(), count = count);
    let history = format!("/drafts/{}/history", edition.key);
    let main = html! {
        (way(desk, Some(&Item::Facts), &title, language))
        (ui::page_heading_with_lead(&title, html! { (made(desk, found, language)) }))
        (choosing(desk, found.notes, found.between, language))
        (changes::all(found.changes, edition, language))
        (links(found.links, language))
        p { (ui::back_link(NavItem { href: &history, text: &tr!(language, "draft-history") })) }
    };
    shell::page(frame, &title, main)
}

/// Who made the later revision, when, and by what.
fn made(desk: &Desk, found: &Differences, language: Language) -> Markup {
    let Some(note) = found.notes.iter().find(|note| note.number == found.between.1) else { return Markup::default() };
    let number = note.number.to_string();
    let author = note.author.as_deref().map_or_else(|| tr!(language, "draft-author-none"), str::to_owned);
    html! {
        (tr!(language, "draft-differences-made", number = number, when = moment(note.made_at, language), author = author))
        " " (deed(desk, note, language))
    }
}

/// The form that chooses two revisions.
pub(super) fn choosing(desk: &Desk, notes: &[RevisionNote], between: (i32, i32), language: Language) -> Markup {
    let words: Vec<(String, String)> = notes
        .iter()
        .map(|note| {
            let number = note.number.to_string();
            let what = deed(desk, note, language);
            let label = tr!(
                language,
                "draft-differences-choice",
                number = number.as_str(),
                when = moment(note.made_at, language),
                what = what
            );
            (number, label)
        })
        .collect();
    let choices = |chosen: i32| -> Vec<Choice> {
        let chosen = chosen.to_string();
        words.iter().map(|(value, label)| Choice { value, label, hint: None, chosen: *value == chosen }).collect()
    };
    let labels = [tr!(language, "draft-differences-from"), tr!(language, "draft-differences-to")];
    ui::get_form(
        &format!("/drafts/{}/differences", desk.draft.edition.key),
        html! {
            (ui::select(&Field { name: "from", label: &labels[0], ..Field::default() }, &choices(between.0)))
            (ui::select(&Field { name: "to", label: &labels[1], ..Field::default() }, &choices(between.1)))
            (ui::submit(Button::Secondary, &tr!(language, "draft-differences-show")))
        },
    )
}

fn links(found: &[LinkDifference], language: Language) -> Markup {
    let heading = tr!(language, "draft-differences-links");
    let labels = [
        tr!(language, "draft-differences-link-from"),
        tr!(language, "draft-differences-link-to"),
        tr!(language, "changes-before"),
        tr!(language, "changes-after"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: &heading,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let word =
        |one: Option<Relation>| one.map_or_else(|| tr!(language, "changes-empty"), |one| relation(one, language));
    let question = |(edition, key): &(String, String)| html! { (edition) ": " code { (key) } };
    let row = |one: &LinkDifference| {
        vec![
            question(&one.from),
            question(&one.to),
            html! { del { (word(one.before)) } },
            html! { ins { (word(one.after)) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = found.iter().map(row).collect();
    html! {
        @if !rows.is_empty() {
            (ui::heading(Level::Two, "links", &heading))
            (ui::table(&table, &rows))
        }
    }
}
