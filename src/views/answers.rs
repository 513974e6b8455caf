//! A section: its questions to be answered, or its answers to be read.

mod question;

use std::collections::HashMap;

use maud::{Markup, html};

use super::respondent::{area_name, count, deadline, holder, link, page, section_path, time};
use super::{sections, ui};
use crate::domain::answers::{Answer, TEXT_LIMIT};
use crate::domain::catalogue::QuestionIndex;
use crate::domain::drafts::{Base, Draft, DraftFault};
use crate::domain::respondents::{Respondent, SECONDS_A_QUESTION, minutes};
use crate::domain::standings::Standing;
use question::{Asked, Words};

/// What was answered to a question in an earlier round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// The round's key.
    pub round: String,
    /// What was chosen, in the visitor's language.
    pub option: String,
    /// The post's title then.
    pub post: String,
    /// What was written to it.
    pub comment: Option<String>,
}

/// The earlier answers by question.
pub type AllPrevious = HashMap<QuestionIndex, Previous>;

/// What of a save could not be stored.
#[derive(Debug, Clone, Default)]
pub struct Unsaved {
    /// As it was typed.
    pub drafts: Vec<Draft>,
    /// What somebody else wrote meanwhile.
    pub conflicts: Vec<Answer>,
}

impl Unsaved {
    fn draft(&self, question: QuestionIndex) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.question == question)
    }

    fn conflict(&self, question: QuestionIndex) -> Option<&Answer> {
        self.conflicts.iter().find(|answer| answer.question() == question)
    }
}

/// The page of the section at `current` among all that the link opens.
pub fn show(
    respondent: &Respondent,
    (all, current): (&[Standing], usize),
    previous: &AllPrevious,
    unsaved: &Unsaved,
) -> Markup {
    let standing = &all[current];
    let area = standing.area();
    let name = area_name(respondent, area);
    let back = (respondent.href("/overblik"), tr!(respondent.language, "section-overview"));
    let may_write = respondent.closed().is_none() && !standing.is_handed_in();
    let content = html! {
        @if may_write {
            (summary(respondent, standing, unsaved))
            (step_of(respondent, all.len(), current))
            (ui::page_heading_with_lead(name, html! { (lead(respondent, standing)) }))
            (form(respondent, standing, previous, unsaved))
            (after_form(respondent, standing))
        } @else {
            (ui::page_heading(name))
            (sections::read_only(respondent, standing))
        }
    };
    let body = html! {
        (ui::back_link(link(&back)))
        @if respondent.is_helper() { (content) } @else {
            (ui::with_aside(content, steps(respondent, all, current)))
        }
    };
    let title = if unsaved.drafts.is_empty() {
        name.to_owned()
    } else {
        format!("{}: {name}", tr!(respondent.language, "answer-word-error"))
    };
    page(respondent, &section_path(area), &title, body)
}

fn lead(respondent: &Respondent, standing: &Standing) -> String {
    let questions = count(standing.questions.len());
    let minutes = count(minutes(standing.questions.len(), SECONDS_A_QUESTION));
    tr!(respondent.language, "answer-lead", questions = questions, minutes = minutes, deadline = deadline(respondent))
}

fn step_of(respondent: &Respondent, sections: usize, current: usize) -> Markup {
    if respondent.is_helper() {
        return Markup::default();
    }
    let (step, steps) = (count(current + 1), count(sections + 1));
    ui::step_of(&tr!(respondent.language, "answer-step", step = step, steps = steps))
}

/// The sections one after another, and handing in as the last step.
fn steps(respondent: &Respondent, all: &[Standing], current: usize) -> Markup {
    let language = respondent.language;
    let (done, last) = (tr!(language, "section-handed-in"), tr!(language, "section-summary"));
    let hrefs: Vec<String> = all.iter().map(|standing| respondent.href(&section_path(standing.area()))).collect();
    let notes: Vec<Option<String>> =
        all.iter().map(|standing| (standing.answered() > 0).then(|| progress(respondent, standing))).collect();
    let mut steps: Vec<ui::Step> = all
        .iter()
        .enumerate()
        .map(|(place, standing)| ui::Step {
            text: area_name(respondent, standing.area()),
            href: Some(&hrefs[place]),
            state: if standing.is_handed_in() { ui::StepState::Done(&done) } else { ui::StepState::Open },
            note: notes[place].as_deref(),
        })
        .collect();
    let summary = respondent.href("/indsend");
    steps.push(ui::Step { text: &last, href: Some(&summary), state: ui::StepState::Open, note: None });
    ui::steps(&tr!(language, "answer-steps"), &steps, current)
}

/// "12 of 31 answered".
pub fn progress(respondent: &Respondent, standing: &Standing) -> String {
    let (answered, questions) = (count(standing.answered()), count(standing.questions.len()));
    tr!(respondent.language, "answer-progress", answered = answered, questions = questions)
}

fn form(respondent: &Respondent, standing: &Standing, previous: &AllPrevious, unsaved: &Unsaved) -> Markup {
    let language = respondent.language;
    let action = respondent.href(&section_path(standing.area()));
    let draft = format!("{action}/kladde");
    let words = Words::of(language);
    if standing.questions.is_empty() {
        return html! { p { (tr!(language, "answer-nothing-to-answer")) } };
    }
    let done = (standing.answered(), standing.questions.len());
    ui::autosaved_form(
        &action,
        &draft,
        html! {
            (ui::kept_offer(
                &words.warning,
                &tr!(language, "answer-kept"),
                (&tr!(language, "answer-kept-restore"), &tr!(language, "answer-kept-drop")),
            ))
            (ui::progress_text(&progress(respondent, standing), done))
            (ui::notice(ui::Kind::Info, &words.info, html! { (tr!(language, "answer-privacy")) }))
            @for (place, question) in standing.questions.iter().enumerate() {
                (heading(respondent, standing, place))
                (question::show(respondent, &words, standing.area(), &Asked {
                    place,
                    question: *question,
                    stored: standing.answers.get(question),
                    previous: previous.get(question),
                    draft: unsaved.draft(*question),
                    conflict: unsaved.conflict(*question),
                }))
            }
            (ui::autosave_status(&tr!(language, "answer-autosave-failed"), &tr!(language, "answer-autosave-stopped")))
            (ui::button_group(html! {
                (ui::submit(ui::Button::Primary, &tr!(language, "answer-save")))
                (ui::submit_as(ui::Button::Secondary, &tr!(language, "answer-save-later"), ("videre", "senere")))
            }))
        },
    )
}

/// The package's name above the first of its questions.
fn heading(respondent: &Respondent, standing: &Standing, place: usize) -> Markup {
    let package_of = |place: usize| respondent.edition.questions[standing.questions[place]].package;
    let package = package_of(place);
    if place > 0 && package_of(place - 1) == package {
        return Markup::default();
    }
    match package.and_then(|package| respondent.edition.packages.get(package)) {
        Some(package) => {
            let id = format!("pakke-{}", package.key);
            ui::heading(ui::Level::Two, &id, package.title.in_language(respondent.language))
        }
        None => ui::heading(ui::Level::Two, "pakke", &tr!(respondent.language, "answer-general")),
    }
}

fn after_form(respondent: &Respondent, standing: &Standing) -> Markup {
    let language = respondent.language;
    if respondent.is_helper() {
        return html! { p { (tr!(language, "section-helper-done", name = holder(respondent))) } };
    }
    let href = respondent.href(&format!("{}/overdragelse", section_path(standing.area())));
    let text = match &standing.section.helper_name {
        Some(name) => tr!(language, "section-to-helper", name = name.as_str()),
        None => tr!(language, "handover-section"),
    };
    html! { p .pj-after-form { (ui::icon_link(ui::Icon::Persons, link(&(href, text)))) } }
}

/// Everything that was not stored, each with a link to its question.
fn summary(respondent: &Respondent, standing: &Standing, unsaved: &Unsaved) -> Markup {
    if unsaved.drafts.is_empty() {
        return Markup::default();
    }
    let language = respondent.language;
    let heading = match unsaved.conflicts.is_empty() {
        true => tr!(language, "answer-fault-summary"),
        false => tr!(language, "answer-conflict-summary"),
    };
    let texts: Vec<(String, String)> = unsaved
        .drafts
        .iter()
        .map(|draft| {
            let place = standing.questions.iter().position(|question| *question == draft.question);
            let number = count(place.unwrap_or_default() + 1);
            fault_link(respondent, draft, unsaved.conflict(draft.question), number)
        })
        .collect();
    let errors: Vec<ui::NavItem> = texts.iter().map(link).collect();
    ui::error_summary(&tr!(language, "answer-word-error"), &heading, &errors)
}

fn fault_link(respondent: &Respondent, draft: &Draft, conflict: Option<&Answer>, number: i64) -> (String, String) {
    let (language, question) = (respondent.language, draft.question);
    let long = |field: char| (format!("#{field}{question}"), tr!(language, "answer-fault-long-link", number = number));
    match (draft.fault, conflict) {
        (Some(DraftFault::LongReason), _) => long('b'),
        (Some(DraftFault::LongComment), _) => long('k'),
        (Some(DraftFault::LongQuote), _) => long('c'),
        (Some(DraftFault::UnknownQuestion), _) => ("#main-content".to_owned(), tr!(language, "answer-fault-question")),
        (_, Some(theirs)) => {
            let text = tr!(language, "answer-conflict-link", number = number, name = writer(respondent, theirs));
            (format!("#q{question}"), text)
        }
        _ => (format!("#q{question}"), tr!(language, "answer-fault-option-link", number = number)),
    }
}

/// The short sentence for a fault, as it stands at its field.
pub fn describe_fault(respondent: &Respondent, fault: DraftFault) -> String {
    let language = respondent.language;
    match fault {
        DraftFault::UnknownQuestion => tr!(language, "answer-fault-question"),
        DraftFault::UnknownOption => tr!(language, "answer-fault-option"),
        DraftFault::LongReason | DraftFault::LongComment | DraftFault::LongQuote => {
            tr!(language, "answer-fault-long", limit = count(TEXT_LIMIT))
        }
    }
}

/// Who wrote an answer.
pub fn writer<'a>(respondent: &'a Respondent, answer: &'a Answer) -> &'a str {
    answer.writer.as_deref().unwrap_or_else(|| holder(respondent))
}

/// What somebody else wrote meanwhile, in one sentence.
pub fn describe_conflict(respondent: &Respondent, theirs: &Answer) -> String {
    let language = respondent.language;
    let option = question::option_label(respondent, theirs).unwrap_or_else(|| tr!(language, "answer-nothing-chosen"));
    let written = [&theirs.reason, &theirs.comment, &theirs.quote].into_iter().flatten();
    let said = written.fold(option, |said, text| format!("{said} \u{201c}{text}\u{201d}"));
    tr!(language, "answer-conflict", name = writer(respondent, theirs), answer = said)
}

/// "Saved at 14:02", and the first fault where there is one.
pub fn saved_message(respondent: &Respondent, standing: &[QuestionIndex], drafts: &[Draft]) -> String {
    let (language, time) = (respondent.language, time(respondent.now, respondent.language));
    let faulty = drafts.iter().find_map(|draft| Some((draft.question, draft.fault?)));
    let Some((question, fault)) = faulty else { return tr!(language, "answer-saved", time = time) };
    let number = count(standing.iter().position(|known| *known == question).map_or(0, |place| place + 1));
    let fault = describe_fault(respondent, fault);
    tr!(language, "answer-saved-not-all", time = time, number = number, fault = fault)
}

/// Which state of an answer a form builds on, as `("r12", "3.9ae16a3b")`.
pub fn base_field((question, base): &(QuestionIndex, Base)) -> (String, String) {
    (format!("r{question}"), base.to_string())
}
