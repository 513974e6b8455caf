//! The form of one thing of a draft, with what is wrong with it, and what somebody else has saved meanwhile.

use maud::{Markup, html};

use super::fields;
use super::names::{kind, name};
use super::sheet::label;
use super::{Desk, Mistake, Page, Typed, address, faults, listed_at, parts, saved, way};
use crate::domain::Language;
use crate::domain::catalogue::drafts::Item;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, CaptionPlace, Column, Kind, NavItem, Table};

/// The form of one thing, filled with what is typed.
pub fn form(frame: &Frame, desk: &Desk, page: &Page, typed: &Typed) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let heading = match page.item {
        Some(item) => name(edition, item, language),
        None => tr!(language, "draft-new", kind = kind(page.kind, language)),
    };
    let action = match page.item {
        Some(item) => address(&edition.key, item),
        None => format!("/drafts/{}/new/{}", edition.key, page.kind),
    };
    let word = tr!(language, "word-error");
    let hrefs: Vec<String> = page.mistakes.iter().map(|one| format!("#{}", anchor(one))).collect();
    let errors: Vec<NavItem> =
        hrefs.iter().zip(page.mistakes).map(|(href, one)| NavItem { href, text: &one.text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "draft-mistakes"), &errors)) }
        (way(desk, Some(page.item.unwrap_or(&Item::Facts)), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (kind(page.kind, language)) }))
        (saved(desk, language))
        @if let Some(theirs) = page.theirs { (conflict(desk, theirs, typed, language)) }
        @if let Some(item) = page.item { (faults::of_item(desk, item, language)) }
        (ui::form(&action, html! {
            (ui::hidden("revision", &desk.revision.to_string()))
            div id="form" { (fields::of(desk, page, typed, language)) }
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "draft-save")))
                @if let Some(item) = page.item.filter(|item| can_go(item)) {
                    (ui::link_button(Button::Secondary, NavItem {
                        href: &format!("{}/removal", address(&edition.key, item)),
                        text: &tr!(language, "draft-remove"),
                    }))
                }
                @let back = page.item.map_or_else(|| format!("/drafts/{}", edition.key), |item| listed_at(&desk.draft, item));
                (ui::link_button(Button::Tertiary, NavItem { href: &back, text: &tr!(language, "draft-back") }))
            }))
        }))
        @if let Some(item) = page.item { (parts::under(desk, item, language)) }
    };
    let title = if page.mistakes.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

fn anchor(mistake: &Mistake) -> &str {
    if mistake.field.is_empty() { "form" } else { &mistake.field }
}

/// Whether a thing can be taken away by itself.
fn can_go(item: &Item) -> bool {
    !matches!(item, Item::Facts | Item::Areas)
}

/// Both values of every field that differs; the form below holds the visitor's own.
fn conflict(desk: &Desk, theirs: &Typed, yours: &Typed, language: Language) -> Markup {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in theirs.0.iter().chain(&yours.0) {
        if !names.contains(&name.as_str()) && !["revision", "meaning"].contains(&name.as_str()) {
            names.push(name);
        }
    }
    let said = |typed: &Typed, name: &str| typed.all(name).filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ");
    let differing = names.into_iter().filter(|name| said(theirs, name) != said(yours, name));
    let labels = [tr!(language, "draft-field"), tr!(language, "draft-theirs"), tr!(language, "draft-yours")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let caption = tr!(language, "draft-conflict-table");
    let table = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let rows: Vec<Vec<Markup>> = differing
        .map(|name| {
            let cell = |typed| html! { (said(typed, name)) };
            vec![html! { (label(desk, name, language)) }, cell(theirs), cell(yours)]
        })
        .collect();
    html! {
        (ui::alert(Kind::Warning, &tr!(language, "word-warning"), &tr!(language, "draft-conflict"), html! {
            p { (tr!(language, "draft-conflict-lead")) }
        }))
        (ui::table(&table, &rows))
    }
}
