//! Tables that people bring: CSV as Excel and others write it, or XLSX. Both become the same rows
//! of text with line numbers and cells in a known order, or every fault of the header and shape.

use encoding_rs::WINDOWS_1252;

pub use super::headers::Columns;
use super::{cells, headers, xlsx};
use crate::domain::MunicipalityCode;
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::base::municipalities;

/// Largest file, in megabytes.
pub const MOST_MEGABYTES: usize = 50;
/// Most rows under the header.
pub const MOST_ROWS: usize = 200_000;
/// Faults after which a reader stops looking: nobody mends more of them one by one.
pub const MOST_FAULTS: usize = 1_000;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, or row of the sheet, counted from 1.
    pub line: usize,
    /// Cells in the order of [`Columns`], the required ones first; neutralised cells are restored.
    pub cells: Vec<String>,
}

/// Reads the rows under the header. Rows without any text are left out. Errs with every fault.
pub fn read(bytes: &[u8], columns: Columns) -> Result<Vec<Row>, Vec<ImportError>> {
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(vec![ImportError::new(1, "", Problem::TooBig(MOST_MEGABYTES))]);
    }
    let is_sheet = is_workbook(bytes);
    let lines = if is_sheet { xlsx::read(bytes, MOST_ROWS + 1) } else { split_text(bytes) };
    let mut lines = match lines {
        Ok(lines) => lines.into_iter(),
        Err((line, problem)) => return Err(vec![ImportError::new(line, "", problem)]),
    };
    let Some(header) = lines.next() else { return Err(vec![ImportError::new(1, "", Problem::Empty)]) };
    let header_line = header.0;
    let shape = Shape::new(header, columns, is_sheet)?;
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    for (line, cells) in lines {
        if faults.len() >= MOST_FAULTS {
            break;
        }
        match shape.row(line, cells) {
            Ok(row) => rows.push(row),
            Err(fault) => faults.push(fault),
        }
    }
    match (faults.is_empty(), rows.is_empty()) {
        (false, _) => Err(faults),
        (true, true) => Err(vec![ImportError::new(header_line, "", Problem::Empty)]),
        (true, false) => Ok(rows),
    }
}

/// Whether bytes are an XLSX workbook, by their first four.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// What a header says of the rows under it.
pub(super) struct Shape {
    /// Where each known column stands.
    places: Vec<Option<usize>>,
    /// How many columns there are.
    width: usize,
    is_sheet: bool,
}

impl Shape {
    /// Errs with every fault of the header.
    pub(super) fn new(header: cells::Line, columns: Columns, is_sheet: bool) -> Result<Shape, Vec<ImportError>> {
        let (places, width) = headers::places(header, columns)?;
        Ok(Shape { places, width, is_sheet })
    }

    /// A row with its cells in their order.
    pub(super) fn row(&self, line: usize, mut row: Vec<String>) -> Result<Row, ImportError> {
        while row.len() > self.width && row.last().is_some_and(|cell| cell.trim().is_empty()) {
            row.pop();
        }
        if self.is_sheet && row.len() < self.width {
            row.resize(self.width, String::new());
        }
        if row.len() != self.width {
            return Err(ImportError::new(line, "", Problem::CellCount { found: row.len(), expected: self.width }));
        }
        let cell = |index: &Option<usize>| index.map_or(String::new(), |index| std::mem::take(&mut row[index]));
        Ok(Row { line, cells: self.places.iter().map(cell).map(cells::restored).collect() })
    }
}

/// The municipality in a cell, by its code or its name; the leading zero that a spreadsheet took is put back.
pub fn municipality(cell: &str) -> Result<MunicipalityCode, Problem> {
    let written = cell.trim();
    let padded = if written.len() == 3 { format!("0{written}") } else { written.to_owned() };
    match (written, padded.parse().ok().or_else(|| municipalities::named(written))) {
        ("", _) => Err(Problem::Missing),
        (_, Some(found)) => Ok(found),
        (_, None) => Err(Problem::unknown(written, [])),
    }
}

/// A one-line value: trimmed, with single spaces inside.
pub fn tidy(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn split_text(bytes: &[u8]) -> Result<Vec<cells::Line>, (usize, Problem)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Older Danish Excel saves CSV as Windows-1252, which is hardly ever valid UTF-8.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    cells::split(&text, separator(&text), MOST_ROWS + 1).map_err(|(line, problem)| match problem {
        Problem::TooMany(_) => (line, Problem::TooMany(MOST_ROWS)),
        other => (line, other),
    })
}

/// What stands between the cells of a text that begins with its header.
pub(super) fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator| header.matches(separator).count();
    if count(',') > count(';') { b',' } else { b';' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: Columns = Columns { required: &["code", "name"], optional: &["note"], also: &[] };

    fn rows(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        read(bytes, COLUMNS).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn faults(text: &str) -> Vec<(usize, String, Problem)> {
        let found = read(text.as_bytes(), COLUMNS).unwrap_err();
        found.into_iter().map(|fault| (fault.line, fault.key, fault.problem)).collect()
    }

    #[test]
    fn csv_is_read_in_every_dress() {
        let expected = vec![(2, vec!["0151".to_owned(), "Ærø; by".to_owned(), String::new()])];
        let text = "Name ;CODE\r\n\"Ærø; by\";0151\r\n;;\r\n";
        assert_eq!(rows(text.as_bytes()), expected);
        assert_eq!(rows(format!("\u{feff}{text}").as_bytes()), expected);
        assert_eq!(rows(&WINDOWS_1252.encode(text).0), expected);
        assert_eq!(rows("name,code\n\"Ærø; by\",0151\n".as_bytes()), expected);
        assert_eq!(rows("note;name;code;;\n;Ærø \n".replace("Ærø ", "\"Ærø; by\";0151;;;").as_bytes()), expected);
    }

    #[test]
    fn faults_of_header_and_shape_are_all_found() {
        let unknown = Problem::Header { unknown: vec!["naem".into()], missing: vec!["name".into()] };
        let header = [(1, "naem".into(), unknown), (1, "code".into(), Problem::DuplicateKey)];
        assert_eq!(faults("code;naem;code\n1;2;3\n"), header);
        let count = |found| Problem::CellCount { found, expected: 2 };
        assert_eq!(faults("code;name\n1\n1;2\n1;2;3\n"), [(2, String::new(), count(1)), (4, String::new(), count(3))]);
        for empty in ["", "\n\n", "code;name\n", "code;name\n;\n"] {
            assert_eq!(faults(empty), [(1, String::new(), Problem::Empty)]);
        }
    }

    #[test]
    fn too_much_is_refused() {
        let many = format!("code;name\n{}", "1;2\n".repeat(MOST_ROWS + 1));
        assert_eq!(faults(&many), [(MOST_ROWS + 2, String::new(), Problem::TooMany(MOST_ROWS))]);
        assert_eq!(rows(&many.as_bytes()[..many.len() - 4]).len(), MOST_ROWS);
        assert_eq!(faults(&"a".repeat(50_000_001)), [(1, String::new(), Problem::TooBig(50))]);
        assert_eq!(faults(&format!("code;name\n{}", "1\n".repeat(5_000))).len(), MOST_FAULTS);
    }

    #[test]
    fn a_municipality_is_known_by_its_name_and_a_lost_zero_is_put_back() {
        assert_eq!(municipality(" 151 ").unwrap().as_str(), "0151");
        assert_eq!(municipality("Ballerup Kommune").unwrap().as_str(), "0151");
        assert_eq!(municipality("0751").unwrap().as_str(), "0751");
        assert_eq!(municipality("0411"), Err(Problem::unknown("0411", [])));
        assert_eq!(municipality(""), Err(Problem::Missing));
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes, COLUMNS);
            let _ = read(&[b"PK\x03\x04", &bytes[..]].concat(), COLUMNS);
            let _ = read(&[b"code;name\n", &bytes[..]].concat(), COLUMNS);
        }
    }
}
