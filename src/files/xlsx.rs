//! The first sheet of an XLSX workbook as lines of cells. A workbook is packed, so what it unpacks
//! to is measured before anything reads it.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use super::cells::Line;
use crate::domain::base::import_errors::Problem;

/// Most megabytes that a workbook may unpack to.
const MOST_MEGABYTES: usize = 200;
/// Most strings that the cells share, and most cells: the reader makes something of each, also of an empty one, so
/// a small file can keep it busy for a minute. The longest tables we read have some millions of cells.
const MOST_PIECES: usize = 4_000_000;
/// Most columns looked at; the tables we read have nine at most.
const MOST_COLUMNS: u32 = 64;
/// Most digits of a declared number of strings; the reader reserves memory for what is declared.
const MOST_DIGITS: usize = 7;
type Reading = fn(&[u8], usize) -> Result<Vec<Line>, XlsxError>;
const DECLARATION: &[u8] = b"uniqueCount";

/// What is said of a workbook on which the reader panicked.
const PANICKED: &str = "damaged workbook";

/// Reads the first sheet. Errs with the row and what is wrong, also when there are more than `most` rows.
pub fn read(bytes: &[u8], most: usize) -> Result<Vec<Line>, (usize, Problem)> {
    read_by(sheet, bytes, most)
}

fn read_by(reader: Reading, bytes: &[u8], most: usize) -> Result<Vec<Line>, (usize, Problem)> {
    measure(bytes, MOST_MEGABYTES).map_err(|problem| (1, problem))?;
    // A workbook comes from anybody, and a panic of its reader must not take the request or command with it.
    let Ok(read) = std::panic::catch_unwind(|| reader(bytes, most)) else {
        return Err((1, Problem::Unreadable(PANICKED.to_owned())));
    };
    match read {
        Ok(lines) if lines.len() > most => {
            let line = lines.last().map_or(1, |(line, _)| *line);
            Err((line, Problem::TooMany(most.saturating_sub(1))))
        }
        Ok(lines) => Ok(lines),
        Err(cause) => Err((1, Problem::Unreadable(cause.to_string()))),
    }
}

fn sheet(bytes: &[u8], most: usize) -> Result<Vec<Line>, XlsxError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let Some(name) = workbook.sheet_names().into_iter().next() else { return Ok(Vec::new()) };
    let mut reader = workbook.worksheet_cells_reader(&name)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if column >= MOST_COLUMNS || text.trim().is_empty() {
            continue;
        }
        let line = row as usize + 1;
        if lines.last().is_none_or(|(last, _)| *last != line) {
            if lines.len() > most {
                break;
            }
            lines.push((line, Vec::new()));
        }
        if let Some((_, cells)) = lines.last_mut() {
            let index = column as usize;
            cells.resize(cells.len().max(index + 1), String::new());
            cells[index] = text;
        }
    }
    Ok(lines)
}

/// A value as it was typed, as far as the sheet still knows.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(day) => day.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Unpacks every part without keeping it, and refuses what is too large or declares too much.
fn measure(bytes: &[u8], megabytes: usize) -> Result<(), Problem> {
    let unreadable = |cause: &dyn std::fmt::Display| Problem::Unreadable(cause.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| unreadable(&cause))?;
    let mut left = megabytes * 1_000_000;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|cause| unreadable(&cause))?;
        let mut declarations = Declarations::default();
        let mut pieces = Pieces::default();
        let mut buffer = [0; 16 * 1024];
        loop {
            let length = part.read(&mut buffer).map_err(|cause| unreadable(&cause))?;
            if length == 0 {
                break;
            }
            pieces.count(&buffer[..length]);
            if pieces.most() > MOST_PIECES {
                return Err(Problem::TooMany(MOST_PIECES));
            }
            if length > left || declarations.are_too_large(&buffer[..length]) {
                return Err(Problem::TooBig(megabytes));
            }
            left -= length;
        }
    }
    Ok(())
}

/// Counts the elements `si` and `c` of a part, with a prefix or without, across the borders of its pieces.
#[derive(Default)]
struct Pieces {
    before: [u8; 2],
    strings: usize,
    cells: usize,
}

impl Pieces {
    fn count(&mut self, piece: &[u8]) {
        for byte in piece {
            match (self.before, byte) {
                ([b'<' | b':', b's'], b'i') => self.strings += 1,
                ([_, b'<' | b':'], b'c') => self.cells += 1,
                _ => {}
            }
            self.before = [self.before[1], *byte];
        }
    }

    fn most(&self) -> usize {
        self.strings.max(self.cells)
    }
}

/// Watches a part for a declared number of strings, across the borders of its pieces.
#[derive(Default)]
struct Declarations {
    matched: usize,
    digits: Option<usize>,
}

impl Declarations {
    fn are_too_large(&mut self, piece: &[u8]) -> bool {
        for byte in piece.iter().filter(|byte| **byte != 0) {
            match (self.digits, byte) {
                (Some(digits), b'0'..=b'9') if digits >= MOST_DIGITS => return true,
                (Some(digits), b'0'..=b'9') => self.digits = Some(digits + 1),
                (Some(0), b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n') => {}
                _ => self.digits = None,
            }
            self.matched = match () {
                () if *byte == DECLARATION[self.matched] => self.matched + 1,
                () if *byte == DECLARATION[0] => 1,
                () => 0,
            };
            if self.matched == DECLARATION.len() {
                (self.matched, self.digits) = (0, Some(0));
            }
        }
        false
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    const STRINGS: &str = r#"<sst uniqueCount="2"><si><t>municipality_code</t></si><si><r><t>Ærø</t></r><r><t xml:space="preserve"> by</t></r></si></sst>"#;

    /// A workbook with these rows of sheet XML.
    pub fn workbook(rows: &str, strings: &str) -> Vec<u8> {
        let namespace = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let parts = [
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    r#"<workbook {namespace} xmlns:r="{relation}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
                ),
            ),
            ("xl/sharedStrings.xml", strings.to_owned()),
            (
                "xl/worksheets/sheet1.xml",
                format!(r#"<worksheet {namespace}><sheetData>{rows}</sheetData></worksheet>"#),
            ),
        ];
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const ROWS: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>
        <row r="3"><c r="A3"><v>151</v></c><c r="B3" t="s"><v>1</v></c></row>
        <row r="4"><c r="A4"><v>12345678</v></c><c r="C4" t="str"><v>x</v></c><c r="ZZ4"><v>9</v></c></row>"#;

    #[test]
    fn the_first_sheet_is_read_with_its_row_numbers() {
        let lines = read(&workbook(ROWS, STRINGS), 9).unwrap();
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            lines,
            [(1, row(&["municipality_code", "name"])), (3, row(&["151", "Ærø by"])), (4, row(&["12345678", "", "x"])),]
        );
    }

    #[test]
    fn a_workbook_that_asks_for_memory_is_refused() {
        for strings in [r#"<sst uniqueCount="99999999999">"#, "<sst uniqueuniqueCount = '12345678'/>"] {
            assert_eq!(read(&workbook("", strings), 9), Err((1, Problem::TooBig(200))));
        }
        let bomb = workbook(&" ".repeat(2_000_000), STRINGS);
        assert!(bomb.len() < 10_000);
        assert_eq!(measure(&bomb, 1), Err(Problem::TooBig(1)));
        assert_eq!(read(&workbook(ROWS, STRINGS), 2), Err((4, Problem::TooMany(1))));
        assert!(matches!(read(b"PK\x03\x04 and no more", 9), Err((1, Problem::Unreadable(_)))));
    }

    #[test]
    fn a_workbook_of_millions_of_empty_pieces_is_refused_before_it_is_read() {
        let strings = format!("<sst>{}</sst>", "<si/>".repeat(MOST_PIECES + 1));
        let bomb = workbook(ROWS, &strings);
        assert!(bomb.len() < 200_000);
        assert_eq!(read(&bomb, 9), Err((1, Problem::TooMany(MOST_PIECES))));
        let cells = format!(r#"<row r="1">{}</row>"#, "<c/>".repeat(MOST_PIECES + 1));
        assert_eq!(read(&workbook(&cells, STRINGS), 9), Err((1, Problem::TooMany(MOST_PIECES))));
    }

    /// Whether the reader panicked, which `read` keeps from its callers but not from a test.
    fn panicked(read: &Result<Vec<Line>, (usize, Problem)>) -> bool {
        matches!(read, Err((_, Problem::Unreadable(cause))) if cause == PANICKED)
    }

    #[test]
    fn a_reader_that_panics_is_told_from_one_that_refuses() {
        let panicking: Reading = |_, _| panic!("as a reader of damaged workbooks might");
        assert!(panicked(&read_by(panicking, &workbook(ROWS, STRINGS), 9)));
        assert!(!panicked(&read(b"PK\x03\x04 and no more", 9)) && !panicked(&read(&workbook(ROWS, STRINGS), 9)));
    }

    proptest! {
        #[test]
        fn a_damaged_sheet_never_panics(index in 0..ROWS.len(), text in "[<>/\"=a-cA-Z0-9 ]{0,6}", cut in 0..20usize) {
            let mut rows = ROWS.as_bytes().to_vec();
            let end = (index + cut).min(rows.len());
            rows.splice(index..end, text.into_bytes());
            prop_assert!(!panicked(&read(&workbook(&String::from_utf8_lossy(&rows), STRINGS), 9)));
        }

        #[test]
        fn a_damaged_archive_never_panics(index in 0..2_000usize, bytes in proptest::collection::vec(any::<u8>(), 1..5)) {
            let mut archive = workbook(ROWS, STRINGS);
            let start = index % archive.len();
            let end = (start + bytes.len()).min(archive.len());
            archive.splice(start..end, bytes);
            prop_assert!(!panicked(&read(&archive, 9)));
        }
    }
}
