//! Municipality by package as a table of shaded cells.

use std::cmp::Ordering;

use maud::{Markup, html};

use super::{CountryPage, Wanted};
use crate::charts::{HEAT_NONE, heat_class};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::{Language, MunicipalityCode};
use crate::texts::compare_names;
use crate::views::dashboards::figures;
use crate::views::dashboards::figures::{NONE, number, why_no_score};
use crate::views::ui::{self, CaptionPlace, Column, Level, Order, Sort, Spacing, Table};

/// How the rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorting {
    /// Place of the column; none means by name.
    pub column: Option<usize>,
    /// Largest first, or last name first.
    pub descending: bool,
}

/// A municipality's changes, in the order of the columns.
pub type HeatRow<'a> = (&'a MunicipalityCode, Vec<&'a Change>);

/// The rows in the order asked for; those without a figure come last either way, and equal ones by name.
pub fn sorted(mut rows: Vec<HeatRow>, sorting: Sorting) -> Vec<HeatRow> {
    let by_name = |left: &HeatRow, right: &HeatRow| compare_names(left.0.name(), right.0.name());
    let turned = |order: Ordering| if sorting.descending { order.reverse() } else { order };
    rows.sort_by(|left, right| {
        let Some(column) = sorting.column else { return turned(by_name(left, right)) };
        let score = |row: &HeatRow| row.1.get(column).and_then(|change| change.unpaired.current.score);
        let order = match (score(left), score(right)) {
            (Some(left), Some(right)) => turned(left.total_cmp(&right)),
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
        };
        order.then_with(|| by_name(left, right))
    });
    rows
}

/// The section; only municipalities that the reader may see have a row.
pub fn section(page: &CountryPage, language: Language) -> Markup {
    let columns = columns(page, language);
    let current = &page.held.comparison.current;
    let rows: Vec<HeatRow> = current
        .municipalities
        .iter()
        .zip(&page.changes.municipalities)
        .filter(|(one, _)| page.sight.holds(&one.municipality))
        .map(|(one, changes)| {
            let cells = columns.iter().filter_map(|(_, group)| changes.get(page.held.place_of(group)?)).collect();
            (&one.municipality, cells)
        })
        .collect();
    if rows.is_empty() || columns.is_empty() {
        return Markup::default();
    }
    let rows: Vec<(Markup, Vec<(&str, Markup)>)> =
        sorted(rows, page.wanted.sorting).into_iter().map(|row| shown(page, &row, language)).collect();
    let measure = figures::measure(page.wanted.measure, language);
    let caption = tr!(language, "heat-caption", measure = measure, round = page.held.round.key.as_str());
    let area = page.wanted.area.map(|area| current.edition.area_name(area, language));
    html! {
        (ui::heading(Level::Two, "heat", &tr!(language, "heat-title")))
        p { (caption) @if let Some(area) = area { " " (tr!(language, "heat-area", area = area)) } " " (tr!(language, "heat-explained")) }
        (legend(language))
        (table(page, &caption, &columns, &rows, language))
    }
}

/// The columns: everything, then the packages; the areas where the measure knows no packages.
fn columns(page: &CountryPage, language: Language) -> Vec<(String, ScoreDimension)> {
    let edition = page.held.edition();
    let all = page.wanted.group();
    let is_asked = |(_, group): &(String, ScoreDimension)| page.held.place_of(group).is_some();
    let packages: Vec<(String, ScoreDimension)> = edition
        .packages
        .iter()
        .enumerate()
        .map(|(index, package)| {
            (package.title.in_language(language).to_owned(), ScoreDimension { package: Some(index), ..all })
        })
        .filter(is_asked)
        .collect();
    let areas = page.held.comparison.current.areas.iter().map(|asked| {
        (edition.area_name(asked.area, language).to_owned(), ScoreDimension { area: Some(asked.area), ..all })
    });
    let rest = match (packages.is_empty(), all.area) {
        (true, None) => areas.filter(is_asked).collect(),
        _ => packages,
    };
    let first = (tr!(language, "heat-all"), all);
    std::iter::once(first).filter(is_asked).chain(rest).collect()
}

fn shown<'a>(page: &CountryPage, (code, cells): &HeatRow, language: Language) -> (Markup, Vec<(&'a str, Markup)>) {
    let address = format!("/rounds/{}/municipalities/{code}", page.held.round.key);
    (html! { a href=(address) { (code.name()) } }, cells.iter().map(|change| cell(change, language)).collect())
}

/// A score in its shade, or a dash with the reason for whoever can't hover.
fn cell<'a>(change: &Change, language: Language) -> (&'a str, Markup) {
    let score = &change.unpaired.current;
    match (score.score, why_no_score(score, language)) {
        (Some(score), _) => (heat_class(score), html! { (number(score)) }),
        (None, why) => {
            let why = why.unwrap_or_default();
            (HEAT_NONE, html! { span title=(why) aria-hidden="true" { (NONE) } (ui::for_screen_readers(&why)) })
        }
    }
}

fn legend(language: Language) -> Markup {
    let steps = [("0–19", 0.0), ("20–39", 20.0), ("40–59", 40.0), ("60–79", 60.0), ("80–100", 80.0)];
    let none = tr!(language, "heat-none");
    html! {
        ul .pj-heat-legend.nobullet-list {
            @for (label, score) in steps { li { span class={ "pj-heat-swatch " (heat_class(score)) } aria-hidden="true" {} (label) } }
            li { span class={ "pj-heat-swatch " (HEAT_NONE) } aria-hidden="true" { (NONE) } (none) }
        }
    }
}

fn table(
    page: &CountryPage,
    caption: &str,
    columns: &[(String, ScoreDimension)],
    rows: &[(Markup, Vec<(&str, Markup)>)],
    language: Language,
) -> Markup {
    let municipality = tr!(language, "figure-municipality");
    let labels: Vec<(Option<usize>, &str)> = std::iter::once((None, municipality.as_str()))
        .chain(columns.iter().enumerate().map(|(index, (label, _))| (Some(index), label.as_str())))
        .collect();
    let sorts: Vec<(String, Order, String)> =
        labels.iter().map(|(column, _)| sort(&page.wanted, *column, language)).collect();
    let heads: Vec<Column> = labels
        .iter()
        .zip(&sorts)
        .map(|((_, label), (href, order, hint))| Column {
            label,
            sort: Some(Sort { href, order: *order, hint }),
            ..Column::default()
        })
        .collect();
    let frame = Table {
        caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &heads,
        spacing: Spacing::ExtraCompact,
    };
    ui::heat_table(&frame, rows)
}

/// Where a column's header leads, how the column is sorted now, and what the link does.
fn sort(wanted: &Wanted, column: Option<usize>, language: Language) -> (String, Order, String) {
    let is_current = wanted.sorting.column == column;
    // Names begin with A, figures with the largest.
    let descending = if is_current { !wanted.sorting.descending } else { column.is_some() };
    let order = match (is_current, wanted.sorting.descending) {
        (false, _) => Order::None,
        (true, false) => Order::Ascending,
        (true, true) => Order::Descending,
    };
    let hint = if descending { tr!(language, "sort-descending") } else { tr!(language, "sort-ascending") };
    (format!("{}#heat", wanted.query(Sorting { column, descending })), order, hint)
}
