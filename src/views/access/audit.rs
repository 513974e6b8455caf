//! Who did what: the log in pages, one entry, and what was done with one object.

pub mod deeds;
mod form;
mod objects;
mod values;

use maud::{Markup, html};

pub use form::{Mistake, Typed};

use crate::domain::Language;
use crate::domain::access::audit::{AuditEntry, Named};
use crate::texts::{self, instant};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Level, NavItem, Spacing, Table};

/// Entries on one page.
pub const PER_PAGE: usize = 50;

/// The most entries in a file.
pub const MOST_IN_FILE: usize = 100_000;

/// What the page of the log shows.
#[derive(Debug)]
pub struct Log {
    /// What is looked for, as it was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// The entries of this page, newest first.
    pub entries: Vec<AuditEntry>,
    /// What their ids name.
    pub named: Named,
    /// Whether there are older ones.
    pub has_older: bool,
}

/// The page of the log.
pub fn log(frame: &Frame, shown: &Log) -> Markup {
    let language = frame.language;
    let title = tr!(language, "audit-title");
    let query = shown.typed.query();
    let file = format!("/audit/entries.csv{}", if query.is_empty() { String::new() } else { format!("?{query}") });
    let most = texts::number(MOST_IN_FILE, language);
    let main = html! {
        (form::summary(&shown.mistakes, language))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "audit-lead")) }))
        (form::form(&shown.typed, &shown.mistakes, language))
        @if shown.entries.is_empty() {
            p { (tr!(language, "audit-none")) }
        } @else {
            (rows(shown, language))
            (pages(shown, language))
            p {
                a href=(file) { (tr!(language, "audit-file")) }
                " " (tr!(language, "audit-file-most", most = most))
            }
        }
    };
    let title = if shown.mistakes.is_empty() { title } else { tr!(language, "sign-in-error-title", title = title) };
    shell::page(frame, &title, main)
}

fn rows(shown: &Log, language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "audit-when"), ..Column::default() },
        Column { label: &tr!(language, "audit-what"), ..Column::default() },
        Column { label: &tr!(language, "audit-who"), ..Column::default() },
    ];
    let caption = tr!(language, "audit-entries");
    let table = Table { caption: &caption, columns: &columns, spacing: Spacing::Compact, ..Table::default() };
    let row = |entry: &AuditEntry| {
        let object = objects::object(entry, &shown.named, language);
        let sentence = objects::sentence(entry, &object, language);
        vec![
            html! { (instant(entry.at, language)) },
            html! { a href={ "/audit/" (entry.id) } { (sentence) } },
            html! { (objects::actor(entry, &shown.named, language)) },
        ]
    };
    ui::table(&table, &shown.entries.iter().map(row).collect::<Vec<_>>())
}

/// Links to older entries and back to the newest. Entries come while one reads, so pages have no numbers.
fn pages(shown: &Log, language: Language) -> Markup {
    let address =
        |before: &str| format!("/audit?{}", Typed { before: before.to_owned(), ..shown.typed.clone() }.query());
    let oldest = shown.entries.last().map_or("", |entry| entry.id.as_str());
    html! {
        @if shown.has_older || !shown.typed.before.is_empty() {
            (ui::button_group(html! {
                @if !shown.typed.before.is_empty() {
                    (ui::link_button(
                        Button::Secondary,
                        NavItem { href: &address(""), text: &tr!(language, "audit-newest") },
                    ))
                }
                @if shown.has_older {
                    (ui::link_button(
                        Button::Secondary,
                        NavItem { href: &address(oldest), text: &tr!(language, "audit-older") },
                    ))
                }
            }))
        }
    }
}

/// The page of one entry.
pub fn one(frame: &Frame, entry: &AuditEntry, named: &Named) -> Markup {
    let language = frame.language;
    let object = objects::object(entry, named, language);
    let title = objects::sentence(entry, &object, language);
    let name = html! {
        @match &object.href {
            Some(href) => a href=(href) { (object.name) },
            None => (object.name),
        }
    };
    let kind = deeds::kind_name(&entry.object, language).unwrap_or_else(|| entry.object.clone());
    let mut facts = vec![
        (tr!(language, "audit-when"), html! { (instant(entry.at, language)) }),
        (tr!(language, "audit-who"), html! { (objects::actor(entry, named, language)) }),
        (kind, name),
    ];
    if let Some(id) = &entry.object_id {
        let href = format!("/audit?{}", Typed { id: id.clone(), ..Typed::default() }.query());
        let all = html! { a href=(href) { (tr!(language, "audit-all-of-object")) } };
        facts.push((tr!(language, "audit-id"), html! { (id) br; (all) }));
    }
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(term, fact)| (term.as_str(), fact.clone())).collect();
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/audit", text: &tr!(language, "audit-title") }],
            &title,
        ))
        (ui::page_heading(&title))
        (ui::definition_list(&facts))
        (values::table(entry, language))
    };
    shell::page(frame, &title, main)
}

/// What was done with one object, newest first, for the object's own page.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    /// The object's id.
    pub id: String,
    /// Its newest entries.
    pub entries: Vec<AuditEntry>,
    /// What their ids name.
    pub named: Named,
}

/// What was done with one object, to be opened; nothing where nothing is known.
pub fn trail(trail: &Trail, language: Language) -> Markup {
    if trail.entries.is_empty() {
        return html! {};
    }
    let columns = [
        Column { label: &tr!(language, "audit-when"), ..Column::default() },
        Column { label: &tr!(language, "audit-what"), ..Column::default() },
        Column { label: &tr!(language, "audit-who"), ..Column::default() },
    ];
    let caption = tr!(language, "audit-trail");
    let table = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: Spacing::Compact,
    };
    let row = |entry: &AuditEntry| {
        let object = objects::object(entry, &trail.named, language);
        vec![
            html! { (instant(entry.at, language)) },
            html! { a href={ "/audit/" (entry.id) } { (objects::sentence(entry, &object, language)) } },
            html! { (objects::actor(entry, &trail.named, language)) },
        ]
    };
    let href = format!("/audit?{}", Typed { id: trail.id.clone(), ..Typed::default() }.query());
    html! {
        (ui::heading(Level::Two, "trail", &caption))
        (ui::details(&tr!(language, "audit-trail-open"), html! {
            (ui::table(&table, &trail.entries.iter().map(row).collect::<Vec<_>>()))
            p { a href=(href) { (tr!(language, "audit-all-of-object")) } }
        }))
    }
}
