//! One package of an edition.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Column, Level, NavItem, Table};
use super::{badges, corrections, question_with_scale, source};
use crate::domain::Language;
use crate::domain::catalogue::{Edition, Question, Recommendation};

/// A package's recommendations by category, and the questions about the package as a whole.
pub fn package(frame: &Frame, edition: &Edition, index: usize) -> Markup {
    let language = frame.language;
    let package = &edition.packages[index];
    let title = package.title.in_language(language);
    let own: Vec<&Question> = edition
        .questions
        .iter()
        .filter(|question| question.package == Some(index) && question.recommendation.is_none())
        .collect();
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{}", edition.key), text: &edition.key },
            ],
            title,
        ))
        (ui::page_heading(title))
        (corrections::line(edition, language))
        (ui::definition_list(&[
            (&tr!(language, "catalogue-edition"), html! { (edition.title.in_language(language)) }),
            (&tr!(language, "catalogue-published-package"), published(package.link.as_deref(), language)),
            (&tr!(language, "catalogue-source"), source(&package.source, language)),
        ]))
        @if package.recommendations.is_empty() {
            (ui::notice(
                ui::Kind::Info,
                &tr!(language, "word-info"),
                html! { (tr!(language, "catalogue-no-recommendations")) },
            ))
        }
        @for category in categories(edition, &package.recommendations) {
            (by_category(edition, index, category, language))
        }
        @if !own.is_empty() {
            (ui::heading(Level::Two, "questions", &tr!(language, "catalogue-package-questions")))
            @for question in own { (question_with_scale(edition, question, language)) }
        }
    };
    shell::page(frame, title, main)
}

/// A link to the published package, or that none is known.
pub(super) fn published(link: Option<&str>, language: Language) -> Markup {
    html! {
        @match link {
            Some(link) => a href=(link) rel="noreferrer" { (link) },
            None => (tr!(language, "catalogue-unknown")),
        }
    }
}

/// The categories that occur, in the edition's order; one it does not name comes last.
fn categories<'a>(edition: &'a Edition, recommendations: &'a [Recommendation]) -> Vec<&'a str> {
    let named = edition.categories.iter().map(|label| label.key.as_str());
    let mut keys: Vec<&str> = named.filter(|key| recommendations.iter().any(|one| one.category == *key)).collect();
    for one in recommendations {
        if !keys.contains(&one.category.as_str()) {
            keys.push(&one.category);
        }
    }
    keys
}

fn by_category(edition: &Edition, index: usize, category: &str, language: Language) -> Markup {
    let package = &edition.packages[index];
    let label = Edition::label_of(&edition.categories, category, language);
    let columns = [
        Column { label: &tr!(language, "catalogue-recommendation"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-marks"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-areas"), ..Column::default() },
    ];
    let table = Table {
        caption: label,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let of_category = package.recommendations.iter().enumerate().filter(|(_, one)| one.category == category);
    let rows: Vec<Vec<Markup>> = of_category
        .map(|(at, one)| {
            vec![
                html! {
                    a href={ "/catalogue/" (edition.key) "/" (package.key) "/" (one.key) } {
                        (one.title.in_language(language))
                    }
                },
                badges(edition, one, language),
                html! { (areas_of(edition, (index, at), language)) },
            ]
        })
        .collect();
    html! {
        (ui::heading(Level::Two, category, label))
        (ui::table(&table, &rows))
    }
}

/// The areas that a recommendation's questions are put to, each once.
fn areas_of(edition: &Edition, (package, recommendation): (usize, usize), language: Language) -> String {
    let mut names: Vec<&str> = Vec::new();
    for question in &edition.questions {
        if question.package != Some(package) || question.recommendation != Some(recommendation) {
            continue;
        }
        for area in &question.areas {
            let name = edition.area_name(*area, language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.join(", ")
}
