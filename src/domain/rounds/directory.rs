//! The directory: a municipality's departments, the posts in them, and who holds each post.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::domain::{Area, Language, MunicipalityCode};
use crate::schema::{departments, holders, planned_holders, posts};

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

/// How many days ahead a new holder may be planned, so that names are not kept for years.
pub const DAYS_AHEAD: u64 = 366;

/// Whether a day lies near enough for a new holder to be planned.
pub fn is_near(day: NaiveDate, today: NaiveDate) -> bool {
    today.checked_add_days(Days::new(DAYS_AHEAD)).is_some_and(|last| day <= last)
}

/// Who will hold a post from a day on. Until then the old holder stays.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = planned_holders)]
pub struct PlannedHolder {
    /// The post.
    pub post_id: PostId,
    /// The first day.
    pub from_day: NaiveDate,
    /// Full name; may be empty.
    pub name: String,
    /// Work e-mail; may be empty.
    pub email: String,
    /// Phone; may be empty.
    pub phone: String,
    /// The language of letters and answer pages.
    pub language: Language,
}

impl PlannedHolder {
    /// A holder from a day on.
    pub fn from(day: NaiveDate, holder: Holder) -> PlannedHolder {
        let Holder { post_id, name, email, phone, language } = holder;
        PlannedHolder { post_id, from_day: day, name, email, phone, language }
    }

    /// The holder once the day has come.
    pub fn holder(self) -> Holder {
        let PlannedHolder { post_id, from_day: _, name, email, phone, language } = self;
        Holder { post_id, name, email, phone, language }
    }
}

/// The areas a post covers, in the order of the fixed list, stored as keys separated by `|`.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
#[serde(transparent)]
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
    /// Who will hold it later.
    pub planned: Option<PlannedHolder>,
}

/// A post as a row of a directory file names it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// The day from which the holder has the post; none where the file does not say.
    pub from: Option<NaiveDate>,
}

mod comparison;

pub use comparison::{ChangedPost, Difference, DirectoryDiff, DirectoryField, compare, look_ahead};

#[cfg(test)]
mod tests;
