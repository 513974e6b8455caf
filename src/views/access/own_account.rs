//! The page of one's own account.

use maud::{Markup, html};

use super::accounts::role;
use crate::domain::Language;
use crate::domain::access::passwords::{MAX_LENGTH, MIN_LENGTH};
use crate::domain::access::staff::{Session, Staff};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::TokenHash;
use crate::texts::instant;
use crate::views::refusals;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{
    self, Button, CaptionPlace, Choice, Column, Field, FieldError, Input, Kind, Level, NavItem, Table,
};

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    /// The account.
    pub account: &'a Staff,
    /// Where it is signed in.
    pub sessions: &'a [Session],
    /// The session of this browser.
    pub here: Option<&'a TokenHash>,
    /// Whether a code is asked for at every sign-in.
    pub has_second_factor: bool,
    /// Whether nobody signs in with a password.
    pub passwords_off: bool,
    /// What was just done.
    pub done: Option<Done>,
}

/// What was done with the own account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// The password was changed.
    Password,
    /// The other sessions were ended.
    Sessions,
    /// The language of letters was chosen.
    Language,
}

/// Why the password was not changed, and in which field that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    field: &'static str,
    refusal: Refusal,
}

impl Mistake {
    /// A refusal beside its field.
    pub fn of(refusal: &Refusal) -> Mistake {
        let field = match refusal {
            Refusal::PasswordTooShort | Refusal::PasswordTooLong => "password",
            Refusal::PasswordsDiffer => "repeated",
            _ => "current",
        };
        Mistake { field, refusal: refusal.clone() }
    }

    /// At the sign-in page nobody is told whether address or password is wrong; here it can only be one.
    fn text(&self, language: Language) -> String {
        match self.refusal {
            Refusal::WrongPassword => tr!(language, "account-wrong-password"),
            _ => refusals::describe(&self.refusal, language),
        }
    }
}

/// The page of one's own account.
pub fn account(frame: &Frame, shown: &Account, mistake: Option<&Mistake>) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "account-title");
    let word = tr!(language, "word-error");
    let text = mistake.map(|mistake| mistake.text(language));
    let main = html! {
        @if let Some(done) = shown.done { (told(done, language)) }
        @if let (Some(mistake), Some(text)) = (mistake, &text) {
            (ui::error_summary(
                &word,
                &tr!(language, "account-password-failed"),
                &[NavItem { href: &format!("#{}", mistake.field), text }],
            ))
        }
        (ui::page_heading_with_lead(&heading, html! {
            (shown.account.email) ", " (role(shown.account.role, language))
        }))
        @if !shown.passwords_off {
            (ui::heading(Level::Two, "password-change", &tr!(language, "account-password")))
            p { (tr!(language, "account-password-lead")) }
            (password_form(mistake.map(|mistake| mistake.field).zip(text.as_deref()), language))
        }
        (ui::heading(Level::Two, "second-factor", &tr!(language, "factor-title")))
        p {
            @if shown.has_second_factor { (tr!(language, "account-factor-on")) } @else { (tr!(language, "account-factor-off")) }
        }
        (ui::button_group(ui::link_button(
            Button::Secondary,
            NavItem { href: "/account/second-factor", text: &tr!(language, "account-factor") },
        )))
        (ui::heading(Level::Two, "tokens", &tr!(language, "tokens-title")))
        p { (tr!(language, "tokens-lead")) }
        (ui::button_group(ui::link_button(
            Button::Secondary,
            NavItem { href: "/account/tokens", text: &tr!(language, "tokens-own") },
        )))
        (ui::heading(Level::Two, "sessions", &tr!(language, "account-sessions")))
        (sessions(shown, language))
        (ui::heading(Level::Two, "letters", &tr!(language, "account-letters")))
        (language_form(shown.account, language))
    };
    let title = if mistake.is_some() { format!("{word}: {heading}") } else { heading };
    shell::page(frame, &title, main)
}

fn told(done: Done, language: Language) -> Markup {
    let text = match done {
        Done::Password => tr!(language, "account-done-password"),
        Done::Sessions => tr!(language, "account-done-sessions"),
        Done::Language => tr!(language, "account-done-language"),
    };
    ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (text) })
}

fn password_form(mistake: Option<(&str, &str)>, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let error =
        |name: &str| mistake.filter(|(field, _)| *field == name).map(|(_, text)| FieldError { word: &word, text });
    let minimum = i64::try_from(MIN_LENGTH).unwrap_or_default();
    let maximum = i64::try_from(MAX_LENGTH).unwrap_or_default();
    let hint = tr!(language, "staff-password-hint", minimum = minimum, maximum = maximum);
    let typed = |name, label: &str, hint, autocomplete| {
        ui::text_input(
            &Field { name, label, hint, error: error(name), ..Field::default() },
            &Input { kind: "password", value: "", autocomplete: Some(autocomplete) },
        )
    };
    ui::form(
        "/account/password",
        html! {
            (typed("current", &tr!(language, "account-current-password"), None, "current-password"))
            (typed("password", &tr!(language, "staff-password-new"), Some(hint.as_str()), "new-password"))
            (typed("repeated", &tr!(language, "staff-password-repeated"), None, "new-password"))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "account-change-password"))))
        },
    )
}

fn sessions(shown: &Account, language: Language) -> Markup {
    let caption = tr!(language, "account-sessions");
    let labels = [
        tr!(language, "account-session"),
        tr!(language, "account-session-begun"),
        tr!(language, "account-session-seen"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |session: &Session| {
        let is_here = shown.here == Some(&session.token_hash);
        let time = |at: Option<_>| at.map_or_else(String::new, |at| instant(at, language));
        vec![
            html! {
                @if is_here { (tr!(language, "account-session-here")) } @else { (tr!(language, "account-session-other")) }
            },
            html! { (time(session.created_at)) },
            html! { (time(session.seen_at)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = shown.sessions.iter().map(row).collect();
    let table = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    html! {
        p { (tr!(language, "account-sessions-lead")) }
        (ui::table(&table, &rows))
        @if shown.sessions.len() > 1 {
            (ui::button_group(ui::post_button(
                Button::Secondary,
                NavItem { href: "/account/sign-out", text: &tr!(language, "account-sign-out") },
                &[],
            )))
        }
    }
}

fn language_form(account: &Staff, language: Language) -> Markup {
    let chosen = account.language.unwrap_or_default();
    let names = [tr!(language, "contact-danish"), tr!(language, "contact-english")];
    let choices: Vec<Choice> = Language::ALL
        .iter()
        .zip(&names)
        .map(|(one, label)| Choice { value: one.as_str(), label, hint: None, chosen: *one == chosen })
        .collect();
    let field = Field { name: "language", label: &tr!(language, "account-language"), ..Field::default() };
    ui::form(
        "/account/language",
        html! {
            (ui::select(&field, &choices))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "account-save-language"))))
        },
    )
}
