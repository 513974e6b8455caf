//! The scores of municipalities and of the nation.

use chrono::NaiveDate;

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::tables::ScoreLine;

/// What the table is.
pub fn head(round: &str, language: Language) -> GridHead {
    let mut all = vec![columns::round(language)];
    all.extend(columns::places(language));
    all.extend(columns::dimensions(language));
    all.extend([
        columns::state(language),
        column("asked", tr!(language, "grid-asked"), tr!(language, "grid-asked-about"), Kind::Count),
        column("applicable", tr!(language, "grid-applicable"), tr!(language, "grid-applicable-about"), Kind::Count),
        column("n", tr!(language, "grid-n"), tr!(language, "grid-valid-about"), Kind::Count),
        columns::coverage(language),
        columns::score(language),
        column("strict_score", tr!(language, "reading-strict"), tr!(language, "grid-strict-about"), Kind::Score),
    ]);
    let title = tr!(language, "grid-scores-title", round = round);
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// A line as a row.
pub fn row<'a>(line: ScoreLine<'a>, (edition, day): (&'a Edition, NaiveDate), language: Language) -> Vec<Value<'a>> {
    let mut row = vec![Value::text(line.round)];
    row.extend(columns::place(line.municipality_code, day, language));
    row.extend(columns::dimension(edition, line.measure, (line.package, line.area), language));
    row.extend([
        Value::text(line.state),
        Value::count(line.asked),
        Value::count(line.applicable),
        Value::count(line.valid),
        Value::Number(line.coverage),
        Value::Number(line.score),
        Value::Number(line.strict_score),
    ]);
    row
}
