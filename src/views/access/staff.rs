//! The page on which an account gets its password.

use maud::{Markup, html};

use crate::domain::access::passwords::{MAX_LENGTH, MIN_LENGTH};
use crate::domain::base::refusals::Refusal;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::{refusals, ui};

/// The form to choose a password, opened by the one-time link at `action` for the account `email`.
pub fn choose_password(frame: &Frame, action: &str, email: &str) -> Markup {
    page(frame, (action, email), None)
}

/// The same form again, with what was wrong. Passwords are typed anew.
pub fn choose_password_again(frame: &Frame, action: &str, email: &str, refusal: &Refusal) -> Markup {
    page(frame, (action, email), Some(refusal))
}

fn page(frame: &Frame, (action, email): (&str, &str), refusal: Option<&Refusal>) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "staff-password");
    let word = tr!(language, "sign-in-error");
    let text = refusal.map(|refusal| refusals::describe(refusal, language));
    let is_repeat = refusal == Some(&Refusal::PasswordsDiffer);
    let error = text.as_deref().map(|text| ui::FieldError { word: &word, text });
    let minimum = i64::try_from(MIN_LENGTH).unwrap_or_default();
    let maximum = i64::try_from(MAX_LENGTH).unwrap_or_default();
    let password = ui::Field {
        name: "password",
        label: &tr!(language, "staff-password-new"),
        hint: Some(&tr!(language, "staff-password-hint", minimum = minimum, maximum = maximum)),
        error: error.filter(|_| !is_repeat),
        ..ui::Field::default()
    };
    let repeated = ui::Field {
        name: "repeated",
        label: &tr!(language, "staff-password-repeated"),
        error: error.filter(|_| is_repeat),
        ..ui::Field::default()
    };
    let input = ui::Input { kind: "password", value: "", autocomplete: Some("new-password") };
    let main = html! {
        @if let Some(text) = &text {
            (ui::error_summary(
                &word,
                &tr!(language, "staff-password-failed"),
                &[ui::NavItem { href: if is_repeat { "#repeated" } else { "#password" }, text }],
            ))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "staff-password-lead", email = email)) }))
        (ui::form(action, html! {
            (ui::text_input(&password, &input))
            (ui::text_input(&repeated, &input))
            (ui::button_group(ui::submit(ui::Button::Primary, &tr!(language, "staff-password-save"))))
        }))
    };
    match refusal {
        None => shell::page(frame, &heading, main),
        Some(_) => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}
