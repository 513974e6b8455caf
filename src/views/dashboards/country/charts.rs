//! The country's dumbbell charts on the page and as files.

use maud::{Markup, html};

use super::{address, query, table};
use crate::domain::Language;
use crate::domain::dashboards::aims::NationAim;
use crate::domain::dashboards::country::{CountryDashboard, NationRow};
use crate::domain::dashboards::finding;
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::wanted::{Sorting, Wanted};
use crate::views::dashboards::addresses;
use crate::views::dashboards::aims;
use crate::views::dashboards::country::lines::line;
use crate::views::dashboards::dumbbells;
use crate::views::dashboards::dumbbells::{Chart, Words};
use crate::views::dashboards::figures;
use crate::views::dashboards::findings::Whose;
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::shell::Frame;
use crate::views::ui::{self, Level};

/// Per package.
pub fn packages(page: &CountryDashboard, rows: &[NationRow], language: Language) -> Markup {
    let title = title(page, "packages", language);
    chart(page, ("packages", &tr!(language, "figure-per-package"), &title), rows, language)
}

/// Per package under a heading of another page.
pub fn under_heading(page: &CountryDashboard, heading: &str, rows: &[NationRow], language: Language) -> Markup {
    chart(page, ("packages", heading, &title(page, "packages", language)), rows, language)
}

/// Per area; nothing where one area is looked at.
pub fn areas(page: &CountryDashboard, rows: &[NationRow], language: Language) -> Markup {
    let title = title(page, "areas", language);
    chart(page, ("areas", &tr!(language, "figure-per-area"), &title), rows, language)
}

fn chart(
    page: &CountryDashboard,
    (id, heading, title): (&str, &str, &str),
    rows: &[NationRow],
    language: Language,
) -> Markup {
    if rows.is_empty() {
        return Markup::default();
    }
    let basis = aim_of(page, id).map(|aim| &aim.basis);
    let description = aims::described(tr!(language, "country-figure-description"), basis, language);
    let link = |row: &NationRow| leads_to(page, &row.subject);
    let lines: Vec<dumbbells::Line> = lines(page, (id, rows), language)
        .zip(rows)
        .map(|(line, row)| dumbbells::Line { link: link(row), ..line })
        .collect();
    let chart = Chart {
        id,
        title,
        description: &description,
        words: &aims::held_to(Words::of_change(&page.round.key, language), basis, language),
        lines: &lines,
    };
    let (file, query) = (format!("{}/{id}", address(page)), query(&page.wanted, Sorting::default()));
    let caption = html! {
        (figures::measure_explained(page.wanted.measure, language)) " " (tr!(language, "country-figure-caption"))
        (aims::caption(basis, language))
    };
    html! {
        (ui::heading(Level::Two, &format!("per-{id}"), heading))
        (dumbbells::figure(&chart, (&file, &query), (caption, table::rows(title, rows, link, language)), language))
    }
}

/// What the packages are held to; areas are held to nothing.
fn aim_of<'a>(page: &'a CountryDashboard, id: &str) -> Option<&'a NationAim> {
    page.nation.as_ref()?.aim.as_ref().filter(|_| id == "packages")
}

/// The rows of a chart.
fn lines<'a>(
    page: &'a CountryDashboard,
    (id, rows): (&str, &'a [NationRow]),
    language: Language,
) -> impl Iterator<Item = dumbbells::Line> + 'a {
    let aim = aim_of(page, id);
    rows.iter().map(move |row| aims::nation_line(line(row, language), &row.subject, aim, language))
}

/// A package leads to its result, and an area to the same page of the area alone.
fn leads_to(page: &CountryDashboard, subject: &Subject) -> Option<String> {
    match subject {
        Subject::All => None,
        Subject::Package(package) => Some(addresses::package(&page.round.key, &package.key)),
        Subject::Area(area, _) => {
            let wanted = Wanted { area: Some(*area), ..page.wanted };
            Some(format!("{}{}#per-packages", address(page), query(&wanted, Sorting::default())))
        }
    }
}

fn title(page: &CountryDashboard, of: &str, language: Language) -> String {
    let edition = &page.round.edition;
    let measure = figures::measure(page.wanted.measure, language);
    let title = match of {
        "packages" => tr!(language, "country-packages-title", measure = measure),
        _ => tr!(language, "country-areas-title", measure = measure),
    };
    match page.wanted.area {
        Some(area) => format!("{title}, {}", edition.area_name(area, language)),
        None => title,
    }
}

/// The chart per package as a file.
pub fn packages_file(page: &CountryDashboard, rows: &[NationRow], (shape, frame): (Shape, &Frame)) -> Markup {
    file(page, ("packages", rows), &said(page, shape, frame), frame)
}

/// The chart per area as a file.
pub fn areas_file(page: &CountryDashboard, rows: &[NationRow], (shape, frame): (Shape, &Frame)) -> Markup {
    file(page, ("areas", rows), &super::sheet(page, shape, frame), frame)
}

/// The sheet with the page's finding, which is about packages.
fn said(page: &CountryDashboard, shape: Shape, frame: &Frame) -> Sheet {
    let finding = page.nation.as_ref().and_then(finding::of_nation);
    super::sheet(page, shape, frame).finding(finding.as_ref(), Whose::Nation, page.wanted.measure, frame.language)
}

fn file(page: &CountryDashboard, (id, rows): (&str, &[NationRow]), sheet: &Sheet, frame: &Frame) -> Markup {
    let language = frame.language;
    let basis = aim_of(page, id).map(|aim| &aim.basis);
    let description = aims::described(tr!(language, "country-figure-description"), basis, language);
    let title = title(page, id, language);
    let lines: Vec<dumbbells::Line> = lines(page, (id, rows), language).collect();
    let chart = Chart {
        id,
        title: &title,
        description: &description,
        words: &aims::held_to(Words::of_change(&page.round.key, language), basis, language),
        lines: &lines,
    };
    dumbbells::file(&chart, sheet, frame)
}
