//! The directory: a municipality's departments, the posts in them, and who holds each post.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::{Area, Language, MunicipalityCode};
use crate::schema::{departments, holders, posts};

id! {
    /// A department.
    DepartmentId
}

id! {
    /// A leader's post.
    PostId
}

/// A department under the municipality's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = departments)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its municipality.
    pub municipality_code: MunicipalityCode,
    /// Its name, unique in the municipality.
    pub name: String,
}

/// A post owns the answers; the person who holds it may change.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = posts)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Its municipality.
    pub municipality_code: MunicipalityCode,
    /// Its department.
    pub department_id: DepartmentId,
    /// Its title, unique in the municipality.
    pub title: String,
    /// The areas it covers.
    pub areas: Areas,
}

/// The person in a post: short-lived data.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = holders)]
pub struct Holder {
    /// The post held.
    pub post_id: PostId,
    /// Full name; may be empty.
    pub name: String,
    /// Work e-mail; may be empty.
    pub email: String,
    /// Phone; may be empty.
    pub phone: String,
    /// The language of letters and answer pages.
    pub language: Language,
}

/// The areas a post covers, in the order of the fixed list, stored as keys separated by `|`.
#[derive(Debug, Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Areas(String);

impl Areas {
    /// The set of `areas` in the order of the fixed list.
    pub fn new(areas: &[Area]) -> Areas {
        let keys: Vec<&str> = Area::ALL.iter().filter(|area| areas.contains(area)).map(Area::as_str).collect();
        Areas(keys.join("|"))
    }

    /// The areas one by one.
    pub fn iter(&self) -> impl Iterator<Item = Area> {
        self.0.split('|').filter_map(|key| key.parse().ok())
    }

    /// Whether an area is among them.
    pub fn contains(&self, area: Area) -> bool {
        self.iter().any(|one| one == area)
    }

    /// The stored text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Areas {
    type Err = crate::domain::UnknownWord;
    fn from_str(text: &str) -> Result<Areas, crate::domain::UnknownWord> {
        let areas = text.split('|').map(str::parse).collect::<Result<Vec<Area>, _>>()?;
        Ok(Areas::new(&areas))
    }
}

text_column!(Areas);

/// A post as it stands in the directory, with its department and holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// The post.
    pub post: Post,
    /// Name of its department.
    pub department: String,
    /// Who holds it, if anybody was named.
    pub holder: Option<Holder>,
    /// When it was retired, UTC; none while it is asked.
    pub retired_at: Option<NaiveDateTime>,
}

/// A post as a row of a directory file names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryRow {
    /// Line in the file.
    pub line: usize,
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// Name of the department.
    pub department: String,
    /// Title of the post, once per municipality in a file.
    pub post: String,
    /// The areas it covers.
    pub areas: Areas,
    /// The holder's name, may be empty.
    pub name: String,
    /// The holder's e-mail, empty or a valid address.
    pub email: String,
    /// The holder's telephone, may be empty.
    pub phone: String,
    /// The holder's language; none where the file does not say.
    pub language: Option<Language>,
}

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

fn differences(entry: &DirectoryEntry, row: &DirectoryRow) -> Vec<Difference> {
    let holder = entry.holder.as_ref();
    let of_holder = |value: fn(&Holder) -> &str| holder.map_or("", value);
    let language = holder.map_or(Language::default(), |holder| holder.language);
    let pairs = [
        (DirectoryField::Department, entry.department.as_str(), row.department.as_str()),
        (DirectoryField::Areas, entry.post.areas.as_str(), row.areas.as_str()),
        (DirectoryField::Name, of_holder(|holder| &holder.name), &row.name),
        (DirectoryField::Email, of_holder(|holder| &holder.email), &row.email),
        (DirectoryField::Phone, of_holder(|holder| &holder.phone), &row.phone),
        (DirectoryField::Language, language.as_str(), row.language.unwrap_or(language).as_str()),
    ];
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Difference { field, before: before.to_owned(), after: after.to_owned() })
        .collect()
}

#[cfg(test)]
mod tests;
