//! One question of the form: options, last round's answer, reason and comments.

use maud::{Markup, html};

use super::fields::{comments, reason};
use super::repeated::{LastTime, Repeated};
use super::understanding::{about, meanings, understanding};
use super::{Previous, describe_conflict, describe_fault};
use crate::domain::answering::answers::{Answer, requires_reason};
use crate::domain::answering::drafts::{Base, Draft, DraftFault, TextField};
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::QuestionIndex;
use crate::domain::{Area, Language};
use crate::views::ui;

/// A question with everything that its place on the page shows.
pub(super) struct Asked<'a> {
    /// Index in the section, from 0.
    pub index: usize,
    /// The question.
    pub question: QuestionIndex,
    /// What is stored.
    pub stored: Option<&'a Answer>,
    /// What was answered in an earlier round.
    pub previous: Option<&'a Previous>,
    /// What was typed and could not be stored.
    pub draft: Option<&'a Draft>,
    /// What somebody else wrote meanwhile.
    pub conflict: Option<&'a Answer>,
    /// Whether the page is to point at it because its answer, or the answer's reason, is missing.
    pub is_missing: bool,
    /// Whether its comments are to be written now.
    pub is_opened: bool,
}

/// The label of the option that an answer chooses.
pub(super) fn option_label(respondent: &Respondent, answer: &Answer) -> Option<String> {
    let question = respondent.edition.questions.get(answer.question())?;
    let option = respondent.edition.scale_of(question).options.get(answer.choice()?)?;
    Some(option.label.in_language(respondent.language).to_owned())
}

pub(super) fn show(respondent: &Respondent, repeated: &Repeated, area: Area, asked: &Asked) -> Markup {
    let (language, words) = (respondent.language, &repeated.words);
    let question = &respondent.edition.questions[asked.question];
    let scale = respondent.edition.scale_of(question);
    let shown = match asked.draft {
        Some(draft) => draft.over(asked.stored, scale),
        None => asked.stored.cloned().unwrap_or_default(),
    };
    let number = asked.question.to_string();
    let name = format!("q{number}");
    let label = format!("{}. {}", asked.index + 1, respondent.edition.question_text(question, area, language));
    let chosen = (question.scale, shown.choice());
    let options = repeated.options(respondent, &number, chosen);
    let meanings = match question.help.is_empty() {
        true => repeated.meanings(respondent, question),
        false => meanings(respondent, question),
    };
    let missing = match shown.choice {
        None => DraftFault::UnknownOption,
        Some(_) => DraftFault::NoReason,
    };
    let fault = asked.draft.and_then(|draft| draft.fault).or(asked.is_missing.then_some(missing));
    let is_doubted = matches!(fault, Some(DraftFault::Cpr(_)));
    let fault_text = fault.map(|fault| describe_fault(respondent, fault));
    let error = |wanted: DraftFault| {
        let text = fault_text.as_deref().filter(|_| fault == Some(wanted))?;
        Some(ui::FieldError { word: &words.error, text })
    };
    let text_error = |field: TextField| error(DraftFault::Long(field)).or(error(DraftFault::Cpr(field)));
    let own_hint = question.hint.as_ref().map(|hint| hint.in_language(language).to_owned());
    let about = about(respondent, question, area);
    let hints: Vec<String> = about.into_iter().chain(own_hint).chain(by_another(respondent, &shown)).collect();
    let hint = (!hints.is_empty()).then(|| hints.join(" "));
    let field = ui::Field {
        name: &name,
        label: &label,
        hint: hint.as_deref(),
        error: error(DraftFault::UnknownOption),
        ..ui::Field::default()
    };
    let slots = ui::Slots {
        under_legend: html! {
            @if let Some(previous) = asked.previous { (last_time(language, &repeated.last_time(language, previous), previous)) }
            @if let Some(theirs) = asked.conflict {
                (ui::conflict(&name, &words.warning, &describe_conflict(respondent, theirs)))
            }
        },
        after_options: html! {
            @let fault = text_error(TextField::Reason).or(error(DraftFault::NoReason));
            @if fault.is_some() || shown.reason.is_some() || requires_reason(scale, shown.choice) {
                (reason(respondent, words, (&number, scale), (&shown, fault)))
            }
            div .pj-more {
                (understanding(respondent, words, question, meanings))
                @match [text_error(TextField::Comment), text_error(TextField::Quote)] {
                    [None, None] if shown.comment.is_none() && shown.quote.is_none() && !asked.is_opened => {
                        (repeated.adding(&number))
                    },
                    faults => (comments(words, (&number, asked.is_opened), &shown, faults)),
                }
            }
            @if is_doubted || asked.draft.is_some_and(|draft| draft.is_no_cpr) {
                (no_cpr(respondent, asked))
            }
            (base(asked))
        },
    };
    ui::radios_around(&field, options, &slots)
}

/// Who answered, where it was not the visitor.
fn by_another(respondent: &Respondent, shown: &Answer) -> Option<String> {
    let helper = shown.writer.as_deref();
    let name = match (respondent.is_helper(), helper) {
        (false, Some(helper)) => helper,
        (true, None) if shown.choice.is_some() => super::holder(respondent),
        _ => return None,
    };
    Some(tr!(respondent.language, "answer-by", name = name))
}

fn last_time(language: Language, said: &LastTime, previous: &Previous) -> Markup {
    let post = previous.post.as_str();
    let mut written: Vec<(&str, Option<String>)> = Vec::new();
    if let Some(reason) = &previous.written.reason {
        written.push((reason, Some(tr!(language, "answer-last-reason"))));
    }
    if let Some(comment) = &previous.written.comment {
        written.push((comment, None));
    }
    if let Some(quote) = &previous.written.quote {
        written.push((quote, Some(tr!(language, "answer-last-quote"))));
    }
    ui::inset(
        &said.label,
        html! {
            @if let Some(wording) = &previous.wording {
                p .weight-normal { (tr!(language, "answer-last-wording")) " \u{201c}" (wording) "\u{201d}" }
            }
            p { (previous.option) }
            @for (text, kind) in &written {
                p .pj-written { (post) @if let Some(kind) = kind { " (" (kind) ")" } ": \u{201c}" (text) "\u{201d}" }
            }
            @if written.is_empty() { p { (said.by) } }
        },
    )
}

/// The box that says that what looks like a CPR number is none.
fn no_cpr(respondent: &Respondent, asked: &Asked) -> Markup {
    let label = tr!(respondent.language, "answer-no-cpr");
    let chosen = asked.draft.is_some_and(|draft| draft.is_no_cpr);
    ui::checkbox(&format!("n{}", asked.question), &ui::Choice { value: "ja", label: &label, hint: None, chosen })
}

/// What the question's answer on this page builds on. After a conflict the page also says which
/// answer it has shown, so that saving it again is meant.
fn base(asked: &Asked) -> Markup {
    let base = asked.draft.map_or_else(|| Base::of(asked.stored), |draft| draft.base);
    html! {
        (ui::hidden(&format!("r{}", asked.question), &base.to_string()))
        @if let Some(theirs) = asked.conflict {
            (ui::hidden(&format!("f{}", asked.question), &theirs.revision.to_string()))
        }
    }
}
