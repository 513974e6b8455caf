//! A table for people and programs: named and explained columns, as CSV for Excel and as a workbook with a native
//! table, number formats and a sheet that says what each column is.
//!
//! A workbook is written row by row, and each sheet lies in a file of its own until it is packed, so that a table of
//! a million rows takes no more memory than a small one.

pub mod answers;
pub mod calls;
pub mod changes;
pub mod columns;
pub mod movements;
pub mod nation;
pub mod participation;
pub mod questions;
pub mod scores;
pub mod trend;
mod workbook;

use std::borrow::Cow;
use std::io::{self, Write};

use super::cells::{Dialect, Sheet};
use crate::domain::Language;

pub use workbook::xlsx;

/// What stands in a column, and so how its numbers look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words of several lines.
    LongText,
    /// A whole number.
    Count,
    /// A score from 0 to 100, or a change in points.
    Score,
    /// A share from 0 to 1.
    Share,
}

/// A column.
#[derive(Debug, Clone)]
pub struct GridColumn {
    /// What programs call it.
    pub key: &'static str,
    /// What people call it.
    pub label: String,
    /// What it is, in a sentence.
    pub about: String,
    /// What stands in it.
    pub kind: Kind,
}

/// What a table is about.
#[derive(Debug, Clone)]
pub struct GridHead {
    /// Its title.
    pub title: String,
    /// What must be known of it beside its columns, as in a source or that figures are generated.
    pub notes: Vec<String>,
    /// Its columns.
    pub columns: Vec<GridColumn>,
    /// The language that it is written in.
    pub language: Language,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Words; empty where there are none.
    Text(Cow<'a, str>),
    /// A number, where there is one.
    Number(Option<f64>),
}

impl<'a> Value<'a> {
    /// Words.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        Value::Text(text.into())
    }

    /// A count.
    pub fn count(count: impl Into<Option<usize>>) -> Value<'a> {
        Value::Number(count.into().map(|count| count as f64))
    }
}

/// A drawing of a table's numbers: bars of two columns, with names from a third.
#[derive(Debug, Clone, Copy)]
pub struct Bars {
    /// Column of the names.
    pub names: usize,
    /// Columns of the bars.
    pub bars: [usize; 2],
    /// Rows that are drawn, from the first.
    pub rows: usize,
}

/// A column of words or numbers with what it is.
pub fn column(key: &'static str, label: String, about: String, kind: Kind) -> GridColumn {
    GridColumn { key, label, about, kind }
}

/// What is said of figures that are made up, as in the demo.
pub fn generated(language: Language) -> String {
    tr!(language, "grid-generated")
}

/// The table as CSV for Excel, under the keys of its columns.
pub fn csv<'a>(dialect: Dialect, head: &GridHead, rows: impl IntoIterator<Item = Vec<Value<'a>>>) -> Vec<u8> {
    let mut file = Vec::new();
    // Nothing fails in writing to memory.
    csv_to(&mut file, dialect, head, rows).unwrap_or_default();
    file
}

/// The same, written to `out` row by row.
///
/// # Errors
/// When `out` takes no more.
pub fn csv_to<'a>(
    mut out: impl Write,
    dialect: Dialect,
    head: &GridHead,
    rows: impl IntoIterator<Item = Vec<Value<'a>>>,
) -> io::Result<()> {
    let keys: Vec<&str> = head.columns.iter().map(|column| column.key).collect();
    let mut sheet = Sheet::new(dialect, &keys);
    for row in rows {
        for (value, column) in row.iter().zip(&head.columns) {
            match value {
                Value::Text(text) => sheet.text(text),
                Value::Number(number) if column.kind == Kind::Count => {
                    sheet.count(number.map(|number| number as usize))
                }
                Value::Number(number) => sheet.number(*number),
            }
        }
        sheet.end_row();
        out.write_all(sheet.take().as_bytes())?;
    }
    out.write_all(&sheet.into_bytes())
}

#[cfg(test)]
mod tests;
