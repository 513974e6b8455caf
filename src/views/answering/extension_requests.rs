//! Asking for more time: how it stands, and the form.

use maud::{Markup, html};

use super::respondent::{closed_notice, deadline, link, page};
use crate::domain::Language;
use crate::domain::answering::respondents::Respondent;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::extension_requests::{
    DayFault, ExtensionRequest, MOST_CHARACTERS, TypedWish, WishFaults, check_asking, latest_day,
};
use crate::domain::rounds::prose::TextFault;
use crate::texts;
use crate::views::refusals::describe;
use crate::views::ui;

/// The form as somebody filled it in.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// As it was typed.
    pub typed: TypedWish,
    /// What is wrong with it.
    pub faults: WishFaults,
}

/// The page.
pub fn show(respondent: &Respondent, before: &[ExtensionRequest], attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "more-time-title");
    let back = (respondent.href(""), tr!(language, "more-time-back"));
    let may_ask = respondent.closed().is_none() && check_asking(&respondent.invitation, before).is_ok();
    let is_faulty = may_ask && attempt.faults != WishFaults::default();
    let post = respondent.invitation.post.as_str();
    let lead = tr!(language, "more-time-lead", post = post, deadline = deadline(respondent));
    let body = html! {
        (ui::back_link(link(&back)))
        @if is_faulty { (summary(attempt, language)) }
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        (standing(respondent, before))
        (closed_notice(respondent))
        @if may_ask { (form(respondent, attempt)) }
    };
    let title = if is_faulty { format!("{}: {title}", tr!(language, "word-error")) } else { title };
    page(respondent, "/mere-tid", &title, body)
}

/// What was asked and answered, in a box.
fn standing(respondent: &Respondent, before: &[ExtensionRequest]) -> Markup {
    let (language, invitation) = (respondent.language, &respondent.invitation);
    let contact = respondent.contact.as_str();
    let told = |kind, text: String, more: Markup| {
        let word = match kind {
            ui::Kind::Success => tr!(language, "word-success"),
            _ => tr!(language, "word-info"),
        };
        ui::notice(kind, &word, html! { (text) (more) })
    };
    if invitation.extended_to.is_some() {
        return told(
            ui::Kind::Success,
            tr!(language, "more-time-granted", deadline = deadline(respondent)),
            Markup::default(),
        );
    }
    if invitation.handed_in_at.is_some() {
        return told(ui::Kind::Info, tr!(language, "more-time-handed-in"), Markup::default());
    }
    let Some(newest) = before.last() else { return Markup::default() };
    match &newest.declined_because {
        Some(because) => html! {
            (told(ui::Kind::Info, tr!(language, "more-time-declined", deadline = deadline(respondent)), html! {
                @if !because.is_empty() { p .pj-written { (because) } }
            }))
            @if check_asking(invitation, before).is_err() {
                p { (tr!(language, "more-time-call")) " " a href={ "mailto:" (contact) } { (contact) } }
            }
        },
        None => {
            let asked = texts::date(day_in_denmark(newest.asked_at), language);
            let day = newest.wished_day.map(|day| texts::date(day, language));
            told(
                ui::Kind::Info,
                tr!(language, "more-time-waiting", asked = asked),
                html! {
                    p .pj-written { (tr!(language, "more-time-reason")) ": " (newest.reason) }
                    @if let Some(day) = day { p { (tr!(language, "more-time-wished", day = day)) } }
                },
            )
        }
    }
}

fn form(respondent: &Respondent, attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let word = tr!(language, "word-error");
    let Attempt { typed, faults } = attempt;
    let reason_fault = faults.reason.map(|fault| describe_text(fault, language));
    let day_fault = faults.day.as_ref().map(|fault| describe_day(fault, language));
    let latest = texts::date(latest_day(&respondent.round), language);
    let limit = tr!(language, "answer-limit", limit = i64::try_from(MOST_CHARACTERS).unwrap_or(i64::MAX));
    let reason = ui::Field {
        name: "begrundelse",
        label: &tr!(language, "more-time-reason"),
        hint: Some(&tr!(language, "more-time-reason-hint")),
        error: reason_fault.as_deref().map(|text| ui::FieldError { word: &word, text }),
        ..ui::Field::default()
    };
    let day = ui::Field {
        name: "dag",
        label: &tr!(language, "more-time-day"),
        optional: Some(&tr!(language, "answer-optional")),
        hint: Some(&tr!(language, "more-time-day-hint", latest = latest)),
        error: day_fault.as_deref().map(|text| ui::FieldError { word: &word, text }),
    };
    let no_cpr = tr!(language, "answer-no-cpr");
    let area = ui::Area {
        value: &typed.reason,
        limit: Some(ui::Limit { max: MOST_CHARACTERS, text: &limit }),
        ..ui::Area::default()
    };
    ui::form(
        &respondent.href("/mere-tid"),
        html! {
            (ui::textarea(&reason, &area))
            @if typed.is_no_cpr || faults.reason == Some(TextFault::Cpr) {
                (ui::checkbox("cpr", &ui::Choice { value: "ja", label: &no_cpr, hint: None, chosen: typed.is_no_cpr }))
            }
            (ui::text_input(&day, &ui::Input { kind: "date", value: &typed.day, autocomplete: None }))
            (ui::button_group(ui::submit(ui::Button::Primary, &tr!(language, "more-time-send"))))
        },
    )
}

fn summary(attempt: &Attempt, language: Language) -> Markup {
    let reason = attempt.faults.reason.map(|fault| describe_text(fault, language));
    let day = attempt.faults.day.as_ref().map(|fault| describe_day(fault, language));
    let errors: Vec<ui::NavItem> = [("#begrundelse", &reason), ("#dag", &day)]
        .into_iter()
        .filter_map(|(href, text)| Some(ui::NavItem { href, text: text.as_deref()? }))
        .collect();
    ui::error_summary(&tr!(language, "word-error"), &tr!(language, "more-time-mistake"), &errors)
}

/// What is wrong with a text, and what to do about it.
pub fn describe_text(fault: TextFault, language: Language) -> String {
    match fault {
        TextFault::Missing => tr!(language, "more-time-no-reason"),
        TextFault::TooLong(most) => tr!(language, "answer-limit", limit = i64::try_from(most).unwrap_or(i64::MAX)),
        TextFault::Cpr => tr!(language, "answer-fault-cpr"),
    }
}

/// What is wrong with a day, and what to do about it.
pub fn describe_day(fault: &DayFault, language: Language) -> String {
    match fault {
        DayFault::Unreadable => tr!(language, "rounds-mistake-last-day"),
        DayFault::Refused(refusal) => describe(refusal, language),
    }
}
