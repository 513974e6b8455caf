//! Posts that go or get another title: which areas nobody covers any more, and which of a file's new
//! posts are old ones under a new name.

use super::directory::{DirectoryDiff, DirectoryEntry, DirectoryRow, PostId};
use crate::domain::base::refusals::Refusal;
use crate::domain::{Area, MunicipalityCode};

/// A post that somebody says is the same under another title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// The title in the directory.
    pub from: String,
    /// The title in the file.
    pub to: String,
}

impl std::str::FromStr for Rename {
    type Err = String;

    /// As `0151;Skolechef;Chef for skoler`.
    fn from_str(text: &str) -> Result<Rename, String> {
        let parts: Vec<&str> = text.split(';').map(str::trim).collect();
        let [code, from, to] = parts.as_slice() else { return Err("CODE;OLD TITLE;NEW TITLE".to_owned()) };
        let municipality = code.parse().map_err(|_| (*code).to_owned())?;
        Ok(Rename { municipality, from: (*from).to_owned(), to: (*to).to_owned() })
    }
}

/// Gives the posts their new titles, so that a file's rows find them.
///
/// # Errors
/// `Refusal::NotRenamed` unless the old title is in the directory and not in the file, and the new one
/// the other way round.
pub fn rename(
    entries: &mut [DirectoryEntry],
    rows: &[DirectoryRow],
    renames: &[Rename],
) -> Result<Vec<PostId>, Refusal> {
    let mut renamed = Vec::new();
    for rename in renames {
        let in_file = |title: &str| rows.iter().any(|row| row.municipality == rename.municipality && row.post == title);
        let index = |title: &str| {
            entries
                .iter()
                .position(|entry| entry.post.municipality_code == rename.municipality && entry.post.title == title)
        };
        let (Some(old), None, false, true) =
            (index(&rename.from), index(&rename.to), in_file(&rename.from), in_file(&rename.to))
        else {
            return Err(Refusal::NotRenamed(rename.from.clone()));
        };
        entries[old].post.title.clone_from(&rename.to);
        renamed.push(entries[old].post.id.clone());
    }
    Ok(renamed)
}

/// Missing posts that may be new ones of the file under another title: they share their holder's address,
/// or are the only ones of their municipality that share department and areas.
pub fn likely_renames<'a>(diff: &DirectoryDiff<'a>) -> Vec<(&'a DirectoryEntry, &'a DirectoryRow)> {
    let same_address = |entry: &DirectoryEntry, row: &DirectoryRow| {
        let address = entry.holder.as_ref().map_or("", |holder| &holder.email);
        !address.is_empty() && address.eq_ignore_ascii_case(&row.email)
    };
    let same_place = |entry: &DirectoryEntry, row: &DirectoryRow| {
        entry.department == row.department && entry.post.areas == row.areas
    };
    let mut likely = Vec::new();
    for is_same in [&same_address as &dyn Fn(&DirectoryEntry, &DirectoryRow) -> bool, &same_place] {
        let is_taken = |entry: &DirectoryEntry, row: &DirectoryRow, taken: &[(&DirectoryEntry, &DirectoryRow)]| {
            taken.iter().any(|(one, other)| one.post.id == entry.post.id || other.line == row.line)
        };
        let pairs: Vec<(&DirectoryEntry, &DirectoryRow)> = diff
            .missing
            .iter()
            .flat_map(|entry| diff.new.iter().map(move |row| (*entry, *row)))
            .filter(|(entry, row)| entry.post.municipality_code == row.municipality && is_same(entry, row))
            .filter(|(entry, row)| !is_taken(entry, row, &likely))
            .collect();
        let is_only = |entry: &DirectoryEntry, row: &DirectoryRow| {
            pairs.iter().filter(|(one, other)| one.post.id == entry.post.id || other.line == row.line).count() == 1
        };
        likely.extend(pairs.iter().filter(|(entry, row)| is_only(entry, row)).copied());
    }
    likely
}

/// The areas that no post of the municipality covers once this one is retired.
pub fn uncovered_without(entries: &[DirectoryEntry], post: &PostId) -> Vec<Area> {
    let others: Vec<&DirectoryEntry> =
        entries.iter().filter(|entry| entry.retired_at.is_none() && entry.post.id != *post).collect();
    let own = entries.iter().find(|entry| entry.post.id == *post);
    own.into_iter()
        .flat_map(|entry| entry.post.areas.iter())
        .filter(|area| !others.iter().any(|entry| entry.post.areas.contains(*area)))
        .collect()
}
