//! Lists of what a thing consists of: each a way to its form, its faults, and buttons that move it.

use maud::{Markup, html};

use super::names::name;
use super::{Desk, address, faults};
use crate::domain::Language;
use crate::domain::catalogue::drafts::{Item, ItemKind, Place, Step};
use crate::domain::catalogue::{Edition, Question};
use crate::views::ui::{self, Button, CaptionPlace, Column, Level, NavItem, Table};

/// One list.
pub(super) struct Part<'a> {
    /// Its heading, and id of the place.
    pub heading: (&'a str, String),
    /// What stands in it, in order.
    pub items: Vec<Item>,
    /// What can be added to it, and to what it then belongs.
    pub adds: Option<(ItemKind, String)>,
}

/// A list with its heading, and a way to add to it.
pub(super) fn part(desk: &Desk, part: &Part, language: Language) -> Markup {
    let (id, heading) = &part.heading;
    html! {
        (ui::heading(Level::Two, id, heading))
        @if part.items.is_empty() { p { (tr!(language, "draft-none-yet")) } } @else { (list(desk, part, language)) }
        @if let Some((kind, belongs_to)) = &part.adds {
            (ui::link_button(Button::Secondary, NavItem {
                href: &new_address(&desk.draft.edition.key, *kind, belongs_to),
                text: &add(*kind, language),
            }))
        }
    }
}

fn new_address(edition: &str, kind: ItemKind, belongs_to: &str) -> String {
    let within = if belongs_to.is_empty() { String::new() } else { format!("?in={belongs_to}") };
    format!("/drafts/{edition}/new/{kind}{within}")
}

fn list(desk: &Desk, part: &Part, language: Language) -> Markup {
    let labels = [part.heading.1.clone(), tr!(language, "draft-standing"), tr!(language, "draft-order")];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: &part.heading.1,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let rows: Vec<Vec<Markup>> = part
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| {
            let text = name(&desk.draft.edition, item, language);
            vec![
                head(desk, item, &text),
                html! { (standing(desk, item, language)) },
                order(desk, item, (place, part.items.len()), language),
            ]
        })
        .collect();
    ui::table(&table, &rows)
}

fn head(desk: &Desk, item: &Item, text: &str) -> Markup {
    let edition = &desk.draft.edition;
    match item {
        // An area is written on the page that lists it, and a key question with its question.
        Item::Area(_) => html! { (text) },
        Item::KeyQuestion(key, _) => html! { a href=(address(&edition.key, &Item::Question(key.clone()))) { (text) } },
        _ => html! { a href=(address(&edition.key, item)) { (text) } },
    }
}

/// What is worth knowing of a thing in a list: how much is in it, and how much it lacks.
fn standing(desk: &Desk, item: &Item, language: Language) -> Markup {
    let edition = &desk.draft.edition;
    html! {
        @match item {
            Item::Package(key) => {
                @if let Some(at) = edition.find_package(key) {
                    @let count = edition.packages[at].recommendations.len();
                    (tr!(language, "draft-recommendations", count = count))
                    ", "
                    @let count = edition.questions.iter().filter(|one| one.package == Some(at)).count();
                    (tr!(language, "draft-questions", count = count))
                    @let count = desk.faults.iter().filter(|fault| fault.package == Some(at)).count();
                    " " (faults::mark(count, language))
                }
            },
            Item::Recommendation(package, key) => {
                @let questions = questions_of(edition, &Place::Recommendation(package.clone(), key.clone()));
                @let count = questions.len();
                (tr!(language, "draft-questions", count = count))
                @let own = questions.iter().map(|one| faults::count(desk, &Item::Question(one.key.clone()))).sum::<usize>();
                " " (faults::mark(own + faults::count(desk, item), language))
            },
            Item::Question(key) => {
                @if let Some(at) = edition.find_question(key) {
                    @let count = edition.questions[at].areas.len();
                    (tr!(language, "draft-asked-areas", count = count))
                    " " (faults::mark(faults::count(desk, item), language))
                }
            },
            Item::KeyQuestion(_, area) => (edition.area_name(*area, language)),
            Item::Scale(key) => {
                @if let Some(at) = edition.find_scale(key) {
                    @let count = edition.scales[at].options.len();
                    (tr!(language, "draft-options", count = count))
                    @let own = edition.scales[at].options.iter()
                        .map(|one| faults::count(desk, &Item::Option(key.clone(), one.key.clone()))).sum::<usize>();
                    " " (faults::mark(own + faults::count(desk, item), language))
                }
            },
            Item::Option(scale, key) => {
                @if let Some(option) = edition.find_scale(scale).and_then(|at| {
                    let scale = &edition.scales[at];
                    Some(&scale.options[scale.find_option(key)?])
                }) {
                    @match option.points() {
                        Some(points) => (tr!(language, "draft-points", count = points.to_string())),
                        None => (tr!(language, "catalogue-no-points")),
                    }
                    " " (faults::mark(faults::count(desk, item), language))
                }
            },
            _ => (faults::mark(faults::count(desk, item), language)),
        }
    }
}

/// Buttons that move a thing among its like.
fn order(desk: &Desk, item: &Item, (place, of): (usize, usize), language: Language) -> Markup {
    let action = format!("{}/order", address(&desk.draft.edition.key, item));
    let what = name(&desk.draft.edition, item, language);
    let back = place > 0;
    let on = place + 1 < of;
    // The two ends are worth a button only where they are not the next place.
    let steps = [(Step::First, place > 1), (Step::Up, back), (Step::Down, on), (Step::Last, place + 2 < of)];
    html! {
        form .pj-inline-form method="post" action=(action) {
            @for (step, _) in steps.into_iter().filter(|(_, helps)| *helps) {
                button .function-link type="submit" name="step" value=(step.as_str()) {
                    (word(step, language)) (ui::for_screen_readers(&format!(" {what}")))
                }
                " "
            }
        }
    }
}

fn word(step: Step, language: Language) -> String {
    match step {
        Step::First => tr!(language, "draft-step-first"),
        Step::Up => tr!(language, "draft-step-up"),
        Step::Down => tr!(language, "draft-step-down"),
        Step::Last => tr!(language, "draft-step-last"),
    }
}

fn add(kind: ItemKind, language: Language) -> String {
    match kind {
        ItemKind::Package => tr!(language, "draft-add-package"),
        ItemKind::Recommendation => tr!(language, "draft-add-recommendation"),
        ItemKind::Scale => tr!(language, "draft-add-scale"),
        ItemKind::Option => tr!(language, "draft-add-option"),
        ItemKind::Category => tr!(language, "draft-add-category"),
        ItemKind::Level => tr!(language, "draft-add-level"),
        _ => tr!(language, "draft-add-question"),
    }
}

/// The questions of a place.
pub(super) fn questions_of<'a>(edition: &'a Edition, place: &Place) -> &'a [Question] {
    let found = match place {
        Place::Edition => Some((None, None)),
        Place::Package(key) => edition.find_package(key).map(|at| (Some(at), None)),
        Place::Recommendation(package, key) => edition.find_package(package).and_then(|at| {
            let one = edition.packages[at].find_recommendation(key)?;
            Some((Some(at), Some(one)))
        }),
    };
    found.map_or(&[], |place| edition.questions_of(place))
}

/// The questions of a place as items.
pub(super) fn question_items(edition: &Edition, place: &Place) -> Vec<Item> {
    questions_of(edition, place).iter().map(|one| Item::Question(one.key.clone())).collect()
}

/// What stands under the form of a thing: what it consists of.
pub(super) fn under(desk: &Desk, item: &Item, language: Language) -> Markup {
    let edition = &desk.draft.edition;
    let all = match item {
        Item::Package(key) => {
            let Some(at) = edition.find_package(key) else { return Markup::default() };
            let recommendation =
                |one: &crate::domain::catalogue::Recommendation| Item::Recommendation(key.clone(), one.key.clone());
            let place = Place::Package(key.clone());
            vec![
                Part {
                    heading: ("recommendations", tr!(language, "catalogue-recommendations")),
                    items: edition.packages[at].recommendations.iter().map(recommendation).collect(),
                    adds: Some((ItemKind::Recommendation, key.clone())),
                },
                Part {
                    heading: ("questions", tr!(language, "catalogue-package-questions")),
                    items: question_items(edition, &place),
                    adds: Some((ItemKind::Question, key.clone())),
                },
            ]
        }
        Item::Recommendation(package, key) => vec![Part {
            heading: ("questions", tr!(language, "catalogue-questions")),
            items: question_items(edition, &Place::Recommendation(package.clone(), key.clone())),
            adds: Some((ItemKind::Question, item.key())),
        }],
        Item::Scale(key) => {
            let Some(at) = edition.find_scale(key) else { return Markup::default() };
            let options = edition.scales[at].options.iter();
            vec![Part {
                heading: ("options", tr!(language, "draft-options-heading")),
                items: options.map(|one| Item::Option(key.clone(), one.key.clone())).collect(),
                adds: Some((ItemKind::Option, key.clone())),
            }]
        }
        Item::Areas => vec![Part {
            heading: ("order", tr!(language, "draft-areas-order")),
            items: edition.areas.iter().map(|one| Item::Area(one.area)).collect(),
            adds: None,
        }],
        _ => Vec::new(),
    };
    html! { @for one in &all { (part(desk, one, language)) } }
}
