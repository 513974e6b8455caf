//! Lines of cells: how a text file of cells is taken apart and put together. Written here because
//! a fault needs the true line of each row, and because a quote that never ends must be a fault:
//! taken as a cell it would swallow the rows after it unseen.

use crate::domain::base::import_errors::Problem;

/// Characters that make a spreadsheet take a cell for a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// A row with the line where it begins.
pub type Line = (usize, Vec<String>);

/// Takes a text apart. Lines end in LF, CRLF or CR; empty lines are left out.
/// Errs with the line of the first broken quote, or when there are more than `most` rows.
pub fn split(text: &str, separator: u8, most: usize) -> Result<Vec<Line>, (usize, Problem)> {
    let mut splitter = Splitter::new(separator);
    let (mut index, mut rows) = (0, Vec::new());
    while let Some((row, length)) = splitter.next(&text[index..], true)? {
        index += length;
        let line = row.0;
        if row.1.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row);
        }
        if rows.len() > most {
            return Err((line, Problem::TooMany(most)));
        }
    }
    Ok(rows)
}

/// Takes a text apart that comes in pieces.
#[derive(Debug)]
pub struct Splitter {
    separator: u8,
    line: usize,
}

impl Splitter {
    /// At the first line of a text.
    pub fn new(separator: u8) -> Splitter {
        Splitter { separator, line: 1 }
    }

    /// The line in which the next row begins, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The row at the beginning of a piece, and how many bytes it takes with the end of its line; none
    /// where the piece is empty or, unless it is the last one, the row may go on in the next.
    /// Errs with the line of a broken quote.
    pub fn next(&mut self, piece: &str, is_last: bool) -> Result<Option<(Line, usize)>, (usize, Problem)> {
        let bytes = piece.as_bytes();
        let (mut index, mut line, mut cells) = (0, self.line, Vec::new());
        if bytes.is_empty() {
            return Ok(None);
        }
        loop {
            let (cell, end) = match bytes.get(index) {
                Some(b'"') => match quoted(piece, index) {
                    Some(quoted) => quoted,
                    None if is_last => return Err((line, Problem::BrokenQuote)),
                    None => return Ok(None),
                },
                _ => plain(piece, index, self.separator),
            };
            line += line_breaks(&bytes[index..end]);
            cells.push(cell);
            index = end;
            match bytes.get(index) {
                Some(byte) if *byte == self.separator => {
                    index += 1;
                    continue;
                }
                Some(b'\r') if bytes.get(index + 1) == Some(&b'\n') => index += 2,
                Some(b'\r') if !is_last && index + 1 == bytes.len() => return Ok(None),
                Some(b'\r' | b'\n') => index += 1,
                Some(_) => return Err((line, Problem::BrokenQuote)),
                None if is_last => {}
                None => return Ok(None),
            }
            let row_line = std::mem::replace(&mut self.line, line + 1);
            return Ok(Some(((row_line, cells), index)));
        }
    }
}

/// A quoted cell from its opening quote: its text and the place after its closing quote.
fn quoted(text: &str, start: usize) -> Option<(String, usize)> {
    let mut cell = String::new();
    let mut index = start + 1;
    loop {
        let length = text[index..].find('"')?;
        cell.push_str(&text[index..index + length]);
        index += length + 1;
        if text.as_bytes().get(index) != Some(&b'"') {
            return Some((cell, index));
        }
        cell.push('"');
        index += 1;
    }
}

fn plain(text: &str, start: usize, separator: u8) -> (String, usize) {
    let ends = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
    let length = text.as_bytes()[start..].iter().position(ends).unwrap_or(text.len() - start);
    (text[start..start + length].to_owned(), start + length)
}

/// Line breaks in a piece, counting CRLF once.
fn line_breaks(bytes: &[u8]) -> usize {
    let is_break = |(index, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(index + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|item| is_break(*item)).count()
}

/// A text that no spreadsheet takes for a formula: an apostrophe is put before what begins like
/// one, and before what already has such an apostrophe, so that [`restored`] gives every text back.
pub fn neutralised(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before [`neutralised`].
pub fn restored(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest.to_owned(),
        _ => cell,
    }
}

/// Who reads a table that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Programs: decimal point, no byte order mark.
    Machine,
    /// Danish Excel: decimal comma, and a byte order mark without which it takes UTF-8 for Windows-1252.
    Excel,
    /// The same with a last column that says of each row that its figures are generated (demo).
    Generated,
}

/// The last column of [`Dialect::Generated`]; each of its cells is 1.
const GENERATED: &str = "generated";

impl Dialect {
    /// Excel's dialect for what a visitor downloads.
    pub fn for_download(is_generated: bool) -> Dialect {
        if is_generated { Dialect::Generated } else { Dialect::Excel }
    }

    /// Excel's dialect where it was asked for.
    pub fn for_excel(is_wanted: bool) -> Dialect {
        if is_wanted { Dialect::Excel } else { Dialect::Machine }
    }
}

/// A table being written, cell by cell: `;` between cells, UTF-8, lines end in LF.
#[derive(Debug)]
pub struct Sheet {
    dialect: Dialect,
    text: String,
    is_row_begun: bool,
}

impl Sheet {
    /// A table with its header.
    pub fn new(dialect: Dialect, header: &[&str]) -> Sheet {
        let text = match dialect {
            Dialect::Machine => String::new(),
            Dialect::Excel | Dialect::Generated => "\u{feff}".to_owned(),
        };
        let mut sheet = Sheet { dialect, text, is_row_begun: false };
        let generated = (dialect == Dialect::Generated).then_some(&GENERATED);
        header.iter().chain(generated).for_each(|name| sheet.text(name));
        sheet.end_line();
        sheet
    }

    /// A cell of text, neutralised where a spreadsheet would take it for a formula.
    pub fn text(&mut self, text: &str) {
        self.begin_cell();
        append(&neutralised(text), &mut self.text);
    }

    /// A cell with a count, empty where there is none.
    pub fn count(&mut self, count: Option<usize>) {
        self.begin_cell();
        if let Some(count) = count {
            self.text.push_str(&count.to_string());
        }
    }

    /// A cell with a number of four decimals, empty where there is none. What rounds to 0 has no sign.
    pub fn number(&mut self, number: Option<f64>) {
        self.begin_cell();
        let Some(number) = number.filter(|number| number.is_finite()) else { return };
        let text = format!("{number:.4}");
        let text = if text == "-0.0000" { "0.0000" } else { &text };
        match self.dialect {
            Dialect::Machine => self.text.push_str(text),
            Dialect::Excel | Dialect::Generated => self.text.push_str(&text.replace('.', ",")),
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        if self.dialect == Dialect::Generated {
            self.count(Some(1));
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        self.text.push('\n');
        self.is_row_begun = false;
    }

    /// What was written since it was last asked for.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn begin_cell(&mut self) {
        if self.is_row_begun {
            self.text.push(';');
        }
        self.is_row_begun = true;
    }
}

/// Puts a cell into a line of cells separated by `;`, quoted where it must be.
fn append(cell: &str, out: &mut String) {
    if cell.contains([';', ',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rows_know_their_lines_whatever_ends_them() {
        for (end, second) in [("\n", 6), ("\r\n", 6), ("\r", 6)] {
            let text = ["a;b", "", "\"c", "d\";\"e \"\"f\"\"\"", " ; ", "g;h", ""].join(end);
            let rows = split(&text, b';', 9).unwrap();
            let quoted = format!("c{end}d");
            assert_eq!(rows[1], (3, vec![quoted, "e \"f\"".to_owned()]));
            assert_eq!(rows[2].0, second);
            assert_eq!(rows.len(), 3);
        }
        assert_eq!(split("a;", b';', 9).unwrap(), [(1, vec!["a".to_owned(), String::new()])]);
    }

    #[test]
    fn a_broken_quote_is_a_fault_at_its_line() {
        assert_eq!(split("a\nb\n\"c\nd\ne", b';', 9), Err((3, Problem::BrokenQuote)));
        assert_eq!(split("a\n\"b\" c\n", b';', 9), Err((2, Problem::BrokenQuote)));
        assert_eq!(split("a\nb\nc\n", b';', 2), Err((3, Problem::TooMany(2))));
    }

    #[test]
    fn formulas_are_neutralised_and_restored() {
        for (text, cell) in [("=cmd|x", "'=cmd|x"), ("'=x", "''=x"), ("+45 12", "'+45 12"), ("'tis", "'tis"), ("", "")]
        {
            assert_eq!(neutralised(text), cell);
            assert_eq!(restored(cell.to_owned()), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(cells in proptest::collection::vec("(['\"=+@\t\r\n;, -]|\\PC|\u{0}){0,8}", 2..5)) {
            let mut line = String::new();
            for (index, cell) in cells.iter().enumerate() {
                if index > 0 {
                    line.push(';');
                }
                append(&neutralised(cell), &mut line);
            }
            prop_assume!(cells.iter().any(|cell| !cell.trim().is_empty()));
            let rows = split(&format!("{line}\n"), b';', 9).unwrap();
            let back: Vec<String> = rows[0].1.iter().cloned().map(restored).collect();
            prop_assert_eq!(back, cells);
        }
    }
}
