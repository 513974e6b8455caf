//! The lines of a crosswalk: old and new wording beside each other, and what a question without link may have been.

use maud::{Markup, html};

use super::super::super::ui::{self, Button, Column, NavItem, Table};
use super::super::{compared, relation, wording};
use super::{Crossing, Linking, address, fields};
use crate::domain::Language;
use crate::domain::catalogue::Question;
use crate::domain::catalogue::crosswalk::Relation;
use crate::domain::catalogue::likeness::Suggestion;
use crate::domain::catalogue::lineage::Line;

pub(super) fn table(name: &str, lines: &[Line], page: &Crossing, language: Language) -> Markup {
    let labels = [
        tr!(language, "crosswalk-relation"),
        page.from.key.clone(),
        page.to.key.clone(),
        tr!(language, "crosswalk-comparison"),
        tr!(language, "crosswalk-link"),
    ];
    let columns = labels.each_ref().map(|label| Column { label, ..Column::default() });
    let table = Table {
        caption: name,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: if page.linking.is_some() { &columns } else { &columns[..4] },
        spacing: ui::Spacing::Compact,
    };
    let rows: Vec<Vec<Markup>> = lines.iter().map(|line| row(line, page, language)).collect();
    ui::table(&table, &rows)
}

fn row(line: &Line, page: &Crossing, language: Language) -> Vec<Markup> {
    let none = || html! { span aria-hidden="true" { "–" } (ui::for_screen_readers(&tr!(language, "state-not-asked"))) };
    let is_compared = |how: Option<Relation>| match how {
        Some(how) => compared(how, language),
        None => ui::plain_badge(&tr!(language, "crosswalk-not-compared")),
    };
    let (word, how) = match line {
        Line::Linked(_, _, how) => (relation(*how, language), Some(*how)),
        Line::New(_) => (tr!(language, "crosswalk-word-new"), None),
        Line::Retired(_) => (tr!(language, "crosswalk-word-retired"), None),
    };
    let [earlier, later] = line.questions();
    let text = |question: Option<&Question>| match question {
        Some(question) => html! { (wording(question, language)) },
        None => none(),
    };
    let before = match (line, &page.linking) {
        (Line::New(later), Some(linking)) => html! {
            (none())
            (suggestions(later, page, linking, language))
        },
        _ => text(earlier),
    };
    let mut cells = vec![html! { (word) }, before, text(later), is_compared(how)];
    if page.linking.is_some() {
        cells.push(later.map_or_else(Markup::default, |later| edit_link(later, page, language)));
    }
    cells
}

fn edit_link(later: &Question, page: &Crossing, language: Language) -> Markup {
    let href = format!("{}/questions/{}", address(&page.from.key, &page.to.key), later.key);
    html! {
        a href=(href) {
            (tr!(language, "crosswalk-edit")) (ui::for_screen_readers(&format!(": {}", wording(later, language))))
        }
    }
}

/// What a question may have been; one click links it while no round's figures change by it.
fn suggestions(later: &Question, page: &Crossing, linking: &Linking, language: Language) -> Markup {
    let place = page.to.find_question(&later.key);
    let found = place.and_then(|place| linking.suggestions.get(&place)).map(Vec::as_slice).unwrap_or_default();
    html! {
        @for suggestion in found {
            @let earlier = &page.from.questions[suggestion.question];
            (ui::inset(&likeness(suggestion, language), html! {
                p { (wording(earlier, language)) }
                @if linking.rounds == 0 { (accept(page, (earlier, later), suggestion.relation, language)) }
            }))
        }
    }
}

/// "Ligner 87 %".
pub(super) fn likeness(suggestion: &Suggestion, language: Language) -> String {
    let percent = format!("{:.0}", suggestion.likeness * 100.0);
    tr!(language, "crosswalk-likeness", percent = percent)
}

fn accept(page: &Crossing, (earlier, later): (&Question, &Question), how: Relation, language: Language) -> Markup {
    let link = [("from", earlier.key.as_str()), ("to", &later.key), ("relation", how.as_str())];
    let all: Vec<(&str, &str)> = link.into_iter().chain(fields(page.filter)).collect();
    let text = accept_text(how, language);
    let href = format!("{}/links", address(&page.from.key, &page.to.key));
    ui::post_button(Button::Secondary, NavItem { href: &href, text: &text }, &all)
}

/// What the button says that links a suggestion.
pub(super) fn accept_text(how: Relation, language: Language) -> String {
    match how {
        Relation::Identical => tr!(language, "crosswalk-accept-identical"),
        _ => tr!(language, "crosswalk-accept-reworded"),
    }
}
