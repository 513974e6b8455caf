//! Scores over rounds.

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::aim_trend::AimTrend;
use crate::domain::dashboards::aims::Reached;
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
        column("aim", tr!(language, "aims-aim"), tr!(language, "grid-aim-about"), Kind::Count),
        column("aim_reached", tr!(language, "aim-trend-title"), tr!(language, "grid-aim-reached-about"), Kind::Count),
        column("aim_n", tr!(language, "grid-aim-n"), tr!(language, "grid-aim-n-about"), Kind::Count),
    ]);
    let title = tr!(language, "trend-title", name = name);
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// Each measure, package and area, round by round.
pub fn rows<'a>(code: &'a str, trend: &'a Trend, aim: Option<&'a AimTrend>, language: Language) -> Vec<Vec<Value<'a>>> {
    let mut rows = Vec::new();
    for series in &trend.series {
        let held_to = aim.filter(|_| series.measure == Measure::Implementation);
        for (place, (round, point)) in trend.rounds.iter().zip(&series.points).enumerate() {
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
            row.extend(aim_cells(held_to, &series.subject, place));
            rows.push(row);
        }
    }
    rows
}

/// What a subject is held to and how many municipalities reach it in a round, by its place.
fn aim_cells<'a>(aim: Option<&AimTrend>, subject: &Subject, place: usize) -> [Value<'a>; 3] {
    let found = aim.and_then(|aim| {
        let series = aim.series.iter().find(|one| one.subject.is_same(subject))?;
        Some((&aim.rounds.get(place)?.1, (*series.points.get(place)?)?))
    });
    let shown = found.and_then(|(_, point)| match point.reached {
        Reached::Shown { count, n, .. } => Some((count, n)),
        Reached::Suppressed | Reached::Empty => None,
    });
    [
        Value::count(found.map(|(basis, _)| usize::from(basis.aim.score()))),
        Value::count(shown.map(|(count, _)| count)),
        Value::count(shown.map(|(_, n)| n)),
    ]
}
