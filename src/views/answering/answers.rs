//! A section: its questions to be answered, or its answers to be read.

mod faults;
mod fields;
mod gaps;
mod preview;
mod question;
mod repeated;
mod understanding;

use std::collections::HashMap;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::handovers;
use super::respondent::progress;
use super::respondent::{area_name, count, deadline, holder, link, page, section_path};
use super::sections;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::drafts::{Base, Draft};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::views::ui;
use faults::summary;
pub use faults::{describe_conflict, describe_fault, saved_message, writer};
use gaps::{QUESTIONS, filled};
pub use preview::preview;
use question::Asked;
use repeated::Repeated;
pub(super) use understanding::meanings;

/// What was answered to a question in an earlier round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previous {
    /// The round's key.
    pub round: String,
    /// What was chosen, in the visitor's language.
    pub option: String,
    /// The post's title then.
    pub post: String,
    /// The day it was handed in, where that is known.
    pub on: Option<NaiveDate>,
    /// The question as it was worded then, where the words have changed.
    pub wording: Option<String>,
    /// What was written to it.
    pub written: Written,
}

/// What somebody wrote to an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Why, where the option asked for a reason.
    pub reason: Option<String>,
    /// The comment for the consultant.
    pub comment: Option<String>,
    /// The comment that may be quoted.
    pub quote: Option<String>,
}

impl From<&Answer> for Written {
    fn from(answer: &Answer) -> Written {
        Written { reason: answer.reason.clone(), comment: answer.comment.clone(), quote: answer.quote.clone() }
    }
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
    /// The question whose comments are to be written now.
    pub opened: Option<QuestionIndex>,
}

/// What the button says that adds the fields for comments to a question; its value is the question's number.
pub const ADDED: &str = "bemaerk";

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
    (all, current): (&[SectionProgress], usize),
    previous: &AllPrevious,
    unsaved: &Unsaved,
) -> Markup {
    let standing = &all[current];
    let around_questions = Around { repeated: Repeated::of(respondent), previous, unsaved };
    let area = standing.area();
    let name = area_name(respondent, area);
    let back = (respondent.href("/overblik"), tr!(respondent.language, "section-overview"));
    let may_write = respondent.closed().is_none() && !standing.is_handed_in();
    let content = html! {
        @if may_write {
            (summary(respondent, standing, unsaved))
            (step_of(respondent, all.len(), current))
            (ui::page_heading_with_lead(name, lead(respondent, standing)))
            (form(respondent, standing, &around_questions.repeated))
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
        true => format!("{}: {name}", tr!(respondent.language, "word-error")),
        false => name.to_owned(),
    };
    let around = page(respondent, &section_path(area), &title, body);
    let questions = (0..standing.questions.len()).map(|index| one(respondent, standing, &around_questions, index));
    filled(around, questions)
}

/// What the questions of a page are drawn with.
struct Around<'a> {
    repeated: Repeated,
    previous: &'a AllPrevious,
    unsaved: &'a Unsaved,
}

/// One question of a section, under its package's name where it is the first.
fn one(respondent: &Respondent, standing: &SectionProgress, around: &Around, index: usize) -> Markup {
    let question = &standing.questions[index];
    let asked = Asked {
        index,
        question: *question,
        stored: standing.answers.get(question),
        previous: around.previous.get(question),
        draft: around.unsaved.draft(*question),
        conflict: around.unsaved.conflict(*question),
        is_missing: around.unsaved.missing.contains(question),
        is_opened: around.unsaved.opened == Some(*question),
    };
    html! {
        (heading(respondent, standing, index))
        (question::show(respondent, &around.repeated, standing.area(), &asked))
    }
}

fn lead(respondent: &Respondent, standing: &SectionProgress) -> Markup {
    let language = respondent.language;
    let questions = count(standing.questions.len());
    let deadline = deadline(respondent);
    let lead = match respondent.minutes(standing.questions.len()) {
        Some(minutes) => {
            tr!(language, "answer-lead-minutes", questions = questions, minutes = count(minutes), deadline = deadline)
        }
        None => tr!(language, "answer-lead", questions = questions, deadline = deadline),
    };
    html! {
        (lead)
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
fn steps(respondent: &Respondent, all: &[SectionProgress], current: usize) -> Markup {
    let language = respondent.language;
    let (done, last) = (tr!(language, "section-handed-in"), tr!(language, "section-summary"));
    let hrefs: Vec<String> = all.iter().map(|standing| respondent.href(&section_path(standing.area()))).collect();
    let notes: Vec<Option<String>> =
        all.iter().map(|standing| (standing.answered() > 0).then(|| progress(respondent, standing))).collect();
    let mut steps: Vec<ui::Step> = all
        .iter()
        .enumerate()
        .map(|(index, standing)| ui::Step {
            text: area_name(respondent, standing.area()),
            href: Some(&hrefs[index]),
            state: if standing.is_handed_in() { ui::StepState::Done(&done) } else { ui::StepState::Open },
            note: notes[index].as_deref(),
        })
        .collect();
    let summary = respondent.href("/indsend");
    steps.push(ui::Step { text: &last, href: Some(&summary), state: ui::StepState::Open, note: None });
    ui::steps(&tr!(language, "answer-steps"), &steps, current)
}

fn form(respondent: &Respondent, standing: &SectionProgress, repeated: &Repeated) -> Markup {
    let language = respondent.language;
    let action = respondent.href(&section_path(standing.area()));
    let draft = format!("{action}/kladde");
    if standing.questions.is_empty() {
        return html! { p { (tr!(language, "answer-nothing-to-answer")) } };
    }
    let done = (standing.answered(), standing.questions.len());
    ui::autosaved_form(
        &action,
        &draft,
        html! {
            (ui::pressed_by_enter())
            (ui::kept_offer(
                &tr!(language, "word-warning"),
                &tr!(language, "answer-kept"),
                (&tr!(language, "answer-kept-restore"), &tr!(language, "answer-kept-drop")),
            ))
            (ui::progress_text(&progress(respondent, standing), done))
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "answer-privacy")) }))
            (QUESTIONS)
            (repeated.templates(respondent, standing))
            (ui::folded_template(&tr!(language, "answer-answer"), &tr!(language, "section-change")))
            (ui::conflict_template(&tr!(language, "word-warning")))
            (ui::autosave_status(&tr!(language, "answer-autosave-failed"), &tr!(language, "answer-autosave-stopped")))
            (ui::button_group(html! {
                (ui::submit(ui::Button::Primary, &tr!(language, "answer-save")))
                (ui::submit_as(ui::Button::Secondary, &tr!(language, "answer-save-later"), ("videre", "senere")))
            }))
        },
    )
}

/// The package's name above the first of its questions.
fn heading(respondent: &Respondent, standing: &SectionProgress, index: usize) -> Markup {
    let package_of = |index: usize| respondent.edition.questions[standing.questions[index]].package;
    let package = package_of(index);
    if index > 0 && package_of(index - 1) == package {
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

fn after_form(respondent: &Respondent, standing: &SectionProgress) -> Markup {
    let language = respondent.language;
    if respondent.is_helper() {
        return handovers::being_done(respondent, standing);
    }
    let href = respondent.href(&format!("{}/overdragelse", section_path(standing.area())));
    let text = match &standing.section.helper_name {
        Some(name) => tr!(language, "section-to-helper", name = name.as_str()),
        None => tr!(language, "handover-section"),
    };
    html! { p .pj-after-form { (ui::icon_link(ui::Icon::Persons, link(&(href, text)))) } }
}

/// Which state of an answer a form builds on, as `("r12", "3.9ae16a3b")`.
pub fn base_field((question, base): &(QuestionIndex, Base)) -> (String, String) {
    (format!("r{question}"), base.to_string())
}
