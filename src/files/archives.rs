//! Several files as one ZIP archive, written while they are made.

use std::io::{self, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Writes files under their names, each made when its turn comes, so that no more than one lies in memory.
///
/// # Errors
/// Those of making a file and of `out`.
pub fn write(out: impl Write, files: impl IntoIterator<Item = (String, io::Result<Vec<u8>>)>) -> io::Result<()> {
    let mut archive = ZipWriter::new_stream(out);
    for (name, content) in files {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(&content?)?;
    }
    archive.finish()?.flush()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn every_file_comes_out_as_it_went_in() {
        let mut packed = Vec::new();
        let files = [("01-forside.svg", "<svg>æ</svg>".repeat(100)), ("02-tom.png", String::new())];
        write(&mut packed, files.iter().map(|(name, text)| ((*name).to_owned(), Ok(text.clone().into_bytes()))))
            .unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(archive.len(), 2);
        for (name, text) in &files {
            let mut found = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut found).unwrap();
            assert_eq!(found, *text, "{name}");
        }
    }

    #[test]
    fn what_cannot_be_made_breaks_the_archive_off() {
        let broken = [("x".to_owned(), Err(io::Error::other("no picture")))];
        assert_eq!(write(Vec::new(), broken).unwrap_err().to_string(), "no picture");
    }
}
