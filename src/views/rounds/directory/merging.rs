//! Putting a post together with another one: what it means, and with which.

use maud::{Markup, html};

use super::way;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::views::refusals::describe;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Choice, Field, FieldError, Kind, NavItem};

/// A post that is to go.
#[derive(Debug)]
pub struct Merging<'a> {
    /// The post.
    pub entry: &'a DirectoryEntry,
    /// The others of its municipality.
    pub others: &'a [DirectoryEntry],
    /// The open round that it has not handed in in.
    pub asked_in: Option<&'a str>,
    /// Why it was refused.
    pub refusal: Option<&'a Refusal>,
}

/// The page.
pub fn show(frame: &Frame, merging: &Merging) -> Markup {
    let language = frame.language;
    let (entry, word) = (merging.entry, tr!(language, "word-error"));
    let heading = tr!(language, "merging-title", post = entry.post.title.as_str());
    let text = merging.refusal.map(|refusal| describe(refusal, language));
    let labels: Vec<String> =
        merging.others.iter().map(|other| format!("{}, {}", other.post.title, other.department)).collect();
    let choose = tr!(language, "merging-choose");
    let choices: Vec<Choice> = std::iter::once(Choice { label: &choose, ..Choice::default() })
        .chain(merging.others.iter().zip(&labels).map(|(other, label)| Choice {
            value: other.post.id.as_str(),
            label,
            ..Choice::default()
        }))
        .collect();
    let back = format!("/posts/{}", entry.post.id);
    let main = html! {
        @if let Some(text) = &text {
            (ui::error_summary(&word, &tr!(language, "merging-refused"), &[NavItem { href: "#into", text }]))
        }
        (way(Some(&entry.post.municipality_code), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "merging-lead")) }))
        @if let Some(round) = merging.asked_in {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (describe(&Refusal::PostIsAsked(round.to_owned()), language))
            }))
        }
        @if merging.others.is_empty() { p { (tr!(language, "merging-nobody")) } }
        @else if merging.asked_in.is_none() || text.is_some() {
            (ui::form(&format!("/posts/{}/merging", entry.post.id), html! {
                (ui::select(
                    &Field {
                        name: "into",
                        label: &tr!(language, "merging-into"),
                        hint: Some(&tr!(language, "merging-into-hint")),
                        error: text.as_deref().map(|text| FieldError { word: &word, text }),
                        ..Field::default()
                    },
                    &choices,
                ))
                (ui::button_group(html! {
                    (ui::submit(Button::Primary, &tr!(language, "merging-button")))
                    (ui::link_button(Button::Secondary, NavItem { href: &back, text: &tr!(language, "post-back") }))
                }))
            }))
        }
    };
    let title = if text.is_some() { format!("{word}: {heading}") } else { heading.clone() };
    shell::page(frame, &title, main)
}
