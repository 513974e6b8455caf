//! What stands in the fields of the API, in the words of the files' columns where both have it.

use crate::domain::Language;

/// What stands in a field of an entry of a list.
pub(super) fn meaning(operation: &str, field: &str, language: Language) -> String {
    match (operation, field) {
        ("rounds", _) => of_round(field, language),
        ("editions", _) => of_edition(field, language),
        ("questions", "key") | (_, "question") => tr!(language, "grid-question-key-about"),
        ("questions", "text") => tr!(language, "api-field-text"),
        ("questions", "recommendation") => tr!(language, "api-field-recommendation"),
        ("questions", "scale") => tr!(language, "api-field-scale"),
        ("questions", "areas") => tr!(language, "api-field-question-areas"),
        ("municipalities", "code") | (_, "municipality_code") => tr!(language, "grid-municipality-code-about"),
        ("municipalities", "name") | (_, "municipality") => tr!(language, "grid-municipality-about"),
        ("municipalities", "regions") => tr!(language, "api-field-regions"),
        ("status", "share") => tr!(language, "grid-response-about"),
        ("comments", "reason") => tr!(language, "grid-reason-about"),
        _ => of_figure(field, language).unwrap_or_else(|| of_answer(field, language)),
    }
}

fn of_round(field: &str, language: Language) -> String {
    match field {
        "key" => tr!(language, "api-parameter-key"),
        "programme" => tr!(language, "api-field-programme"),
        "edition" => tr!(language, "grid-edition-about"),
        "packages" => tr!(language, "api-field-round-packages"),
        "status" => tr!(language, "api-field-status"),
        "opens_on" => tr!(language, "api-field-opens-on"),
        "closes_on" => tr!(language, "grid-closes-on-about"),
        "opened_at" => tr!(language, "api-field-opened-at"),
        "closed_at" => tr!(language, "api-field-closed-at"),
        "rule" => tr!(language, "api-field-rule"),
        "min_coverage" => tr!(language, "api-field-min-coverage"),
        "is_test" => tr!(language, "api-field-is-test"),
        _ => tr!(language, "api-field-is-historic"),
    }
}

fn of_edition(field: &str, language: Language) -> String {
    match field {
        "key" => tr!(language, "api-parameter-edition"),
        "title" => tr!(language, "api-field-title"),
        "published_on" => tr!(language, "api-field-published-on"),
        "corrects" => tr!(language, "api-field-corrects"),
        "packages" => tr!(language, "api-field-packages"),
        "areas" => tr!(language, "api-field-areas"),
        _ => tr!(language, "api-field-scales"),
    }
}

/// What scores, changes and shares have; none where it is something else.
fn of_figure(field: &str, language: Language) -> Option<String> {
    Some(match field {
        "round" => tr!(language, "grid-round-about"),
        "of" => tr!(language, "api-parameter-of"),
        "code" => tr!(language, "api-field-code"),
        "name" => tr!(language, "api-field-name"),
        "region" => tr!(language, "grid-region-about"),
        "group" => tr!(language, "grid-group-about"),
        "measure" => tr!(language, "grid-measure-about"),
        "package" => tr!(language, "grid-package-key-about"),
        "package_title" => tr!(language, "grid-package-title-about"),
        "area" => tr!(language, "grid-area-key-about"),
        "area_name" => tr!(language, "grid-area-name-about"),
        "asked" => tr!(language, "grid-asked-about"),
        "applicable" => tr!(language, "grid-applicable-about"),
        "n" => tr!(language, "api-field-n"),
        "coverage" => tr!(language, "grid-coverage-about"),
        "score" => tr!(language, "grid-score-about"),
        "strict_score" => tr!(language, "grid-strict-about"),
        "reason" => tr!(language, "api-field-reason"),
        "baselines" => tr!(language, "grid-baseline-about"),
        "questions" => tr!(language, "grid-questions-about"),
        "matched" => tr!(language, "grid-matched-about"),
        "comparable" => tr!(language, "grid-comparable-about"),
        "paired" => tr!(language, "grid-paired-about"),
        "paired_baseline" => tr!(language, "grid-paired-baseline-about"),
        "paired_current" => tr!(language, "grid-paired-current-about"),
        "paired_change" => tr!(language, "grid-paired-change-about"),
        "share" => tr!(language, "grid-share-about"),
        "valid_share" => tr!(language, "grid-valid-share-about"),
        "valid_n" => tr!(language, "grid-valid-n-about"),
        _ => return None,
    })
}

/// What answers, and who has answered, have.
fn of_answer(field: &str, language: Language) -> String {
    match field {
        "option" => tr!(language, "grid-option-key-about"),
        "label" => tr!(language, "grid-option-about"),
        "points" => tr!(language, "api-field-points"),
        "posts" => tr!(language, "grid-posts-about"),
        "mailed" => tr!(language, "grid-mailed-about"),
        "failed" => tr!(language, "grid-failed-about"),
        "started" => tr!(language, "grid-started-about"),
        "handed_in" => tr!(language, "grid-handed-in-about"),
        "last_activity" => tr!(language, "grid-last-about"),
        "post" => tr!(language, "grid-post-about"),
        "recommendation" => tr!(language, "grid-recommendation-about"),
        "question_text" => tr!(language, "grid-question-about"),
        "answer" => tr!(language, "grid-answer-about"),
        "comment" => tr!(language, "grid-comment-about"),
        "quote" => tr!(language, "grid-quote-about"),
        _ => String::new(),
    }
}
