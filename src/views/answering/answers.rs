//! A section: its questions to be answered, or its answers to be read.

mod faults;
mod fields;
mod gaps;
mod placing;
mod preview;
mod question;
mod repeated;
mod setback;
mod told;
mod understanding;
mod units;

use maud::{Markup, html};

use super::handovers;
use super::respondent::progress_of;
use super::respondent::{area_name, count, deadline, holder, link, page, section_path};
use super::sections;
use crate::domain::answering::drafts::{Base, Place, field_name};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::sharing::next_asking;
use crate::domain::catalogue::QuestionIndex;
use crate::views::ui;
use faults::summary;
pub use faults::{describe_conflict, describe_conflict_in, describe_fault, saved_message, writer};
use gaps::{QUESTIONS, filled};
use placing::{Around, asked_elsewhere, is_in_place, left_out, one};
pub use preview::preview;
use repeated::Repeated;
pub use told::*;
pub(super) use understanding::meanings;
pub use units::describe_unit_share;

/// The page of the section at `current` among all that the link opens.
pub fn show(
    respondent: &Respondent,
    (all, current): (&[SectionProgress], usize),
    previous: &AllPrevious,
    unsaved: &Unsaved,
) -> Markup {
    let progress = &all[current];
    let around_questions = Around { repeated: Repeated::of(respondent), previous, unsaved };
    let area = progress.area();
    let name = area_name(respondent, area);
    let back = (respondent.href("/overblik"), tr!(respondent.language, "section-overview"));
    let may_write = respondent.closed().is_none() && !progress.is_handed_in();
    let content = html! {
        @if may_write {
            (left_out(respondent, unsaved))
            (summary(respondent, (all, current), unsaved))
            (step_of(respondent, all.len(), current))
            (ui::page_heading_with_lead(name, lead(respondent, progress)))
            (form(respondent, (all, current), &around_questions))
            (after_form(respondent, progress))
        } @else {
            (ui::page_heading(name))
            (sections::read_only(respondent, progress))
        }
    };
    let body = html! {
        (ui::back_link(link(&back)))
        @if respondent.is_helper() { (content) } @else {
            (ui::with_aside(content, steps(respondent, all, current)))
        }
    };
    let has_faults = !unsaved.is_empty() || (may_write && !unsaved.missing.is_empty());
    let title = match has_faults {
        true => format!("{}: {name}", tr!(respondent.language, "word-error")),
        false => name.to_owned(),
    };
    let around = page(respondent, &section_path(area), &title, body);
    let shown = (0..progress.questions.len()).filter(|index| is_in_place(progress, *index)).collect::<Vec<_>>();
    let questions = shown.iter().map(|index| one(respondent, (all, current), &around_questions, *index));
    filled(around, questions)
}

fn lead(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let asked = progress.asked();
    let questions = count(asked);
    let deadline = deadline(respondent);
    let lead = match respondent.minutes(asked) {
        _ if asked == 0 && !progress.questions.is_empty() => return html! { (tr!(language, "once-all-elsewhere")) },
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
    let hrefs: Vec<String> = all.iter().map(|progress| respondent.href(&section_path(progress.area()))).collect();
    let notes: Vec<Option<String>> =
        all.iter().map(|progress| (progress.answered() > 0).then(|| progress_of(respondent, progress))).collect();
    let mut steps: Vec<ui::Step> = all
        .iter()
        .enumerate()
        .map(|(index, progress)| ui::Step {
            text: area_name(respondent, progress.area()),
            href: Some(&hrefs[index]),
            state: if progress.is_handed_in() { ui::StepState::Done(&done) } else { ui::StepState::Open },
            note: notes[index].as_deref(),
        })
        .collect();
    let summary = respondent.href("/indsend");
    steps.push(ui::Step { text: &last, href: Some(&summary), state: ui::StepState::Open, note: None });
    ui::steps(&tr!(language, "answer-steps"), &steps, current)
}

fn form(respondent: &Respondent, (all, current): (&[SectionProgress], usize), around: &Around) -> Markup {
    let language = respondent.language;
    let progress = &all[current];
    let action = respondent.href(&section_path(progress.area()));
    let draft = format!("{action}/kladde");
    if progress.questions.is_empty() {
        return html! { p { (tr!(language, "answer-nothing-to-answer")) } };
    }
    let done = (progress.answered(), progress.questions.len());
    if progress.asked() == 0 {
        let next = next_asking(all, current);
        let href = respondent.href(&next.map_or("/indsend".to_owned(), |next| section_path(next.area())));
        let text = next.map_or(tr!(language, "section-summary"), |next| area_name(respondent, next.area()).to_owned());
        return html! {
            (ui::progress_text(&progress_of(respondent, progress), done))
            (QUESTIONS)
            (ui::button_group(ui::link_button(ui::Button::Primary, link(&(href, text)))))
        };
    }
    let missing = progress.missing();
    let is_done_elsewhere = |question: &&QuestionIndex| !progress.asks(**question) && !missing.contains(question);
    let elsewhere = progress.questions.iter().filter(is_done_elsewhere).count();
    let apart = around.unsaved.apart.iter().filter(|question| progress.shared.contains_key(question));
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
            (ui::counted_progress(&progress_of(respondent, progress), done, elsewhere))
            (ui::notice(ui::Kind::Info, &tr!(language, "word-info"), html! { (tr!(language, "answer-privacy")) }))
            (QUESTIONS)
            (asked_elsewhere(respondent, progress))
            @for question in apart { (ui::hidden(IS_APART, &question.to_string())) }
            (around.repeated.templates(respondent, progress))
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

fn after_form(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    if respondent.is_helper() {
        return handovers::being_done(respondent, progress);
    }
    let href = respondent.href(&format!("{}/overdragelse", section_path(progress.area())));
    let text = match &progress.section.helper_name {
        Some(name) => tr!(language, "section-to-helper", name = name.as_str()),
        None => tr!(language, "handover-section"),
    };
    html! { p .pj-after-form { (ui::icon_link(ui::Icon::Persons, link(&(href, text)))) } }
}

/// Which state of an answer a form builds on, as `("r12", "3.9ae16a3b")`.
pub fn base_field((question, place, base): &(QuestionIndex, Place, Base)) -> (String, String) {
    (field_name('r', *question, *place), base.to_string())
}
