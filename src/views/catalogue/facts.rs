//! What is known of an edition and of its document.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::source::source;
use super::{recommendations, status_badge};
use crate::domain::Language;
use crate::domain::base::days::day_in_denmark;
use crate::domain::catalogue::stored::StoredEdition;
use crate::domain::catalogue::{Edition, Label, Recommendation};
use crate::texts;
use crate::views::ui;

/// The facts as a list.
pub(super) fn facts(stored: &StoredEdition, edition: &Edition, language: Language) -> Markup {
    let labels = |of: fn(&Recommendation) -> Option<&str>, labels: &[Label]| {
        let count = |key: &str| recommendations(edition).filter(|one| of(one) == Some(key)).count();
        let words: Vec<String> =
            labels.iter().map(|one| format!("{} ({})", one.label.in_language(language), count(&one.key))).collect();
        html! { (words.join(", ")) }
    };
    let day = |day: Option<NaiveDate>| match day {
        Some(day) => texts::date(day, language),
        None => tr!(language, "catalogue-unknown"),
    };
    let terms = [
        tr!(language, "catalogue-status"),
        tr!(language, "catalogue-published-on"),
        tr!(language, "catalogue-imported-on"),
        tr!(language, "catalogue-made-immutable-on"),
        tr!(language, "catalogue-hash"),
        tr!(language, "catalogue-categories"),
        tr!(language, "catalogue-levels"),
        tr!(language, "catalogue-source"),
    ];
    let values = [
        status_badge(stored.status, language),
        html! { (day(edition.published_on)) },
        html! { (day(Some(day_in_denmark(stored.imported_at)))) },
        html! {
            @match stored.published_at {
                Some(at) => (day(Some(day_in_denmark(at)))),
                None => (tr!(language, "catalogue-not-yet")),
            }
        },
        html! { code { (stored.content_hash) } },
        labels(|one| Some(&one.category), &edition.categories),
        labels(|one| one.level.as_deref(), &edition.levels),
        source(&edition.source, language),
    ];
    let facts: Vec<(&str, Markup)> = terms.iter().map(String::as_str).zip(values).collect();
    ui::definition_list(&facts)
}
