//! The form that puts another person in a post.

use maud::{Markup, html};

use super::{Asked, Typed, contact_fields, way};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::contacts::ContactFaults;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::views::refusals::describe;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Field, FieldError, Input, Kind, NavItem};

/// What stands around the form.
#[derive(Debug)]
pub struct HolderPage<'a> {
    /// The post.
    pub entry: &'a DirectoryEntry,
    /// The open rounds that have asked it.
    pub asked: &'a [Asked],
    /// The day as it was typed.
    pub from: &'a str,
}

/// What is wrong with what was typed.
#[derive(Debug, Default)]
pub struct HolderFaults {
    /// The contact.
    pub contact: ContactFaults,
    /// The day.
    pub from: Option<Refusal>,
}

/// The page.
pub fn show(frame: &Frame, page: &HolderPage, typed: &Typed, faults: &HolderFaults) -> Markup {
    let language = frame.language;
    let (heading, word) =
        (tr!(language, "holder-title", post = page.entry.post.title.as_str()), tr!(language, "word-error"));
    let say = |refusal: &Option<Refusal>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let contact = &faults.contact;
    let from = say(&faults.from);
    let texts = [
        ("#name", say(&contact.name)),
        ("#email", say(&contact.email)),
        ("#phone", say(&contact.phone)),
        ("#from", from.clone()),
    ];
    let errors: Vec<NavItem> =
        texts.iter().filter_map(|(href, text)| Some(NavItem { href, text: text.as_deref()? })).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "contact-mistakes"), &errors)) }
        (way(Some(&page.entry.post.municipality_code), &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "holder-lead")) }))
        @for asked in page.asked {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "holder-open-round", round = asked.round.key.as_str()))
            }))
        }
        (ui::form(&format!("/posts/{}/holder", page.entry.post.id), html! {
            (contact_fields(typed, contact, language))
            (ui::text_input(
                &Field {
                    name: "from",
                    label: &tr!(language, "holder-from"),
                    hint: Some(&tr!(language, "holder-from-hint")),
                    error: from.as_deref().map(|text| FieldError { word: &word, text }),
                    ..Field::default()
                },
                &Input { kind: "date", value: page.from, ..Input::default() },
            ))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "holder-save"))))
        }))
    };
    let title = if errors.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}
