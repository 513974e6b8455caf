//! The page on which staff sign in.

use maud::{Markup, html};

use crate::domain::base::refusals::Refusal;
use crate::views::shell;
use crate::views::shell::Frame;
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
}

/// The sign-in page. Which of address and password was wrong is not told.
pub fn sign_in(frame: &Frame, form: &SignIn) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "sign-in");
    let error = form.refusal.map(|refusal| refusals::describe(refusal, language));
    let email = ui::Field { name: "email", label: &tr!(language, "sign-in-email"), ..ui::Field::default() };
    let password = ui::Field { name: "password", label: &tr!(language, "sign-in-password"), ..ui::Field::default() };
    let main = html! {
        @if let Some(error) = &error {
            (ui::error_summary(
                &tr!(language, "sign-in-error"),
                &tr!(language, "sign-in-failed"),
                &[ui::NavItem { href: "#email", text: error }],
            ))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "sign-in-lead")) }))
        @if form.is_new {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "first-notice")) }))
        }
        (ui::form("/login", html! {
            (ui::hidden("return", form.return_to))
            (ui::text_input(&email, &ui::Input { kind: "email", value: form.email, autocomplete: Some("username") }))
            (ui::text_input(
                &password,
                &ui::Input { kind: "password", value: "", autocomplete: Some("current-password") },
            ))
            (ui::button_group(ui::submit(ui::Button::Primary, &heading)))
        }))
        p { a href="/login/glemt" { (tr!(language, "sign-in-forgotten")) } }
    };
    match error {
        None => shell::page(frame, &heading, main),
        Some(_) => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}
