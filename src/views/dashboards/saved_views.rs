//! Pages of figures under names: the list, and the form of one.

use maud::{Markup, html};
use url::form_urlencoded;

use crate::domain::Language;
use crate::domain::access::staff::StaffId;
use crate::domain::dashboards::saved_view::{MOST_CHARACTERS, NameFault, SavedView, SavedViewId, is_view};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Choice, Field, FieldError, Input, Level, NavItem};

/// A view as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    /// The name.
    pub name: &'a str,
    /// The page.
    pub address: &'a str,
    /// Whether colleagues find it.
    pub is_shared: bool,
    /// What is wrong with the name.
    pub fault: Option<NameFault>,
}

/// The way from a page of figures to its form; nothing on other pages.
pub fn offer(address: &str, language: Language) -> Markup {
    if !is_view(address) {
        return Markup::default();
    }
    let encoded: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    html! { p .d-print-none { a href={ "/saved-views/new?address=" (encoded) } { (tr!(language, "saved-views-save")) } } }
}

/// Links to views.
pub fn links(views: &[SavedView]) -> Vec<Markup> {
    views.iter().map(|view| html! { a href=(view.address) { (view.name) } }).collect()
}

/// One's own views and those that colleagues share.
pub fn list(frame: &Frame, reader: &StaffId, views: &[SavedView]) -> Markup {
    let language = frame.language;
    let title = tr!(language, "saved-views-title");
    let (own, shared): (Vec<&SavedView>, Vec<&SavedView>) = views.iter().partition(|view| view.staff_id == *reader);
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "saved-views-lead")) }))
        @if own.is_empty() { p { (tr!(language, "saved-views-none")) } } @else {
            (ui::plain_list(&own.iter().map(|view| own_line(view, language)).collect::<Vec<_>>()))
        }
        @if !shared.is_empty() {
            (ui::heading(Level::Two, "shared", &tr!(language, "saved-views-shared")))
            (ui::plain_list(&shared.iter().map(|view| html! { a href=(view.address) { (view.name) } }).collect::<Vec<_>>()))
        }
    };
    shell::page(frame, &title, main)
}

fn own_line(view: &SavedView, language: Language) -> Markup {
    html! {
        a href=(view.address) { (view.name) }
        @if view.is_shared { " " (ui::plain_badge(&tr!(language, "saved-views-is-shared"))) }
        " " a href={ "/saved-views/" (view.id) } {
            (tr!(language, "saved-views-edit")) (ui::for_screen_readers(&format!(" {}", view.name)))
        }
    }
}

/// The form of a new view, or of one that is there.
pub fn form(frame: &Frame, id: Option<&SavedViewId>, typed: &Typed) -> Markup {
    let language = frame.language;
    let heading = match id {
        None => tr!(language, "saved-views-save"),
        Some(_) => tr!(language, "saved-views-edit-title"),
    };
    let (word, label) = (tr!(language, "word-error"), tr!(language, "saved-views-name"));
    let text = typed.fault.map(|fault| match fault {
        NameFault::Missing => tr!(language, "saved-views-name-missing"),
        NameFault::TooLong => tr!(language, "saved-views-name-too-long", most = MOST_CHARACTERS),
    });
    let error = text.as_deref().map(|text| FieldError { word: &word, text });
    let action = id.map_or_else(|| "/saved-views".to_owned(), |id| format!("/saved-views/{id}"));
    let back = tr!(language, "saved-views-title");
    let main = html! {
        (ui::back_link(NavItem { href: "/saved-views", text: &back }))
        @if let Some(text) = &text {
            (ui::error_summary(&word, &tr!(language, "saved-views-mistake"), &[NavItem { href: "#name", text }]))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "saved-views-form-lead")) }))
        (ui::form(&action, html! {
            (ui::text_input(&Field { name: "name", label: &label, error, ..Field::default() }, &Input { value: typed.name, ..Input::default() }))
            (ui::hidden("address", typed.address))
            (ui::checkbox("shared", &Choice {
                value: "ja",
                label: &tr!(language, "saved-views-share"),
                hint: Some(&tr!(language, "saved-views-share-hint")),
                chosen: typed.is_shared,
            }))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "saved-views-submit"))))
        }))
        @if let Some(id) = id {
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem { href: &format!("/saved-views/{id}/deletion"), text: &tr!(language, "saved-views-delete") },
                &[],
            )))
        }
    };
    let title = if text.is_some() { format!("{word}: {heading}") } else { heading };
    shell::page(frame, &title, main)
}
