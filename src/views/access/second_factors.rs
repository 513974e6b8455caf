//! The page of one's own second factor: how to set it up, what there is, and codes on paper.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::access::second_factors::RecoveryCode;
use crate::domain::base::refusals::Refusal;
use crate::texts::instant;
use crate::views::refusals;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{self, Button, Field, FieldError, Input, Kind, Level, NavItem};

mod qr;

/// How far an account has come. It has no `Debug`, because the secret stands in it.
pub enum Standing {
    /// There is none.
    Missing,
    /// There is a secret that no app has shown a code of.
    Begun {
        /// The secret to be typed.
        typed: String,
        /// What the picture says.
        address: String,
    },
    /// It is asked for at every sign-in.
    Set {
        /// Since when, UTC.
        since: NaiveDateTime,
        /// How many codes on paper are left.
        left: i64,
    },
}

/// Why a code or the password was not taken, and in which field it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name.
    pub field: &'static str,
    /// Why.
    pub refusal: Refusal,
}

impl Mistake {
    /// At the sign-in page nobody is told whether address or password is wrong; here it can only be one.
    fn text(&self, language: Language) -> String {
        match self.refusal {
            Refusal::WrongPassword => tr!(language, "account-wrong-password"),
            _ => refusals::describe(&self.refusal, language),
        }
    }

    fn heading(&self, language: Language) -> String {
        match self.field {
            PASSWORD => tr!(language, "factor-password-failed"),
            _ => tr!(language, "factor-failed"),
        }
    }
}

/// The field of the password.
const PASSWORD: &str = "password";

/// The page; `must` says whether the account may do nothing else without one.
pub fn page(frame: &Frame, (standing, must): (&Standing, bool), mistake: Option<&Mistake>) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "factor-title");
    let word = tr!(language, "word-error");
    let told = mistake.map(|mistake| (mistake.field, mistake.text(language)));
    let mistaken = told.as_ref().map(|(field, text)| (*field, text.as_str()));
    // An account that somebody else vouches for has no password to show.
    let has_password = frame.staff.as_ref().is_some_and(|account| account.password_hash.is_some());
    let password = if has_password {
        password_field(mistaken, language)
    } else {
        html! {}
    };
    let main = html! {
        @if let (Some(mistake), Some((field, text))) = (mistake, mistaken) {
            (ui::error_summary(&word, &mistake.heading(language), &[NavItem { href: &format!("#{field}"), text }]))
        }
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "factor-lead")) }))
        @match standing {
            Standing::Missing => (missing(must, &password, language)),
            Standing::Begun { typed, address } => (begun((typed, address), &password, mistaken, language)),
            Standing::Set { since, left } => {
                (set((*since, *left), mistaken, language))
                (removal(must, &password, mistaken, language))
            }
        }
    };
    let title = if mistake.is_some() { format!("{word}: {heading}") } else { heading };
    shell::page(frame, &title, main)
}

fn missing(must: bool, password: &Markup, language: Language) -> Markup {
    html! {
        @if must {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "factor-must")) }))
        }
        p { (tr!(language, "factor-app")) }
        (ui::form("/account/second-factor", html! {
            (password)
            (ui::button_group(html! {
                (ui::submit(Button::Primary, &tr!(language, "factor-begin")))
                @if !must { (to_account(language)) }
            }))
        }))
    }
}

fn begun(
    (typed, address): (&str, &str),
    password: &Markup,
    mistake: Option<(&str, &str)>,
    language: Language,
) -> Markup {
    html! {
        (ui::heading(Level::Two, "app", &tr!(language, "factor-scan")))
        p { (tr!(language, "factor-scan-lead")) }
        (qr::picture(address, &tr!(language, "factor-picture")))
        p { (tr!(language, "factor-typed")) br; strong { (typed) } }
        (ui::heading(Level::Two, "confirmation", &tr!(language, "factor-confirm")))
        p { (tr!(language, "factor-confirm-lead")) }
        (ui::form("/account/second-factor/confirmation", html! {
            (code_field("code", mistake, language))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "factor-confirm-button"))))
        }))
        p { (tr!(language, "factor-anew-lead")) }
        (ui::form("/account/second-factor", html! {
            (password)
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "factor-anew"))))
        }))
    }
}

fn set((since, left): (NaiveDateTime, i64), mistake: Option<(&str, &str)>, language: Language) -> Markup {
    html! {
        (ui::notice(Kind::Success, &tr!(language, "word-success"), html! {
            (tr!(language, "factor-set", instant = instant(since, language)))
        }))
        (ui::heading(Level::Two, "codes", &tr!(language, "factor-codes")))
        p { (tr!(language, "factor-codes-left", count = left)) " " (tr!(language, "factor-codes-lead")) }
        (ui::form("/account/second-factor/codes", html! {
            (code_field("code", mistake, language))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "factor-codes-renew"))))
        }))
    }
}

fn removal(must: bool, password: &Markup, mistake: Option<(&str, &str)>, language: Language) -> Markup {
    html! {
        (ui::heading(Level::Two, "removal-heading", &tr!(language, "factor-remove")))
        p {
            (tr!(language, "factor-remove-lead"))
            @if must { " " (tr!(language, "factor-remove-must")) }
        }
        (ui::form("/account/second-factor/removal", html! {
            (password)
            (code_field("removal", mistake, language))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "factor-remove"))))
        }))
        p { (to_account(language)) }
    }
}

fn code_field(name: &str, mistake: Option<(&str, &str)>, language: Language) -> Markup {
    let label = tr!(language, "code-label");
    field((name, &label), &Input { kind: "text", value: "", autocomplete: Some("one-time-code") }, mistake, language)
}

fn password_field(mistake: Option<(&str, &str)>, language: Language) -> Markup {
    let label = tr!(language, "account-current-password");
    let input = Input { kind: "password", value: "", autocomplete: Some("current-password") };
    field((PASSWORD, &label), &input, mistake, language)
}

fn field((name, label): (&str, &str), input: &Input, mistake: Option<(&str, &str)>, language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let error = mistake.filter(|(field, _)| *field == name).map(|(_, text)| FieldError { word: &word, text });
    ui::text_input(&Field { name, label, error, ..Field::default() }, input)
}

fn to_account(language: Language) -> Markup {
    html! { a href="/account" { (tr!(language, "factor-to-account")) } }
}

/// The codes on paper, which are shown this one time.
pub fn codes(frame: &Frame, codes: &[RecoveryCode]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "factor-paper");
    let main = html! {
        (ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "factor-done")) }))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "factor-paper-lead")) }))
        ul .pj-codes { @for code in codes { li { code { (code.written()) } } } }
        p { (tr!(language, "factor-paper-once")) }
        (ui::button_group(ui::link_button(
            Button::Primary,
            NavItem { href: "/", text: &tr!(language, "factor-go-on") },
        )))
    };
    shell::page(frame, &heading, main)
}
