//! The country's dumbbell charts on the page and as files.

use maud::{Markup, html};

use super::{CountryPage, Sorting, area_lines, package_lines, table};
use crate::domain::Language;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::views::dashboards::dumbbells;
use crate::views::dashboards::dumbbells::Chart;
use crate::views::dashboards::figures;
use crate::views::shell::Frame;
use crate::views::ui::{self, Level};

/// Per package.
pub fn packages(page: &CountryPage, language: Language) -> Markup {
    let lines = package_lines(page, language);
    let title = title(page, "packages", language);
    let heading = tr!(language, "figure-per-package");
    chart(page, ("packages", &heading, &title), &lines, language)
}

/// Per area; nothing where one area is looked at.
pub fn areas(page: &CountryPage, language: Language) -> Markup {
    if page.wanted.area.is_some() {
        return Markup::default();
    }
    let lines = area_lines(page, language);
    let title = title(page, "areas", language);
    let heading = tr!(language, "figure-per-area");
    chart(page, ("areas", &heading, &title), &lines, language)
}

fn chart(
    page: &CountryPage,
    (id, heading, title): (&str, &str, &str),
    lines: &[(ScoreDimension, dumbbells::Line)],
    language: Language,
) -> Markup {
    if lines.is_empty() {
        return Markup::default();
    }
    let description = tr!(language, "country-figure-description");
    let drawn: Vec<dumbbells::Line> = lines.iter().map(|(_, line)| line.clone()).collect();
    let chart = Chart { id, title, description: &description, now: &page.held.round.key, lines: &drawn };
    let file = format!("{}/{id}.svg{}", page.address(), page.wanted.query(Sorting::default()));
    let caption = html! {
        (figures::measure_explained(page.wanted.measure, language)) " " (tr!(language, "country-figure-caption"))
    };
    html! {
        (ui::heading(Level::Two, &format!("per-{id}"), heading))
        (dumbbells::figure(&chart, &file, caption, table::lines(page, title, lines, language), language))
    }
}

fn title(page: &CountryPage, of: &str, language: Language) -> String {
    let edition = page.held.edition();
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
pub fn packages_file(page: &CountryPage, frame: &Frame) -> String {
    file(page, "packages", package_lines(page, frame.language), frame)
}

/// The chart per area as a file.
pub fn areas_file(page: &CountryPage, frame: &Frame) -> String {
    file(page, "areas", area_lines(page, frame.language), frame)
}

fn file(page: &CountryPage, id: &str, lines: Vec<(ScoreDimension, dumbbells::Line)>, frame: &Frame) -> String {
    let language = frame.language;
    let (title, description) = (title(page, id, language), tr!(language, "country-figure-description"));
    let lines: Vec<dumbbells::Line> = lines.into_iter().map(|(_, line)| line).collect();
    let chart = Chart { id, title: &title, description: &description, now: &page.held.round.key, lines: &lines };
    dumbbells::file(&chart, frame)
}
