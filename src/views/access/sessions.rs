//! The page on which staff sign in.

use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::Language;
use crate::domain::base::refusals::Refusal;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::Button;
use crate::views::{refusals, ui};

/// What stands in the sign-in form.
#[derive(Debug, Clone, Copy, Default)]
pub struct SignIn<'a> {
    /// The address as it was typed.
    pub email: &'a str,
    /// Where to go afterwards; a path of our own.
    pub return_to: &'a str,
    /// Why the last try failed.
    pub refusal: Option<&'a Refusal>,
    /// Whether the service has no account at all yet.
    pub is_new: bool,
    /// What the provider is called by which people sign in, if there is one.
    pub provider: Option<&'a str>,
    /// Whether nobody signs in with a password.
    pub passwords_off: bool,
}

/// The sign-in page. Which of address and password was wrong is not told.
pub fn sign_in(frame: &Frame, form: &SignIn) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "sign-in");
    let error = form.refusal.map(|refusal| refusals::describe(refusal, language));
    let main = html! {
        @if let Some(error) = &error {
            (ui::error_summary(
                &tr!(language, "sign-in-error"),
                &tr!(language, "sign-in-failed"),
                &[ui::NavItem { href: if form.passwords_off { "#provider" } else { "#email" }, text: error }],
            ))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "sign-in-lead")) }))
        @if form.is_new {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "first-notice")) }))
        }
        @if let Some(provider) = form.provider { (by_provider(provider, form, language)) }
        @if !form.passwords_off { (by_password(form, language)) }
    };
    match error {
        None => shell::page(frame, &heading, main),
        Some(_) => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}

/// The way to the provider. It is a link: what a form may lead to stands in the content security policy, and where
/// a provider sends people on to is nobody's to list.
fn by_provider(provider: &str, form: &SignIn, language: Language) -> Markup {
    let href = match form.return_to {
        "" | "/" => "/login/oidc".to_owned(),
        path => format!("/login/oidc?return={}", utf8_percent_encode(path, NON_ALPHANUMERIC)),
    };
    let text = tr!(language, "sign-in-provider", provider = provider);
    html! {
        p #provider { (tr!(language, "sign-in-provider-lead")) }
        (ui::button_group(ui::link_button(Button::Primary, ui::NavItem { href: &href, text: &text })))
        @if !form.passwords_off {
            (ui::heading(ui::Level::Two, "password-sign-in", &tr!(language, "sign-in-or-password")))
        }
    }
}

fn by_password(form: &SignIn, language: Language) -> Markup {
    let email = ui::Field { name: "email", label: &tr!(language, "sign-in-email"), ..ui::Field::default() };
    let password = ui::Field { name: "password", label: &tr!(language, "sign-in-password"), ..ui::Field::default() };
    // One button of a page stands out.
    let button = if form.provider.is_some() { Button::Secondary } else { Button::Primary };
    html! {
        (ui::form("/login", html! {
            (ui::hidden("return", form.return_to))
            (ui::text_input(&email, &ui::Input { kind: "email", value: form.email, autocomplete: Some("username") }))
            (ui::text_input(
                &password,
                &ui::Input { kind: "password", value: "", autocomplete: Some("current-password") },
            ))
            (ui::button_group(ui::submit(button, &tr!(language, "sign-in"))))
        }))
        p { a href="/login/glemt" { (tr!(language, "sign-in-forgotten")) } }
    }
}
