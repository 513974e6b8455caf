//! The page on which somebody asks for a link to a new password.

use maud::{Markup, html};

use crate::domain::base::refusals::Refusal;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::{refusals, ui};

/// What stands in the form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The address as it was typed.
    pub email: &'a str,
    /// Why no link is sent, which has nothing to do with whether there is an account.
    pub refusal: Option<&'a Refusal>,
}

/// The form.
pub fn ask(frame: &Frame, asked: &Asked) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "forgotten-title");
    let word = tr!(language, "sign-in-error");
    let text = asked.refusal.map(|refusal| refusals::describe(refusal, language));
    let email = ui::Field {
        name: "email",
        label: &tr!(language, "sign-in-email"),
        error: text.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let main = html! {
        @if let Some(text) = &text {
            (ui::error_summary(&word, &tr!(language, "forgotten-failed"), &[ui::NavItem { href: "#email", text }]))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "forgotten-lead")) }))
        (ui::form("/login/glemt", html! {
            (ui::text_input(&email, &ui::Input { kind: "email", value: asked.email, autocomplete: Some("username") }))
            (ui::button_group(html! {
                (ui::submit(ui::Button::Primary, &tr!(language, "forgotten-send")))
                (ui::link_button(
                    ui::Button::Secondary,
                    ui::NavItem { href: "/login", text: &tr!(language, "forgotten-back") },
                ))
            }))
        }))
    };
    match text {
        None => shell::page(frame, &heading, main),
        Some(_) => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}

/// What happens next. It reads the same whether there is an account or not.
pub fn sent(frame: &Frame) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "forgotten-sent");
    let main = html! {
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "forgotten-sent-lead")) }))
        p { (tr!(language, "forgotten-sent-cure")) }
        p { a href="/login" { (tr!(language, "forgotten-back")) } }
    };
    shell::page(frame, &heading, main)
}
