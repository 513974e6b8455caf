//! The ledger of letters for administrators: what was planned, sent and refused.

use std::collections::HashMap;

use maud::{Markup, html};

use crate::domain::mail::letters::{Letter, LetterKind, LetterState};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::{Language, MunicipalityCode};
use crate::texts::instant;
use crate::views::pages;
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Column, Content, Kind, NavItem, Spacing, Table};

mod one;
mod search;

pub use one::{One, Preview, one};
pub use search::Asked;

/// Letters on one page.
pub const PER_PAGE: usize = 50;

/// What the page of letters shows.
#[derive(Debug)]
pub struct Ledger {
    /// How many letters are in each state that has any.
    pub counts: Vec<(LetterState, i64)>,
    /// How many letters there are beside these that only a newer program knows.
    pub unknown: i64,
    /// The state shown; none for all.
    pub state: Option<LetterState>,
    /// What is looked for, as the address says it.
    pub asked: Asked,
    /// The page shown, from 1.
    pub page: usize,
    /// The letters of this page, those to somebody asked with the invitation.
    pub letters: Vec<(Letter, Option<Invitation>)>,
    /// Municipality and title of posts that were told something, by their id.
    pub posts: HashMap<String, (MunicipalityCode, String)>,
    /// The keys of all rounds, to choose one.
    pub rounds: Vec<String>,
    /// How many letters get no further unless a person decides.
    pub waiting_for_person: i64,
}

/// The page of letters.
pub fn ledger(frame: &Frame, shown: &Ledger) -> Markup {
    let language = frame.language;
    let title = tr!(language, "letters-title");
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "letters-lead")) }))
        @if shown.unknown > 0 {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "letters-unknown", count = shown.unknown))
            }))
        }
        @if shown.waiting_for_person > 0 {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(language, "letters-waiting-for-person", count = shown.waiting_for_person))
            }))
        }
        (search::form(shown, language))
        @if shown.counts.is_empty() {
            p { (if shown.asked.is_anything() { tr!(language, "letters-none-found") } else { tr!(language, "letters-none") }) }
        } @else {
            (filter(language, shown))
            (rows(language, shown))
            (pages(language, shown))
        }
    };
    shell::page(frame, &title, body)
}

fn filter(language: Language, shown: &Ledger) -> Markup {
    let all: i64 = shown.counts.iter().map(|(_, count)| count).sum();
    let address = |state: &str| Asked { state: state.to_owned(), page: None, ..shown.asked.clone() }.address();
    let mut entries = vec![(address(""), tr!(language, "letters-all", count = all))];
    entries.extend(shown.counts.iter().map(|(state, count)| {
        let (state_name, count) = (state_name(*state, language), *count);
        (address(state.as_str()), tr!(language, "letters-of-state", state = state_name, count = count))
    }));
    let tabs: Vec<NavItem> = entries.iter().map(|(href, text)| NavItem { href, text }).collect();
    ui::tabs(&tr!(language, "letters-filter"), &tabs, &address(&shown.asked.state))
}

/// What is told of a letter: to whom, what about, for which post, its state, when, and how many attempts.
fn labels(language: Language) -> [String; 6] {
    [
        tr!(language, "letters-to"),
        tr!(language, "letters-kind"),
        tr!(language, "letters-post"),
        tr!(language, "letters-state"),
        tr!(language, "letters-when"),
        tr!(language, "letters-attempts"),
    ]
}

fn rows(language: Language, shown: &Ledger) -> Markup {
    let labels = labels(language);
    let mut columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    if let Some(attempts) = columns.last_mut() {
        attempts.content = Content::Number;
    }
    let caption = tr!(language, "letters-title");
    let table = Table { caption: &caption, columns: &columns, spacing: Spacing::Compact, ..Table::default() };
    let rows: Vec<Vec<Markup>> = shown
        .letters
        .iter()
        .map(|(letter, invitation)| row(language, (letter, invitation.as_ref()), &shown.posts))
        .collect();
    ui::table(&table, &rows)
}

fn row(
    language: Language,
    (letter, invitation): (&Letter, Option<&Invitation>),
    posts: &HashMap<String, (MunicipalityCode, String)>,
) -> Vec<Markup> {
    let told = letter.recipient.post().and_then(|post| posts.get(post));
    vec![
        html! {
            @if letter.email.is_empty() { (tr!(language, "letters-name-deleted")) }
            (letter.name) @if !letter.name.is_empty() { br; } (letter.email)
        },
        html! { a href={ "/letters/" (letter.id) } { (kind_name(letter.kind, language)) } },
        html! {
            @if let Some(invitation) = invitation { (invitation.post) br; (invitation.municipality_code.name()) }
            @else if let Some((code, post)) = told { (post) br; (code.name()) }
            @else { (tr!(language, "letters-to-account")) }
        },
        html! { (standing(letter, language)) },
        html! { (instant(letter.sent_at.unwrap_or(letter.due_at), language)) },
        html! { (letter.attempts) },
    ]
}

/// What became of a letter, with what was said and whether it may arrive twice.
fn standing(letter: &Letter, language: Language) -> Markup {
    html! {
        (badge(letter.state, language))
        @if let (Some(error), true) = (&letter.last_error, letter.state != LetterState::Accepted) { br; (error) }
        @if letter.is_repeat() && letter.state != LetterState::InDoubt { br; (tr!(language, "letters-repeated")) }
    }
}

fn pages(language: Language, shown: &Ledger) -> Markup {
    let of_state = |(state, _): &&(LetterState, i64)| shown.state.is_none_or(|wanted| *state == wanted);
    let total: i64 = shown.counts.iter().filter(of_state).map(|(_, count)| count).sum();
    let last = usize::try_from(total).unwrap_or_default().div_ceil(PER_PAGE);
    let base = Asked { page: None, ..shown.asked.clone() }.address();
    let href = format!("{base}{}page=", if base.contains('?') { '&' } else { '?' });
    pages::pages(language, (shown.page, last), &href)
}

fn badge(state: LetterState, language: Language) -> Markup {
    let word = state_name(state, language);
    match state {
        LetterState::Planned | LetterState::Sending | LetterState::Cancelled => ui::plain_badge(&word),
        LetterState::Accepted => ui::badge(Kind::Success, &word),
        LetterState::Deferred | LetterState::InDoubt => ui::badge(Kind::Warning, &word),
        LetterState::Refused | LetterState::GivenUp | LetterState::Bounced => ui::badge(Kind::Error, &word),
    }
}

/// What a state is called.
pub fn state_name(state: LetterState, language: Language) -> String {
    match state {
        LetterState::Planned => tr!(language, "letters-planned"),
        LetterState::Sending => tr!(language, "letters-sending"),
        LetterState::Accepted => tr!(language, "letters-accepted"),
        LetterState::Deferred => tr!(language, "letters-deferred"),
        LetterState::Refused => tr!(language, "letters-refused"),
        LetterState::GivenUp => tr!(language, "letters-given-up"),
        LetterState::Bounced => tr!(language, "letters-bounced"),
        LetterState::InDoubt => tr!(language, "letters-in-doubt"),
        LetterState::Cancelled => tr!(language, "letters-cancelled"),
    }
}

/// What a kind is called.
pub fn kind_name(kind: LetterKind, language: Language) -> String {
    match kind {
        LetterKind::Announcement => tr!(language, "letters-announcement"),
        LetterKind::Invitation => tr!(language, "letters-invitation"),
        LetterKind::Reminder => tr!(language, "letters-reminder"),
        LetterKind::LastReminder => tr!(language, "letters-last-reminder"),
        LetterKind::Extended => tr!(language, "letters-extended"),
        LetterKind::ExtensionDeclined => tr!(language, "letters-extension-declined"),
        LetterKind::Handover => tr!(language, "letters-handover"),
        LetterKind::HandoverDone => tr!(language, "letters-handover-done"),
        LetterKind::Result => tr!(language, "letters-result"),
        LetterKind::Receipt => tr!(language, "letters-receipt"),
        LetterKind::AccountInvitation => tr!(language, "letters-account-invitation"),
        LetterKind::PasswordReset => tr!(language, "letters-password-reset"),
        LetterKind::NewSignIn => tr!(language, "letters-new-sign-in"),
        LetterKind::RoundDrafted => tr!(language, "letters-round-drafted"),
        LetterKind::TextSample => tr!(language, "letters-text-sample"),
    }
}
