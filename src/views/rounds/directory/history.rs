//! One post: what it is, the rounds it was asked in, and what was changed of it.

use maud::{Markup, html};

use super::changes::{actor, named};
use super::{areas, holder, way};
use crate::domain::rounds::directory::{DirectoryEntry, PostId};
use crate::domain::rounds::post_changes::SeenChange;
use crate::domain::rounds::post_history::AskedRound;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::domain::{Area, Language};
use crate::texts::{self, instant};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Content, Kind, Level, NavItem, Table};

/// A post with its history.
#[derive(Debug)]
pub struct PostPage<'a> {
    /// The post.
    pub entry: &'a DirectoryEntry,
    /// The rounds that asked it, newest first.
    pub rounds: &'a [AskedRound],
    /// What was changed, newest first.
    pub changes: &'a [SeenChange],
    /// The post that it went into.
    pub into: Option<&'a (PostId, String)>,
    /// The posts that went into it.
    pub absorbed: &'a [(PostId, String)],
    /// Whom the one who was asked has named as its new holder.
    pub proposed: Option<&'a ProposedHolder>,
}

/// The page.
pub fn show(frame: &Frame, page: &PostPage) -> Markup {
    let (language, entry) = (frame.language, page.entry);
    let title = entry.post.title.as_str();
    let main = html! {
        (way(Some(&entry.post.municipality_code), title, language))
        (ui::page_heading_with_lead(title, html! {
            (entry.department) ", " (entry.post.municipality_code.authority())
        }))
        (standing(page, language))
        (proposed(page, language))
        (facts(entry, language))
        (planned(entry, language))
        (ways(entry, language))
        (ui::heading(Level::Two, "rounds", &tr!(language, "history-rounds")))
        @if page.rounds.is_empty() { p { (tr!(language, "history-no-rounds")) } }
        @else { (rounds(page.rounds, language)) }
        (ui::heading(Level::Two, "changes", &tr!(language, "history-changes")))
        @if page.changes.is_empty() { p { (tr!(language, "history-no-changes")) } }
        @else { (changes(frame, page.changes)) }
    };
    shell::page(frame, title, main)
}

/// Whether it was retired or put together with others.
fn standing(page: &PostPage, language: Language) -> Markup {
    let info = tr!(language, "word-info");
    html! {
        @if let Some((id, title)) = page.into {
            (ui::notice(Kind::Info, &info, html! {
                (tr!(language, "history-merged-into")) " " a href={ "/posts/" (id) } { (title) } "."
            }))
        } @else if let Some(at) = page.entry.retired_at {
            (ui::notice(Kind::Info, &info, html! {
                (tr!(language, "history-retired", when = instant(at, language)))
            }))
        }
        @if !page.absorbed.is_empty() {
            p {
                (tr!(language, "history-absorbed")) " "
                @for (index, (id, title)) in page.absorbed.iter().enumerate() {
                    @if index > 0 { ", " }
                    a href={ "/posts/" (id) } { (title) }
                }
            }
        }
    }
}

fn facts(entry: &DirectoryEntry, language: Language) -> Markup {
    let covered: Vec<Area> = entry.post.areas.iter().collect();
    ui::definition_list(&[
        (&tr!(language, "post-areas"), html! { (areas(&covered, language)) }),
        (&tr!(language, "rounds-holder"), holder(entry.holder.as_ref(), language)),
    ])
}

/// Whom the one who was asked has named, with the buttons that decide about it.
fn proposed(page: &PostPage, language: Language) -> Markup {
    let Some(proposed) = page.proposed else { return Markup::default() };
    let post = format!("/posts/{}/holder", proposed.post_id);
    let (confirm, decline) = (format!("{post}/confirmation"), format!("{post}/decline"));
    let labels = [tr!(language, "proposal-confirm"), tr!(language, "proposal-decline")];
    html! {
        (ui::inset(&tr!(language, "proposal-title", when = instant(proposed.proposed_at, language)), html! {
            p { strong { (proposed.name) } br; (proposed.email) }
            p { (tr!(language, "proposal-lead")) }
            (ui::button_group(html! {
                (ui::post_button(
                    Button::Primary,
                    NavItem { href: &confirm, text: &labels[0] },
                    &[("email", proposed.email.as_str())],
                ))
                (ui::post_button(Button::Secondary, NavItem { href: &decline, text: &labels[1] }, &[]))
            }))
        }))
    }
}

fn planned(entry: &DirectoryEntry, language: Language) -> Markup {
    let Some(planned) = &entry.planned else { return Markup::default() };
    let (day, later) = (texts::date(planned.from_day, language), planned.clone().holder());
    html! {
        (ui::inset(&tr!(language, "holder-planned", day = day), html! {
            p { (holder(Some(&later), language)) }
            (ui::post_button(
                Button::Secondary,
                NavItem {
                    href: &format!("/posts/{}/holder/withdrawal", entry.post.id),
                    text: &tr!(language, "holder-withdraw"),
                },
                &[],
            ))
        }))
    }
}

fn ways(entry: &DirectoryEntry, language: Language) -> Markup {
    let post = format!("/posts/{}", entry.post.id);
    let restore = format!("{post}/restoration");
    if entry.retired_at.is_some() {
        let action = NavItem { href: &restore, text: &tr!(language, "directory-restore") };
        return ui::button_group(ui::post_button(Button::Secondary, action, &[]));
    }
    let links = [
        ("contact", tr!(language, "directory-correct")),
        ("holder", tr!(language, "holder-new")),
        ("settings", tr!(language, "post-edit")),
        ("merging", tr!(language, "merging-link")),
        ("retirement", tr!(language, "directory-retire")),
    ];
    html! {
        ul .pj-links.nobullet-list {
            @for (page, text) in &links { li { a href={ (post) "/" (page) } { (text) } } }
        }
    }
}

fn rounds(rounds: &[AskedRound], language: Language) -> Markup {
    let caption = tr!(language, "history-rounds");
    let labels = [
        tr!(language, "history-round"),
        tr!(language, "history-when"),
        tr!(language, "history-asked-as"),
        tr!(language, "history-areas-handed-in"),
        tr!(language, "history-answers"),
    ];
    let content = |index| if index > 2 { Content::Number } else { Content::Text };
    let columns: Vec<Column> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| Column { label, content: content(index), ..Column::default() })
        .collect();
    let row = |asked: &AskedRound| {
        let (from, to) = (texts::date(asked.round.opens_on, language), texts::date(asked.round.closes_on, language));
        let address = format!("/rounds/{}/posts/{}", asked.round.key, asked.invitation.id);
        vec![
            html! {
                @if asked.handed_in > 0 { a href=(address) { (asked.round.key) } } @else { (asked.round.key) }
            },
            html! { (tr!(language, "history-period", from = from, to = to)) },
            html! { (asked.invitation.post) },
            html! { (tr!(language, "history-of", some = asked.handed_in, all = asked.sections)) },
            html! { (asked.answered) },
        ]
    };
    let rows: Vec<Vec<Markup>> = rounds.iter().map(row).collect();
    let frame = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    ui::table(&frame, &rows)
}

fn changes(frame: &Frame, changes: &[SeenChange]) -> Markup {
    let language = frame.language;
    html! {
        ul {
            @for change in changes {
                li {
                    (instant(change.at, language)) ": "
                    (named(&change.row.changes(), language))
                    @if let Some(title) = &change.row.old_title { " (" (tr!(language, "history-was-called", title = title.as_str())) ")" }
                    ". " (actor(frame, change))
                }
            }
        }
    }
}
