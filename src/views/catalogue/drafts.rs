//! A draft on its way to an edition: its parts with what each still lacks, and a form for each of them.

mod deeds;
mod differences;
mod faults;
mod fields;
mod form;
mod history;
mod names;
mod new;
mod overview;
mod parts;
mod question;
mod removal;
mod sheet;

pub use differences::{Differences, differences};
pub use faults::listed as list_faults;
pub use form::form;
pub use history::history;
pub use new::{Beginning, new};
pub use overview::overview;
pub use removal::{deletion, removal};

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::drafts::faults::Fault;
use crate::domain::catalogue::drafts::{Draft, Item, ItemKind, Place};
use crate::views::ui::{self, Button, Kind, NavItem};
use names::name;

/// A draft as its pages show it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The draft.
    pub draft: Draft,
    /// The revision that it is.
    pub revision: i32,
    /// What it still lacks.
    pub faults: Vec<Fault>,
    /// Whether something was saved just now.
    pub is_saved: bool,
}

/// What a form holds, by the names of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// What stands in a field; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// All that is ticked under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether a value is ticked or chosen under a name.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one == value)
    }

    /// The same with one more field.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Typed {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// What is wrong with a field; the name is empty where it is no single field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Name of the field.
    pub field: String,
    /// What to do about it.
    pub text: String,
}

/// What a form is about.
#[derive(Debug)]
pub struct Page<'a> {
    /// What is edited; none where something is added.
    pub item: Option<&'a Item>,
    /// What kind of thing it is.
    pub kind: ItemKind,
    /// What is wrong with what was typed.
    pub mistakes: &'a [Mistake],
    /// What somebody else has saved since the form was made.
    pub theirs: Option<&'a Typed>,
}

/// Where a thing of a draft is read and edited.
pub fn address(edition: &str, item: &Item) -> String {
    let key = item.key();
    let key = if key.is_empty() { "all" } else { &key };
    format!("/drafts/{edition}/{}/{key}", item.kind())
}

/// The page that a thing is listed on.
pub fn listed_at(draft: &Draft, item: &Item) -> String {
    let edition = &draft.edition.key;
    match above(draft, item) {
        Some(above) => address(edition, &above),
        None => format!("/drafts/{edition}"),
    }
}

/// What a thing belongs to; none where that is the edition itself.
fn above(draft: &Draft, item: &Item) -> Option<Item> {
    match item {
        Item::Recommendation(package, _) => Some(Item::Package(package.clone())),
        Item::Option(scale, _) => Some(Item::Scale(scale.clone())),
        Item::Area(_) => Some(Item::Areas),
        Item::Question(_) => match draft.place(item)? {
            Place::Edition => None,
            Place::Package(package) => Some(Item::Package(package)),
            Place::Recommendation(package, key) => Some(Item::Recommendation(package, key)),
        },
        _ => None,
    }
}

/// The way down to a thing, ending with the name of the page.
fn way(desk: &Desk, item: Option<&Item>, here: &str, language: Language) -> Markup {
    let edition = &desk.draft.edition;
    let mut steps: Vec<(String, String)> = Vec::new();
    let mut at = item.and_then(|item| above(&desk.draft, item));
    while let Some(item) = at {
        steps.insert(0, (address(&edition.key, &item), name(edition, &item, language)));
        at = above(&desk.draft, &item);
    }
    if item.is_some() {
        steps.insert(0, (format!("/drafts/{}", edition.key), name(edition, &Item::Facts, language)));
    }
    steps.insert(0, ("/catalogue".to_owned(), tr!(language, "catalogue-title")));
    let above: Vec<NavItem> = steps.iter().map(|(href, text)| NavItem { href, text }).collect();
    ui::breadcrumbs(&tr!(language, "breadcrumbs"), &above, here)
}

/// Says that something was saved, with the way back.
fn saved(desk: &Desk, language: Language) -> Markup {
    let undo = format!("/drafts/{}/undo", desk.draft.edition.key);
    html! {
        @if desk.is_saved {
            (ui::notice(Kind::Success, &tr!(language, "word-success"), html! {
                (tr!(language, "draft-saved", number = desk.revision)) " "
                // What a draft began with was made from nothing.
                @if desk.revision > 0 {
                    (ui::post_button(Button::Link, NavItem { href: &undo, text: &tr!(language, "draft-undo") }, &[]))
                }
            }))
        }
    }
}
