//! Tables too large to hold: read from a file piece by piece, one row at a time.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::cells::Splitter;
use super::tables::{self, Columns, MOST_ROWS, Row, Shape};
use crate::domain::base::import_errors::{ImportError, Problem};

/// Largest file, in megabytes.
pub const MOST_MEGABYTES: u64 = 500;
/// Most rows under the header; a national round of 250 questions has 1.2 million.
pub const MOST_STREAMED_ROWS: usize = 2_000_000;
/// Bytes read at a time.
const PIECE: usize = 256 * 1024;
/// Bytes of a row beyond which a quote must have been forgotten.
const LONGEST_ROW: usize = 1_000_000;

/// Hands out the rows under the header and what is wrong with others, in order of lines, until told
/// to stop. A workbook is read whole, and has at most as many rows as [`tables::read`] takes.
pub fn for_each(
    source: &mut (impl Read + Seek),
    columns: Columns,
    each: &mut dyn FnMut(Result<Row, ImportError>) -> ControlFlow<()>,
) {
    let faults = match begins_as_workbook(source) {
        Ok(true) => read_workbook(source, columns, each),
        Ok(false) => read_text(source, columns, each),
        Err(cause) => Err(vec![unreadable(1, &cause)]),
    };
    for fault in faults.err().into_iter().flatten() {
        if each(Err(fault)).is_break() {
            return;
        }
    }
}

fn begins_as_workbook(source: &mut (impl Read + Seek)) -> io::Result<bool> {
    let mut start = Vec::new();
    source.by_ref().take(4).read_to_end(&mut start)?;
    source.rewind()?;
    Ok(tables::is_workbook(&start))
}

fn read_workbook(
    source: &mut impl Read,
    columns: Columns,
    each: &mut dyn FnMut(Result<Row, ImportError>) -> ControlFlow<()>,
) -> Result<(), Vec<ImportError>> {
    let mut bytes = Vec::new();
    let most = tables::MOST_MEGABYTES as u64 * 1_000_000;
    source.take(most + 1).read_to_end(&mut bytes).map_err(|cause| vec![unreadable(1, &cause)])?;
    let rows = tables::read(&bytes, columns).map_err(sheets_cure)?;
    let _ = rows.into_iter().try_for_each(|row| each(Ok(row)));
    Ok(())
}

/// The same faults with the cure that a sheet has: a text file takes more rows.
fn sheets_cure(mut faults: Vec<ImportError>) -> Vec<ImportError> {
    for fault in faults.iter_mut().filter(|fault| fault.problem == Problem::TooMany(MOST_ROWS)) {
        fault.problem = Problem::SheetTooLong(MOST_ROWS);
    }
    faults
}

fn read_text(
    source: &mut (impl Read + Seek),
    columns: Columns,
    each: &mut dyn FnMut(Result<Row, ImportError>) -> ControlFlow<()>,
) -> Result<(), Vec<ImportError>> {
    let encoding = encoding(source).map_err(|fault| vec![fault])?;
    let mut text = Text::new(source, encoding);
    let header = match text.next_row() {
        Ok(Some(header)) => header,
        Ok(None) => return Err(vec![ImportError::new(1, "", Problem::Empty)]),
        Err(fault) => return Err(vec![fault]),
    };
    let header_line = header.0;
    let shape = Shape::new(header, columns, false)?;
    let mut rows = 0;
    while let Some((line, cells)) = text.next_row().map_err(|fault| vec![fault])? {
        rows += 1;
        if rows > MOST_STREAMED_ROWS {
            return Err(vec![ImportError::new(line, "", Problem::TooMany(MOST_STREAMED_ROWS))]);
        }
        if each(shape.row(line, cells)).is_break() {
            return Ok(());
        }
    }
    if rows == 0 { Err(vec![ImportError::new(header_line, "", Problem::Empty)]) } else { Ok(()) }
}

/// What the whole file is written in, as [`tables::read`] finds it; the file is at its start again.
fn encoding(source: &mut (impl Read + Seek)) -> Result<&'static Encoding, ImportError> {
    let length = source.seek(SeekFrom::End(0)).map_err(|cause| unreadable(1, &cause))?;
    if length > MOST_MEGABYTES * 1_000_000 {
        return Err(ImportError::new(1, "", Problem::TooBig(MOST_MEGABYTES as usize)));
    }
    is_utf8(source).map(|is_utf8| if is_utf8 { UTF_8 } else { WINDOWS_1252 }).map_err(|cause| unreadable(1, &cause))
}

fn is_utf8(source: &mut (impl Read + Seek)) -> io::Result<bool> {
    source.rewind()?;
    let mut bytes = Vec::with_capacity(PIECE + 4);
    loop {
        let length = source.by_ref().take(PIECE as u64).read_to_end(&mut bytes)?;
        let whole = match std::str::from_utf8(&bytes) {
            Ok(_) => bytes.len(),
            // A letter may begin in one piece and end in the next.
            Err(error) if error.error_len().is_none() && length > 0 => error.valid_up_to(),
            Err(_) => break,
        };
        bytes.drain(..whole);
        if length == 0 {
            break;
        }
    }
    source.rewind()?;
    Ok(bytes.is_empty())
}

/// A text file with the rows of it that are not handed out yet.
struct Text<'a, S> {
    source: &'a mut S,
    decoder: encoding_rs::Decoder,
    splitter: Option<Splitter>,
    /// Decoded; begins at a row.
    text: String,
    /// Where the next row begins in `text`.
    index: usize,
    is_at_end: bool,
}

impl<'a, S: Read> Text<'a, S> {
    fn new(source: &'a mut S, encoding: &'static Encoding) -> Text<'a, S> {
        let decoder = encoding.new_decoder_with_bom_removal();
        Text { source, decoder, splitter: None, text: String::new(), index: 0, is_at_end: false }
    }

    /// The next row with any text in it.
    fn next_row(&mut self) -> Result<Option<super::cells::Line>, ImportError> {
        loop {
            let text = &self.text[self.index..];
            let splitter = match &mut self.splitter {
                Some(splitter) => splitter,
                // The header tells what stands between cells, so its line must be there.
                None if self.is_at_end || text.trim_start().contains(['\n', '\r']) => {
                    self.splitter.insert(Splitter::new(tables::separator(text)))
                }
                None => {
                    self.read_on()?;
                    continue;
                }
            };
            let next = splitter.next(text, self.is_at_end);
            match next.map_err(|(line, problem)| ImportError::new(line, "", problem))? {
                Some((row, length)) => {
                    self.index += length;
                    if row.1.iter().any(|cell| !cell.trim().is_empty()) {
                        return Ok(Some(row));
                    }
                }
                None if self.is_at_end => return Ok(None),
                None if text.len() > LONGEST_ROW => {
                    return Err(ImportError::new(splitter.line(), "", Problem::BrokenQuote));
                }
                None => self.read_on()?,
            }
        }
    }

    fn read_on(&mut self) -> Result<(), ImportError> {
        self.text.drain(..self.index);
        self.index = 0;
        let mut bytes = Vec::with_capacity(PIECE);
        let line = self.splitter.as_ref().map_or(1, Splitter::line);
        let read = self.source.by_ref().take(PIECE as u64).read_to_end(&mut bytes);
        self.is_at_end = read.map_err(|cause| unreadable(line, &cause))? == 0;
        // The decoder only writes into the room that is there.
        self.text.reserve(self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(PIECE * 4));
        let _ = self.decoder.decode_to_string(&bytes, &mut self.text, self.is_at_end);
        Ok(())
    }
}

fn unreadable(line: usize, cause: &io::Error) -> ImportError {
    ImportError::new(line, "", Problem::Unreadable(cause.to_string()))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use proptest::prelude::*;

    const COLUMNS: Columns = Columns { required: &["code", "name"], optional: &["note"], also: &[] };

    type Found = Result<(usize, Vec<String>), (usize, Problem)>;

    /// What is handed out of a file.
    fn read(bytes: &[u8]) -> Vec<Found> {
        let mut found = Vec::new();
        for_each(&mut Cursor::new(bytes), COLUMNS, &mut |row| {
            found.push(row.map(|row| (row.line, row.cells)).map_err(|fault| (fault.line, fault.problem)));
            ControlFlow::Continue(())
        });
        found
    }

    #[test]
    fn a_row_may_lie_across_pieces() {
        let mut text = "code;name\r\n".to_owned();
        for number in 0..60_000 {
            text.push_str(&format!("{number};\"Ærø\r\n{number}\"\r\n"));
        }
        for bytes in [text.as_bytes().to_vec(), WINDOWS_1252.encode(&text).0.into_owned()] {
            assert!(bytes.len() > 4 * PIECE);
            let rows = read(&bytes);
            assert_eq!(rows.len(), 60_000);
            for (number, row) in rows.into_iter().enumerate() {
                let cells = vec![number.to_string(), format!("Ærø\r\n{number}"), String::new()];
                assert_eq!(row, Ok((2 + 2 * number, cells)));
            }
        }
    }

    #[test]
    fn a_quote_that_never_ends_is_found_before_the_file_is_in_memory() {
        let text = format!("code;name\n1;\"2\n{}", "3;4\n".repeat(LONGEST_ROW));
        assert_eq!(read(text.as_bytes()), [Err((2, Problem::BrokenQuote))]);
    }

    proptest! {
        #[test]
        fn a_stream_reads_what_is_read_whole(text in "(code;name\n)?([;\"\n\r a=]|\\PC){0,40}") {
            let streamed: Result<Vec<_>, _> = read(text.as_bytes()).into_iter().collect();
            let whole = tables::read(text.as_bytes(), COLUMNS);
            let whole = whole.map(|rows| rows.into_iter().map(|row| (row.line, row.cells)).collect::<Vec<_>>());
            prop_assert_eq!(streamed.ok(), whole.ok());
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
            let _ = read(&[b"PK\x03\x04", &bytes[..]].concat());
            let _ = read(&[b"code;name\n", &bytes[..]].concat());
        }
    }
}
