//! What an import of a directory file would do: the file held against the directory.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{DAYS_AHEAD, DirectoryEntry, DirectoryRow, Holder, PostId, is_near};
use crate::domain::base::import_errors::{ImportError, Problem};
use crate::domain::base::tokens::content_hash;
use crate::domain::{Language, MunicipalityCode};

words! {
    /// What an import can change of a post, named as the columns of the file.
    pub enum DirectoryField {
        /// Another department.
        Department = "department",
        /// Other areas.
        Areas = "areas",
        /// Another name.
        Name = "name",
        /// Another e-mail.
        Email = "email",
        /// Another telephone.
        Phone = "phone",
        /// Another language.
        Language = "language",
        /// A holder from a later day on.
        From = "from_date",
    }
}

/// One value that an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What changes.
    pub field: DirectoryField,
    /// The value now, empty where there is none.
    pub before: String,
    /// The value of the file.
    pub after: String,
}

/// A post that an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPost<'a> {
    /// How it stands now.
    pub entry: &'a DirectoryEntry,
    /// How the file has it.
    pub row: &'a DirectoryRow,
    /// The values that differ; at least one.
    pub differences: Vec<Difference>,
}

/// What an import of a directory file would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DirectoryDiff<'a> {
    /// Posts that are not there yet, in the order of the file.
    pub new: Vec<&'a DirectoryRow>,
    /// Posts that change, in the order of the file.
    pub changed: Vec<ChangedPost<'a>>,
    /// How many posts stay as they are.
    pub unchanged: usize,
    /// Posts of the file's municipalities that it does not mention: shown, never removed.
    pub missing: Vec<&'a DirectoryEntry>,
    /// Retired posts that the file names again.
    pub restored: Vec<&'a DirectoryEntry>,
}

/// Compares a file with the directory. A post is known by its municipality and title.
pub fn compare<'a>(existing: &'a [DirectoryEntry], rows: &'a [DirectoryRow]) -> DirectoryDiff<'a> {
    let by_title: HashMap<(&MunicipalityCode, &str), &DirectoryEntry> =
        existing.iter().map(|entry| ((&entry.post.municipality_code, entry.post.title.as_str()), entry)).collect();
    let mut diff = DirectoryDiff::default();
    let mut named: HashSet<&PostId> = HashSet::new();
    for row in rows {
        let Some(entry) = by_title.get(&(&row.municipality, row.post.as_str())) else {
            diff.new.push(row);
            continue;
        };
        named.insert(&entry.post.id);
        if entry.retired_at.is_some() {
            diff.restored.push(entry);
        }
        let differences = differences(entry, row);
        if differences.is_empty() {
            diff.unchanged += 1;
        } else {
            diff.changed.push(ChangedPost { entry, row, differences });
        }
    }
    let municipalities: HashSet<&MunicipalityCode> = rows.iter().map(|row| &row.municipality).collect();
    let is_missing = |entry: &&DirectoryEntry| {
        let is_unnamed = entry.retired_at.is_none() && !named.contains(&entry.post.id);
        is_unnamed && municipalities.contains(&entry.post.municipality_code)
    };
    diff.missing = existing.iter().filter(is_missing).collect();
    diff
}

impl DirectoryField {
    /// Whether it tells of the person and not of the post.
    pub fn is_of_person(self) -> bool {
        !matches!(self, DirectoryField::Department | DirectoryField::Areas)
    }
}

impl ChangedPost<'_> {
    /// Whether the person in the post, now or later, is another one or has other contacts.
    pub fn changes_person(&self) -> bool {
        self.differences.iter().any(|difference| difference.field.is_of_person())
    }
}

impl DirectoryDiff<'_> {
    /// What the whole comparison says, as a short text: another one says that the directory has changed since.
    pub fn fingerprint(&self) -> String {
        content_hash(format!("{self:?}").as_bytes())
    }
}

/// Readies the rows of a file for a day: a holder from that day or an earlier one on is the holder.
///
/// # Errors
/// The rows whose day lies too far ahead.
pub fn look_ahead(rows: &mut [DirectoryRow], today: NaiveDate) -> Result<(), Vec<ImportError>> {
    let mut faults = Vec::new();
    for row in rows {
        row.from = row.from.filter(|day| *day > today);
        if row.from.is_some_and(|day| !is_near(day, today)) {
            faults.push(ImportError::new(row.line, DirectoryField::From.as_str(), Problem::TooFarAhead(DAYS_AHEAD)));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn differences(entry: &DirectoryEntry, row: &DirectoryRow) -> Vec<Difference> {
    let holder = entry.holder.as_ref();
    let of_holder = |value: fn(&Holder) -> &str| holder.map_or("", value);
    let language = holder.map_or(Language::default(), |holder| holder.language);
    let later = row.from.map(|day| day.to_string()).unwrap_or_default();
    let planned = entry.planned.as_ref().map(|planned| planned.from_day.to_string()).unwrap_or_default();
    let of_post = [
        (DirectoryField::Department, entry.department.as_str(), row.department.as_str()),
        (DirectoryField::Areas, entry.post.areas.as_str(), row.areas.as_str()),
    ];
    let of_person = [
        (DirectoryField::Name, of_holder(|holder| &holder.name), row.name.as_str()),
        (DirectoryField::Email, of_holder(|holder| &holder.email), &row.email),
        (DirectoryField::Phone, of_holder(|holder| &holder.phone), &row.phone),
        (DirectoryField::Language, language.as_str(), row.language.unwrap_or(language).as_str()),
    ];
    let is_new_person = of_person.iter().any(|(_, before, after)| before != after);
    let from = [(DirectoryField::From, planned.as_str(), later.as_str())];
    let pairs: Vec<(DirectoryField, &str, &str)> = match row.from {
        Some(_) if is_planned(entry, row) || !is_new_person => of_post.to_vec(),
        // Even on the same day it may be another person.
        Some(_) => [&of_post[..], &of_person, &from].concat(),
        None => [&of_post[..], &of_person].concat(),
    };
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Difference { field, before: before.to_owned(), after: after.to_owned() })
        .collect()
}

/// Whether the row says what is planned for the post already.
fn is_planned(entry: &DirectoryEntry, row: &DirectoryRow) -> bool {
    entry.planned.as_ref().is_some_and(|planned| {
        let is_same = (&planned.name, &planned.email, &planned.phone) == (&row.name, &row.email, &row.phone);
        is_same && Some(planned.from_day) == row.from && row.language.is_none_or(|wanted| wanted == planned.language)
    })
}
