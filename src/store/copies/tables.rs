//! Which tables a backup carries, and their columns as the database itself knows them, so that a new
//! column is never forgotten.

use diesel::prelude::*;
use diesel::result::Error::DeserializationError;
use diesel::sql_types::{Integer, Text};

use super::cells::Cell;
use crate::store::Conn;

/// The tables that a backup carries, each after those that it refers to.
pub const CARRIED: &[&str] = &[
    "editions",
    "crosswalks",
    "edition_revisions",
    "departments",
    "posts",
    "holders",
    "programmes",
    "letter_texts",
    "planned_holders",
    "merged_posts",
    "rounds",
    "emptied_rounds",
    "announced_rounds",
    "baselines",
    "counted_rounds",
    "counts",
    "releases",
    "released_counts",
    "invitations",
    "proposed_holders",
    "extension_requests",
    "sections",
    "answers",
    "handovers",
    "links",
    "staff",
    "calls",
    "api_tokens",
    "identities",
    "saved_views",
    "sign_offs",
    "advice",
    "advice_versions",
    "practice_examples",
    "practice_versions",
    "second_factors",
    "recovery_codes",
    "letters",
    "letter_samples",
    "bounces",
    "audit",
    "post_changes",
    "site_settings",
    "site_logos",
    "site_texts",
];

/// The tables that stay behind: who is signed in, who is about to choose a password and who tried too
/// often is worth nothing days later on another machine. People sign in again. Which letters wait for a
/// mail server that is away is found out anew, and a letter that was being sent is in doubt. A file whose import
/// was not carried out is brought again.
pub const LEFT_BEHIND: &[&str] =
    &["attempts", "directory_uploads", "keys", "leases", "places", "sessions", "sign_ins", "stalls"];

/// The tables whose rows the migrations write: every database has its own already.
pub const OF_MIGRATIONS: &[&str] = &["compatibility"];

/// A table that is carried.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    name: String,
    sql_type: String,
    kind: Kind,
    /// Its place in the primary key, from 1; 0 for none.
    key_place: i32,
}

/// How a column's values travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Integer,
    Boolean,
    Double,
    Text,
    Day,
    Instant,
}

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    sql_type: String,
    #[diesel(sql_type = Integer)]
    key_place: i32,
}

const COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS sql_type, \
     c.pk AS key_place FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY c.cid";

/// The carried tables that a backup file has, in the order of `CARRIED`. Both databases have the same
/// columns, so that those of the file serve for either.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Table>> {
    let rows: Vec<ColumnRow> = diesel::sql_query(COLUMNS).load(conn)?;
    let mut tables: Vec<Table> = CARRIED.iter().map(|name| Table { name, columns: Vec::new() }).collect();
    for row in rows {
        let Some(table) = tables.iter_mut().find(|table| table.name == row.table_name) else { continue };
        let kind = kind_of(&row.sql_type).ok_or_else(|| {
            DeserializationError(format!("{}.{} is of type {}", table.name, row.column_name, row.sql_type).into())
        })?;
        table.columns.push(Column { name: row.column_name, sql_type: row.sql_type, kind, key_place: row.key_place });
    }
    tables.retain(|table| !table.columns.is_empty());
    Ok(tables)
}

fn kind_of(sql_type: &str) -> Option<Kind> {
    match sql_type {
        "smallint" | "integer" | "bigint" => Some(Kind::Integer),
        "boolean" => Some(Kind::Boolean),
        "double precision" => Some(Kind::Double),
        "text" => Some(Kind::Text),
        "date" => Some(Kind::Day),
        "timestamp" => Some(Kind::Instant),
        _ => None,
    }
}

impl Table {
    /// The names of its columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// How the values of its columns travel, in order.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.columns.iter().map(|column| column.kind)
    }

    /// Its rows in the order of its primary key, which is by bytes on both databases.
    pub(super) fn select(&self, conn: &Conn) -> String {
        let is_pg = matches!(conn, Conn::Pg(_));
        let columns = self.columns.iter().map(|column| match column.kind {
            Kind::Integer if is_pg => format!("\"{}\"::bigint", column.name),
            Kind::Boolean if is_pg => format!("\"{}\"::integer::bigint", column.name),
            Kind::Day if is_pg => format!("to_char(\"{}\", 'YYYY-MM-DD')", column.name),
            Kind::Instant if is_pg => format!("to_char(\"{}\", 'YYYY-MM-DD HH24:MI:SS.US')", column.name),
            _ => format!("\"{}\"", column.name),
        });
        let columns = columns.collect::<Vec<_>>().join(", ");
        let mut key: Vec<&Column> = self.columns.iter().filter(|column| column.key_place > 0).collect();
        key.sort_by_key(|column| column.key_place);
        let key = key.iter().map(|column| match column.kind {
            Kind::Text if is_pg => format!("\"{}\" COLLATE \"C\"", column.name),
            _ => format!("\"{}\"", column.name),
        });
        format!("SELECT {columns} FROM \"{}\" ORDER BY {}", self.name, key.collect::<Vec<_>>().join(", "))
    }

    /// The beginning of an INSERT of all columns.
    pub(super) fn insert(&self) -> String {
        let columns: Vec<String> = self.columns().map(|name| format!("\"{name}\"")).collect();
        format!("INSERT INTO \"{}\" ({})", self.name, columns.join(", "))
    }

    /// The rest of an INSERT on PostgreSQL that takes one array for each column.
    pub(super) fn select_from_arrays(&self) -> String {
        let columns = self.columns.iter().enumerate().map(|(place, column)| match column.kind {
            Kind::Boolean => format!("c{place}::integer::boolean"),
            _ => format!("c{place}::{}", column.sql_type),
        });
        let names: Vec<String> = (0..self.columns.len()).map(|place| format!("c{place}")).collect();
        let arrays: Vec<String> = (1..=self.columns.len()).map(|place| format!("${place}")).collect();
        let columns = columns.collect::<Vec<_>>().join(", ");
        format!("SELECT {columns} FROM unnest({}) AS r({})", arrays.join(", "), names.join(", "))
    }

    /// The row as both databases would write it: instants without needless zeros and cut to
    /// microseconds, which is what PostgreSQL keeps.
    pub(super) fn canonical(&self, mut row: Vec<Cell>) -> Vec<Cell> {
        for (cell, kind) in row.iter_mut().zip(self.kinds()) {
            if let (Cell::Text(text), Kind::Instant) = (cell, kind)
                && text.contains('.')
            {
                text.truncate(26);
                text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
            }
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_the_same_whichever_database_it_comes_from() {
        let column =
            Column { name: "at".to_owned(), sql_type: "timestamp".to_owned(), kind: Kind::Instant, key_place: 0 };
        let table = Table { name: "letters", columns: vec![column] };
        let written = |text: &str| table.canonical(vec![Cell::Text(text.to_owned())]).remove(0);
        let plain = Cell::Text("2026-09-01 08:00:00".to_owned());
        assert_eq!([written("2026-09-01 08:00:00"), written("2026-09-01 08:00:00.000000")], [plain.clone(), plain]);
        assert_eq!(written("2026-09-01 08:00:00.123456789"), written("2026-09-01 08:00:00.123456"));
        assert_eq!(written("2026-09-01 08:00:10.500"), Cell::Text("2026-09-01 08:00:10.5".to_owned()));
    }
}
