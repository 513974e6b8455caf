//! The form that gives one post an own later last day.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Field, FieldError, Input, Kind, NavItem};
use super::way;
use crate::domain::rounds::Round;
use crate::domain::rounds::invitations::Invitation;
use crate::texts;

/// What was typed as an extension's last day, and what is wrong with it, if anything.
#[derive(Debug, Clone, Default)]
pub struct Extending {
    /// The last day, as 2026-10-08.
    pub last_day: String,
    /// What is wrong with it.
    pub mistake: Option<String>,
}

/// The form that gives one post an own later last day.
pub fn extension(frame: &Frame, round: &Round, invitation: &Invitation, extending: &Extending) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-extension-heading", post = invitation.post.as_str());
    let word = tr!(language, "word-error");
    let day = texts::date(round.closes_on, language);
    let mistake = extending.mistake.as_deref();
    let field = Field {
        name: "last_day",
        label: &tr!(language, "rounds-extension-day"),
        hint: Some(&tr!(language, "rounds-extension-hint", day = day.as_str())),
        error: mistake.map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let municipality = invitation.municipality_code.name();
    let main = html! {
        @if let Some(text) = mistake {
            (ui::error_summary(&word, &tr!(language, "rounds-extension-mistake"), &[NavItem { href: "#last_day", text }]))
        }
        (way(round, &heading, language))
        (ui::page_heading(&heading))
        p {
            (tr!(
                language,
                "rounds-extension-lead",
                department = invitation.department.as_str(),
                municipality = municipality,
                day = day.as_str()
            ))
        }
        (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "rounds-extension-final")) }))
        (ui::form(
            &format!("/rounds/{}/posts/{}/extension", round.key, invitation.id),
            html! {
                (ui::text_input(&field, &Input { kind: "date", value: &extending.last_day, autocomplete: None }))
                (ui::button_group(ui::submit(Button::Primary, &tr!(language, "rounds-extension-button"))))
            },
        ))
    };
    let title = if mistake.is_some() { format!("{word}: {heading}") } else { heading.clone() };
    shell::page(frame, &title, main)
}
