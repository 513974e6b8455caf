//! Corrections of published editions: the form that begins one, and what is said of them wherever an edition is shown.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Area, Button, Field, FieldError, Kind, NavItem};
use super::Catalogue;
use crate::domain::Language;
use crate::domain::catalogue::corrections::correction_of;
use crate::domain::catalogue::{Edition, EditionStatus};

/// What was typed as the reason of a correction, in Danish and in English, and what is wrong with each.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// In Danish.
    pub reason: String,
    /// In English.
    pub reason_en: String,
    /// What to do about them.
    pub mistakes: [Option<String>; 2],
}

/// Where an edition is corrected.
pub fn address(edition: &str) -> String {
    format!("/catalogue/{edition}/correction")
}

/// The form that begins the correction of an edition.
pub fn correction(frame: &Frame, edition: &Edition, typed: &Typed) -> Markup {
    let language = frame.language;
    let key = edition.key.as_str();
    let word = tr!(language, "word-error");
    let title = tr!(language, "correction-title", edition = key);
    let danish = tr!(language, "correction-reason");
    let english = tr!(language, "draft-in-english", field = danish.as_str());
    let hint = tr!(language, "correction-reason-hint");
    let [mistake, mistake_en] = &typed.mistakes;
    let fields = [("reason", mistake), ("reason_en", mistake_en)];
    let hrefs = fields.map(|(name, _)| format!("#{name}"));
    let errors: Vec<NavItem> = hrefs
        .iter()
        .zip(fields)
        .filter_map(|(href, (_, mistake))| Some(NavItem { href, text: mistake.as_deref()? }))
        .collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "draft-mistakes"), &errors)) }
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{key}"), text: key },
            ],
            &tr!(language, "correction-begin"),
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "correction-lead", edition = key)) }))
        p { (tr!(language, "correction-comparable")) }
        (ui::form(&address(key), html! {
            (ui::textarea(
                &Field {
                    name: "reason",
                    label: &danish,
                    hint: Some(&hint),
                    error: mistake.as_deref().map(|text| FieldError { word: &word, text }),
                    ..Field::default()
                },
                &Area { value: &typed.reason, rows: 2, limit: None },
            ))
            (ui::textarea(
                &Field {
                    name: "reason_en",
                    label: &english,
                    error: mistake_en.as_deref().map(|text| FieldError { word: &word, text }),
                    ..Field::default()
                },
                &Area { value: &typed.reason_en, rows: 2, limit: None },
            ))
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "correction-button")))
                (ui::link_button(
                    Button::Secondary,
                    NavItem { href: &format!("/catalogue/{key}"), text: &tr!(language, "rounds-cancel") },
                ))
            }))
        }))
    };
    let title = if errors.is_empty() { title } else { format!("{word}: {title}") };
    shell::page(frame, &title, main)
}

/// What an edition corrects and why, as a line of its own; nothing where it corrects none.
pub(super) fn line(edition: &Edition, language: Language) -> Markup {
    html! { @if edition.correction.is_some() { p { (words(edition, language)) } } }
}

/// The same within a line.
pub(super) fn words(edition: &Edition, language: Language) -> Markup {
    html! {
        @if let Some(correction) = &edition.correction {
            (ui::badge(Kind::Info, &tr!(language, "correction-of-edition", edition = correction.of.as_str())))
            " " (correction.reason.in_language(language))
        }
    }
}

/// That an edition is corrected by another one, and why; for administrators also where that is a draft.
pub(super) fn corrected_by(frame: &Frame, edition: &Edition, catalogue: &Catalogue) -> Markup {
    let language = frame.language;
    let editions: Vec<&Edition> = catalogue.editions.iter().map(|one| &*one.edition).collect();
    let Some(other) = correction_of(&edition.key, &editions) else { return Markup::default() };
    let is_draft = catalogue.find(&other.key).is_some_and(|one| one.stored.status == EditionStatus::Draft);
    let key = other.key.as_str();
    let reason = other.correction.as_ref().map_or("", |correction| correction.reason.in_language(language));
    let text = match is_draft {
        true => tr!(language, "correction-begun", edition = key),
        false => tr!(language, "correction-corrected", edition = key),
    };
    ui::notice(
        Kind::Info,
        &tr!(language, "word-info"),
        html! { a href={ "/catalogue/" (key) } { (text) } " " (reason) },
    )
}

/// Whether an edition may be corrected: it is published, and no other corrects it already.
pub(super) fn may_begin(edition: &Edition, catalogue: &Catalogue) -> bool {
    let editions: Vec<&Edition> = catalogue.editions.iter().map(|one| &*one.edition).collect();
    let is_published = catalogue.find(&edition.key).is_some_and(|one| one.stored.status == EditionStatus::Published);
    is_published && correction_of(&edition.key, &editions).is_none()
}
