//! The nation per package and area, then and now, as on the country's page.

use super::{Bars, GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::dashboards::aims::{NationAim, Reached};
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
        count("aim", tr!(language, "aims-aim"), tr!(language, "grid-aim-about")),
        score("aim_score", tr!(language, "aim-column-score"), tr!(language, "grid-aim-score-about")),
        count("aim_reached", tr!(language, "aim-column-now"), tr!(language, "grid-aim-reached-about")),
        count("aim_n", tr!(language, "grid-aim-n"), tr!(language, "grid-aim-n-about")),
        text("aim_then_round", tr!(language, "grid-aim-then-round"), tr!(language, "grid-aim-then-round-about")),
        count("aim_then_reached", tr!(language, "aim-column-then"), tr!(language, "grid-aim-reached-about")),
        count("aim_then_n", tr!(language, "grid-aim-then-n"), tr!(language, "grid-aim-n-about")),
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
    let rows = nation.packages.iter().chain(&nation.areas);
    rows.map(|one| {
        let mut cells = row(one, &measure, language);
        cells.extend(aim_cells(nation.aim.as_ref(), &one.subject));
        cells
    })
    .collect()
}

/// What a package is held to, with how many municipalities reach it now and then; empty cells of an area.
fn aim_cells<'a>(aim: Option<&'a NationAim>, subject: &Subject) -> [Value<'a>; 7] {
    let found = aim.and_then(|aim| Some((aim, aim.find(subject)?)));
    let shown = |reached: Option<&Reached>| match reached {
        Some(Reached::Shown { count, n, mean }) => (Some(*count), Some(*n), Some(*mean)),
        Some(Reached::Suppressed | Reached::Empty) | None => (None, None, None),
    };
    let then = found.and_then(|(_, row)| row.then.as_ref());
    let (count, n, mean) = shown(found.map(|(_, row)| &row.now));
    let (count_then, n_then, _) = shown(then.map(|(_, reached)| reached));
    [
        Value::count(found.map(|(aim, _)| usize::from(aim.basis.aim.score()))),
        Value::Number(mean),
        Value::count(count),
        Value::count(n),
        Value::text(then.map_or("", |(round, _)| round.as_str())),
        Value::count(count_then),
        Value::count(n_then),
    ]
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
