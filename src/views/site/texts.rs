//! The accessibility statement and the text about personal data as they are written, with their versions.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::site::texts::{LONGEST_TEXT, SiteText, SiteTextKind};
use crate::texts::{self, instant};
use crate::views::markdown::{holds_html, markdown};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Column, Kind, Level, NavItem, Table};

/// What the page of a text shows.
#[derive(Debug)]
pub struct TextPage {
    /// Which text.
    pub kind: SiteTextKind,
    /// Its language.
    pub written_in: Language,
    /// What stands in the field.
    pub body: String,
    /// Its versions with who wrote them, newest first.
    pub versions: Vec<(SiteText, Option<String>)>,
    /// When what stands in the field was kept, where it is an earlier version that was asked for, UTC.
    pub earlier: Option<NaiveDateTime>,
    /// Whether what stands in the field is not kept yet.
    pub is_preview: bool,
    /// What is wrong with what was typed.
    pub fault: Option<TextFault>,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFault {
    /// It is longer than `LONGEST_TEXT`.
    TooLong,
    /// Links that lead neither to the web nor to an address.
    Links(Vec<String>),
}

/// Where a text is written.
pub fn address(kind: SiteTextKind, written_in: Language) -> String {
    format!("/administration/site/texts/{kind}/{written_in}")
}

/// What a text in a language is called.
pub fn name(kind: SiteTextKind, written_in: Language, language: Language) -> String {
    match (kind, written_in) {
        (SiteTextKind::Accessibility, Language::Danish) => tr!(language, "site-text-accessibility-da"),
        (SiteTextKind::Accessibility, Language::English) => tr!(language, "site-text-accessibility-en"),
        (SiteTextKind::Privacy, Language::Danish) => tr!(language, "site-text-privacy-da"),
        (SiteTextKind::Privacy, Language::English) => tr!(language, "site-text-privacy-en"),
    }
}

/// The page on which a text is written.
pub fn text(frame: &Frame, shown: &TextPage) -> Markup {
    let language = frame.language;
    let heading = name(shown.kind, shown.written_in, language);
    let word = tr!(language, "word-error");
    let fault = shown.fault.as_ref().map(|fault| describe(fault, language));
    let most = texts::number(LONGEST_TEXT, language);
    let limit = tr!(language, "site-text-limit", most = most);
    let field = ui::Field {
        name: "body",
        label: &tr!(language, "site-text-body"),
        hint: Some(&tr!(language, "site-text-hint")),
        error: fault.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let area = ui::Area { value: &shown.body, rows: 20, limit: Some(ui::Limit { max: LONGEST_TEXT, text: &limit }) };
    let main = html! {
        @if let Some(text) = &fault {
            (ui::error_summary(&word, &tr!(language, "site-not-saved"), &[NavItem { href: "#body", text }]))
        }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/administration", text: &tr!(language, "administration-title") },
                NavItem { href: "/administration/site", text: &tr!(language, "site-title") },
            ],
            &heading,
        ))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "site-text-lead")) }))
        @if shown.is_preview {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! { (tr!(language, "site-text-unsaved")) }))
        }
        @if let Some(written_at) = shown.earlier {
            @let when = instant(written_at, language);
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "site-text-earlier", when = when))
            }))
        }
        (ui::form(&address(shown.kind, shown.written_in), html! {
            (ui::textarea(&field, &area))
            (ui::button_group(html! {
                (ui::submit_as(Button::Secondary, &tr!(language, "site-text-look"), ("then", "look")))
                (ui::submit_as(Button::Primary, &tr!(language, "site-text-save"), ("then", "save")))
            }))
        }))
        @if !shown.body.trim().is_empty() {
            (ui::heading(Level::Two, "preview", &tr!(language, "site-text-preview")))
            @if holds_html(&shown.body) {
                (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "site-text-html")) }))
            }
            (ui::inset(&tr!(language, "site-text-shown"), markdown(&shown.body)))
        }
        (versions(shown, language))
    };
    let title = if fault.is_some() { tr!(language, "sign-in-error-title", title = heading) } else { heading };
    shell::page(frame, &title, main)
}

fn describe(fault: &TextFault, language: Language) -> String {
    match fault {
        TextFault::TooLong => tr!(language, "site-text-too-long", most = texts::number(LONGEST_TEXT, language)),
        TextFault::Links(links) => tr!(language, "site-text-links", links = links.join(", ")),
    }
}

fn versions(shown: &TextPage, language: Language) -> Markup {
    if shown.versions.is_empty() {
        return html! { p { (tr!(language, "site-text-built-in")) } };
    }
    let columns = [
        Column { label: &tr!(language, "site-text-version"), ..Column::default() },
        Column { label: &tr!(language, "site-text-writer"), ..Column::default() },
    ];
    let caption = tr!(language, "site-text-versions");
    let row = |(place, (text, writer)): (usize, &(SiteText, Option<String>))| {
        let when = instant(text.written_at, language);
        let href = format!("{}?version={}", address(shown.kind, shown.written_in), text.id);
        vec![
            html! {
                a href=(href) { (when) }
                @if place == 0 { " " (ui::plain_badge(&tr!(language, "site-text-newest"))) }
                @if text.body.trim().is_empty() { " " (tr!(language, "site-text-version-empty")) }
            },
            html! { (writer.clone().unwrap_or_else(|| tr!(language, "audit-actor-command-line"))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = shown.versions.iter().enumerate().map(row).collect();
    ui::table(&Table { caption: &caption, columns: &columns, ..Table::default() }, &rows)
}
