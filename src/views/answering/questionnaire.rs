//! The whole questionnaire on one page, for paper: every section and question with its help, its options and the
//! answer so far.

use maud::{Markup, html};

use super::answers::meanings;
use super::respondent::{area_name, count, deadline, link, page};
use super::sections::written_to;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::answering::sharing::totals;
use crate::domain::base::days::day_in_denmark;
use crate::domain::catalogue::{Measure, OptionIndex, Question, QuestionIndex};
use crate::texts;
use crate::views::ui::{self, Level, PaperOption};

/// The page.
pub fn show(respondent: &Respondent, all: &[SectionProgress]) -> Markup {
    let language = respondent.language;
    let invitation = &respondent.invitation;
    let title = tr!(language, "paper-title", post = invitation.post.as_str());
    let back = (respondent.href(""), tr!(language, "paper-back"));
    let (answered, questions) = totals(all);
    let today = texts::date(day_in_denmark(respondent.now), language);
    let lead = tr!(
        language,
        "paper-lead",
        round = respondent.round.key.as_str(),
        answered = count(answered),
        questions = count(questions),
        deadline = deadline(respondent)
    );
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading_with_lead(&title, html! {
            @if !invitation.department.is_empty() { (invitation.department) ", " }
            (invitation.municipality_code.authority()) ". " (lead)
        }))
        (ui::button_group(ui::print_button(&tr!(language, "section-print"))))
        p { (tr!(language, "paper-as-of", day = today)) }
        (in_general(respondent, all))
        @for progress in all { (section(respondent, progress)) }
    };
    page(respondent, "/udskrift", &title, body)
}

/// What the answers mean where a question says nothing of its own.
fn in_general(respondent: &Respondent, all: &[SectionProgress]) -> Markup {
    let questions = &respondent.edition.questions;
    let asked = all.iter().flat_map(|progress| &progress.questions).map(|index| &questions[*index]);
    let plain = |question: &&Question| question.measure == Measure::Implementation && question.help.is_empty();
    let Some(question) = asked.into_iter().find(plain) else { return Markup::default() };
    html! {
        (ui::heading(Level::Two, "svarene", &tr!(respondent.language, "paper-meanings")))
        (meanings(respondent, question))
    }
}

fn section(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let area = progress.area();
    let state = match progress.section.handed_in_at {
        Some(at) => tr!(language, "paper-handed-in", day = texts::date(day_in_denmark(at), language)),
        None => tr!(language, "paper-draft"),
    };
    let helper = progress.section.helper_name.as_deref().filter(|name| !name.is_empty() && !respondent.is_helper());
    let package = |index: &QuestionIndex| respondent.edition.questions[*index].package;
    let mut number = 0;
    let packages: Vec<(String, Vec<(usize, QuestionIndex)>)> = progress
        .questions
        .chunk_by(|one, next| package(one) == package(next))
        .map(|questions| {
            let found = package(&questions[0]).and_then(|index| respondent.edition.packages.get(index));
            let name = match found {
                Some(package) => package.title.in_language(language).to_owned(),
                None => tr!(language, "answer-general"),
            };
            let numbered = questions.iter().map(|question| {
                number += 1;
                (number, *question)
            });
            (name, numbered.collect())
        })
        .collect();
    ui::paper_section(html! {
        (ui::heading(Level::Two, area.as_str(), area_name(respondent, area)))
        p {
            (state)
            @if let Some(name) = helper { " " (tr!(language, "section-to-helper", name = name)) "." }
        }
        @for (index, (name, questions)) in packages.iter().enumerate() {
            (ui::heading(Level::Three, &format!("{area}-{index}"), name))
            @for (number, question) in questions {
                (one(respondent, progress, (*number, *question)))
            }
        }
    })
}

/// What is answered so far: as it was handed in, else as it is saved.
fn chosen(progress: &SectionProgress, question: QuestionIndex) -> Option<OptionIndex> {
    match progress.is_handed_in() {
        true => progress.returned().into_iter().find(|(answered, _)| *answered == question).map(|(_, option)| option),
        false => progress.answers.get(&question).and_then(Answer::choice),
    }
}

fn one(respondent: &Respondent, progress: &SectionProgress, (number, index): (usize, QuestionIndex)) -> Markup {
    let (language, area) = (respondent.language, progress.area());
    let answer = progress.answers.get(&index);
    let edition = &respondent.edition;
    let question = &edition.questions[index];
    let text = format!("{number}. {}", edition.question_text(question, area, language));
    let chosen = chosen(progress, index);
    let scale = edition.scale_of(question);
    let options: Vec<PaperOption> = scale
        .options
        .iter()
        .enumerate()
        .map(|(index, option)| PaperOption {
            label: option.label.in_language(language),
            help: question.help_for(&option.key).map(|text| text.in_language(language)),
            chosen: chosen == Some(index),
        })
        .collect();
    ui::paper_question(
        &text,
        html! {
            @if let Some(recommendation) = edition.recommendation_of(question) {
                p { (tr!(language, "paper-recommendation")) " " (recommendation.title.in_language(language)) }
            }
            @if let Some(hint) = &question.hint { p { (hint.in_language(language)) } }
            (ui::paper_options(&tr!(language, "paper-chosen"), &options))
            @if let Some(answer) = answer { (written_to(answer, language)) }
        },
    )
}
