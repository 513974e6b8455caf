//! The fields for what is written to an answer: a reason and comments.

use maud::{Markup, html};

use super::super::respondent::count;
use crate::domain::Language;
use crate::domain::answering::answers::{Answer, TEXT_LIMIT};
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::Scale;
use crate::views::ui;

/// The words that every question of a page repeats.
pub(super) struct Words {
    pub warning: String,
    pub error: String,
    pub understanding: String,
    pub recommendation: String,
    pub package: String,
    reason: String,
    pub comments: String,
    pub apart: String,
    comments_change: String,
    comment: String,
    comment_hint: String,
    quote: String,
    quote_hint: String,
    pub optional: String,
    pub units: String,
    pub units_hint: String,
    pub no_units: String,
    limit: String,
}

impl Words {
    pub(super) fn of(language: Language) -> Words {
        Words {
            warning: tr!(language, "word-warning"),
            error: tr!(language, "word-error"),
            understanding: tr!(language, "answer-understanding"),
            recommendation: tr!(language, "answer-why-recommendation"),
            package: tr!(language, "answer-why-package"),
            reason: tr!(language, "answer-reason"),
            comments: tr!(language, "answer-comments"),
            apart: tr!(language, "once-apart"),
            comments_change: tr!(language, "answer-comments-change"),
            comment: tr!(language, "answer-comment"),
            comment_hint: tr!(language, "answer-comment-hint"),
            quote: tr!(language, "answer-quote"),
            quote_hint: tr!(language, "answer-quote-hint"),
            optional: tr!(language, "answer-optional"),
            units: tr!(language, "units-question"),
            units_hint: tr!(language, "units-hint"),
            no_units: tr!(language, "units-none"),
            limit: tr!(language, "answer-limit", limit = count(TEXT_LIMIT)),
        }
    }
}

/// The template of the field for a reason, for questions of a scale.
pub(super) fn reason_template(scale: usize) -> String {
    format!("reason-{scale}")
}

/// The template of the fields for comments.
pub(super) const COMMENTS: &str = "comments";

/// The field for a reason, where options of the scale ask for one.
pub(super) fn reason(
    respondent: &Respondent,
    words: &Words,
    (number, scale): (&str, &Scale),
    (shown, error): (&Answer, Option<ui::FieldError>),
) -> Markup {
    let asking: Vec<_> = scale.options.iter().enumerate().filter(|(_, option)| option.reason_required).collect();
    let Some((_, first)) = asking.first() else { return Markup::default() };
    let label = first.label.in_language(respondent.language);
    let hint = tr!(respondent.language, "answer-reason-hint", option = label);
    let name = format!("b{number}");
    let field = ui::Field { name: &name, label: &words.reason, hint: Some(&hint), error, ..ui::Field::default() };
    let places: Vec<String> = asking.iter().map(|(place, _)| place.to_string()).collect();
    let options = (format!("q{number}"), places.join(" "));
    ui::shown_when((&options.0, &options.1), written(words, &field, shown.reason.as_deref()))
}

/// The fields for comments, open or folded.
pub(super) fn comments(
    words: &Words,
    (number, is_open): (&str, bool),
    shown: &Answer,
    errors: [Option<ui::FieldError>; 2],
) -> Markup {
    let (comment, quote) = (format!("k{number}"), format!("c{number}"));
    let is_open = is_open || errors.iter().any(Option::is_some);
    let is_written = shown.comment.is_some() || shown.quote.is_some();
    let [comment_error, quote_error] = errors;
    let field = |name, label, hint, error| ui::Field { name, label, hint, error, optional: Some(&words.optional) };
    let body = html! {
        (written(words, &field(&comment, &words.comment, Some(&words.comment_hint), comment_error),
            shown.comment.as_deref()))
        (written(words, &field(&quote, &words.quote, Some(&words.quote_hint), quote_error), shown.quote.as_deref()))
    };
    let summary = if is_written { &words.comments_change } else { &words.comments };
    if is_open { ui::open_details(summary, body) } else { ui::details(summary, body) }
}

fn written(words: &Words, field: &ui::Field, text: Option<&str>) -> Markup {
    let limit = Some(ui::Limit { max: TEXT_LIMIT, text: &words.limit });
    ui::textarea(field, &ui::Area { value: text.unwrap_or_default(), rows: 3, limit })
}
