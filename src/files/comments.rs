//! What leaders have written beside their answers, as a table.

use super::grids::{GridHead, Kind, Value, column};
use crate::domain::Language;
use crate::domain::answering::comments::Comment;
use crate::domain::base::municipalities;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;

/// What the table is, in a reader's language.
pub fn head(round: &Round, language: Language) -> GridHead {
    let text = |key, label: String, about: String| column(key, label, about, Kind::Text);
    let long = |key, label: String, about: String| column(key, label, about, Kind::LongText);
    let columns = vec![
        text(
            "municipality_code",
            tr!(language, "grid-municipality-code"),
            tr!(language, "grid-municipality-code-about"),
        ),
        text("municipality", tr!(language, "figure-municipality"), tr!(language, "grid-municipality-about")),
        text("region", tr!(language, "grid-region"), tr!(language, "grid-region-about")),
        text("post", tr!(language, "grid-post"), tr!(language, "grid-post-about")),
        text("area", tr!(language, "figure-area"), tr!(language, "grid-area-about")),
        text("package", tr!(language, "figure-package"), tr!(language, "grid-package-about")),
        text("recommendation", tr!(language, "answers-recommendation"), tr!(language, "grid-recommendation-about")),
        text("question", tr!(language, "grid-question-key"), tr!(language, "grid-question-key-about")),
        long("question_text", tr!(language, "questions-question"), tr!(language, "grid-question-about")),
        text("answer", tr!(language, "distribution-answer"), tr!(language, "grid-answer-about")),
        long("reason", tr!(language, "answer-reason"), tr!(language, "grid-reason-about")),
        long("comment", tr!(language, "answer-comment"), tr!(language, "grid-comment-about")),
        long("quote", tr!(language, "answer-quote"), tr!(language, "grid-quote-about")),
    ];
    let title = tr!(language, "comments-title", round = round.key.as_str());
    GridHead { title, notes: vec![tr!(language, "comments-who-reads")], columns, language }
}

/// A comment as a row.
pub fn row<'a>(round: &Round, edition: &'a Edition, comment: &'a Comment, language: Language) -> Vec<Value<'a>> {
    let code = &comment.municipality;
    let region = municipalities::find(code.as_str()).and_then(|one| one.region_on(round.closes_on));
    let question = edition.questions.get(comment.question());
    let package = question.and_then(|question| edition.packages.get(question.package?));
    let recommendation = question.and_then(|question| edition.recommendation_of(question));
    let answer = question.and_then(|question| {
        let option = edition.scale_of(question).options.get(usize::try_from(comment.choice?).ok()?)?;
        Some(option.label.in_language(language))
    });
    let written = |text: &'a Option<String>| Value::text(text.as_deref().unwrap_or_default());
    vec![
        Value::text(code.as_str()),
        Value::text(code.name()),
        Value::text(region.unwrap_or_default()),
        Value::text(comment.post.as_str()),
        Value::text(edition.area_name(comment.area, language)),
        Value::text(package.map_or("", |package| package.title.in_language(language))),
        Value::text(recommendation.map_or("", |one| one.title.in_language(language))),
        Value::text(question.map_or("", |question| question.key.as_str())),
        Value::text(
            question.map(|question| edition.question_text(question, comment.area, language)).unwrap_or_default(),
        ),
        Value::text(answer.unwrap_or_default()),
        written(&comment.reason),
        written(&comment.comment),
        written(&comment.quote),
    ]
}
