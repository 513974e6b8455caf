//! One question of the form: options, last round's answer, reason and comments.

use maud::{Markup, html};

use super::super::respondent::count;
use super::{Previous, describe_conflict, describe_fault};
use crate::domain::answering::answers::{Answer, TEXT_LIMIT};
use crate::domain::answering::drafts::{Base, Draft, DraftFault};
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
}

/// The words that every question of a page repeats.
pub(super) struct Words {
    pub info: String,
    pub warning: String,
    error: String,
    reason: String,
    comments: String,
    comments_change: String,
    comment: String,
    comment_hint: String,
    quote: String,
    quote_hint: String,
    optional: String,
    limit: String,
}

impl Words {
    pub(super) fn of(language: Language) -> Words {
        Words {
            info: tr!(language, "word-info"),
            warning: tr!(language, "word-warning"),
            error: tr!(language, "word-error"),
            reason: tr!(language, "answer-reason"),
            comments: tr!(language, "answer-comments"),
            comments_change: tr!(language, "answer-comments-change"),
            comment: tr!(language, "answer-comment"),
            comment_hint: tr!(language, "answer-comment-hint"),
            quote: tr!(language, "answer-quote"),
            quote_hint: tr!(language, "answer-quote-hint"),
            optional: tr!(language, "answer-optional"),
            limit: tr!(language, "answer-limit", limit = count(TEXT_LIMIT)),
        }
    }
}

/// The label of the option that an answer chooses.
pub(super) fn option_label(respondent: &Respondent, answer: &Answer) -> Option<String> {
    let question = respondent.edition.questions.get(answer.question())?;
    let option = respondent.edition.scale_of(question).options.get(answer.choice()?)?;
    Some(option.label.in_language(respondent.language).to_owned())
}

pub(super) fn show(respondent: &Respondent, words: &Words, area: Area, asked: &Asked) -> Markup {
    let language = respondent.language;
    let question = &respondent.edition.questions[asked.question];
    let scale = respondent.edition.scale_of(question);
    let shown = match asked.draft {
        Some(draft) => draft.over(asked.stored, scale),
        None => asked.stored.cloned().unwrap_or_default(),
    };
    let name = format!("q{}", asked.question);
    let label = format!("{}. {}", asked.index + 1, respondent.edition.question_text(question, area, language));
    let values: Vec<String> = (0..scale.options.len()).map(|index| index.to_string()).collect();
    let choices: Vec<ui::Choice> = scale
        .options
        .iter()
        .zip(&values)
        .enumerate()
        .map(|(index, (option, value))| ui::Choice {
            value,
            label: option.label.in_language(language),
            hint: None,
            chosen: shown.choice() == Some(index),
        })
        .collect();
    let missing = match shown.choice {
        None => DraftFault::UnknownOption,
        Some(_) => DraftFault::NoReason,
    };
    let fault = asked.draft.and_then(|draft| draft.fault).or(asked.is_missing.then_some(missing));
    let fault_text = fault.map(|fault| describe_fault(respondent, fault));
    let error = |wanted: DraftFault| {
        let text = fault_text.as_deref().filter(|_| fault == Some(wanted))?;
        Some(ui::FieldError { word: &words.error, text })
    };
    let own_hint = question.hint.as_ref().map(|hint| hint.in_language(language).to_owned());
    let hints: Vec<String> = own_hint.into_iter().chain(by_another(respondent, &shown)).collect();
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
            @if let Some(previous) = asked.previous { (last_time(language, previous)) }
            (conflict(respondent, words, &name, asked.conflict))
        },
        after_options: html! {
            (reason(respondent, words, asked, (&shown, error(DraftFault::LongReason).or(error(DraftFault::NoReason)))))
            (comments(words, asked.question, &shown, [error(DraftFault::LongComment), error(DraftFault::LongQuote)]))
            (base(asked))
        },
    };
    ui::radios(&field, &choices, &slots)
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

fn last_time(language: Language, previous: &Previous) -> Markup {
    let label = tr!(language, "answer-last-time", round = previous.round.as_str());
    let post = previous.post.as_str();
    let texts = [
        (&previous.written.reason, Some(tr!(language, "answer-last-reason"))),
        (&previous.written.comment, None),
        (&previous.written.quote, Some(tr!(language, "answer-last-quote"))),
    ];
    let written: Vec<(&str, Option<String>)> =
        texts.into_iter().filter_map(|(text, kind)| Some((text.as_deref()?, kind))).collect();
    ui::inset(
        &label,
        html! {
            @if let Some(wording) = &previous.wording {
                p .weight-normal { (tr!(language, "answer-last-wording")) " \u{201c}" (wording) "\u{201d}" }
            }
            p { (previous.option) }
            @for (text, kind) in &written {
                p .pj-written { (post) @if let Some(kind) = kind { " (" (kind) ")" } ": \u{201c}" (text) "\u{201d}" }
            }
            @if written.is_empty() { p { (tr!(language, "answer-by", name = post)) } }
        },
    )
}

fn conflict(respondent: &Respondent, words: &Words, name: &str, theirs: Option<&Answer>) -> Markup {
    match theirs {
        Some(theirs) => ui::conflict(name, &words.warning, &describe_conflict(respondent, theirs)),
        None => ui::conflict_place(name, &words.warning),
    }
}

/// The field for a reason, where an option asks for one.
fn reason(
    respondent: &Respondent,
    words: &Words,
    asked: &Asked,
    (shown, error): (&Answer, Option<ui::FieldError>),
) -> Markup {
    let question = &respondent.edition.questions[asked.question];
    let options = respondent.edition.scale_of(question).options.iter().enumerate();
    let asking: Vec<_> = options.filter(|(_, option)| option.reason_required).collect();
    let Some((index, option)) = asking.first() else { return Markup::default() };
    let label = option.label.in_language(respondent.language);
    let hint = tr!(respondent.language, "answer-reason-hint", option = label);
    let name = format!("b{}", asked.question);
    let field = ui::Field { name: &name, label: &words.reason, hint: Some(&hint), error, ..ui::Field::default() };
    let body = written(words, &field, shown.reason.as_deref());
    match asking.len() {
        1 => ui::shown_when((&format!("q{}", asked.question), &index.to_string()), body),
        // Script can tie the field to one option only; with several it is better shown always.
        _ => body,
    }
}

fn comments(words: &Words, question: QuestionIndex, shown: &Answer, errors: [Option<ui::FieldError>; 2]) -> Markup {
    let (comment, quote) = (format!("k{question}"), format!("c{question}"));
    let is_faulty = errors.iter().any(Option::is_some);
    let is_written = shown.comment.is_some() || shown.quote.is_some();
    let [comment_error, quote_error] = errors;
    let field = |name, label, hint, error| ui::Field { name, label, hint, error, optional: Some(&words.optional) };
    let body = html! {
        (written(words, &field(&comment, &words.comment, Some(&words.comment_hint), comment_error),
            shown.comment.as_deref()))
        (written(words, &field(&quote, &words.quote, Some(&words.quote_hint), quote_error), shown.quote.as_deref()))
    };
    let summary = if is_written { &words.comments_change } else { &words.comments };
    if is_faulty { ui::open_details(summary, body) } else { ui::details(summary, body) }
}

fn written(words: &Words, field: &ui::Field, text: Option<&str>) -> Markup {
    let limit = Some(ui::Limit { max: TEXT_LIMIT, text: &words.limit });
    ui::textarea(field, &ui::Area { value: text.unwrap_or_default(), rows: 3, limit })
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
