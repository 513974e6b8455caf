//! A whole crosswalk: every question of both editions and what became of it.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::{Crosswalk, Relation};
use crate::domain::catalogue::lineage::{Line, lines};
use crate::views::catalogue::{compared, relation, wording};
use crate::views::shell;
use crate::views::shell::Frame;
use crate::views::ui;
use crate::views::ui::{Column, Figure, Level, NavItem, Table};

/// The crosswalk between two editions as tables by package.
pub fn crosswalk(frame: &Frame, crosswalk: &Crosswalk, from: &Edition, to: &Edition) -> Markup {
    let language = frame.language;
    let title = tr!(language, "crosswalk-title", from = from.key.as_str(), to = to.key.as_str());
    let groups = lines(crosswalk, from, to);
    let all: Vec<Line> = groups.iter().flat_map(|(_, lines)| lines.iter().copied()).collect();
    let main = html! {
        (ui::breadcrumbs(
            &tr!(language, "breadcrumbs"),
            &[NavItem { href: "/catalogue", text: &tr!(language, "catalogue-title") }],
            &title,
        ))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "crosswalk-explanation")) }))
        (figures(&all, language))
        @for (package, lines) in &groups {
            @let name = package_name(*package, from, to, language);
            (ui::heading(Level::Two, package.unwrap_or("none"), &name))
            (table(&name, lines, (from, to), language))
        }
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

fn package_name(package: Option<&str>, from: &Edition, to: &Edition, language: Language) -> String {
    let Some(key) = package else { return tr!(language, "catalogue-own-questions") };
    let found = [to, from].iter().find_map(|edition| edition.packages.iter().find(|one| one.key == key));
    found.map_or_else(|| key.to_owned(), |package| package.title.in_language(language).to_owned())
}

fn table(name: &str, lines: &[Line], (from, to): (&Edition, &Edition), language: Language) -> Markup {
    let columns = [
        Column { label: &tr!(language, "crosswalk-relation"), ..Column::default() },
        Column { label: &from.key, ..Column::default() },
        Column { label: &to.key, ..Column::default() },
        Column { label: &tr!(language, "crosswalk-comparison"), ..Column::default() },
    ];
    let table = Table {
        caption: name,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: ui::Spacing::Compact,
    };
    let none = || html! { span aria-hidden="true" { "–" } (ui::for_screen_readers(&tr!(language, "state-not-asked"))) };
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| match line {
            Line::Linked(earlier, later, how) => vec![
                html! { (relation(*how, language)) },
                html! { (wording(earlier, language)) },
                html! { (wording(later, language)) },
                compared(*how, language),
            ],
            Line::New(later) => vec![
                html! { (tr!(language, "crosswalk-word-new")) },
                none(),
                html! { (wording(later, language)) },
                ui::plain_badge(&tr!(language, "crosswalk-not-compared")),
            ],
            Line::Retired(earlier) => vec![
                html! { (tr!(language, "crosswalk-word-retired")) },
                html! { (wording(earlier, language)) },
                none(),
                ui::plain_badge(&tr!(language, "crosswalk-not-compared")),
            ],
        })
        .collect();
    ui::table(&table, &rows)
}
