//! The catalogue on pages: editions, and one edition with its packages.

pub mod changes;
pub mod corrections;
pub mod crosswalk;
pub mod drafts;
mod facts;
pub mod imports;
mod package;
pub mod preview;
pub mod publication;
mod questions;
mod recommendation;
mod source;

pub use package::package;
pub use recommendation::recommendation;

use std::sync::Arc;

use maud::{Markup, html};

pub(in crate::views) use questions::wording;

use facts::facts;
use questions::question_with_scale;
use source::source;

use super::access::audit::{self, Trail};
use super::shell::{self, Frame};
use super::ui::{self, Button, Column, Content, Kind, Level, NavItem, Table};
use crate::domain::Language;
use crate::domain::access::staff::Role;
use crate::domain::catalogue::crosswalk::{Crosswalk, Relation};
use crate::domain::catalogue::stored::StoredEdition;
use crate::domain::catalogue::{Edition, EditionStatus, Package, Question, Recommendation};

/// An edition with what is known of its document.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The document's status, hash and dates.
    pub stored: StoredEdition,
    /// What it says.
    pub edition: Arc<Edition>,
}

/// All editions and crosswalks.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Every edition, earliest first.
    pub editions: Vec<Listed>,
    /// Every crosswalk.
    pub crosswalks: Vec<Crosswalk>,
}

impl Catalogue {
    /// The edition with this key.
    pub fn find(&self, key: &str) -> Option<&Listed> {
        self.editions.iter().find(|listed| listed.edition.key == key)
    }
}

/// All editions.
pub fn editions(frame: &Frame, catalogue: &Catalogue) -> Markup {
    let language = frame.language;
    let columns = [
        Column { label: &tr!(language, "catalogue-edition"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-status"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-packages"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-recommendations"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-unconfirmed-count"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-questions"), content: Content::Number, sort: None },
    ];
    let rows: Vec<Vec<Markup>> = catalogue
        .editions
        .iter()
        .map(|Listed { stored, edition }| {
            vec![
                html! {
                    a href={ "/catalogue/" (edition.key) } { (edition.title.in_language(language)) }
                    @if edition.correction.is_some() { br; (corrections::words(edition, language)) }
                },
                status_badge(stored.status, language),
                html! { (edition.packages.len()) },
                html! { (recommendations(edition).count()) },
                html! { (recommendations(edition).filter(|one| one.is_unconfirmed()).count()) },
                html! { (edition.questions.len()) },
            ]
        })
        .collect();
    let title = tr!(language, "catalogue-title");
    let frame_of_table = Table { caption: &tr!(language, "catalogue-editions"), columns: &columns, ..Table::default() };
    let main = html! {
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "catalogue-lead")) }))
        @if is_admin(frame) {
            p { (ui::link_button(Button::Secondary, NavItem { href: "/drafts", text: &tr!(language, "draft-begin") })) }
        }
        @if rows.is_empty() {
            p { (tr!(language, "catalogue-none")) }
            @if is_admin(frame) {
                p { (tr!(language, "catalogue-shipped-lead")) }
                (ui::post_button(Button::Primary, NavItem { href: "/editions/shipped", text: &tr!(language, "catalogue-shipped") }, &[]))
            }
        } @else {
            (ui::table(&frame_of_table, &rows))
        }
        (crosswalk_links(catalogue.crosswalks.iter(), language))
    };
    shell::page(frame, &title, main)
}

/// One edition: its facts, its packages, the questions that belong to none of them, and for administrators what was
/// done with it.
pub fn edition(frame: &Frame, listed: &Listed, catalogue: &Catalogue, trail: &Trail) -> Markup {
    let language = frame.language;
    let Listed { stored, edition } = listed;
    let title = edition.title.in_language(language);
    let columns = [
        Column { label: &tr!(language, "catalogue-package"), ..Column::default() },
        Column { label: &tr!(language, "catalogue-recommendations"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-central-count"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-unconfirmed-count"), content: Content::Number, sort: None },
        Column { label: &tr!(language, "catalogue-questions"), content: Content::Number, sort: None },
    ];
    let rows: Vec<Vec<Markup>> =
        edition.packages.iter().enumerate().map(|(at, one)| package_row(edition, at, one, language)).collect();
    let table = Table { caption: &tr!(language, "catalogue-packages"), columns: &columns, ..Table::default() };
    let own: Vec<&Question> = edition.questions.iter().filter(|question| question.package.is_none()).collect();
    let crosswalks = catalogue.crosswalks.iter().filter(|one| one.from == edition.key || one.to == edition.key);
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") }],
            &edition.key,
        ))
        (ui::page_heading(title))
        (corrections::line(edition, language))
        (corrections::corrected_by(frame, edition, catalogue))
        (facts(stored, edition, language))
        (ways_to_look(frame, listed, catalogue))
        (ui::table(&table, &rows))
        @if !own.is_empty() {
            (ui::heading(Level::Two, "questions", &tr!(language, "catalogue-own-questions")))
            @for question in own { (question_with_scale(edition, question, language)) }
        }
        (crosswalk_links(crosswalks, language))
        (audit::trail(trail, language))
    };
    shell::page(frame, title, main)
}

/// How the edition looks to whoever is asked, and for administrators, where it is a draft, how to publish it.
fn ways_to_look(frame: &Frame, Listed { stored, edition }: &Listed, catalogue: &Catalogue) -> Markup {
    let language = frame.language;
    let is_draft = stored.status == EditionStatus::Draft;
    let desk = format!("/drafts/{}", stored.key);
    html! {
        @if is_admin(frame) || !is_draft {
            (ui::button_group(html! {
                @if is_draft {
                    (ui::link_button(
                        Button::Secondary,
                        NavItem { href: &desk, text: &tr!(language, "draft-open") },
                    ))
                    (ui::link_button(
                        Button::Primary,
                        NavItem { href: &publication::address(&stored.key), text: &tr!(language, "publication-look") },
                    ))
                }
                (ui::link_button(
                    Button::Secondary,
                    NavItem { href: &preview::address(&stored.key, &[]), text: &tr!(language, "preview-short") },
                ))
                @if is_admin(frame) && corrections::may_begin(edition, catalogue) {
                    (ui::link_button(
                        Button::Secondary,
                        NavItem { href: &corrections::address(&stored.key), text: &tr!(language, "correction-begin") },
                    ))
                }
            }))
        }
    }
}

/// Whether whoever reads the page may edit drafts.
fn is_admin(frame: &Frame) -> bool {
    frame.staff.as_ref().is_some_and(|staff| staff.role == Role::Admin)
}

fn package_row(edition: &Edition, index: usize, package: &Package, language: Language) -> Vec<Markup> {
    let all = &package.recommendations;
    let questions = edition.questions.iter().filter(|question| question.package == Some(index)).count();
    vec![
        html! { a href={ "/catalogue/" (edition.key) "/" (package.key) } { (package.title.in_language(language)) } },
        html! { (all.len()) },
        html! { (all.iter().filter(|one| one.central).count()) },
        html! { (all.iter().filter(|one| one.is_unconfirmed()).count()) },
        html! { (questions) },
    ]
}

/// Links to whole crosswalks; nothing where there is none.
fn crosswalk_links<'a>(crosswalks: impl Iterator<Item = &'a Crosswalk>, language: Language) -> Markup {
    let crosswalks: Vec<&Crosswalk> = crosswalks.collect();
    html! {
        @if !crosswalks.is_empty() {
            (ui::heading(Level::Two, "crosswalks", &tr!(language, "crosswalk-heading")))
            p { (tr!(language, "crosswalk-explanation")) }
            ul {
                @for one in crosswalks {
                    li {
                        a href={ "/catalogue/" (one.from) "/crosswalk/" (one.to) } {
                            (tr!(language, "crosswalk-title", from = one.from.as_str(), to = one.to.as_str()))
                        }
                        " · "
                        a href=(changes::address(&one.from, &one.to)) {
                            (tr!(language, "changes-short", from = one.from.as_str()))
                        }
                    }
                }
            }
        }
    }
}

fn status_badge(status: EditionStatus, language: Language) -> Markup {
    match status {
        EditionStatus::Draft => ui::badge(Kind::Warning, &tr!(language, "catalogue-draft")),
        EditionStatus::Published => ui::badge(Kind::Success, &tr!(language, "catalogue-published")),
    }
}

/// The mark of a recommendation that nobody has read in a source.
fn unconfirmed_badge(language: Language) -> Markup {
    ui::badge(Kind::Warning, &tr!(language, "catalogue-unconfirmed"))
}

/// Level, central and unconfirmed marks of a recommendation.
fn badges(edition: &Edition, recommendation: &Recommendation, language: Language) -> Markup {
    html! {
        @if recommendation.central {
            (ui::badge(Kind::Info, &tr!(language, "catalogue-central"))) " "
        }
        @if let Some(level) = &recommendation.level {
            (ui::plain_badge(Edition::label_of(&edition.levels, level, language))) " "
        }
        @if recommendation.is_unconfirmed() { (unconfirmed_badge(language)) }
    }
}

/// How a relation between questions reads, and whether questions so related are compared.
pub(super) fn relation(relation: Relation, language: Language) -> String {
    match relation {
        Relation::Identical => tr!(language, "crosswalk-identical"),
        Relation::Reworded => tr!(language, "crosswalk-reworded"),
        Relation::Split => tr!(language, "crosswalk-split"),
        Relation::Merged => tr!(language, "crosswalk-merged"),
    }
}

/// Whether two questions are compared, in words.
pub(super) fn compared(relation: Relation, language: Language) -> Markup {
    if relation.is_compared() {
        ui::badge(Kind::Success, &tr!(language, "crosswalk-compared"))
    } else {
        ui::badge(Kind::Info, &tr!(language, "crosswalk-not-compared"))
    }
}

fn recommendations(edition: &Edition) -> impl Iterator<Item = &Recommendation> {
    edition.packages.iter().flat_map(|package| &package.recommendations)
}
