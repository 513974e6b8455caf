//! The fields for somebody's name and address, wherever something is handed to somebody.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::answering::respondents::ColleagueFaults;
use crate::domain::base::refusals::Refusal;
use crate::views::{refusals, ui};

/// What is wrong, each with the address of its field.
pub(super) fn errors(language: Language, faults: &ColleagueFaults) -> Vec<(String, String)> {
    [("#navn", &faults.name), ("#mail", &faults.email)]
        .into_iter()
        .filter_map(|(href, fault)| Some((href.to_owned(), describe(fault.as_ref()?, language))))
        .collect()
}

/// The summary of what is wrong; nothing where nothing is.
pub(super) fn summary(language: Language, errors: &[(String, String)]) -> Markup {
    let items: Vec<ui::NavItem> = errors.iter().map(|(href, text)| ui::NavItem { href, text }).collect();
    html! {
        @if !items.is_empty() {
            (ui::error_summary(&tr!(language, "word-error"), &tr!(language, "handover-summary"), &items))
        }
    }
}

/// The fields.
pub(super) fn fields(language: Language, (name, email): (&str, &str), faults: &ColleagueFaults) -> Markup {
    let word = tr!(language, "word-error");
    let say = |refusal: &Option<_>| refusal.as_ref().map(|refusal| describe(refusal, language));
    let (name_error, email_error) = (say(&faults.name), say(&faults.email));
    let (name_label, email_label) = (tr!(language, "handover-name"), tr!(language, "handover-email"));
    let hint = tr!(language, "handover-hint");
    let name_field = ui::Field {
        name: "navn",
        label: &name_label,
        error: name_error.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let email_field = ui::Field {
        name: "mail",
        label: &email_label,
        hint: Some(&hint),
        error: email_error.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    html! {
        (ui::text_input(&name_field, &ui::Input { value: name, ..ui::Input::default() }))
        (ui::text_input(&email_field, &ui::Input { kind: "email", value: email, autocomplete: None }))
    }
}

/// What is not there can't be wrong.
fn describe(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::BadAddress(address) if address.is_empty() => tr!(language, "handover-email-missing"),
        _ => refusals::describe(refusal, language),
    }
}
