//! What an administrator looks after, each with the page where it is done.

use maud::{Markup, html};

use super::shell::{self, Frame};
use super::ui::{self, NavItem};
use crate::domain::Language;

/// The way from the list to one of its pages.
pub fn way(title: &str, language: Language) -> Markup {
    let list = NavItem { href: "/administration", text: &tr!(language, "administration-title") };
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &[list], title)
}

/// The list.
pub fn administration(frame: &Frame) -> Markup {
    let language = frame.language;
    let title = tr!(language, "administration-title");
    // An entry each: where it leads, what it is called, what is done there.
    let entries = [
        ("/rounds", tr!(language, "menu-rounds"), tr!(language, "administration-rounds")),
        ("/programmes", tr!(language, "programmes-title"), tr!(language, "administration-programmes")),
        ("/directory", tr!(language, "search-title"), tr!(language, "administration-directory")),
        ("/catalogue", tr!(language, "menu-catalogue"), tr!(language, "administration-catalogue")),
        ("/practice", tr!(language, "practice-title"), tr!(language, "administration-practice")),
        ("/staff", tr!(language, "accounts-title"), tr!(language, "administration-accounts")),
        ("/api", tr!(language, "api-title"), tr!(language, "administration-api")),
        ("/letters", tr!(language, "menu-letters"), tr!(language, "administration-letters")),
        ("/administration/site", tr!(language, "site-title"), tr!(language, "administration-site")),
        ("/administration/operation", tr!(language, "operation-title"), tr!(language, "administration-operation")),
        ("/audit", tr!(language, "audit-title"), tr!(language, "administration-audit")),
    ];
    let cards: Vec<Markup> = entries
        .iter()
        .map(|(href, text, what)| ui::link_card(NavItem { href, text }, html! { p { (what) } }))
        .collect();
    shell::page(frame, &title, html! { (ui::page_heading(&title)) (ui::cards(&cards)) })
}
