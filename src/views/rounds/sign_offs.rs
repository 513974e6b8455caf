//! Whether somebody has signed off what a municipality has answered in a round, and doing so.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::super::ui::{self, Area, Button, Field, FieldError, Kind, Level, NavItem};
use super::moment;
use crate::domain::Language;
use crate::domain::rounds::sign_offs::{MOST_COMMENT, SignOff};

/// What is known of a municipality's sign-off.
#[derive(Debug, Clone, Default)]
pub struct SignedOff {
    /// The one that holds, with the address of the account that signed.
    pub held: Option<(SignOff, String)>,
    /// When the municipality last handed something in, UTC.
    pub last: Option<NaiveDateTime>,
    /// Whether the reader may sign now.
    pub may_sign: bool,
    /// The comment as it was typed, and what is wrong with it.
    pub typed: (String, Option<String>),
}

/// The section of a municipality's page in a round; `address` is where signing goes.
pub(super) fn section(signed: &SignedOff, address: &str, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "sign-off", &tr!(language, "sign-off-heading")))
        (state(signed, language))
        @if signed.may_sign { (form(signed, address, language)) }
        @if signed.held.is_some() && signed.may_sign {
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem { href: &format!("{address}/withdrawal"), text: &tr!(language, "sign-off-withdraw") },
                &[],
            )))
        }
    }
}

fn state(signed: &SignedOff, language: Language) -> Markup {
    let Some((held, who)) = &signed.held else { return html! { p { (tr!(language, "sign-off-none")) } } };
    html! {
        (ui::notice(Kind::Success, &tr!(language, "word-success"), html! {
            (sentence(held, who, language))
            @if !held.comment.is_empty() { br; "\"" (held.comment) "\"" }
        }))
        @if held.is_overtaken(signed.last) {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! { (tr!(language, "sign-off-overtaken")) }))
        }
    }
}

/// Who has signed what, and when.
pub fn sentence(held: &SignOff, who: &str, language: Language) -> String {
    let at = moment(held.signed_at, language);
    tr!(language, "sign-off-held", who = who, at = at, done = held.handed_in, all = held.posts)
}

fn form(signed: &SignedOff, address: &str, language: Language) -> Markup {
    let (label, optional) = (tr!(language, "sign-off-comment"), tr!(language, "answer-optional"));
    let hint = tr!(language, "sign-off-comment-hint", limit = MOST_COMMENT);
    let (typed, mistake) = &signed.typed;
    let word = tr!(language, "word-error");
    let field = Field {
        name: "comment",
        label: &label,
        optional: Some(&optional),
        hint: Some(&hint),
        error: mistake.as_deref().map(|text| FieldError { word: &word, text }),
    };
    let button = match signed.held {
        None => tr!(language, "sign-off-button"),
        Some(_) => tr!(language, "sign-off-again"),
    };
    ui::form(
        address,
        html! {
            p { (tr!(language, "sign-off-lead")) }
            (ui::textarea(&field, &Area { value: typed, rows: 3, limit: None }))
            (ui::button_group(ui::submit(Button::Primary, &button)))
        },
    )
}
