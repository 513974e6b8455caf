//! The directory: a municipality's departments, the posts in them, and who holds each post.

use diesel::prelude::*;

use super::{Area, Language, MunicipalityCode};
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

    /// The stored text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Areas {
    type Err = super::UnknownWord;
    fn from_str(text: &str) -> Result<Areas, super::UnknownWord> {
        let areas = text.split('|').map(str::parse).collect::<Result<Vec<Area>, _>>()?;
        Ok(Areas::new(&areas))
    }
}

text_column!(Areas);
