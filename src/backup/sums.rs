//! The sum of a table's rows, which is the same on both databases when every value is.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::store::Conn;
use crate::store::copies::{self, Cell, Table};

/// What a table held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TableSum {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// SHA-256 over its name, its columns and its rows in the order of its primary key, hex.
    pub sha256: String,
}

/// A sum while rows are added to it.
pub(super) struct Sum {
    name: &'static str,
    rows: u64,
    hash: Sha256,
    /// A row as it is hashed, kept so that millions of rows share one allocation.
    row: Vec<u8>,
}

impl Sum {
    /// The sum of no row.
    pub fn new(table: &Table) -> Sum {
        let mut hash = Sha256::new();
        hash.update(table.name);
        table.columns().for_each(|name| hash.update(format!(",{name}")));
        Sum { name: table.name, rows: 0, hash, row: Vec::new() }
    }

    /// Adds a row. Texts are written with their length before them, so that no two rows read alike.
    pub fn add(&mut self, row: &[Cell]) {
        self.row.clear();
        self.row.push(b'\n');
        for cell in row {
            match cell {
                Cell::Null => self.row.push(b'-'),
                Cell::Integer(number) => self.row.extend_from_slice(format!("i{number}").as_bytes()),
                Cell::Double(number) => self.row.extend_from_slice(format!("d{:x}", number.to_bits()).as_bytes()),
                Cell::Text(text) => {
                    self.row.extend_from_slice(format!("t{}:", text.len()).as_bytes());
                    self.row.extend_from_slice(text.as_bytes());
                }
            }
            self.row.push(b';');
        }
        self.hash.update(&self.row);
        self.rows += 1;
    }

    /// The sum of all that was added.
    pub fn finish(self) -> TableSum {
        TableSum {
            name: self.name.to_owned(),
            rows: self.rows,
            sha256: base16ct::lower::encode_string(&self.hash.finalize()),
        }
    }
}

/// The sum of a table as it stands in a database.
pub(super) fn of_table(conn: &mut Conn, table: &Table) -> Result<TableSum> {
    let mut sum = Sum::new(table);
    copies::read(conn, table, |row| {
        sum.add(&row);
        Ok(())
    })?;
    Ok(sum.finish())
}

/// The sums of all tables of a backup's file.
pub(super) fn of_tables(file: &mut Conn) -> Result<Vec<TableSum>> {
    let tables = copies::list(file)?;
    tables.iter().map(|table| of_table(file, table)).collect()
}
