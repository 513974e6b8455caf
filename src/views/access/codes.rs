//! The page that asks for a code after the password.

use maud::{Markup, html};

use crate::domain::base::refusals::Refusal;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::{refusals, ui};

/// What stands in the form.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where to go afterwards; a path of our own.
    pub return_to: &'a str,
    /// Why the last code was not taken.
    pub refusal: Option<&'a Refusal>,
}

/// The form.
pub fn ask(frame: &Frame, asked: &Asked) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "code-title");
    let word = tr!(language, "sign-in-error");
    let text = asked.refusal.map(|refusal| refusals::describe(refusal, language));
    let code = ui::Field {
        name: "code",
        label: &tr!(language, "code-label"),
        hint: Some(&tr!(language, "code-hint")),
        error: text.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let main = html! {
        @if let Some(text) = &text {
            (ui::error_summary(&word, &tr!(language, "sign-in-failed"), &[ui::NavItem { href: "#code", text }]))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "code-lead")) }))
        (ui::form("/login/kode", html! {
            (ui::hidden("return", asked.return_to))
            (ui::text_input(&code, &ui::Input { kind: "text", value: "", autocomplete: Some("one-time-code") }))
            (ui::button_group(html! {
                (ui::submit(ui::Button::Primary, &tr!(language, "sign-in")))
                (ui::link_button(
                    ui::Button::Secondary,
                    ui::NavItem { href: "/login", text: &tr!(language, "forgotten-back") },
                ))
            }))
        }))
        (ui::details(&tr!(language, "code-lost"), html! { p { (tr!(language, "code-lost-cure")) } }))
    };
    match text {
        None => shell::page(frame, &heading, main),
        Some(_) => shell::page(frame, &tr!(language, "sign-in-error-title", title = heading.as_str()), main),
    }
}
