//! Scores over rounds.

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::trend::{PointBasis, Trend};

/// What the table is.
pub fn head(name: &str, language: Language) -> GridHead {
    let mut all = vec![
        columns::round(language),
        column("closes_on", tr!(language, "grid-closes-on"), tr!(language, "grid-closes-on-about"), Kind::Text),
        column("edition", tr!(language, "rounds-edition"), tr!(language, "grid-edition-about"), Kind::Text),
    ];
    all.extend(columns::places(language));
    all.extend([
        column("measure", tr!(language, "filter-measure"), tr!(language, "grid-measure-about"), Kind::Text),
        column("package", tr!(language, "grid-package-key"), tr!(language, "grid-package-key-about"), Kind::Text),
        column("package_title", tr!(language, "figure-package"), tr!(language, "grid-package-title-about"), Kind::Text),
        column("area", tr!(language, "figure-area"), tr!(language, "grid-area-about"), Kind::Text),
        columns::state(language),
        column("n", tr!(language, "grid-n"), tr!(language, "grid-valid-about"), Kind::Count),
        columns::coverage(language),
        columns::score(language),
        column("continues", tr!(language, "grid-continues"), tr!(language, "grid-continues-about"), Kind::Count),
    ]);
    let title = tr!(language, "trend-title", name = name);
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// Each measure, package and area, round by round.
pub fn rows<'a>(code: &'a str, trend: &'a Trend, language: Language) -> Vec<Vec<Value<'a>>> {
    let mut rows = Vec::new();
    for series in &trend.series {
        for (round, point) in trend.rounds.iter().zip(&series.points) {
            let (state, n) = match point.standing {
                PointBasis::Shown { n, .. } => ("ok", Some(n)),
                PointBasis::Suppressed => ("suppressed", None),
                PointBasis::None(state) => (state.as_str(), None),
            };
            let (package, title) = match &series.subject {
                Subject::Package(package) => (package.key.as_str(), package.label.in_language(language).to_owned()),
                Subject::All | Subject::Area(..) => ("", tr!(language, "figure-all-packages")),
            };
            let area = match &series.subject {
                Subject::Area(_, label) => label.in_language(language).to_owned(),
                Subject::All | Subject::Package(_) => tr!(language, "figure-all-areas"),
            };
            let mut row = vec![
                Value::text(round.key.as_str()),
                Value::text(round.closes_on.to_string()),
                Value::text(round.edition.as_str()),
            ];
            row.extend(columns::place(code, round.closes_on, language));
            row.extend([
                Value::text(columns::measure_name(series.measure, language)),
                Value::text(package),
                Value::text(title),
                Value::text(area),
                Value::text(state),
                Value::count(n),
                Value::Number(point.coverage),
                Value::Number(point.standing.score()),
                Value::count(usize::from(point.is_joined)),
            ]);
            rows.push(row);
        }
    }
    rows
}
