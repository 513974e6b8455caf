//! The header of a table: which column stands where, under whatever name people know it.

use super::cells;
use crate::domain::base::import_errors::{ImportError, Problem, shortened};

/// Most unknown names that are repeated to whoever brought the file.
const MOST_NAMED: usize = 25;

/// The columns of a kind of table; their order in the file is free.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// Columns that must be there.
    pub required: &'static [&'static str],
    /// Columns that may be there; their cells are empty where they are not.
    pub optional: &'static [&'static str],
    /// Further names of columns.
    pub also: &'static [(&'static str, &'static [&'static str])],
}

impl Columns {
    /// All columns, the required ones first.
    pub fn all(&self) -> impl Iterator<Item = &'static str> {
        self.required.iter().chain(self.optional).copied()
    }

    /// The further names of a column.
    fn other_names(&self, column: &str) -> &'static [&'static str] {
        self.also.iter().find(|(name, _)| *name == column).map_or(&[], |(_, names)| names)
    }

    /// The column that a header names.
    fn find(&self, header: &str) -> Option<&'static str> {
        let wanted = letters(header);
        let is_named = |column: &&str| {
            letters(column) == wanted || self.other_names(column).iter().any(|name| letters(name) == wanted)
        };
        self.all().find(is_named)
    }

    /// A column with all names that it may have: `name/navn`.
    fn names(&self, column: &str) -> String {
        std::iter::once(&column).chain(self.other_names(column)).copied().collect::<Vec<_>>().join("/")
    }
}

/// What of a name counts: its letters and digits, so that "E-mail" and "e_mail" are one.
fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where each known column stands, and how many columns the header has. What is unknown and what is missing is
/// one fault, because a name that is spelt wrong is both.
///
/// # Errors
/// The faults of the header.
pub(super) fn places(
    (line, header): cells::Line,
    columns: Columns,
) -> Result<(Vec<Option<usize>>, usize), Vec<ImportError>> {
    let mut names: Vec<String> = header.into_iter().map(|name| cells::restored(name).trim().to_lowercase()).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let found: Vec<Option<&str>> = names.iter().map(|name| columns.find(name)).collect();
    let place = |column: &str| found.iter().position(|one| *one == Some(column));
    let unknown: Vec<String> =
        names.iter().zip(&found).filter(|(_, column)| column.is_none()).map(|(name, _)| shortened(name)).collect();
    let missing: Vec<String> =
        columns.required.iter().filter(|column| place(column).is_none()).map(|column| columns.names(column)).collect();
    let mut faults = Vec::new();
    if !unknown.is_empty() || !missing.is_empty() {
        let key = if let [one] = unknown.as_slice() { one.clone() } else { String::new() };
        let unknown = unknown.into_iter().take(MOST_NAMED).collect();
        faults.push(ImportError::new(line, &key, Problem::Header { unknown, missing }));
    }
    for (index, column) in found.iter().enumerate() {
        if column.is_some() && found[..index].contains(column) {
            faults.push(ImportError::new(line, &names[index], Problem::DuplicateKey));
        }
    }
    if faults.is_empty() { Ok((columns.all().map(place).collect(), names.len())) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns =
        Columns { required: &["code", "name"], optional: &["note"], also: &[("name", &["navn", "e-navn"])] };

    fn read(header: &[&str]) -> Result<(Vec<Option<usize>>, usize), Vec<ImportError>> {
        places((1, header.iter().map(|name| (*name).to_owned()).collect()), COLUMNS)
    }

    fn header_fault(key: &str, unknown: &[&str], missing: &[&str]) -> ImportError {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        ImportError::new(1, key, Problem::Header { unknown: owned(unknown), missing: owned(missing) })
    }

    #[test]
    fn a_column_is_found_under_each_of_its_names_in_any_order_and_case() {
        for name in ["name", "NAVN", " Navn ", "E navn", "e_Navn"] {
            assert_eq!(read(&[name, "Code", ""]).unwrap(), (vec![Some(1), Some(0), None], 2), "{name}");
        }
    }

    #[test]
    fn one_cause_is_one_fault() {
        assert_eq!(read(&["code", "naem"]).unwrap_err(), [header_fault("naem", &["naem"], &["name/navn/e-navn"])]);
        let all = ["a", "b", "c", "d", "e", "f", "g"];
        assert_eq!(read(&all).unwrap_err(), [header_fault("", &all, &["code", "name/navn/e-navn"])]);
        assert_eq!(read(&["code"]).unwrap_err(), [header_fault("", &[], &["name/navn/e-navn"])]);
        assert_eq!(read(&["code", "name", "x"]).unwrap_err(), [header_fault("x", &["x"], &[])]);
        let twice = ImportError::new(1, "navn", Problem::DuplicateKey);
        assert_eq!(read(&["code", "name", "navn"]).unwrap_err(), [twice]);
    }
}
