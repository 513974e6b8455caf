//! Tokens of the API: those of one's own account, making one, and showing it the one time that it is known.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use crate::domain::access::api_tokens::{ApiToken, LIFETIMES, LONGEST_NAME, TokenFault, TypedToken};
use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::municipalities;
use crate::domain::{Language, MunicipalityCode};
use crate::texts::{date, instant};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{
    self, Button, CaptionPlace, Choice, Column, Field, FieldError, Input, Kind, Level, NavItem, Slots, Table,
};

/// How many municipalities the table names before it only counts.
const NAMED: usize = 3;

/// What the page of one's own tokens shows.
#[derive(Debug, Clone, Copy)]
pub struct Tokens<'a> {
    /// The tokens, newest first.
    pub tokens: &'a [ApiToken],
    /// The present instant, UTC.
    pub now: NaiveDateTime,
    /// What the account may see.
    pub scope: &'a Scope,
    /// Whether one was just withdrawn.
    pub is_withdrawn: bool,
}

/// The page of one's own tokens, with the form as it was typed and what is wrong with it.
pub fn list(frame: &Frame, shown: &Tokens, typed: &TypedToken, faults: &[TokenFault]) -> Markup {
    let language = frame.language;
    let (heading, word) = (tr!(language, "tokens-title"), tr!(language, "word-error"));
    let texts: Vec<(&str, String)> = faults.iter().map(|fault| told(*fault, language)).collect();
    let addresses: Vec<String> = texts.iter().map(|(field, _)| format!("#{field}")).collect();
    let errors: Vec<NavItem> = addresses.iter().zip(&texts).map(|(href, (_, text))| NavItem { href, text }).collect();
    let main = html! {
        @if shown.is_withdrawn {
            (ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (tr!(language, "tokens-withdrawn")) }))
        }
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "tokens-mistakes"), &errors)) }
        (way(&heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "tokens-lead")) }))
        p { (ui::text_link(NavItem { href: "/api", text: &tr!(language, "tokens-guide") })) }
        @if shown.tokens.is_empty() {
            p { (tr!(language, "tokens-none")) }
        } @else {
            (table((shown.tokens, shown.now), "/account/tokens/withdrawal", language))
        }
        (ui::heading(Level::Two, "new", &tr!(language, "tokens-new")))
        (form(shown.scope, typed, &texts, language))
    };
    let title = if faults.is_empty() { heading } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// A token that was just made, the one time that it is known.
pub fn made(frame: &Frame, name: &str, secret: &str) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "tokens-made-title");
    let main = html! {
        (way(&heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "tokens-made-lead", name = name)) }))
        (ui::typed(secret))
        p { (tr!(language, "tokens-made-once")) }
        p { (tr!(language, "tokens-made-use")) }
        (ui::button_group(ui::link_button(
            Button::Primary,
            NavItem { href: "/account/tokens", text: &tr!(language, "tokens-to-list") },
        )))
    };
    shell::page(frame, &heading, main)
}

/// The tokens of an account, each with a button that sends its id to `withdrawal`.
pub fn table((tokens, now): (&[ApiToken], NaiveDateTime), withdrawal: &str, language: Language) -> Markup {
    let caption = tr!(language, "tokens-title");
    let labels = [
        tr!(language, "tokens-name"),
        tr!(language, "tokens-municipalities"),
        tr!(language, "tokens-comments-short"),
        tr!(language, "tokens-expires"),
        tr!(language, "tokens-used"),
        tr!(language, "tokens-withdrawal"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let row = |token: &ApiToken| {
        let id = token.id.as_str();
        let action = NavItem { href: withdrawal, text: &tr!(language, "tokens-withdraw") };
        vec![
            html! { (token.name) },
            html! { (opened(token, language)) },
            html! {
                @if token.reads_comments { (tr!(language, "audit-yes")) } @else { (tr!(language, "audit-no")) }
            },
            end(token, now, language),
            html! { (token.used_at.map_or_else(|| tr!(language, "tokens-never-used"), |at| instant(at, language))) },
            ui::post_button_about(Button::Secondary, action, &token.name, &[("token", id)]),
        ]
    };
    let rows: Vec<Vec<Markup>> = tokens.iter().map(row).collect();
    let table = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    ui::table(&table, &rows)
}

fn opened(token: &ApiToken, language: Language) -> String {
    match token.chosen() {
        None => tr!(language, "tokens-all"),
        Some(codes) if codes.len() > NAMED => {
            let count = codes.len();
            tr!(language, "accounts-municipality-count", count = count)
        }
        Some(codes) => codes.iter().map(MunicipalityCode::name).collect::<Vec<&str>>().join(", "),
    }
}

fn end(token: &ApiToken, now: NaiveDateTime, language: Language) -> Markup {
    let day = date(day_in_denmark(token.expires_at), language);
    html! {
        (day)
        @if token.is_over(now) { " " (ui::plain_badge(&tr!(language, "tokens-over"))) }
    }
}

/// A fault with the field that it is in.
fn told(fault: TokenFault, language: Language) -> (&'static str, String) {
    match fault {
        TokenFault::Name => {
            let most = i64::try_from(LONGEST_NAME).unwrap_or_default();
            ("name", tr!(language, "tokens-mistake-name", most = most))
        }
        TokenFault::Lifetime => ("days", tr!(language, "tokens-mistake-lifetime")),
        TokenFault::Municipality => ("municipalities", tr!(language, "tokens-mistake-municipality")),
    }
}

fn form(scope: &Scope, typed: &TypedToken, faults: &[(&str, String)], language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let error =
        |name: &str| faults.iter().find(|(field, _)| *field == name).map(|(_, text)| FieldError { word: &word, text });
    let name = Field {
        name: "name",
        label: &tr!(language, "tokens-name"),
        hint: Some(&tr!(language, "tokens-name-hint")),
        error: error("name"),
        ..Field::default()
    };
    let lifetime =
        Field { name: "days", label: &tr!(language, "tokens-lifetime"), error: error("days"), ..Field::default() };
    let lifetimes: Vec<(String, String)> =
        LIFETIMES.into_iter().map(|days| (days.to_string(), tr!(language, "tokens-days", days = days))).collect();
    let chosen = |value: &str| typed.days == value;
    let nothing = tr!(language, "tokens-choose");
    let days: Vec<Choice> = std::iter::once(("", nothing.as_str()))
        .chain(lifetimes.iter().map(|(value, label)| (value.as_str(), label.as_str())))
        .map(|(value, label)| Choice { value, label, hint: None, chosen: chosen(value) })
        .collect();
    let comments = Choice {
        value: "yes",
        label: &tr!(language, "tokens-comments"),
        hint: Some(&tr!(language, "tokens-comments-hint")),
        chosen: typed.reads_comments,
    };
    ui::form(
        "/account/tokens",
        html! {
            (ui::text_input(&name, &Input { value: &typed.name, autocomplete: Some("off"), ..Input::default() }))
            (ui::select(&lifetime, &days))
            (narrowing(scope, typed, error("municipalities"), language))
            (ui::checkbox("comments", &comments))
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "tokens-create"))))
        },
    )
}

/// The municipalities to choose among, where there are several.
fn narrowing(scope: &Scope, typed: &TypedToken, error: Option<FieldError>, language: Language) -> Markup {
    let choices: Vec<Choice> = municipalities::by_name()
        .into_iter()
        .filter(|one| scope.holds(&one.code()))
        .map(|one| Choice {
            value: one.code,
            label: one.name,
            hint: None,
            chosen: typed.municipalities.iter().any(|code| code == one.code),
        })
        .collect();
    if choices.len() < 2 && error.is_none() {
        return html! {};
    }
    let is_open = error.is_some() || choices.iter().any(|choice| choice.chosen);
    let field = Field {
        name: "municipalities",
        label: &tr!(language, "tokens-municipalities"),
        hint: Some(&tr!(language, "tokens-municipalities-hint")),
        error,
        ..Field::default()
    };
    let boxes = ui::in_columns(ui::checkboxes(&field, &choices, &Slots::default()));
    let summary = tr!(language, "tokens-narrow");
    let details = if is_open { ui::open_details(&summary, boxes) } else { ui::details(&summary, boxes) };
    html! { div .form-group { (details) } }
}

fn way(here: &str, language: Language) -> Markup {
    let account = NavItem { href: "/account", text: &tr!(language, "account-title") };
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &[account], here)
}
