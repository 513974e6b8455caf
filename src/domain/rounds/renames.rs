//! Posts that go or get another title: which areas nobody covers any more, and which of a file's new
//! posts are old ones under a new name.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

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
    let address = |text: &str| Some(text.to_ascii_lowercase()).filter(|address| !address.is_empty());
    let of_entry = |entry: &DirectoryEntry| entry.holder.as_ref().and_then(|holder| address(&holder.email));
    let mut likely = alone_together(
        diff.missing.iter().filter_map(|entry| Some((of_entry(entry)?, *entry))),
        diff.new.iter().filter_map(|row| Some((address(&row.email)?, *row))),
    );
    let posts: HashSet<&PostId> = likely.iter().map(|(entry, _)| &entry.post.id).collect();
    let lines: HashSet<usize> = likely.iter().map(|(_, row)| row.line).collect();
    let entries = diff.missing.iter().filter(|entry| !posts.contains(&entry.post.id));
    let rows = diff.new.iter().filter(|row| !lines.contains(&row.line));
    likely.extend(alone_together(
        entries.map(|entry| ((entry.department.as_str(), entry.post.areas.as_str()), *entry)),
        rows.map(|row| ((row.department.as_str(), row.areas.as_str()), *row)),
    ));
    likely
}

/// The pairs of a post and a row that have a mark in their municipality which no other post and no other row has. A
/// file may have new titles for all the posts of the country, so the two are not held against each other one by one.
fn alone_together<'a, Mark: Eq + Hash>(
    entries: impl Iterator<Item = (Mark, &'a DirectoryEntry)>,
    rows: impl Iterator<Item = (Mark, &'a DirectoryRow)>,
) -> Vec<(&'a DirectoryEntry, &'a DirectoryRow)> {
    let mut of_mark: HashMap<(&MunicipalityCode, Mark), Vec<&DirectoryRow>> = HashMap::new();
    for (mark, row) in rows {
        of_mark.entry((&row.municipality, mark)).or_default().push(row);
    }
    let mut pairs: Vec<(&DirectoryEntry, &DirectoryRow)> = Vec::new();
    let mut times: HashMap<usize, usize> = HashMap::new();
    for (mark, entry) in entries {
        if let Some([row]) = of_mark.get(&(&entry.post.municipality_code, mark)).map(Vec::as_slice) {
            pairs.push((entry, *row));
            *times.entry(row.line).or_default() += 1;
        }
    }
    pairs.retain(|(_, row)| times.get(&row.line) == Some(&1));
    pairs
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
