//! A crosswalk whole: what compares and what does not, old and new wording beside each other, and for administrators
//! the way to link what has no link.

mod kept;
mod lines;
mod linking;

use std::collections::HashMap;

use maud::{Markup, html};

pub(super) use kept::kept;
pub use linking::{NO_LINK, QuestionLinks, TypedLink, question};

use super::super::pages::pages;
use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field, Figure, Kind, Level, NavItem};
use super::corrections;
use super::relation;
use crate::domain::catalogue::continuity::Continuity;
use crate::domain::catalogue::crosswalk::{Crosswalk, Relation};
use crate::domain::catalogue::likeness::Suggestion;
use crate::domain::catalogue::lineage::{Filter, Groups, KeptLines, Line, Standing};
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::{Area, Language};

/// A crosswalk as its page shows it.
pub struct Crossing<'a> {
    /// The links.
    pub crosswalk: &'a Crosswalk,
    /// The earlier edition.
    pub from: &'a Edition,
    /// The later edition.
    pub to: &'a Edition,
    /// What the later edition keeps of the earlier.
    pub continuity: &'a Continuity,
    /// Which lines are looked for.
    pub filter: &'a Filter,
    /// Every line.
    pub all: &'a Groups<'a>,
    /// The lines of the page.
    pub shown: &'a KeptLines<'a>,
    /// For whoever may link.
    pub linking: Option<Linking>,
}

/// What is shown to whoever may link.
pub struct Linking {
    /// How many rounds are held against each other over the crosswalk; while there are none, one click links.
    pub rounds: usize,
    /// What a question of the later edition that has no link may have been.
    pub suggestions: HashMap<QuestionIndex, Vec<Suggestion>>,
    /// Whether there would be so many that they are only looked for in one package at a time.
    pub are_too_many: bool,
    /// How many questions without link an earlier one asked word for word.
    pub identical: usize,
}

/// Where a crosswalk is read.
pub fn address(from: &str, to: &str) -> String {
    format!("/catalogue/{from}/crosswalk/{to}")
}

/// Where lines of a crosswalk are read that a filter keeps.
pub fn filtered_address(from: &str, to: &str, filter: &Filter) -> String {
    let query: Vec<String> = fields(filter).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    match query.is_empty() {
        true => address(from, to),
        false => format!("{}?{}", address(from, to), query.join("&")),
    }
}

/// A filter as fields of a form; what keeps all is left out.
fn fields(filter: &Filter) -> Vec<(&'static str, &str)> {
    let package = filter.package.as_deref().map(|key| ("package", key));
    let area = filter.area.as_ref().map(|area| ("area", area.as_str()));
    let standing = filter.standing.as_ref().map(|standing| ("standing", standing.as_str()));
    [package, area, standing].into_iter().flatten().collect()
}

/// The page.
pub fn crosswalk(frame: &Frame, page: &Crossing) -> Markup {
    let language = frame.language;
    let (from, to) = (page.from, page.to);
    let short = tr!(language, "crosswalk-title", from = from.key.as_str(), to = to.key.as_str());
    let (compared, questions) = (page.continuity.total.compared(), page.continuity.total.asked());
    let title = tr!(
        language,
        "crosswalk-found",
        from = from.key.as_str(),
        to = to.key.as_str(),
        compared = compared,
        questions = questions
    );
    let all: Vec<Line> = page.all.iter().flat_map(|(_, lines)| lines.iter().copied()).collect();
    let count = page.shown.count;
    let filtered = filtered_address(&from.key, &to.key, page.filter);
    let pages_at = format!("{filtered}{}page=", if filtered.contains('?') { '&' } else { '?' });
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[
                NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") },
                NavItem { href: &format!("/catalogue/{}", to.key), text: &to.key },
            ],
            &short,
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "crosswalk-explanation")) }))
        (corrections::line(to, language))
        (figures(&all, language))
        (kept(page.continuity, (from, to), language))
        (ui::heading(Level::Two, "lines", &tr!(language, "crosswalk-lines")))
        @if let Some(linking) = &page.linking { (invitation(page, linking, language)) }
        (filter(page, language))
        p role="status" { (tr!(language, "crosswalk-shown", count = count)) }
        @for (package, lines) in &page.shown.groups {
            @let name = package_name(*package, from, to, language);
            (ui::heading(Level::Three, package.unwrap_or("none"), &name))
            (lines::table(&name, lines, page, language))
        }
        @if page.shown.last > 1 { (pages(language, (page.shown.page, page.shown.last), &pages_at)) }
    };
    shell::page(frame, &title, main)
}

fn figures(lines: &[Line], language: Language) -> Markup {
    let linked = |wanted: fn(Relation) -> bool| {
        lines
            .iter()
            .filter(|line| matches!(line, Line::Linked(_, _, relation) if wanted(*relation)))
            .count()
            .to_string()
    };
    let compared = linked(Relation::is_compared);
    let listed = linked(|relation| !relation.is_compared());
    let new = lines.iter().filter(|line| matches!(line, Line::New(_))).count().to_string();
    let retired = lines.iter().filter(|line| matches!(line, Line::Retired(_))).count().to_string();
    ui::figures(&[
        Figure {
            label: &tr!(language, "crosswalk-figure-compared"),
            figure: &compared,
            note: &tr!(language, "crosswalk-figure-compared-note"),
        },
        Figure {
            label: &tr!(language, "crosswalk-figure-listed"),
            figure: &listed,
            note: &tr!(language, "crosswalk-figure-listed-note"),
        },
        Figure {
            label: &tr!(language, "crosswalk-figure-new"),
            figure: &new,
            note: &tr!(language, "crosswalk-figure-new-note"),
        },
        Figure {
            label: &tr!(language, "crosswalk-figure-retired"),
            figure: &retired,
            note: &tr!(language, "crosswalk-figure-retired-note"),
        },
    ])
}

/// What whoever may link is told first, and one button for what needs no thought.
fn invitation(page: &Crossing, linking: &Linking, language: Language) -> Markup {
    let (rounds, identical) = (linking.rounds, linking.identical);
    html! {
        @if rounds > 0 {
            (ui::notice(Kind::Warning, &tr!(language, "word-warning"), html! {
                (tr!(language, "crosswalk-in-use", rounds = rounds))
            }))
        } @else {
            p {
                (tr!(language, "crosswalk-may-link"))
                @if linking.are_too_many { " " (tr!(language, "crosswalk-too-many")) }
            }
            @if identical > 0 {
                (ui::button_group(ui::post_button(
                    Button::Secondary,
                    NavItem {
                        href: &format!("{}/identical", address(&page.from.key, &page.to.key)),
                        text: &tr!(language, "crosswalk-link-identical", count = identical),
                    },
                    &fields(page.filter),
                )))
            }
        }
    }
}

fn filter(page: &Crossing, language: Language) -> Markup {
    let Crossing { from, to, filter, .. } = page;
    let all = tr!(language, "filter-all-packages");
    let mut packages = vec![Choice { label: &all, ..Choice::default() }];
    for package in to.packages.iter().chain(&from.packages) {
        if packages.iter().all(|choice| choice.value != package.key) {
            let chosen = filter.package.as_deref() == Some(&package.key);
            let label = package.title.in_language(language);
            packages.push(Choice { value: &package.key, label, chosen, ..Choice::default() });
        }
    }
    let all = tr!(language, "filter-all-areas");
    let asked = |area: &&Area| [from, to].iter().any(|one| one.areas.iter().any(|entry| entry.area == **area));
    let mut areas = vec![Choice { label: &all, ..Choice::default() }];
    areas.extend(Area::ALL.iter().filter(asked).map(|area| Choice {
        value: area.as_str(),
        label: to.area_name(*area, language),
        chosen: filter.area == Some(*area),
        ..Choice::default()
    }));
    let all = tr!(language, "crosswalk-all-standings");
    let words: Vec<String> = Standing::ALL.iter().map(|one| standing(*one, language)).collect();
    let mut standings = vec![Choice { label: &all, ..Choice::default() }];
    standings.extend(Standing::ALL.iter().zip(&words).map(|(one, label)| Choice {
        value: one.as_str(),
        label,
        chosen: filter.standing == Some(*one),
        ..Choice::default()
    }));
    let labels =
        [tr!(language, "catalogue-package"), tr!(language, "crosswalk-area"), tr!(language, "crosswalk-relation")];
    let [package, area, relation] = &labels;
    ui::get_form(
        &address(&from.key, &to.key),
        html! {
            (ui::select(&Field { name: "package", label: package, ..Field::default() }, &packages))
            (ui::select(&Field { name: "area", label: area, ..Field::default() }, &areas))
            (ui::select(&Field { name: "standing", label: relation, ..Field::default() }, &standings))
            (ui::submit(Button::Secondary, &tr!(language, "filter-show")))
        },
    )
}

fn standing(standing: Standing, language: Language) -> String {
    match standing {
        Standing::Identical => relation(Relation::Identical, language),
        Standing::Reworded => relation(Relation::Reworded, language),
        Standing::Split => relation(Relation::Split, language),
        Standing::Merged => relation(Relation::Merged, language),
        Standing::New => tr!(language, "crosswalk-word-new"),
        Standing::Retired => tr!(language, "crosswalk-word-retired"),
        Standing::Unlinked => tr!(language, "crosswalk-unlinked"),
    }
}

pub(super) fn package_name(package: Option<&str>, from: &Edition, to: &Edition, language: Language) -> String {
    let Some(key) = package else { return tr!(language, "catalogue-own-questions") };
    let found = [to, from].iter().find_map(|edition| edition.packages.iter().find(|one| one.key == key));
    found.map_or_else(|| key.to_owned(), |package| package.title.in_language(language).to_owned())
}
