//! The nation per package and area, then and now, as on the country's page.

use super::{Bars, GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::dashboards::country::{CountryDashboard, NationRow};
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::Subject;

/// Places of the columns that the native chart draws: the names, and the paired scores then and now.
const DRAWN: (usize, [usize; 2]) = (1, [5, 6]);

/// What the table is.
pub fn head(page: &CountryDashboard, language: Language) -> GridHead {
    let text = |key, label, about| column(key, label, about, Kind::Text);
    let count = |key, label, about| column(key, label, about, Kind::Count);
    let score = |key, label, about| column(key, label, about, Kind::Score);
    let all = vec![
        text("key", tr!(language, "grid-subject-key"), tr!(language, "grid-subject-key-about")),
        text("about", tr!(language, "column-about"), tr!(language, "grid-subject-about")),
        text("measure", tr!(language, "filter-measure"), tr!(language, "grid-measure-about")),
        text("baseline", tr!(language, "column-baseline"), tr!(language, "grid-baseline-about")),
        text("state", tr!(language, "grid-state"), tr!(language, "grid-nation-state-about")),
        score("paired_baseline", tr!(language, "column-paired-baseline"), tr!(language, "grid-paired-baseline-about")),
        score("paired_current", tr!(language, "column-paired-current"), tr!(language, "grid-paired-current-about")),
        score("paired_change", tr!(language, "column-paired-change"), tr!(language, "grid-paired-change-about")),
        count("n_paired", tr!(language, "column-paired-n"), tr!(language, "grid-n-paired-about")),
        count("improved", tr!(language, "grid-improved"), tr!(language, "grid-improved-about")),
        count("unchanged", tr!(language, "grid-unchanged"), tr!(language, "grid-unchanged-about")),
        count("declined", tr!(language, "grid-declined"), tr!(language, "grid-declined-about")),
        count("matched", tr!(language, "column-comparable"), tr!(language, "grid-matched-about")),
        count("questions", tr!(language, "questions-short"), tr!(language, "grid-questions-about")),
        score("score_then", tr!(language, "column-score-then"), tr!(language, "grid-score-about")),
        count("n_then", tr!(language, "grid-n-then"), tr!(language, "grid-n-about")),
        score("score_now", tr!(language, "column-score-now"), tr!(language, "grid-score-about")),
        count("n_now", tr!(language, "grid-n-now"), tr!(language, "grid-n-about")),
        columns::coverage(language),
    ];
    let measure = columns::measure_name(page.wanted.measure, language);
    let mut title = tr!(language, "grid-nation-title", measure = measure, round = page.round.key.as_str());
    if let Some(area) = page.wanted.area {
        title = format!("{title}, {}", page.round.edition.area_name(area, language));
    }
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// The packages, and then the areas.
pub fn rows(page: &CountryDashboard, language: Language) -> Vec<Vec<Value<'_>>> {
    let Some(nation) = &page.nation else { return Vec::new() };
    let measure = columns::measure_name(page.wanted.measure, language);
    nation.packages.iter().chain(&nation.areas).map(|one| row(one, &measure, language)).collect()
}

/// A drawing of the packages.
pub fn bars(page: &CountryDashboard) -> Option<Bars> {
    let packages = page.nation.as_ref()?.packages.len();
    Some(Bars { names: DRAWN.0, bars: DRAWN.1, rows: packages })
}

fn row<'a>(one: &'a NationRow, measure: &str, language: Language) -> Vec<Value<'a>> {
    let (key, name) = match &one.subject {
        Subject::All => ("", tr!(language, "heat-all")),
        Subject::Package(package) => (package.key.as_str(), package.label.in_language(language).to_owned()),
        Subject::Area(area, label) => (area.as_str(), label.in_language(language).to_owned()),
    };
    let line = &one.line;
    let state = match (line.change, line.current) {
        (Benchmark::Shown { .. }, _) => "ok",
        (Benchmark::Suppressed, _) | (_, Benchmark::Suppressed) => "suppressed",
        (Benchmark::Empty, Benchmark::Shown { .. }) => "not_comparable",
        (Benchmark::Empty, Benchmark::Empty) => "insufficient",
    };
    let moved = |of: fn(&crate::domain::dashboards::nation::Moved) -> usize| Value::count(line.moved.as_ref().map(of));
    vec![
        Value::text(key),
        Value::text(name),
        Value::text(measure.to_owned()),
        Value::text(one.baselines.join(", ")),
        Value::text(state),
        Value::Number(line.paired_baseline.mean()),
        Value::Number(line.paired_current.mean()),
        Value::Number(line.change.mean()),
        Value::count(line.change.n()),
        moved(|moved| moved.improved),
        moved(|moved| moved.unchanged),
        moved(|moved| moved.declined),
        Value::count(one.comparable.matched),
        Value::count(one.comparable.questions),
        Value::Number(line.baseline.mean()),
        Value::count(line.baseline.n()),
        Value::Number(line.current.mean()),
        Value::count(line.current.n()),
        Value::Number(one.coverage),
    ]
}
