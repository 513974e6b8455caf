//! The seal behind a backup: one line with the format's number and the SHA-256 of all bytes before it.
//! SQLite does not read past its own pages, so the file stays a database that can be looked into.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};

use crate::domain::base::refusals::Refusal;

/// The format that this program writes and reads.
const FORMAT: &str = "1";

/// What the seal begins with; the format's number and the checksum follow.
const MARK: &str = "\npejl-backup ";

/// Hex digits of a SHA-256.
const DIGITS: usize = 64;

/// Bytes of the seal.
const LENGTH: usize = MARK.len() + FORMAT.len() + 1 + DIGITS + 1;

/// Seals a file that is complete; returns its checksum.
pub(super) fn put(file: &mut File) -> io::Result<String> {
    file.rewind()?;
    let hash = hash(file)?;
    file.write_all(format!("{MARK}{FORMAT} {hash}\n").as_bytes())?;
    Ok(hash)
}

/// Checks a file against its seal; returns how many bytes the database in it has.
///
/// # Errors
/// Errors of reading; the refusal is inside.
pub(super) fn check(file: &mut File) -> io::Result<Result<u64, Refusal>> {
    let length = file.metadata()?.len();
    let Some(content) = length.checked_sub(LENGTH as u64) else { return Ok(Err(Refusal::NotABackup)) };
    let mut seal = Vec::with_capacity(LENGTH);
    file.seek(SeekFrom::Start(content))?;
    file.read_to_end(&mut seal)?;
    let sealed = str::from_utf8(&seal).ok().and_then(|seal| seal.strip_prefix(MARK)?.strip_suffix('\n'));
    let Some((format, sealed)) = sealed.and_then(|sealed| sealed.split_once(' ')) else {
        return Ok(Err(Refusal::NotABackup));
    };
    if format != FORMAT {
        return Ok(Err(Refusal::BackupNewer(format!("format {format}"))));
    }
    file.rewind()?;
    let found = hash(&mut file.take(content))?;
    Ok(if found == sealed { Ok(content) } else { Err(Refusal::BackupDamaged) })
}

fn hash(content: &mut impl Read) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match content.read(&mut buffer)? {
            0 => return Ok(base16ct::lower::encode_string(&hash.finalize())),
            read => hash.update(&buffer[..read]),
        }
    }
}
