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
    /// The questions that lack an answer or its reason, where the page is to point at them.
    pub missing: Vec<QuestionIndex>,
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
            (ui::page_heading_with_lead(name, lead(respondent, standing)))
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
    let has_faults = !unsaved.drafts.is_empty() || (may_write && !unsaved.missing.is_empty());
    let title = match has_faults {
        true => format!("{}: {name}", tr!(respondent.language, "answer-word-error")),
        false => name.to_owned(),
    };
    page(respondent, &section_path(area), &title, body)
}

fn lead(respondent: &Respondent, standing: &Standing) -> Markup {
    let language = respondent.language;
    let questions = count(standing.questions.len());
    let minutes = count(minutes(standing.questions.len(), SECONDS_A_QUESTION));
    html! {
        (tr!(language, "answer-lead", questions = questions, minutes = minutes, deadline = deadline(respondent)))
        " "
        (ui::by_script(&tr!(language, "answer-saves"), &tr!(language, "answer-saves-by-button")))
    }
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
                    is_missing: unsaved.missing.contains(question),
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
        return missing(respondent, standing, &unsaved.missing);
    }
    let language = respondent.language;
    let heading = match unsaved.conflicts.as_slice() {
        [] => tr!(language, "answer-fault-summary"),
        all if all.iter().all(|theirs| is_own(respondent, theirs)) => tr!(language, "answer-conflict-summary-own"),
        _ => tr!(language, "answer-conflict-summary"),
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

/// What lacks an answer or its reason, each with a link to its question.
fn missing(respondent: &Respondent, standing: &Standing, missing: &[QuestionIndex]) -> Markup {
    if missing.is_empty() {
        return Markup::default();
    }
    let language = respondent.language;
    let heading = match missing.iter().all(|question| standing.without_reason.contains(question)) {
        true => tr!(language, "answer-reason-summary"),
        false => tr!(language, "section-missing", missing = count(missing.len())),
    };
    let texts: Vec<(String, String)> = standing
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| missing.contains(question))
        .map(|(place, question)| {
            let number = count(place + 1);
            match standing.without_reason.contains(question) {
                true => (format!("#b{question}"), tr!(language, "answer-fault-reason-link", number = number)),
                false => (format!("#q{question}"), tr!(language, "answer-fault-option-link", number = number)),
            }
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
            let text = match is_own(respondent, theirs) {
                true => tr!(language, "answer-conflict-link-own", number = number),
                false => tr!(language, "answer-conflict-link", number = number, name = writer(respondent, theirs)),
            };
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
        DraftFault::NoReason => tr!(language, "answer-fault-reason"),
        DraftFault::LongReason | DraftFault::LongComment | DraftFault::LongQuote => {
            tr!(language, "answer-fault-long", limit = count(TEXT_LIMIT))
        }
    }
}

/// Who wrote an answer.
pub fn writer<'a>(respondent: &'a Respondent, answer: &'a Answer) -> &'a str {
    answer.writer.as_deref().unwrap_or_else(|| holder(respondent))
}

/// Whether an answer was written by the visitor's own link: only a working link writes, so a helper
/// meets no other helper, and the post's holder no other holder.
fn is_own(respondent: &Respondent, answer: &Answer) -> bool {
    respondent.is_helper() == answer.writer.is_some()
}

/// What somebody else, or the same link elsewhere, wrote meanwhile, in one sentence.
pub fn describe_conflict(respondent: &Respondent, theirs: &Answer) -> String {
    let language = respondent.language;
    let option = question::option_label(respondent, theirs).unwrap_or_else(|| tr!(language, "answer-nothing-chosen"));
    let written = [&theirs.reason, &theirs.comment, &theirs.quote].into_iter().flatten();
    let said = written.fold(option, |said, text| format!("{said} \u{201c}{text}\u{201d}"));
    match is_own(respondent, theirs) {
        true => tr!(language, "answer-conflict-own", answer = said),
        false => tr!(language, "answer-conflict", name = writer(respondent, theirs), answer = said),
    }
}

/// "Saved at 14:02", and the first fault or missing reason where there is one; nothing says that it is
/// saved where somebody else's answer stands against it.
pub fn saved_message(
    respondent: &Respondent,
    asked: &[QuestionIndex],
    drafts: &[Draft],
    conflicts: &[Answer],
) -> String {
    let (language, time) = (respondent.language, time(respondent.now, respondent.language));
    let number = |question| count(asked.iter().position(|known| *known == question).map_or(0, |place| place + 1));
    if let Some(theirs) = conflicts.first() {
        return tr!(language, "answer-not-saved", number = number(theirs.question()));
    }
    if let Some((question, fault)) = drafts.iter().find_map(|draft| Some((draft.question, draft.fault?))) {
        let (number, fault) = (number(question), describe_fault(respondent, fault));
        return tr!(language, "answer-saved-not-all", time = time, number = number, fault = fault);
    }
    let lacks_reason = |draft: &&Draft| {
        let question = &respondent.edition.questions[draft.question];
        let scale = respondent.edition.scale_of(question);
        draft.over(None, scale).lacks_reason(scale)
    };
    match drafts.iter().find(lacks_reason) {
        Some(draft) => tr!(language, "answer-saved-no-reason", time = time, number = number(draft.question)),
        None => tr!(language, "answer-saved", time = time),
    }
}

/// Which state of an answer a form builds on, as `("r12", "3.9ae16a3b")`.
pub fn base_field((question, base): &(QuestionIndex, Base)) -> (String, String) {
    (format!("r{question}"), base.to_string())
}
