//! A draft at a glance.

use maud::{Markup, html};

use super::parts::{Part, part, question_items};
use super::{Desk, address, faults, names, saved, way};
use crate::domain::catalogue::drafts::{Item, ItemKind, Place};
use crate::views::catalogue::{corrections, imports, publication};
use crate::views::pages::pages;
use crate::views::shell::{self, Frame};
use crate::views::ui::{self, Button, Icon, NavItem};

/// How many questions of no package a page lists.
const QUESTIONS_A_PAGE: usize = 50;

/// A draft: what it lacks, its parts, and what can be done with it. Questions of no package come in pages.
pub fn overview(frame: &Frame, desk: &Desk, (can_undo, can_redo): (bool, bool), page: usize) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let title = names::name(edition, &Item::Facts, language);
    let base = format!("/drafts/{}", edition.key);
    let facts = address(&edition.key, &Item::Facts);
    let look = publication::address(&edition.key);
    let areas = address(&edition.key, &Item::Areas);
    let [read, history, document, deletion] = [
        format!("/catalogue/{}", edition.key),
        format!("{base}/history"),
        format!("{base}/document"),
        format!("{base}/deletion"),
    ];
    let replacement = format!("{}?replace=yes", imports::ADDRESS);
    let [undo, redo] = [format!("{base}/undo"), format!("{base}/redo")];
    let main = html! {
        (way(desk, None, &title, language))
        (ui::page_heading_with_lead(&title, html! {
            (tr!(language, "draft-lead", number = desk.revision))
        }))
        (corrections::line(edition, language))
        (saved(desk, language))
        (faults::all(desk, language))
        (ui::button_group(html! {
            (ui::link_button(Button::Secondary, NavItem { href: &facts, text: &tr!(language, "draft-edit-facts") }))
            (ui::link_button(Button::Secondary, NavItem { href: &areas, text: &tr!(language, "draft-areas") }))
            (ui::link_button(Button::Secondary, NavItem { href: &look, text: &tr!(language, "publication-look") }))
            @if can_undo {
                (ui::post_button(Button::Secondary, NavItem { href: &undo, text: &tr!(language, "draft-undo") }, &[]))
            }
            @if can_redo {
                (ui::post_button(Button::Secondary, NavItem { href: &redo, text: &tr!(language, "draft-redo") }, &[]))
            }
        }))
        ul .pj-links.nobullet-list {
            li { a href=(read) { (tr!(language, "draft-read")) } }
            li { a href=(history) { (tr!(language, "draft-history")) } }
            li { (ui::icon_link(Icon::Download, NavItem { href: &document, text: &tr!(language, "draft-document") })) }
            li { a href=(replacement) { (tr!(language, "draft-replace")) } }
            li { a href=(deletion) { (tr!(language, "draft-delete")) } }
        }
        @for one in parts(desk, frame) { (part(desk, &one, language)) }
        (own_questions(desk, frame, page))
    };
    shell::page(frame, &title, main)
}

fn parts<'a>(desk: &Desk, frame: &Frame) -> Vec<Part<'a>> {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let adds = |kind| Some((kind, String::new()));
    let key_question = |one: &crate::domain::catalogue::KeyQuestion| {
        Item::KeyQuestion(edition.questions[one.question].key.clone(), one.area)
    };
    vec![
        Part {
            heading: ("packages", tr!(language, "catalogue-packages")),
            items: edition.packages.iter().map(|one| Item::Package(one.key.clone())).collect(),
            adds: adds(ItemKind::Package),
        },
        Part {
            heading: ("key-questions", tr!(language, "draft-key-questions")),
            items: edition.key_questions.iter().map(key_question).collect(),
            adds: None,
        },
        Part {
            heading: ("scales", tr!(language, "draft-scales")),
            items: edition.scales.iter().map(|one| Item::Scale(one.key.clone())).collect(),
            adds: adds(ItemKind::Scale),
        },
        Part {
            heading: ("categories", tr!(language, "draft-categories")),
            items: edition.categories.iter().map(|one| Item::Category(one.key.clone())).collect(),
            adds: adds(ItemKind::Category),
        },
        Part {
            heading: ("levels", tr!(language, "draft-levels")),
            items: edition.levels.iter().map(|one| Item::Level(one.key.clone())).collect(),
            adds: adds(ItemKind::Level),
        },
    ]
}

fn own_questions(desk: &Desk, frame: &Frame, page: usize) -> Markup {
    let language = frame.language;
    let edition = &desk.draft.edition;
    let all = question_items(edition, &Place::Edition);
    let last = all.len().div_ceil(QUESTIONS_A_PAGE).max(1);
    let current = page.clamp(1, last);
    let shown = all.into_iter().skip((current - 1) * QUESTIONS_A_PAGE).take(QUESTIONS_A_PAGE).collect();
    let own = Part {
        heading: ("questions", tr!(language, "catalogue-own-questions")),
        items: shown,
        adds: Some((ItemKind::Question, String::new())),
    };
    let base = format!("/drafts/{}?page=", edition.key);
    html! {
        (part(desk, &own, language))
        (pages(language, (current, last), &base))
    }
}
