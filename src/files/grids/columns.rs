//! Columns that several tables share, with what stands in them.

use chrono::NaiveDate;

use super::{GridColumn, Kind, Value, column};
use crate::domain::base::municipalities;
use crate::domain::catalogue::{Edition, Measure};
use crate::domain::dashboards::tables::NATION;
use crate::domain::{Area, Language};

/// Where a figure is of: code, name, region and kommunegruppe.
pub fn places(language: Language) -> Vec<GridColumn> {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    vec![
        text(
            "municipality_code",
            tr!(language, "grid-municipality-code"),
            tr!(language, "grid-municipality-code-about"),
        ),
        text("municipality", tr!(language, "figure-municipality"), tr!(language, "grid-municipality-about")),
        text("region", tr!(language, "grid-region"), tr!(language, "grid-region-about")),
        column("group", tr!(language, "grid-group"), tr!(language, "grid-group-about"), Kind::Count),
    ]
}

/// The cells of [`places`] for a municipality, or for the nation; regions are as they were on a day.
pub fn place(code: &str, day: NaiveDate, language: Language) -> Vec<Value<'_>> {
    let found = municipalities::find(code);
    let name = match code {
        NATION => tr!(language, "benchmarks-nation"),
        _ => found.map_or("", |one| one.name).to_owned(),
    };
    vec![
        Value::text(code),
        Value::text(name),
        Value::text(found.and_then(|one| one.region_on(day)).unwrap_or_default()),
        Value::count(found.map(|one| usize::from(one.group))),
    ]
}

/// What a figure is about: measure, package and area, by key and name.
pub fn dimensions(language: Language) -> Vec<GridColumn> {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    vec![
        text("measure", tr!(language, "filter-measure"), tr!(language, "grid-measure-about")),
        text("package", tr!(language, "grid-package-key"), tr!(language, "grid-package-key-about")),
        text("package_title", tr!(language, "figure-package"), tr!(language, "grid-package-title-about")),
        text("area", tr!(language, "grid-area-key"), tr!(language, "grid-area-key-about")),
        text("area_name", tr!(language, "figure-area"), tr!(language, "grid-area-name-about")),
    ]
}

/// The cells of [`dimensions`]; an empty package or area stands for all of them.
pub fn dimension<'a>(
    edition: &'a Edition,
    measure: Measure,
    (package, area): (&'a str, &'a str),
    language: Language,
) -> Vec<Value<'a>> {
    let title = edition.find_package(package).map(|index| edition.packages[index].title.in_language(language));
    let name = area.parse::<Area>().ok().map(|area| edition.area_name(area, language));
    vec![
        Value::text(measure_name(measure, language)),
        Value::text(package),
        Value::text(title.map_or_else(|| tr!(language, "figure-all-packages"), str::to_owned)),
        Value::text(area),
        Value::text(name.map_or_else(|| tr!(language, "figure-all-areas"), str::to_owned)),
    ]
}

/// A measure in a word or two.
pub fn measure_name(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Implementation => tr!(language, "measure-implementation"),
        Measure::Awareness => tr!(language, "measure-awareness"),
        Measure::Overall => tr!(language, "measure-overall"),
    }
}

/// Which round a figure is of.
pub fn round(language: Language) -> GridColumn {
    column("round", tr!(language, "rounds-round"), tr!(language, "grid-round-about"), Kind::Text)
}

/// Whether there is a figure, by the words of the contract.
pub fn state(language: Language) -> GridColumn {
    column("state", tr!(language, "grid-state"), tr!(language, "grid-state-about"), Kind::Text)
}

/// How many stand behind a figure.
pub fn n(language: Language) -> GridColumn {
    column("n", tr!(language, "grid-n"), tr!(language, "grid-n-about"), Kind::Count)
}

/// The share of relevant cells with a score.
pub fn coverage(language: Language) -> GridColumn {
    column("coverage", tr!(language, "reading-coverage"), tr!(language, "grid-coverage-about"), Kind::Share)
}

/// A score from 0 to 100.
pub fn score(language: Language) -> GridColumn {
    column("score", tr!(language, "reading-score"), tr!(language, "grid-score-about"), Kind::Score)
}
