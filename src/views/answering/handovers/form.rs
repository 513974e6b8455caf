//! The page that hands sections to a colleague, and tells what became of the section before.

use maud::{Markup, html};

use super::{Attempt, YES};
use crate::domain::Language;
use crate::domain::answering::handovers::{Handover, NOTE_LIMIT, NoteFault};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::texts::instant;
use crate::views::answering::colleague;
use crate::views::answering::respondent::{area_name, count, holder, link, page, section_path};
use crate::views::ui;

/// The page; `history` is what became of the section so far.
pub fn show(
    respondent: &Respondent,
    (all, current): (&[SectionProgress], usize),
    history: &[Handover],
    attempt: &Attempt,
) -> Markup {
    let (language, progress) = (respondent.language, &all[current]);
    let path = section_path(progress.area());
    let back = (respondent.href(&path), tr!(language, "handover-back"));
    let action = respondent.href(&format!("{path}/overdragelse"));
    let home = (respondent.href(&format!("{path}/hjemtagelse")), tr!(language, "handover-take-home"));
    let is_helper = respondent.is_helper();
    let area = area_name(respondent, progress.area());
    let title = match is_helper {
        true => tr!(language, "handover-on-title", area = area),
        false => tr!(language, "handover-section-title", area = area),
    };
    let lead = match is_helper {
        true => tr!(language, "handover-on-lead"),
        false => tr!(language, "handover-section-lead"),
    };
    let send = match is_helper {
        true => tr!(language, "handover-whole-next"),
        false => tr!(language, "handover-section-send"),
    };
    let body = html! {
        (ui::back_link(link(&back)))
        (colleague::summary(language, &errors(language, attempt)))
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        @if let (Some(name), false) = (&progress.section.helper_name, is_helper) {
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! {
                (tr!(language, "handover-current", name = name.as_str()))
                (ui::button_group(ui::post_button(ui::Button::Secondary, link(&home), &[])))
            }))
        }
        (ui::form(&action, html! {
            (colleague::fields(language, (&attempt.name, &attempt.email), &attempt.faults.colleague))
            (note(language, attempt))
            @if !is_helper { (others(respondent, (all, current), attempt)) }
            (ui::button_group(ui::submit(ui::Button::Primary, &send)))
        }))
        @if !is_helper { (chain(respondent, history)) }
    };
    page(respondent, &format!("{path}/overdragelse"), &title, body)
}

fn errors(language: Language, attempt: &Attempt) -> Vec<(String, String)> {
    let mut errors = colleague::errors(language, &attempt.faults.colleague);
    errors.extend(attempt.faults.note.map(|fault| ("#besked".to_owned(), describe(fault, language))));
    errors
}

fn describe(fault: NoteFault, language: Language) -> String {
    match fault {
        NoteFault::Long => tr!(language, "handover-note-long", most = count(NOTE_LIMIT)),
        NoteFault::Cpr => tr!(language, "handover-note-cpr"),
        NoteFault::Address => tr!(language, "handover-note-address"),
    }
}

fn note(language: Language, attempt: &Attempt) -> Markup {
    let (label, optional) = (tr!(language, "handover-note"), tr!(language, "handover-note-optional"));
    let (word, hint) = (tr!(language, "word-error"), tr!(language, "handover-note-hint"));
    let fault = attempt.faults.note.map(|fault| describe(fault, language));
    let limit = tr!(language, "handover-note-limit", most = count(NOTE_LIMIT));
    let field = ui::Field {
        name: "besked",
        label: &label,
        optional: Some(&optional),
        hint: Some(&hint),
        error: fault.as_deref().map(|text| ui::FieldError { word: &word, text }),
    };
    let area = ui::Area { value: &attempt.note, rows: 3, limit: Some(ui::Limit { max: NOTE_LIMIT, text: &limit }) };
    let no_cpr = tr!(language, "answer-no-cpr");
    html! {
        (ui::textarea(&field, &area))
        @if attempt.is_no_cpr || attempt.faults.note == Some(NoteFault::Cpr) {
            (ui::checkbox("ingen_cpr", &ui::Choice {
                value: YES,
                label: &no_cpr,
                hint: None,
                chosen: attempt.is_no_cpr,
            }))
        }
    }
}

/// The other sections that may go along by the same letter.
fn others(respondent: &Respondent, (all, current): (&[SectionProgress], usize), attempt: &Attempt) -> Markup {
    let language = respondent.language;
    let others = all.iter().enumerate().filter(|(index, other)| *index != current && !other.is_handed_in());
    let others: Vec<(&SectionProgress, Option<String>)> = others
        .map(|(_, other)| {
            let name = other.section.helper_name.as_deref();
            (other, name.map(|name| tr!(language, "section-to-helper", name = name)))
        })
        .collect();
    let choices: Vec<ui::Choice> = others
        .iter()
        .map(|(other, hint)| ui::Choice {
            value: other.section.area.as_str(),
            label: area_name(respondent, other.area()),
            hint: hint.as_deref(),
            chosen: attempt.areas.contains(&other.area()),
        })
        .collect();
    let label = tr!(language, "handover-others");
    let field = ui::Field { name: "afsnit", label: &label, ..ui::Field::default() };
    html! { @if !choices.is_empty() { (ui::checkboxes(&field, &choices, &ui::Slots::default())) } }
}

/// Who has handed the section to whom, and what became of it.
fn chain(respondent: &Respondent, history: &[Handover]) -> Markup {
    let language = respondent.language;
    html! {
        @if !history.is_empty() {
            (ui::heading(ui::Level::Two, "forloeb", &tr!(language, "handover-history")))
            ol { @for handover in history { li { (step(respondent, handover)) } } }
        }
    }
}

fn step(respondent: &Respondent, handover: &Handover) -> Markup {
    let language = respondent.language;
    let from = if handover.from_name.is_empty() { holder(respondent) } else { &handover.from_name };
    html! {
        (tr!(
            language,
            "handover-step",
            from = from,
            name = handover.name.as_str(),
            email = handover.email.as_str(),
            when = instant(handover.handed_at, language)
        ))
        @if let Some(at) = handover.done_at { " " (tr!(language, "handover-step-done", when = instant(at, language))) }
        @if let Some(at) = handover.ended_at { " " (tr!(language, "handover-step-ended", when = instant(at, language))) }
        @if !handover.note.is_empty() { p .pj-written { (tr!(language, "handover-note")) ": " (handover.note) } }
    }
}
