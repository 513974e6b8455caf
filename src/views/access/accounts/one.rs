//! The page of one account: what is known of it, and what an administrator may do with it.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::{names, role, seen, standing, way};
use crate::domain::Language;
use crate::domain::access::api_tokens::ApiToken;
use crate::domain::access::staff::{Scope, Staff, Standing};
use crate::texts::instant;
use crate::views::access::api_tokens;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui::{self, Button, Kind, Level, NavItem};

/// What the page of one account shows.
#[derive(Debug, Clone, Copy)]
pub struct One<'a> {
    /// The account.
    pub account: &'a Staff,
    /// In how many browsers it is signed in.
    pub sessions: usize,
    /// Since when it has a second factor, if it has one, UTC.
    pub second_factor_at: Option<NaiveDateTime>,
    /// Whether nobody signs in with a password.
    pub passwords_off: bool,
    /// What the provider is called that decides on role and municipalities, if one does.
    pub decides: Option<&'a str>,
    /// Its tokens of the API.
    pub tokens: &'a [ApiToken],
    /// The present instant, UTC.
    pub now: NaiveDateTime,
    /// What was just done with it.
    pub done: Option<Done>,
}

/// What was done with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// Its invitation is on the way.
    Invited,
    /// It was made for somebody who signs in by the provider.
    Added,
    /// Its role or municipalities were changed.
    Rights,
    /// A new link is on the way.
    Link,
    /// It was signed out everywhere.
    Sessions,
    /// It was shut.
    Disabled,
    /// Its second factor was taken away.
    Factor,
    /// It was opened again, and a link is on the way.
    Enabled,
    /// Nobody is bound to it at a provider any more.
    Unbound,
    /// A token of the API was withdrawn.
    Token,
    /// It was opened again for somebody who signs in by the provider.
    Reopened,
}

/// The page of one account.
pub fn one(frame: &Frame, shown: &One) -> Markup {
    let language = frame.language;
    let One { account, sessions, second_factor_at, done, .. } = *shown;
    let terms = [
        tr!(language, "accounts-role"),
        tr!(language, "accounts-municipalities"),
        tr!(language, "accounts-standing"),
        tr!(language, "accounts-seen"),
        tr!(language, "accounts-sessions"),
        tr!(language, "accounts-factor"),
        tr!(language, "accounts-identity"),
        tr!(language, "accounts-made"),
    ];
    let [of_role, of_scope, of_standing, of_seen, of_sessions, of_factor, of_identity, of_age] =
        terms.each_ref().map(String::as_str);
    let is_own = frame.staff.as_ref().is_some_and(|own| own.id == account.id);
    let main = html! {
        @if let Some(done) = done { (told(done, account, language)) }
        (way(None, &account.email, language))
        (ui::page_heading(&account.email))
        (ui::definition_list(&[
            (of_role, html! { (role(account.role, language)) }),
            (of_scope, html! { (scope(account, language)) }),
            (of_standing, standing(account.standing(), language)),
            (of_seen, html! { (seen(account, language)) }),
            (of_sessions, html! { (sessions) }),
            (of_factor, html! {
                @match second_factor_at {
                    Some(since) => (tr!(language, "accounts-factor-since", instant = instant(since, language))),
                    None => (tr!(language, "accounts-factor-off")),
                }
            }),
            (of_identity, html! {
                @match account.identity_at {
                    Some(since) => (tr!(language, "accounts-factor-since", instant = instant(since, language))),
                    None => (tr!(language, "accounts-factor-off")),
                }
            }),
            (of_age, html! { (instant(account.created_at, language)) }),
        ]))
        @if is_own {
            p { (tr!(language, "accounts-own")) " " a href="/account" { (tr!(language, "account-title")) } }
        } @else {
            (ui::heading(Level::Two, "changes", &tr!(language, "accounts-changes")))
            (changes(shown, language))
            @if !shown.tokens.is_empty() {
                (ui::heading(Level::Two, "tokens", &tr!(language, "tokens-title")))
                p { (tr!(language, "accounts-tokens-lead")) }
                (api_tokens::table((shown.tokens, shown.now), &format!("/staff/{}/tokens/withdrawal", account.id), language))
            }
        }
    };
    shell::page(frame, &account.email, main)
}

fn told(done: Done, account: &Staff, language: Language) -> Markup {
    let email = account.email.as_str();
    let text = match done {
        Done::Invited => tr!(language, "accounts-done-invited", email = email),
        Done::Unbound => tr!(language, "accounts-done-unbound"),
        Done::Token => tr!(language, "tokens-withdrawn"),
        Done::Added => tr!(language, "accounts-done-added"),
        Done::Reopened => tr!(language, "accounts-done-reopened"),
        Done::Rights => tr!(language, "accounts-done-rights"),
        Done::Link => tr!(language, "accounts-done-link", email = email),
        Done::Sessions => tr!(language, "accounts-done-sessions"),
        Done::Factor => tr!(language, "accounts-done-factor"),
        Done::Disabled => tr!(language, "accounts-done-disabled"),
        Done::Enabled => tr!(language, "accounts-done-enabled", email = email),
    };
    ui::notice(Kind::Success, &tr!(language, "word-success"), html! { (text) })
}

/// Every municipality by name.
fn scope(account: &Staff, language: Language) -> String {
    match account.scope() {
        Scope::All => tr!(language, "accounts-all-municipalities"),
        Scope::Some(codes) => names(&codes),
    }
}

fn changes(shown: &One, language: Language) -> Markup {
    let One { account, sessions, second_factor_at, .. } = *shown;
    let at = |action: &str| format!("/staff/{}/{action}", account.id);
    let (rights, link, sign_out) = (at("rights"), at("link"), at("sign-out"));
    let reset = at("second-factor-reset");
    let (disabling, enabling) = (at("disabling"), at("enabling"));
    let post = |href, text: &str| ui::post_button(Button::Secondary, NavItem { href, text }, &[]);
    html! {
        @if account.standing() == Standing::Disabled {
            p { (tr!(language, "accounts-enabling-means")) }
            (ui::button_group(post(&enabling, &tr!(language, "accounts-enable"))))
        } @else {
            p {
                @match shown.decides.filter(|_| account.identity_at.is_some()) {
                    Some(provider) => (tr!(language, "accounts-rights-decided", provider = provider)),
                    None => (tr!(language, "accounts-rights-means")),
                }
            }
            (ui::button_group(ui::link_button(
                Button::Secondary,
                NavItem { href: &rights, text: &tr!(language, "accounts-rights") },
            )))
            @if !shown.passwords_off {
                p {
                    @if account.password_hash.is_some() { (tr!(language, "accounts-link-means")) }
                    @else { (tr!(language, "accounts-link-again")) }
                }
                (ui::button_group(post(&link, &tr!(language, "accounts-send-link"))))
            }
            @if sessions > 0 {
                p { (tr!(language, "accounts-sign-out-means")) }
                (ui::button_group(post(&sign_out, &tr!(language, "accounts-sign-out"))))
            }
            @if second_factor_at.is_some() {
                p { (tr!(language, "accounts-factor-reset-means")) }
                (ui::button_group(post(&reset, &tr!(language, "accounts-factor-reset"))))
            }
            @if account.identity_at.is_some() {
                p { (tr!(language, "accounts-unbinding-means")) }
                (ui::button_group(post(&at("unbinding"), &tr!(language, "accounts-unbind"))))
            }
            p { (tr!(language, "accounts-disabling-means")) }
            (ui::button_group(ui::link_button(
                Button::Secondary,
                NavItem { href: &disabling, text: &tr!(language, "accounts-disable") },
            )))
        }
    }
}

/// What disabling an account means, before it is done.
pub fn disabling(frame: &Frame, account: &Staff) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "accounts-disabling", account = account.email.as_str());
    let back = format!("/staff/{}", account.id);
    let main = html! {
        (way(Some(account), &tr!(language, "accounts-disable"), language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "accounts-disabling-means")) }))
        (ui::button_group(html! {
            (ui::post_button(
                Button::Primary,
                NavItem { href: &format!("{back}/disabling"), text: &tr!(language, "accounts-disable") },
                &[],
            ))
            (ui::link_button(Button::Secondary, NavItem { href: &back, text: &tr!(language, "accounts-back") }))
        }))
    };
    shell::page(frame, &heading, main)
}
