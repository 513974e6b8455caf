//! The forms of a new account and of what an account may do.

use maud::{Markup, html};

use super::{role, way};
use crate::domain::Language;
use crate::domain::access::staff::{Role, Scope, Staff};
use crate::domain::base::municipalities;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{self, Button, Choice, Field, FieldError, Input, NavItem, Slots};

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The address; it stands in the form of a new account only.
    pub email: String,
    /// The role's word.
    pub role: String,
    /// Codes of the municipalities ticked.
    pub municipalities: Vec<String>,
}

impl Typed {
    /// What stands in the form of an account before anything is typed.
    pub fn of(account: &Staff) -> Typed {
        let municipalities = match account.scope() {
            Scope::All => Vec::new(),
            Scope::Some(codes) => codes.iter().map(ToString::to_string).collect(),
        };
        Typed { email: account.email.clone(), role: account.role.to_string(), municipalities }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name.
    pub field: &'static str,
    /// What people read.
    pub text: String,
}

/// The form that invites somebody.
pub fn invitation(frame: &Frame, typed: &Typed, mistakes: &[Mistake]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "accounts-invitation");
    let word = tr!(language, "word-error");
    let email = Field {
        name: "email",
        label: &tr!(language, "accounts-email"),
        hint: Some(&tr!(language, "accounts-email-hint")),
        error: error_of("email", mistakes, &word),
        ..Field::default()
    };
    let body = html! {
        (way(None, &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "accounts-invitation-lead")) }))
        (ui::form("/staff", html! {
            (ui::text_input(&email, &Input { kind: "email", value: &typed.email, autocomplete: None }))
            (rights_fields(typed, mistakes, language))
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "accounts-send-invitation")))
                (ui::link_button(Button::Secondary, NavItem { href: "/staff", text: &tr!(language, "accounts-back") }))
            }))
        }))
    };
    page(frame, &heading, mistakes, body)
}

/// The form of what an account may do.
pub fn rights(frame: &Frame, account: &Staff, typed: &Typed, mistakes: &[Mistake]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "accounts-rights");
    let back = format!("/staff/{}", account.id);
    let body = html! {
        (way(Some(account), &heading, language))
        (ui::page_heading_with_lead(&heading, html! {
            (tr!(language, "accounts-rights-lead", account = account.email.as_str()))
        }))
        (ui::form(&format!("{back}/rights"), html! {
            (rights_fields(typed, mistakes, language))
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "accounts-save")))
                (ui::link_button(Button::Secondary, NavItem { href: &back, text: &tr!(language, "accounts-back") }))
            }))
        }))
    };
    page(frame, &heading, mistakes, body)
}

fn page(frame: &Frame, heading: &str, mistakes: &[Mistake], body: Markup) -> Markup {
    let language = frame.language;
    let word = tr!(language, "word-error");
    let addresses: Vec<String> = mistakes.iter().map(|mistake| format!("#{}", mistake.field)).collect();
    let errors: Vec<NavItem> =
        addresses.iter().zip(mistakes).map(|(href, mistake)| NavItem { href, text: &mistake.text }).collect();
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "accounts-mistakes"), &errors)) }
        (body)
    };
    let title = if mistakes.is_empty() { heading.to_owned() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

fn error_of<'a>(field: &str, mistakes: &'a [Mistake], word: &'a str) -> Option<FieldError<'a>> {
    mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| FieldError { word, text: &mistake.text })
}

/// The role, and the municipalities by name.
fn rights_fields(typed: &Typed, mistakes: &[Mistake], language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let roles = Role::ALL.iter().map(|one| (*one, role(*one, language), role_hint(*one, language)));
    let roles: Vec<(Role, String, String)> = roles.collect();
    let role_choices: Vec<Choice> = roles
        .iter()
        .map(|(one, label, hint)| Choice {
            value: one.as_str(),
            label,
            hint: Some(hint),
            chosen: one.as_str() == typed.role,
        })
        .collect();
    let ticked = |code: &str| typed.municipalities.iter().any(|chosen| chosen == code);
    let all: Vec<Choice> = municipalities::by_name()
        .into_iter()
        .map(|one| Choice { value: one.code, label: one.name, hint: None, chosen: ticked(one.code) })
        .collect();
    let role_field = Field {
        name: "role",
        label: &tr!(language, "accounts-role"),
        error: error_of("role", mistakes, &word),
        ..Field::default()
    };
    let municipality_field = Field {
        name: "municipalities",
        label: &tr!(language, "accounts-municipalities"),
        hint: Some(&tr!(language, "accounts-municipalities-hint")),
        error: error_of("municipalities", mistakes, &word),
        ..Field::default()
    };
    html! {
        (ui::radios(&role_field, &role_choices, &Slots::default()))
        (ui::in_columns(ui::checkboxes(&municipality_field, &all, &Slots::default())))
    }
}

fn role_hint(role: Role, language: Language) -> String {
    match role {
        Role::Admin => tr!(language, "accounts-role-admin-hint"),
        Role::Consultant => tr!(language, "accounts-role-consultant-hint"),
        Role::Coordinator => tr!(language, "accounts-role-coordinator-hint"),
    }
}
