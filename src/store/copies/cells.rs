//! A row of any table as it travels between databases: whole numbers, fractions and texts, whatever
//! the columns are called. Instants, days and truth values travel as one of these.

use diesel::backend::Backend;
use diesel::deserialize::{FromSql, QueryableByName, Result};
use diesel::pg::Pg;
use diesel::row::{Field, NamedRow, Row};
use diesel::sql_types::{BigInt, Double, Text};
use diesel::sqlite::{Sqlite, SqliteType};

/// The numbers under which PostgreSQL knows `bigint` and `double precision`; everything else that
/// is read here is text.
const PG_BIGINT: u32 = 20;
const PG_DOUBLE: u32 = 701;

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// None.
    Null,
    /// A whole number; truth values are 0 and 1.
    Integer(i64),
    /// A fraction.
    Double(f64),
    /// A text, a day as `2026-09-01` or an instant as `2026-09-01 08:00:00`, in UTC.
    Text(String),
}

/// The cells of a row in the order of the query.
pub(super) struct Cells(pub Vec<Cell>);

impl Cell {
    /// The whole number.
    pub(super) fn integer(&self) -> Option<i64> {
        if let Cell::Integer(number) = self { Some(*number) } else { None }
    }

    /// The fraction.
    pub(super) fn double(&self) -> Option<f64> {
        if let Cell::Double(number) = self { Some(*number) } else { None }
    }

    /// The text.
    pub(super) fn text(&self) -> Option<&str> {
        if let Cell::Text(text) = self { Some(text) } else { None }
    }
}

impl QueryableByName<Sqlite> for Cells {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> Result<Cells> {
        cells(row, |raw| match raw.value_type() {
            None => Ok(Cell::Null),
            Some(SqliteType::Integer | SqliteType::SmallInt | SqliteType::Long) => {
                Ok(Cell::Integer(<i64 as FromSql<BigInt, Sqlite>>::from_sql(raw)?))
            }
            Some(SqliteType::Float | SqliteType::Double) => {
                Ok(Cell::Double(<f64 as FromSql<Double, Sqlite>>::from_sql(raw)?))
            }
            Some(SqliteType::Text) => Ok(Cell::Text(<String as FromSql<Text, Sqlite>>::from_sql(raw)?)),
            Some(SqliteType::Binary) => Err("bytes that are no text".into()),
        })
    }
}

impl QueryableByName<Pg> for Cells {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> Result<Cells> {
        cells(row, |raw| match raw.get_oid().get() {
            PG_BIGINT => Ok(Cell::Integer(<i64 as FromSql<BigInt, Pg>>::from_sql(raw)?)),
            PG_DOUBLE => Ok(Cell::Double(<f64 as FromSql<Double, Pg>>::from_sql(raw)?)),
            _ => Ok(Cell::Text(<String as FromSql<Text, Pg>>::from_sql(raw)?)),
        })
    }
}

fn cells<'a, DB: Backend>(
    row: &impl Row<'a, DB>,
    read: impl for<'b> Fn(DB::RawValue<'b>) -> Result<Cell>,
) -> Result<Cells> {
    let mut cells = Vec::with_capacity(row.field_count());
    for place in 0..row.field_count() {
        let field = row.get(place).ok_or("a row with too few columns")?;
        cells.push(field.value().map_or(Ok(Cell::Null), &read)?);
    }
    Ok(Cells(cells))
}
