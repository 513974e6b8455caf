//! One recommendation: its questions, and beside each what the crosswalks say of it.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Kind, Level, NavItem};
use super::package::published;
use super::{Catalogue, badges, compared, corrections, question_with_scale, relation, source, wording};
use crate::domain::Language;
use crate::domain::catalogue::lineage::{Counterpart, Direction, counterparts};
use crate::domain::catalogue::{Edition, Question};

/// A recommendation, by the places of its package and of itself in the edition.
pub fn recommendation(frame: &Frame, edition: &Edition, index: (usize, usize), catalogue: &Catalogue) -> Markup {
    let language = frame.language;
    let package = &edition.packages[index.0];
    let recommendation = &package.recommendations[index.1];
    let title = recommendation.title.in_language(language);
    let questions: Vec<&Question> = edition
        .questions
        .iter()
        .filter(|question| (question.package, question.recommendation) == (Some(index.0), Some(index.1)))
        .collect();
    let edition_href = format!("/catalogue/{}", edition.key);
    let package_href = format!("{edition_href}/{}", package.key);
    let category = Edition::label_of(&edition.categories, &recommendation.category, language);
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &edition_href, text: &edition.key },
                NavItem { href: &package_href, text: package.title.in_language(language) },
            ],
            title,
        ))
        (ui::page_heading(title))
        (corrections::line(edition, language))
        p { (badges(edition, recommendation, language)) }
        @if recommendation.is_unconfirmed() {
            (ui::notice(
                Kind::Warning,
                &tr!(language, "word-warning"),
                html! { (tr!(language, "catalogue-unconfirmed-text")) },
            ))
        }
        (ui::definition_list(&[
            (&tr!(language, "catalogue-category"), html! { (category) }),
            (&tr!(language, "catalogue-published-package"), published(package.link.as_deref(), language)),
            (&tr!(language, "catalogue-source"), source(&recommendation.source, language)),
        ]))
        (ui::heading(Level::Two, "questions", &tr!(language, "catalogue-questions")))
        @for question in questions {
            (ui::with_aside(
                question_with_scale(edition, question, language),
                beside(edition, question, catalogue, language),
            ))
        }
    };
    shell::page(frame, title, main)
}

/// What the crosswalks say of a question.
fn beside(edition: &Edition, question: &Question, catalogue: &Catalogue, language: Language) -> Markup {
    let found = counterparts(&edition.key, &question.key, &catalogue.crosswalks);
    html! {
        (ui::heading(Level::Four, &format!("{}-crosswalk", question.key), &tr!(language, "crosswalk-beside")))
        @if found.is_empty() { p { (tr!(language, "crosswalk-none")) } }
        @for counterpart in &found { (one_edition(edition, counterpart, catalogue, language)) }
    }
}

fn one_edition(edition: &Edition, counterpart: &Counterpart, catalogue: &Catalogue, language: Language) -> Markup {
    let other = counterpart.edition;
    let crosswalk = match counterpart.direction {
        Direction::Earlier => format!("/catalogue/{other}/crosswalk/{}", edition.key),
        Direction::Later => format!("/catalogue/{}/crosswalk/{other}", edition.key),
    };
    let label = match counterpart.direction {
        Direction::Earlier => tr!(language, "crosswalk-earlier", edition = other),
        Direction::Later => tr!(language, "crosswalk-later", edition = other),
    };
    let only_here = match counterpart.direction {
        Direction::Earlier => tr!(language, "crosswalk-new", edition = edition.key.as_str()),
        Direction::Later => tr!(language, "crosswalk-retired", edition = other),
    };
    html! {
        (ui::inset(&label, html! {
            @if counterpart.questions.is_empty() {
                p { (ui::plain_badge(&only_here)) }
            } @else { ul {
                @for (key, how) in &counterpart.questions {
                    li {
                        (linked(other, key, catalogue, language))
                        br;
                        (relation(*how, language)) " " (compared(*how, language))
                    }
                }
            } }
            p { a href=(crosswalk) { (tr!(language, "crosswalk-whole")) } }
        }))
    }
}

/// The other edition's wording, leading to its recommendation where it has one.
fn linked(edition: &str, key: &str, catalogue: &Catalogue, language: Language) -> Markup {
    let Some(listed) = catalogue.find(edition) else { return html! { (key) } };
    let other = &listed.edition;
    let Some(question) = other.find_question(key).map(|index| &other.questions[index]) else { return html! { (key) } };
    match address(other, question) {
        Some(address) => html! { a href=(address) { (wording(question, language)) } },
        None => html! { (wording(question, language)) },
    }
}

/// Where a question's recommendation is read; none where it is about no recommendation.
fn address(edition: &Edition, question: &Question) -> Option<String> {
    let package = edition.packages.get(question.package?)?;
    let recommendation = package.recommendations.get(question.recommendation?)?;
    Some(format!("/catalogue/{}/{}/{}", edition.key, package.key, recommendation.key))
}
