//! Taking something out of a draft, and taking the draft away: what goes with it, asked once.

use maud::{Markup, html};

use super::names::{kind, name};
use super::{Desk, Mistake, address, way};
use crate::domain::Language;
use crate::domain::catalogue::drafts::{Item, Place};
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Kind, NavItem};

use super::parts::questions_of;

/// Asks whether something is to be taken out of the draft.
pub fn removal(frame: &Frame, desk: &Desk, item: &Item, mistakes: &[Mistake]) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition.key;
    let what = name(&desk.draft.edition, item, language);
    let heading = tr!(language, "draft-removal", what = what.as_str());
    let back = address(edition, item);
    let action = format!("{back}/removal");
    let main = html! {
        (way(desk, Some(item), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (kind(item.kind(), language)) }))
        @for mistake in mistakes {
            (ui::notice(Kind::Error, &tr!(language, "word-error"), html! { (mistake.text) }))
        }
        (consequences(desk, item, language))
        p { (tr!(language, "draft-removal-undo")) }
        (ui::button_group(html! {
            (ui::post_button(
                Button::Primary,
                NavItem { href: &action, text: &tr!(language, "draft-removal-button") },
                &[("revision", &desk.revision.to_string())],
            ))
            (ui::link_button(Button::Secondary, NavItem { href: &back, text: &tr!(language, "draft-removal-back") }))
        }))
    };
    shell::page(frame, &heading, main)
}

/// What goes along with a thing, and what becomes of its links.
fn consequences(desk: &Desk, item: &Item, language: Language) -> Markup {
    let edition = &desk.draft.edition;
    let of_package = |key: &str| {
        let at = edition.find_package(key)?;
        let questions = edition.questions.iter().filter(|one| one.package == Some(at)).count();
        Some((edition.packages[at].recommendations.len(), questions))
    };
    let (recommendations, questions) = match item {
        Item::Package(key) => of_package(key).unwrap_or_default(),
        Item::Recommendation(package, key) => {
            (0, questions_of(edition, &Place::Recommendation(package.clone(), key.clone())).len())
        }
        Item::Question(_) => (0, 1),
        _ => (0, 0),
    };
    html! {
        @if recommendations > 0 { p { (tr!(language, "draft-removal-recommendations", count = recommendations)) } }
        @if questions > 0 && !matches!(item, Item::Question(_)) {
            p { (tr!(language, "draft-removal-questions", count = questions)) }
        }
        @if questions > 0 && !desk.draft.crosswalks.is_empty() { p { (tr!(language, "draft-removal-links")) } }
    }
}

/// Asks whether the draft is to be taken away.
pub fn deletion(frame: &Frame, desk: &Desk) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition.key;
    let heading = tr!(language, "draft-deletion", edition = edition.as_str());
    let back = format!("/drafts/{edition}");
    let action = format!("{back}/deletion");
    let main = html! {
        (way(desk, Some(&Item::Facts), &heading, language))
        (ui::page_heading(&heading))
        (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! { (tr!(language, "draft-deletion-lead")) }))
        (ui::button_group(html! {
            (ui::post_button(Button::Warning, NavItem { href: &action, text: &tr!(language, "draft-deletion-button") }, &[]))
            (ui::link_button(Button::Secondary, NavItem { href: &back, text: &tr!(language, "draft-removal-back") }))
        }))
    };
    shell::page(frame, &heading, main)
}
