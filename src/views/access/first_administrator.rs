//! The page on which the first administrator makes an account.

use maud::{Markup, html};

use crate::domain::access::passwords::{MAX_LENGTH, MIN_LENGTH};
use crate::domain::base::refusals::Refusal;
use crate::views::shell::{self, Frame};
use crate::views::{refusals, ui};

/// What was wrong with what was typed.
#[derive(Debug, Default)]
pub struct Wrong {
    /// With the address.
    pub email: Option<Refusal>,
    /// With the password, or its repetition.
    pub password: Option<Refusal>,
}

/// The form at its link, with the address as it was typed. Passwords are typed anew.
pub fn page(frame: &Frame, token: &str, email: &str, wrong: &Wrong) -> Markup {
    let language = frame.language;
    let (heading, word) = (tr!(language, "first-title"), tr!(language, "sign-in-error"));
    let said = |refusal: &Option<Refusal>| refusal.as_ref().map(|refusal| refusals::describe(refusal, language));
    let texts = [said(&wrong.email), said(&wrong.password)];
    let [bad_email, bad_password] =
        texts.each_ref().map(|text| text.as_deref().map(|text| ui::FieldError { word: &word, text }));
    let is_repeat = wrong.password == Some(Refusal::PasswordsDiffer);
    let places = ["#email", if is_repeat { "#repeated" } else { "#password" }];
    let errors: Vec<ui::NavItem> = places
        .iter()
        .zip(&texts)
        .filter_map(|(href, text)| Some(ui::NavItem { href, text: text.as_deref()? }))
        .collect();
    let minimum = i64::try_from(MIN_LENGTH).unwrap_or_default();
    let maximum = i64::try_from(MAX_LENGTH).unwrap_or_default();
    let address = ui::Field {
        name: "email",
        label: &tr!(language, "sign-in-email"),
        hint: Some(&tr!(language, "first-email-hint")),
        error: bad_email,
        ..ui::Field::default()
    };
    let password = ui::Field {
        name: "password",
        label: &tr!(language, "staff-password-new"),
        hint: Some(&tr!(language, "staff-password-hint", minimum = minimum, maximum = maximum)),
        error: bad_password.filter(|_| !is_repeat),
        ..ui::Field::default()
    };
    let repeated = ui::Field {
        name: "repeated",
        label: &tr!(language, "staff-password-repeated"),
        error: bad_password.filter(|_| is_repeat),
        ..ui::Field::default()
    };
    let secret = ui::Input { kind: "password", value: "", autocomplete: Some("new-password") };
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "first-failed"), &errors)) }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "first-lead")) }))
        (ui::form(&format!("/begynd/{token}"), html! {
            (ui::text_input(&address, &ui::Input { kind: "email", value: email, autocomplete: Some("username") }))
            (ui::text_input(&password, &secret))
            (ui::text_input(&repeated, &secret))
            (ui::button_group(ui::submit(ui::Button::Primary, &tr!(language, "first-save"))))
        }))
    };
    match errors.is_empty() {
        true => shell::page(frame, &heading, main),
        false => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}
