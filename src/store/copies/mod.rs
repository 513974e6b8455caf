//! Whole tables, copied row by row between databases of either kind, and the SQLite file that is a
//! backup. Rows are streamed: a year's answers would not fit in memory.

mod cells;
mod file;
mod tables;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Double, Nullable, Text};

use self::cells::Cells;
use self::tables::Kind;
use super::Conn;
use crate::error::Result;

pub use self::cells::Cell;
pub use self::file::{
    create_manifest, delete_left_behind, find_damage, find_manifest, list_migrations, migrate_to, vacuum_into,
};
pub use self::tables::{CARRIED, LEFT_BEHIND, OF_MIGRATIONS, Table, list};

/// SQLite takes at most 32,766 values in a statement.
const VALUES: usize = 32_766;

/// Hands the rows of a table to `each`, one after the other in the order of the primary key.
///
/// # Errors
/// Database errors and those of `each`.
pub fn read(conn: &mut Conn, table: &Table, mut each: impl FnMut(Vec<Cell>) -> Result<()>) -> Result<()> {
    let query = diesel::sql_query(table.select(conn));
    match conn {
        Conn::Sqlite(conn) => {
            for row in query.load_iter::<Cells, DefaultLoadingMode>(conn)? {
                each(table.canonical(row?.0))?;
            }
        }
        // Its other way to load takes the whole table into memory first.
        Conn::Pg(conn) => {
            for row in query.load_iter::<Cells, PgRowByRowLoadingMode>(conn)? {
                each(table.canonical(row?.0))?;
            }
        }
    }
    Ok(())
}

/// Adds rows to a table.
pub fn insert(conn: &mut Conn, table: &Table, rows: &[Vec<Cell>]) -> QueryResult<()> {
    if rows.is_empty() {
        return Ok(());
    }
    match conn {
        Conn::Sqlite(conn) => {
            let columns = table.columns().count();
            let marks = format!("({})", vec!["?"; columns].join(","));
            for chunk in rows.chunks(VALUES / columns) {
                let values = vec![marks.as_str(); chunk.len()].join(",");
                let mut query = diesel::sql_query(format!("{} VALUES {values}", table.insert())).into_boxed();
                for cell in chunk.iter().flatten() {
                    query = match cell {
                        Cell::Null => query.bind::<Nullable<Text>, _>(None::<&str>),
                        Cell::Integer(number) => query.bind::<BigInt, _>(number),
                        Cell::Double(number) => query.bind::<Double, _>(number),
                        Cell::Text(text) => query.bind::<Text, _>(text),
                    };
                }
                query.execute(conn)?;
            }
        }
        Conn::Pg(conn) => {
            let text = format!("{} {}", table.insert(), table.select_from_arrays());
            let mut query = diesel::sql_query(text).into_boxed();
            for (place, kind) in table.kinds().enumerate() {
                let column = rows.iter().map(|row| &row[place]);
                query = match kind {
                    Kind::Integer | Kind::Boolean => {
                        query.bind::<Array<Nullable<BigInt>>, _>(column.map(Cell::integer).collect::<Vec<_>>())
                    }
                    Kind::Double => {
                        query.bind::<Array<Nullable<Double>>, _>(column.map(Cell::double).collect::<Vec<_>>())
                    }
                    Kind::Text | Kind::Day | Kind::Instant => {
                        query.bind::<Array<Nullable<Text>>, _>(column.map(Cell::text).collect::<Vec<_>>())
                    }
                };
            }
            query.execute(conn)?;
        }
    }
    Ok(())
}

/// The first of our tables that has a row; none in an empty database.
pub fn find_filled(conn: &mut Conn) -> QueryResult<Option<&'static str>> {
    for name in CARRIED.iter().chain(LEFT_BEHIND) {
        let exists = diesel::dsl::sql::<Bool>(&format!("EXISTS (SELECT 1 FROM \"{name}\")"));
        if diesel::select(exists).get_result(conn)? {
            return Ok(Some(*name));
        }
    }
    Ok(None)
}

/// After much was written: brings everything to the disk on SQLite, lets PostgreSQL learn how large
/// its tables are.
pub fn settle(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
        Conn::Pg(conn) => conn.batch_execute(&format!("ANALYZE {}", CARRIED.join(", "))),
    }
}
