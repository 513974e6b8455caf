//! Municipality by package as a table of shaded cells.

use maud::{Markup, html};

use super::lines::name;
use super::query;
use crate::domain::Language;
use crate::domain::dashboards::country::CountryDashboard;
use crate::domain::dashboards::heat::AreaHeat;
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::wanted::{Sorting, Wanted};
use crate::views::dashboards::{addresses, figures, heat as shades};
use crate::views::ui::{self, CaptionPlace, Column, Level, Order, SortHead, Spacing, Table};

/// The section.
pub fn section(page: &CountryDashboard, language: Language) -> Markup {
    let heat = &page.heat;
    if heat.rows.is_empty() || heat.columns.is_empty() {
        return Markup::default();
    }
    let columns: Vec<String> = heat.columns.iter().map(|subject| name(subject, language)).collect();
    let wanted = page.wanted.area;
    let rows = shades::rows(
        heat,
        |code, column| match column {
            Some(column) => addresses::answers_to(&page.round.key, code, column, wanted),
            None => addresses::answers(&page.round.key, code, None, None),
        },
        language,
    );
    let measure = figures::measure(page.wanted.measure, language);
    let caption = tr!(language, "heat-caption", measure = measure, round = page.round.key.as_str());
    let area = page.wanted.area.map(|area| page.round.edition.area_name(area, language));
    html! {
        (ui::heading(Level::Two, "heat", &tr!(language, "heat-title")))
        p { (caption) @if let Some(area) = area { " " (tr!(language, "heat-area", area = area)) } " " (tr!(language, "heat-explained")) }
        p {
            @let by_region = Wanted { by_region: !page.wanted.by_region, ..page.wanted };
            a href={ (query(&by_region, page.wanted.sorting)) "#heat" } {
                @if page.wanted.by_region { (tr!(language, "heat-together")) } @else { (tr!(language, "heat-by-region")) }
            }
        }
        (shades::legend(language))
        (table(page, &caption, &columns, &rows, language))
    }
}

/// Each area by each package, for the whole country.
pub fn areas(page: &CountryDashboard, heat: &AreaHeat, language: Language) -> Markup {
    if heat.rows.is_empty() {
        return Markup::default();
    }
    let measure = figures::measure(page.wanted.measure, language);
    let caption = tr!(language, "heat-areas-caption", measure = measure, round = page.round.key.as_str());
    let labels: Vec<String> = std::iter::once(tr!(language, "figure-area"))
        .chain(heat.columns.iter().map(|column| name(column, language)))
        .collect();
    let wanted = &page.wanted;
    let to = |areas| format!("{}#area-heat", query(&Wanted { areas, ..*wanted }, wanted.sorting));
    let columns = std::iter::once(None).chain((0..heat.columns.len()).map(Some)).zip(&labels);
    let heads: Vec<SortHead> =
        columns.map(|(column, label)| head(wanted.areas, (column, label), to, language)).collect();
    let columns: Vec<Column> = heads.iter().map(SortHead::column).collect();
    let row = |(subject, means): &(Subject, Vec<Option<Benchmark>>)| {
        let cells = heat.columns.iter().zip(means);
        let cells = cells.map(|(column, mean)| {
            shades::mean_cell(mean.as_ref(), area_link(page, column, subject).as_deref(), language)
        });
        (html! { (name(subject, language)) }, cells.collect())
    };
    let rows: Vec<shades::Shaded> = heat.rows.iter().map(row).collect();
    let frame = Table {
        caption: &caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &columns,
        spacing: Spacing::ExtraCompact,
    };
    html! {
        (ui::heading(Level::Two, "area-heat", &tr!(language, "heat-areas-title")))
        p { (caption) " " (tr!(language, "heat-areas-explained")) }
        (shades::legend(language))
        (ui::heat_table(&frame, &rows))
    }
}

/// The questions of a package in an area, or the country in the area.
fn area_link(page: &CountryDashboard, column: &Subject, area: &Subject) -> Option<String> {
    let Subject::Area(area, _) = area else { return None };
    let round = page.round.key.as_str();
    match column {
        Subject::Package(package) => Some(format!("/rounds/{round}/questions?package={}&area={area}", package.key)),
        Subject::All | Subject::Area(..) => {
            let wanted = Wanted { area: Some(*area), areas: Sorting::default(), ..page.wanted };
            Some(format!("{}#per-packages", query(&wanted, Sorting::default())))
        }
    }
}

fn table(
    page: &CountryDashboard,
    caption: &str,
    columns: &[String],
    rows: &[shades::Shaded],
    language: Language,
) -> Markup {
    let municipality = tr!(language, "figure-municipality");
    let to = |sorting| format!("{}#heat", query(&page.wanted, sorting));
    let heads: Vec<SortHead> = std::iter::once((None, &municipality))
        .chain(columns.iter().enumerate().map(|(index, label)| (Some(index), label)))
        .map(|(column, label)| head(page.wanted.sorting, (column, label), to, language))
        .collect();
    let heads: Vec<Column> = heads.iter().map(SortHead::column).collect();
    let frame = Table {
        caption,
        caption_place: CaptionPlace::ForScreenReaders,
        columns: &heads,
        spacing: Spacing::ExtraCompact,
    };
    ui::heat_table(&frame, rows)
}

/// The head of a column; `to` is the page with its rows sorted so.
fn head(
    current: Sorting,
    (column, label): (Option<usize>, &str),
    to: impl Fn(Sorting) -> String,
    language: Language,
) -> SortHead {
    let is_current = current.column == column;
    // Names begin with A, figures with the largest.
    let descending = if is_current { !current.descending } else { column.is_some() };
    let hint = if descending { tr!(language, "sort-descending") } else { tr!(language, "sort-ascending") };
    SortHead {
        label: label.to_owned(),
        href: to(Sorting { column, descending }),
        order: Order::of(is_current, current.descending),
        hint,
    }
}
