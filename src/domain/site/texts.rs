//! The two texts that every public service owes its visitors, in versions.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::Language;
use crate::domain::access::staff::StaffId;
use crate::schema::site_texts;

id! {
    /// A version of a text.
    SiteTextId
}

words! {
    /// Which text.
    pub enum SiteTextKind {
        /// The accessibility statement.
        Accessibility = "accessibility",
        /// What is kept about people.
        Privacy = "privacy",
    }
}

/// The most characters of a text.
pub const LONGEST_TEXT: usize = 20_000;

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = site_texts, treat_none_as_default_value = false)]
pub struct SiteText {
    /// Its id; ids are in the order of time.
    pub id: SiteTextId,
    /// Which text.
    pub kind: SiteTextKind,
    /// Its language.
    pub language: Language,
    /// The text as Markdown; empty where the program's own stands again.
    pub body: String,
    /// When it was written, UTC.
    pub written_at: NaiveDateTime,
    /// Who wrote it.
    pub staff_id: Option<StaffId>,
}
