//! The answers of a section line by line.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::answering::answers::Answer;
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;
use crate::domain::catalogue::QuestionIndex;
use crate::texts;
use crate::views::answering::answers::describe_unit_share;
use crate::views::answering::respondent::{area_name, count, section_path, time};
use crate::views::ui;

/// When a section was handed in.
pub(super) fn handed_in_at(respondent: &Respondent, progress: &SectionProgress) -> String {
    let language = respondent.language;
    progress.section.handed_in_at.map_or_else(String::new, |instant| {
        let date = texts::date(crate::domain::base::days::day_in_denmark(instant), language);
        tr!(language, "section-handed-in-at", date = date, time = time(instant, language))
    })
}

/// Every question of a section with its answer, and a link to change it while that is possible.
pub(super) fn answers(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let language = respondent.language;
    let area = progress.area();
    // What a colleague answers is changed from the page that says so.
    let is_theirs = progress.is_handed_over() && !respondent.is_helper();
    let may_change = respondent.closed().is_none() && !progress.is_handed_in() && !is_theirs;
    let change = tr!(language, "section-change");
    let path = |question| respondent.href(&section_path(progress.asked_under(question)));
    let none = tr!(language, "answer-no-answer");
    let rows: Vec<(String, String, String, QuestionIndex)> = progress
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let text = respondent.edition.question_text(&respondent.edition.questions[*question], area, language);
            let number = count(index + 1);
            let what = tr!(language, "answer-question", number = number);
            (
                format!("{number}. {text}"),
                format!("{}#{}", path(*question), progress.field('q', *question)),
                what,
                *question,
            )
        })
        .collect();
    let lines: Vec<ui::Line> = rows
        .iter()
        .map(|(label, href, what, question)| ui::Line {
            label,
            value: answer(respondent, progress.answers.get(question), &none),
            edit: may_change.then_some(ui::Edit { href, text: &change, what }),
        })
        .collect();
    ui::structured_list(&tr!(language, "section-your-answers", area = area_name(respondent, area)), &lines)
}

fn answer(respondent: &Respondent, answer: Option<&Answer>, none: &str) -> Markup {
    let language = respondent.language;
    let Some(answer) = answer else { return html! { (none) } };
    let question = &respondent.edition.questions[answer.question()];
    let option = answer.choice().and_then(|choice| respondent.edition.scale_of(question).options.get(choice));
    html! {
        @match option {
            Some(option) => (option.label.in_language(language)),
            None => (none),
        }
        (written_to(answer, language))
    }
}

/// What was written to an answer, and by whom where it was a colleague.
pub fn written_to(answer: &Answer, language: Language) -> Markup {
    html! {
        @if let Some(share) = answer.unit_share { p .pj-written { (describe_unit_share(share, language)) } }
        @if let Some(text) = &answer.reason { (written(&tr!(language, "answer-reason"), text)) }
        @if let Some(text) = &answer.comment { (written(&tr!(language, "answer-comment"), text)) }
        @if let Some(text) = &answer.quote { (written(&tr!(language, "answer-quote"), text)) }
        @if let Some(name) = &answer.writer { p .pj-written { (tr!(language, "answer-by", name = name.as_str())) } }
    }
}

fn written(label: &str, text: &str) -> Markup {
    html! { p .pj-written { (label) ": " (text) } }
}
