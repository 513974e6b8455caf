//! The forms that add a post and change one.

use maud::{Markup, html};

use super::{Typed, contact_fields, way};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::contacts::ContactFaults;
use crate::domain::rounds::directory::DirectoryEntry;
use crate::domain::rounds::post_drafts::PostFaults;
use crate::domain::{Area, Language, MunicipalityCode};
use crate::views::refusals::describe;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Choice, Field, FieldError, Input, NavItem, Slots};

/// A post as it was typed; the contact only where it is new.
#[derive(Debug, Clone, Default)]
pub struct TypedPost {
    /// Its title.
    pub title: String,
    /// Its department.
    pub department: String,
    /// The areas ticked.
    pub areas: Vec<Area>,
    /// Who holds it.
    pub contact: Typed,
}

impl TypedPost {
    /// A post as it stands.
    pub fn of(entry: &DirectoryEntry) -> TypedPost {
        TypedPost {
            title: entry.post.title.clone(),
            department: entry.department.clone(),
            areas: entry.post.areas.iter().collect(),
            contact: Typed::default(),
        }
    }
}

/// What is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    /// Title, department and areas.
    pub post: PostFaults,
    /// The contact.
    pub contact: ContactFaults,
}

impl Faults {
    /// Each with the field that it belongs to.
    fn list(&self, language: Language) -> Vec<(&'static str, String)> {
        let (post, contact) = (&self.post, &self.contact);
        let all: [(&'static str, &Option<Refusal>); 6] = [
            ("#title", &post.title),
            ("#department", &post.department),
            ("#areas", &post.areas),
            ("#name", &contact.name),
            ("#email", &contact.email),
            ("#phone", &contact.phone),
        ];
        all.into_iter().filter_map(|(href, refusal)| Some((href, describe(refusal.as_ref()?, language)))).collect()
    }
}

/// The form of a new post.
pub fn new(frame: &Frame, code: &MunicipalityCode, typed: &TypedPost, faults: &Faults) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "post-new-title", municipality = code.authority());
    let form = html! {
        (fields(typed, &faults.post, language))
        (contact_fields(&typed.contact, &faults.contact, language))
        (ui::button_group(ui::submit(Button::Primary, &tr!(language, "post-add"))))
    };
    let around = (format!("/municipalities/{code}/posts"), heading, code);
    page(frame, &around, faults, form)
}

/// The form of a post that is there.
pub fn edit(frame: &Frame, entry: &DirectoryEntry, typed: &TypedPost, faults: &Faults) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "post-edit-title", post = entry.post.title.as_str());
    let form = html! {
        p { (tr!(language, "post-edit-lead")) }
        (fields(typed, &faults.post, language))
        (ui::button_group(ui::submit(Button::Primary, &tr!(language, "contact-save"))))
    };
    let around = (format!("/posts/{}/settings", entry.post.id), heading, &entry.post.municipality_code);
    page(frame, &around, faults, form)
}

fn page(
    frame: &Frame,
    (action, heading, code): &(String, String, &MunicipalityCode),
    faults: &Faults,
    form: Markup,
) -> Markup {
    let language = frame.language;
    let (word, faults) = (tr!(language, "word-error"), faults.list(language));
    let errors: Vec<NavItem> = faults.iter().map(|(href, text)| NavItem { href, text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "contact-mistakes"), &errors)) }
        (way(Some(code), heading, language))
        (ui::page_heading(heading))
        (ui::form(action, form))
    };
    let title = if errors.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

fn fields(typed: &TypedPost, faults: &PostFaults, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let say = |refusal: &Option<Refusal>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (title, department, areas) = (say(&faults.title), say(&faults.department), say(&faults.areas));
    let choices: Vec<Choice> = Area::ALL
        .iter()
        .map(|area| Choice {
            value: area.as_str(),
            label: area.name(language),
            chosen: typed.areas.contains(area),
            ..Choice::default()
        })
        .collect();
    html! {
        (ui::text_input(
            &Field {
                name: "title",
                label: &tr!(language, "post-title"),
                hint: Some(&tr!(language, "post-title-hint")),
                error: title.as_deref().map(|text| FieldError { word: &word, text }),
                ..Field::default()
            },
            &Input { value: &typed.title, ..Input::default() },
        ))
        (ui::text_input(
            &Field {
                name: "department",
                label: &tr!(language, "post-department"),
                error: department.as_deref().map(|text| FieldError { word: &word, text }),
                ..Field::default()
            },
            &Input { value: &typed.department, ..Input::default() },
        ))
        (ui::checkboxes(
            &Field {
                name: "areas",
                label: &tr!(language, "post-areas"),
                hint: Some(&tr!(language, "post-areas-hint")),
                error: areas.as_deref().map(|text| FieldError { word: &word, text }),
                ..Field::default()
            },
            &choices,
            &Slots::default(),
        ))
    }
}
