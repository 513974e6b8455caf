//! The ledger of letters for administrators: what was planned, sent and refused.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::shell::{self, Frame};
use super::ui::{self, Column, Content, Kind, Level, NavItem, Pagination, PaginationWords, Spacing, Table};
use crate::domain::Language;
use crate::domain::days::in_denmark;
use crate::domain::invitations::Invitation;
use crate::domain::letters::{Letter, LetterKind, LetterState};
use crate::texts;

/// Letters on one page.
pub const PER_PAGE: usize = 50;

/// What the page of letters shows.
#[derive(Debug)]
pub struct Ledger {
    /// How many letters are in each state that has any.
    pub counts: Vec<(LetterState, i64)>,
    /// The state shown; none for all.
    pub state: Option<LetterState>,
    /// The page shown, from 1.
    pub page: usize,
    /// The letters of this page.
    pub letters: Vec<(Letter, Invitation)>,
    /// Whether letters can be looked at (demo).
    pub has_previews: bool,
}

/// A letter as it was sent (demo).
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    /// Name and address.
    pub to: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The HTML, shown as its source.
    pub html: &'a str,
    /// The personal link in it.
    pub link: &'a str,
}

/// The page of letters.
pub fn ledger(frame: &Frame, shown: &Ledger) -> Markup {
    let language = frame.language;
    let title = tr!(language, "letters-title");
    let body = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "letters-lead")) }))
        @if shown.counts.is_empty() {
            p { (tr!(language, "letters-none")) }
        } @else {
            (filter(language, shown))
            (rows(language, shown))
            (pages(language, shown))
        }
    };
    shell::page(frame, &title, body)
}

/// The page of one letter.
pub fn preview(frame: &Frame, letter: &Preview) -> Markup {
    let language = frame.language;
    let back = tr!(language, "letters-back");
    let (to, subject) = (tr!(language, "letters-to"), tr!(language, "letters-subject"));
    let body = html! {
        (ui::back_link(NavItem { href: "/letters", text: &back }))
        (ui::page_heading(letter.subject))
        (ui::definition_list(&[(to.as_str(), html! { (letter.to) }), (subject.as_str(), html! { (letter.subject) })]))
        p { a href=(letter.link) { (tr!(language, "letters-open-link")) } }
        (ui::heading(Level::Two, "text", &tr!(language, "letters-text")))
        pre { (letter.text) }
        (ui::details(&tr!(language, "letters-html"), html! { pre { (letter.html) } }))
    };
    shell::page(frame, letter.subject, body)
}

fn filter(language: Language, shown: &Ledger) -> Markup {
    let all: i64 = shown.counts.iter().map(|(_, count)| count).sum();
    let mut entries = vec![(address(None), tr!(language, "letters-all", count = all))];
    entries.extend(shown.counts.iter().map(|(state, count)| {
        let (state_name, count) = (state_name(*state, language), *count);
        (address(Some(*state)), tr!(language, "letters-of-state", state = state_name, count = count))
    }));
    let tabs: Vec<NavItem> = entries.iter().map(|(href, text)| NavItem { href, text }).collect();
    ui::tabs(&tr!(language, "letters-filter"), &tabs, &address(shown.state))
}

fn address(state: Option<LetterState>) -> String {
    state.map_or_else(|| "/letters".to_owned(), |state| format!("/letters?state={state}"))
}

fn rows(language: Language, shown: &Ledger) -> Markup {
    let labels = [
        tr!(language, "letters-to"),
        tr!(language, "letters-kind"),
        tr!(language, "letters-post"),
        tr!(language, "letters-state"),
        tr!(language, "letters-when"),
        tr!(language, "letters-attempts"),
    ];
    let mut columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    if let Some(attempts) = columns.last_mut() {
        attempts.content = Content::Number;
    }
    let caption = tr!(language, "letters-title");
    let table = Table { caption: &caption, columns: &columns, spacing: Spacing::Compact, ..Table::default() };
    let rows: Vec<Vec<Markup>> = shown
        .letters
        .iter()
        .map(|(letter, invitation)| row(language, letter, invitation, shown.has_previews))
        .collect();
    ui::table(&table, &rows)
}

fn row(language: Language, letter: &Letter, invitation: &Invitation, has_previews: bool) -> Vec<Markup> {
    let kind = kind_name(letter.kind, language);
    vec![
        html! {
            @if letter.email.is_empty() { (tr!(language, "letters-name-deleted")) }
            (letter.name) @if !letter.name.is_empty() { br; } (letter.email)
        },
        html! {
            @if has_previews && letter.sent_at.is_some() {
                a href={ "/letters/" (letter.id) } { (kind) }
            } @else {
                (kind)
            }
        },
        html! { (invitation.post) br; (invitation.municipality_code.name()) },
        html! {
            (badge(letter.state, language))
            @if let (Some(error), true) = (&letter.last_error, letter.state != LetterState::Accepted) { br; (error) }
        },
        html! { (instant(letter.sent_at.unwrap_or(letter.due_at), language)) },
        html! { (letter.attempts) },
    ]
}

fn pages(language: Language, shown: &Ledger) -> Markup {
    let of_state = |(state, _): &&(LetterState, i64)| shown.state.is_none_or(|wanted| *state == wanted);
    let total: i64 = shown.counts.iter().filter(of_state).map(|(_, count)| count).sum();
    let last = usize::try_from(total).unwrap_or_default().div_ceil(PER_PAGE);
    let base = address(shown.state);
    let href = format!("{base}{}page=", if base.contains('?') { '&' } else { '?' });
    let position = tr!(language, "letters-position", page = shown.page.to_string(), last = last.to_string());
    ui::pagination(&Pagination {
        current: shown.page,
        last,
        href: &href,
        words: PaginationWords {
            label: &tr!(language, "letters-pages"),
            previous: &tr!(language, "letters-previous"),
            next: &tr!(language, "letters-next"),
            page: &tr!(language, "letters-page"),
            position: &position,
        },
    })
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
        LetterKind::Invitation => tr!(language, "letters-invitation"),
        LetterKind::Reminder => tr!(language, "letters-reminder"),
        LetterKind::LastReminder => tr!(language, "letters-last-reminder"),
        LetterKind::Handover => tr!(language, "letters-handover"),
        LetterKind::Receipt => tr!(language, "letters-receipt"),
    }
}

/// An instant (UTC) as a Danish day and time of day: "21. november 2026 kl. 08.05".
pub fn instant(instant: NaiveDateTime, language: Language) -> String {
    let local = in_denmark(instant);
    let time = match language {
        Language::Danish => local.format("%H.%M"),
        Language::English => local.format("%H:%M"),
    };
    tr!(language, "letters-instant", day = texts::date(local.date(), language), time = time.to_string())
}
