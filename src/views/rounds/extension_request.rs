//! A post's request for more time, with one click to say yes, another day, or a sentence to say no.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Field, FieldError, Input, Kind, Level, NavItem};
use super::{moment, way};
use crate::domain::Language;
use crate::domain::rounds::extension_requests::{DayFault, ExtensionRequest, MOST_CHARACTERS, latest_day, offered_day};
use crate::domain::rounds::invitations::{Invitation, deadline};
use crate::domain::rounds::prose::TextFault;
use crate::domain::rounds::{Round, RoundStatus};
use crate::texts;
use crate::views::answering::extension_requests::{describe_day, describe_text};

/// An answer as somebody typed it, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The present instant, UTC.
    pub now: NaiveDateTime,
    /// Another last day, as 2026-10-08.
    pub last_day: String,
    /// What is wrong with it.
    pub day: Option<DayFault>,
    /// Why there is no more time.
    pub because: String,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
    /// What is wrong with the sentence.
    pub text: Option<TextFault>,
}

impl Answered {
    /// Nothing typed yet.
    pub fn at(now: NaiveDateTime) -> Answered {
        Answered { now, last_day: String::new(), day: None, because: String::new(), is_no_cpr: false, text: None }
    }
}

/// The page of a request.
pub fn extension_request(
    frame: &Frame,
    (round, invitation): (&Round, &Invitation),
    request: &ExtensionRequest,
    answered: &Answered,
) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "extension-request-title", post = invitation.post.as_str());
    let word = tr!(language, "word-error");
    let day_fault = answered.day.as_ref().map(|fault| describe_day(fault, language));
    let text_fault = answered.text.map(|fault| describe_text(fault, language));
    let faults: Vec<NavItem> = [("#last_day", &day_fault), ("#because", &text_fault)]
        .into_iter()
        .filter_map(|(href, text)| Some(NavItem { href, text: text.as_deref()? }))
        .collect();
    let is_waiting = request.is_waiting(invitation) && round.status == RoundStatus::Open;
    let main = html! {
        @if !faults.is_empty() { (ui::error_summary(&word, &tr!(language, "extension-request-mistake"), &faults)) }
        (way(round, &heading, language))
        (ui::page_heading_with_lead(&heading, html! {
            @if !invitation.department.is_empty() { (invitation.department) ", " }
            (invitation.municipality_code.authority()) "."
        }))
        (ui::definition_list(&facts((round, invitation), request, language)
            .iter().map(|(term, fact)| (term.as_str(), fact.clone())).collect::<Vec<_>>()))
        @if is_waiting {
            (yes((round, invitation), request, (answered, day_fault.as_deref()), language))
            (no((round, invitation), request, (answered, text_fault.as_deref()), language))
        } @else {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (outcome((round, invitation), request, language)) }))
        }
    };
    let title = if faults.is_empty() { heading.clone() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// The way to the request of a post in a round of this key, by the post and its municipality.
pub fn extension_request_line((invitation, round): &(Invitation, String), language: Language) -> Markup {
    let (post, municipality) = (invitation.post.as_str(), invitation.municipality_code.name());
    let text = tr!(language, "home-asks", post = post, municipality = municipality, key = round.as_str());
    let href = format!("/rounds/{round}/posts/{}/extension-request", invitation.id);
    ui::text_link(NavItem { href: &href, text: &text })
}

fn facts(
    (round, invitation): (&Round, &Invitation),
    request: &ExtensionRequest,
    language: Language,
) -> Vec<(String, Markup)> {
    let wished = match request.wished_day {
        Some(day) => texts::date(day, language),
        None => tr!(language, "extension-request-no-day"),
    };
    vec![
        (tr!(language, "more-time-reason"), html! { span .pj-written { (request.reason) } }),
        (tr!(language, "extension-request-wished"), html! { (wished) }),
        (tr!(language, "extension-request-asked"), html! { (moment(request.asked_at, language)) }),
        (tr!(language, "rounds-last-day"), html! { (texts::date(deadline(round, invitation), language)) }),
    ]
}

fn address(round: &Round, invitation: &Invitation, answer: &str) -> String {
    format!("/rounds/{}/posts/{}/extension-request/{answer}", round.key, invitation.id)
}

/// More time until the day that was asked for, or until another.
fn yes(
    (round, invitation): (&Round, &Invitation),
    request: &ExtensionRequest,
    (answered, fault): (&Answered, Option<&str>),
    language: Language,
) -> Markup {
    let action = address(round, invitation, "granting");
    let word = tr!(language, "word-error");
    let offered = offered_day(request, round, answered.now);
    let latest = texts::date(latest_day(round), language);
    let field = Field {
        name: "last_day",
        label: &tr!(language, "rounds-extension-day"),
        hint: Some(&tr!(
            language,
            "extension-request-day-hint",
            day = texts::date(round.closes_on, language),
            latest = latest
        )),
        error: fault.map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let another = html! {
        (ui::form(&action, html! {
            (ui::hidden("request", request.id.as_str()))
            (ui::text_input(&field, &Input { kind: "date", value: &answered.last_day, autocomplete: None }))
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "extension-request-give-day"))))
        }))
    };
    let summary = tr!(language, "extension-request-another");
    html! {
        (ui::heading(Level::Two, "yes", &tr!(language, "extension-request-yes")))
        p { (tr!(language, "extension-request-final")) }
        @if let Some(day) = offered {
            @let text = tr!(language, "extension-request-give", day = texts::date(day, language));
            @let fields = [("request", request.id.as_str()), ("last_day", &day.to_string())];
            (ui::button_group(ui::post_button(Button::Primary, NavItem { href: &action, text: &text }, &fields)))
        }
        @if fault.is_some() || offered.is_none() { (another) } @else { (ui::details(&summary, another)) }
    }
}

/// No more time, with a sentence that says why.
fn no(
    (round, invitation): (&Round, &Invitation),
    request: &ExtensionRequest,
    (answered, fault): (&Answered, Option<&str>),
    language: Language,
) -> Markup {
    let word = tr!(language, "word-error");
    let limit = tr!(language, "answer-limit", limit = i64::try_from(MOST_CHARACTERS).unwrap_or(i64::MAX));
    let no_cpr = tr!(language, "answer-no-cpr");
    let field = Field {
        name: "because",
        label: &tr!(language, "extension-request-because"),
        hint: Some(&tr!(language, "extension-request-because-hint")),
        error: fault.map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let area =
        ui::Area { value: &answered.because, rows: 3, limit: Some(ui::Limit { max: MOST_CHARACTERS, text: &limit }) };
    html! {
        (ui::heading(Level::Two, "no", &tr!(language, "extension-request-no")))
        (ui::form(&address(round, invitation, "declining"), html! {
            (ui::hidden("request", request.id.as_str()))
            (ui::textarea(&field, &area))
            @if answered.is_no_cpr || answered.text == Some(TextFault::Cpr) {
                (ui::checkbox(
                    "no_cpr",
                    &ui::Choice { value: "ja", label: &no_cpr, hint: None, chosen: answered.is_no_cpr },
                ))
            }
            (ui::button_group(ui::submit(Button::Secondary, &tr!(language, "extension-request-decline"))))
        }))
    }
}

/// What became of a request that waits no more.
fn outcome((round, invitation): (&Round, &Invitation), request: &ExtensionRequest, language: Language) -> Markup {
    let given = texts::date(deadline(round, invitation), language);
    html! {
        @if invitation.extended_to.is_some() { (tr!(language, "extension-request-granted", day = given)) }
        @else if let Some(because) = &request.declined_because {
            (tr!(language, "extension-request-declined")) " " span .pj-written { (because) }
        }
        @else if invitation.handed_in_at.is_some() { (tr!(language, "extension-request-handed-in")) }
        @else { (tr!(language, "extension-request-over")) }
    }
}
