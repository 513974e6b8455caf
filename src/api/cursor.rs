//! Where a page of a list ends, so that the next one goes on behind it: the keys of the last entry, not its number, so
//! that nothing is told twice or left out where something is added meanwhile.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Parts a block from an entry; no key of ours holds it.
const PARTED: char = '\u{1f}';

/// The entry behind which a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The block that the entry is in.
    pub block: String,
    /// The entry in its block.
    pub entry: String,
}

impl Cursor {
    /// The cursor of an entry.
    pub fn new(block: impl Into<String>, entry: impl Into<String>) -> Cursor {
        Cursor { block: block.into(), entry: entry.into() }
    }

    /// The cursor that somebody sent back; none where it is none of ours.
    pub fn read(text: &str) -> Option<Cursor> {
        let plain = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (block, entry) = plain.split_once(PARTED)?;
        Some(Cursor::new(block, entry))
    }

    /// The cursor as it is sent: nobody need understand it.
    pub fn written(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}{PARTED}{}", self.block, self.entry))
    }
}

/// Entries that follow each other in blocks, each of which is made only when a page comes to it.
pub trait Blocks {
    /// What a page is made of.
    type Entry;

    /// The keys of the blocks, in order.
    fn keys(&self) -> Vec<String>;

    /// The entries of the block at this place, each with its key, in order.
    fn entries(&self, place: usize) -> Vec<(String, Self::Entry)>;
}

/// A page of at most `limit` entries behind a cursor, and the cursor of the next page where there is one.
///
/// # Errors
/// When the entry of the cursor is not there, or not any more.
pub fn page<B: Blocks>(
    blocks: &B,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<(Vec<B::Entry>, Option<Cursor>), UnknownCursor> {
    let keys = blocks.keys();
    let first = match after {
        None => 0,
        Some(cursor) => keys.iter().position(|key| *key == cursor.block).ok_or(UnknownCursor)?,
    };
    let (mut taken, mut last) = (Vec::new(), None);
    for (place, block) in keys.iter().enumerate().skip(first) {
        let mut entries = blocks.entries(place);
        if let Some(cursor) = after.filter(|_| place == first) {
            let told = entries.iter().position(|(key, _)| *key == cursor.entry).ok_or(UnknownCursor)?;
            entries.drain(..=told);
        }
        for (key, entry) in entries {
            // That there is one more is what makes a next page.
            if taken.len() == limit {
                return Ok((taken, last));
            }
            taken.push(entry);
            if taken.len() == limit {
                last = Some(Cursor::new(block, key));
            }
        }
    }
    Ok((taken, None))
}

/// The entry of a cursor is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCursor;

/// A list that is there whole, each entry with its key.
pub struct Whole<T>(pub Vec<(String, T)>);

impl<T: Clone> Blocks for Whole<T> {
    type Entry = T;

    fn keys(&self) -> Vec<String> {
        vec![String::new()]
    }

    fn entries(&self, _: usize) -> Vec<(String, T)> {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Blocks of so many entries each.
    struct Numbers(Vec<usize>);

    impl Blocks for Numbers {
        type Entry = (usize, usize);

        fn keys(&self) -> Vec<String> {
            (0..self.0.len()).map(|block| format!("block {block}")).collect()
        }

        fn entries(&self, place: usize) -> Vec<(String, (usize, usize))> {
            (0..self.0[place]).map(|entry| (entry.to_string(), (place, entry))).collect()
        }
    }

    proptest! {
        #[test]
        fn pages_tell_every_entry_once_in_order(sizes in prop::collection::vec(0..7_usize, 0..6), limit in 1..5_usize) {
            let all: Vec<(usize, usize)> =
                sizes.iter().enumerate().flat_map(|(block, size)| (0..*size).map(move |entry| (block, entry))).collect();
            let (numbers, mut told, mut after) = (Numbers(sizes), Vec::new(), None);
            loop {
                let (entries, next) = page(&numbers, after.as_ref(), limit).unwrap();
                prop_assert!(entries.len() == limit || next.is_none());
                told.extend(entries);
                let Some(next) = next else { break };
                prop_assert_eq!(Cursor::read(&next.written()), Some(next.clone()));
                after = Some(next);
            }
            prop_assert_eq!(told, all);
        }

        #[test]
        fn whatever_somebody_sends_is_a_cursor_or_none(text in ".{0,40}") {
            if let Some(cursor) = Cursor::read(&text) {
                prop_assert_eq!(page(&Numbers(vec![2]), Some(&cursor), 1), Err(UnknownCursor));
            }
        }
    }
}
