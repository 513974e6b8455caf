//! The paired changes of municipalities and of the nation.

use chrono::NaiveDate;

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::dashboards::tables::ChangeLine;

/// What the table is.
pub fn head(round: &str, language: Language) -> GridHead {
    let count = |key, label, about| column(key, label, about, Kind::Count);
    let score = |key, label, about| column(key, label, about, Kind::Score);
    let mut all = columns::places(language);
    all.extend(columns::dimensions(language));
    all.extend([
        count("questions", tr!(language, "questions-short"), tr!(language, "grid-questions-about")),
        count("matched", tr!(language, "column-comparable"), tr!(language, "grid-matched-about")),
        count("comparable", tr!(language, "grid-comparable"), tr!(language, "grid-comparable-about")),
        count("paired", tr!(language, "grid-paired"), tr!(language, "grid-paired-about")),
        score("paired_baseline", tr!(language, "column-paired-baseline"), tr!(language, "grid-paired-baseline-about")),
        score("paired_current", tr!(language, "column-paired-current"), tr!(language, "grid-paired-current-about")),
        score("paired_change", tr!(language, "column-paired-change"), tr!(language, "grid-paired-change-about")),
    ]);
    let title = tr!(language, "grid-changes-title", round = round);
    GridHead { title, notes: vec![tr!(language, "grid-contract")], columns: all, language }
}

/// A line as a row.
pub fn row<'a>(line: ChangeLine<'a>, (edition, day): (&'a Edition, NaiveDate), language: Language) -> Vec<Value<'a>> {
    let mut row = columns::place(line.municipality_code, day, language);
    row.extend(columns::dimension(edition, line.measure, (line.package, line.area), language));
    row.extend([line.questions, line.matched, line.comparable, Some(line.paired)].map(Value::count));
    row.extend([line.paired_baseline, line.paired_current, line.paired_change].map(Value::Number));
    row
}
