//! The letters of slides: IBM Plex Sans as a program draws it, unpacked from the WOFF files of npm's package.

use flate2::read::ZlibDecoder;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The faces that charts are set in, with the letters of Danish and those of names from farther away.
const FACES: [&str; 4] = ["latin-400", "latin-600", "latin-ext-400", "latin-ext-600"];

/// Writes `$OUT_DIR/slide-{face}.ttf`.
pub fn unpack(fonts: &Path, folder: &Path) {
    for face in FACES {
        let packed = super::read(&fonts.join(format!("files/ibm-plex-sans-{face}-normal.woff")));
        let font = unpacked(&packed).unwrap_or_else(|| panic!("the font {face} is no WOFF that is understood"));
        fs::write(folder.join(format!("slide-{face}.ttf")), font).expect("OUT_DIR can be written");
    }
}

/// A WOFF 1 as the OpenType font that it packs: the same tables, each unpacked, behind a directory of their places
/// (<https://www.w3.org/TR/WOFF/>, sections 3 to 5).
fn unpacked(woff: &[u8]) -> Option<Vec<u8>> {
    if woff.get(..4)? != b"wOFF" {
        return None;
    }
    let count = u16::from_be_bytes(woff.get(12..14)?.try_into().ok()?);
    let mut font = woff.get(4..8)?.to_vec();
    let power = count.checked_ilog2()?;
    let range = 16_u16 << power;
    for number in [count, range, u16::try_from(power).ok()?, (count * 16).checked_sub(range)?] {
        font.extend(number.to_be_bytes());
    }
    let mut tables = Vec::new();
    let first = font.len() + 16 * usize::from(count);
    for entry in woff.get(44..)?.chunks_exact(20).take(usize::from(count)) {
        let (offset, packed, length) = (number(entry, 4)?, number(entry, 8)?, number(entry, 12)?);
        let stored = woff.get(offset..offset + packed)?;
        font.extend([&entry[..4], &entry[16..20]].concat());
        font.extend(u32::try_from(first + tables.len()).ok()?.to_be_bytes());
        font.extend(&entry[12..16]);
        let start = tables.len();
        if packed < length {
            ZlibDecoder::new(stored).read_to_end(&mut tables).ok()?;
        } else {
            tables.extend(stored);
        }
        if tables.len() - start != length {
            return None;
        }
        tables.resize(tables.len().next_multiple_of(4), 0);
    }
    font.extend(tables);
    Some(font)
}

/// The four bytes of an entry from `at` on.
fn number(entry: &[u8], at: usize) -> Option<usize> {
    let bytes = entry.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}
