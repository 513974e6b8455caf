//! The calls to one post of a round: a short form for the call that was just made, and what came of those before.

use chrono::{NaiveDate, NaiveDateTime};
use maud::{Markup, html};
use url::form_urlencoded::byte_serialize;

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Field, FieldError, Input, Kind, Level, NavItem};
use super::posts::progress;
use super::reached::contact;
use super::{moment, title};
use crate::domain::Language;
use crate::domain::rounds::call_list::CallLine;
use crate::domain::rounds::calls::{Call, CallBackFault, CallFaults, CallId, CallOutcome, NOTE_LIMIT, TypedCall};
use crate::domain::rounds::invitations::{Invitation, InvitationId, deadline};
use crate::domain::rounds::prose::TextFault;
use crate::domain::rounds::{Round, RoundStatus};
use crate::texts;
use crate::views::answering::extension_requests::describe_text;

/// A post with the calls to it.
#[derive(Debug)]
pub struct PostCalls {
    /// The round.
    pub round: Round,
    /// The post as it was asked.
    pub invitation: Invitation,
    /// Whether mail to its address came back.
    pub is_bounced: bool,
    /// The calls, latest first, each with the account that called.
    pub calls: Vec<(Call, String)>,
    /// The present instant, UTC.
    pub now: NaiveDateTime,
    /// What the call list showed, where somebody comes from there.
    pub list: Option<String>,
}

/// A call as somebody typed it, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct CallForm {
    /// The call. A new one has its id before it is sent, so that a form that is sent twice is one call.
    pub id: CallId,
    /// As it was typed.
    pub typed: TypedCall,
    /// What is wrong with it.
    pub faults: CallFaults,
}

impl PostCalls {
    /// The page of the post's calls, or of one of them.
    fn address(&self, behind: &str) -> String {
        let own = address(&self.round, &self.invitation.id, behind);
        self.list.as_deref().map_or_else(|| own.clone(), |list| with_list(&own, list))
    }
}

fn address(round: &Round, invitation: &InvitationId, behind: &str) -> String {
    format!("/rounds/{}/calls/{invitation}{behind}", round.key)
}

fn with_list(address: &str, list: &str) -> String {
    format!("{address}?list={}", byte_serialize(list.as_bytes()).collect::<String>())
}

/// What came of a call, in words.
pub fn outcome_name(outcome: CallOutcome, language: Language) -> String {
    match outcome {
        CallOutcome::Reached => tr!(language, "call-outcome-reached"),
        CallOutcome::NoAnswer => tr!(language, "call-outcome-no-answer"),
        CallOutcome::WrongNumber => tr!(language, "call-outcome-wrong-number"),
        CallOutcome::AnswersSoon => tr!(language, "call-outcome-answers-soon"),
        CallOutcome::WantsCallBack => tr!(language, "call-outcome-wants-call-back"),
        CallOutcome::Declines => tr!(language, "call-outcome-declines"),
    }
}

/// The latest call to a post, for the list.
pub(super) fn latest_call(line: &CallLine, today: NaiveDate, language: Language) -> Markup {
    let Some(call) = &line.last_call else { return html! { (tr!(language, "calls-never")) } };
    html! {
        (outcome_name(call.outcome, language))
        br; (moment(call.called_at, language))
        @if let Some(day) = call.call_back_on { br; (call_back(day, today, language)) }
        @if !call.note.is_empty() { br; (call.first_words()) }
    }
}

/// The way to note a call from the list, beside the number; whoever has noted it comes back to this place.
pub(super) fn note_link(round: &Round, invitation: &Invitation, list: &str, language: Language) -> Markup {
    html! {
        a id={ "call-" (invitation.id) } href=(with_list(&address(round, &invitation.id, ""), list)) {
            (tr!(language, "calls-note")) (ui::for_screen_readers(&format!(" {}", invitation.post)))
        }
    }
}

/// The day on which to call again, as a badge once it has come.
fn call_back(day: NaiveDate, today: NaiveDate, language: Language) -> Markup {
    let text = tr!(language, "calls-call-back", day = texts::date(day, language));
    if day <= today {
        ui::badge(Kind::Warning, &text)
    } else {
        html! { (text) }
    }
}

/// The page of a post's calls.
pub fn post_calls(frame: &Frame, page: &PostCalls, form: &CallForm) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "post-calls-title", post = page.invitation.post.as_str());
    let body = html! {
        (facts(page, language))
        @if page.round.status == RoundStatus::Open {
            (ui::heading(Level::Two, "new", &tr!(language, "post-calls-new")))
            (ui::form(&address(&page.round, &page.invitation.id, ""), html! {
                (ui::hidden("call", form.id.as_str()))
                (fields(page, form, language))
            }))
        } @else {
            (ui::notice(Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "post-calls-over")) }))
        }
        (ui::heading(Level::Two, "calls", &tr!(language, "post-calls-before")))
        (history(frame, page))
    };
    whole(frame, page, (&heading, &form.faults), body)
}

/// The page on which a call of one's own is corrected or removed.
pub fn call_correction(frame: &Frame, page: &PostCalls, form: &CallForm) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "post-calls-correction", post = page.invitation.post.as_str());
    let own = format!("/{}", form.id);
    let removal = address(&page.round, &page.invitation.id, &format!("{own}/removal"));
    let remove = NavItem { href: &removal, text: &tr!(language, "post-calls-remove") };
    let list: Vec<(&str, &str)> = page.list.iter().map(|list| ("list", list.as_str())).collect();
    let body = html! {
        (ui::form(&address(&page.round, &page.invitation.id, &own), fields(page, form, language)))
        (ui::button_group(ui::post_button(Button::Tertiary, remove, &list)))
    };
    whole(frame, page, (&heading, &form.faults), body)
}

/// A page about a post's calls: the way to it, what is wrong, and the way back to the list.
fn whole(frame: &Frame, page: &PostCalls, (heading, faults): (&str, &CallFaults), body: Markup) -> Markup {
    let language = frame.language;
    let (round, word) = (&page.round, tr!(language, "word-error"));
    let [outcome, note, day] = described(faults, language);
    let faults: Vec<NavItem> = [("#outcome", &outcome), ("#note", &note), ("#call_back_on", &day)]
        .into_iter()
        .filter_map(|(href, text)| Some(NavItem { href, text: text.as_deref()? }))
        .collect();
    let list = format!("/rounds/{}/calls?{}", round.key, page.list.as_deref().unwrap_or_default());
    let (rounds, round_title) = (tr!(language, "rounds-title"), title(round, language));
    let (round_address, calls) = (format!("/rounds/{}", round.key), tr!(language, "rounds-call-list"));
    let mut above =
        vec![NavItem { href: "/rounds", text: &rounds }, NavItem { href: &round_address, text: &round_title }];
    above.extend((round.status == RoundStatus::Open).then_some(NavItem { href: &list, text: &calls }));
    let main = html! {
        @if !faults.is_empty() { (ui::error_summary(&word, &tr!(language, "post-calls-mistake"), &faults)) }
        (ui::breadcrumbs(&tr!(language, "breadcrumbs"), &above, &page.invitation.post))
        (ui::page_heading_with_lead(heading, html! {
            @if !page.invitation.department.is_empty() { (page.invitation.department) ", " }
            (page.invitation.municipality_code.authority()) "."
        }))
        (body)
    };
    let title = if faults.is_empty() { heading.to_owned() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// Whom one calls, and how far they are.
fn facts(page: &PostCalls, language: Language) -> Markup {
    let (round, invitation) = (&page.round, &page.invitation);
    let answers = format!("/rounds/{}/posts/{}", round.key, invitation.id);
    let facts = [
        (tr!(language, "rounds-holder"), contact(invitation, page.is_bounced, language)),
        (
            tr!(language, "rounds-progress"),
            html! { (progress(invitation, language)) br; a href=(answers) { (tr!(language, "post-calls-answers")) } },
        ),
        (tr!(language, "rounds-last-day"), html! { (texts::date(deadline(round, invitation), language)) }),
    ];
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(term, fact)| (term.as_str(), fact.clone())).collect();
    ui::definition_list(&facts)
}

fn described(faults: &CallFaults, language: Language) -> [Option<String>; 3] {
    let day = faults.call_back.map(|fault| match fault {
        CallBackFault::Unreadable => tr!(language, "rounds-mistake-last-day"),
        CallBackFault::Past => tr!(language, "post-calls-day-past"),
        CallBackFault::Far => tr!(language, "post-calls-day-far"),
    });
    [
        faults.has_no_outcome.then(|| tr!(language, "post-calls-no-outcome")),
        faults.note.map(|fault| describe_text(fault, language)),
        day,
    ]
}

/// What is said of a call, with the button that saves it.
fn fields(page: &PostCalls, form: &CallForm, language: Language) -> Markup {
    let CallForm { typed, faults, .. } = form;
    let (word, optional) = (tr!(language, "word-error"), tr!(language, "answer-optional"));
    let [no_outcome, bad_note, bad_day] = described(faults, language);
    let names: Vec<(&str, String)> =
        CallOutcome::ALL.iter().map(|one| (one.as_str(), outcome_name(*one, language))).collect();
    let choices: Vec<ui::Choice> = names
        .iter()
        .map(|(value, label)| ui::Choice { value, label, hint: None, chosen: typed.outcome == *value })
        .collect();
    let outcome = Field {
        name: "outcome",
        label: &tr!(language, "post-calls-outcome"),
        error: no_outcome.as_deref().map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let note = Field {
        name: "note",
        label: &tr!(language, "post-calls-note"),
        optional: Some(&optional),
        hint: Some(&tr!(language, "post-calls-note-hint")),
        error: bad_note.as_deref().map(|text| FieldError { word: &word, text }),
    };
    let day = Field {
        name: "call_back_on",
        label: &tr!(language, "post-calls-day"),
        optional: Some(&optional),
        error: bad_day.as_deref().map(|text| FieldError { word: &word, text }),
        ..Field::default()
    };
    let limit = tr!(language, "answer-limit", limit = i64::try_from(NOTE_LIMIT).unwrap_or(i64::MAX));
    let area = ui::Area { value: &typed.note, rows: 3, limit: Some(ui::Limit { max: NOTE_LIMIT, text: &limit }) };
    let no_cpr = tr!(language, "answer-no-cpr");
    html! {
        @if let Some(list) = &page.list { (ui::hidden("list", list)) }
        (ui::in_columns(ui::radios(&outcome, &choices, &ui::Slots::default())))
        (ui::textarea(&note, &area))
        @if typed.is_no_cpr || faults.note == Some(TextFault::Cpr) {
            (ui::checkbox("no_cpr", &ui::Choice { value: "ja", label: &no_cpr, hint: None, chosen: typed.is_no_cpr }))
        }
        (ui::text_input(&day, &Input { kind: "date", value: &typed.call_back_on, autocomplete: None }))
        (ui::button_group(ui::submit(Button::Primary, &tr!(language, "post-calls-save"))))
    }
}

/// The calls so far, with the way to correct one's own of today.
fn history(frame: &Frame, page: &PostCalls) -> Markup {
    let language = frame.language;
    if page.calls.is_empty() {
        return html! { p { (tr!(language, "post-calls-none")) } };
    }
    let correct = tr!(language, "post-calls-correct");
    let entry = |(call, caller): &(Call, String)| {
        let may_change = frame.staff.as_ref().is_some_and(|staff| call.may_change(&staff.id, page.now));
        let at = moment(call.called_at, language);
        let said = html! {
            strong { (outcome_name(call.outcome, language)) }
            @if let Some(day) = call.call_back_on {
                br; (tr!(language, "calls-call-back", day = texts::date(day, language)))
            }
            @if call.note.is_empty() { br; } @else { p .pj-written { (call.note) } }
            (tr!(language, "post-calls-by", caller = caller.as_str()))
            @if may_change {
                br; a href=(page.address(&format!("/{}", call.id))) { (correct) (ui::for_screen_readers(&format!(" {at}"))) }
            }
        };
        (at, said)
    };
    let entries: Vec<(String, Markup)> = page.calls.iter().map(entry).collect();
    ui::definition_list(&entries.iter().map(|(at, said)| (at.as_str(), said.clone())).collect::<Vec<_>>())
}
