//! Pages of figures that people come back to, under names of their own.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::access::staff::StaffId;
use crate::domain::base::import_errors::is_steering;
use crate::schema::saved_views;

/// The most characters of a name.
pub const MOST_CHARACTERS: usize = 100;

/// The most bytes of an address, which is more than our own forms make: one that names every municipality has 1,800.
const MOST_BYTES: usize = 2500;

/// The most views of one account.
pub const MOST_VIEWS: i64 = 200;

/// What stands after the round in the address of a page of figures.
const PAGES: [&str; 10] = [
    "comments",
    "comparison",
    "country",
    "map",
    "movements",
    "municipalities",
    "packages",
    "questions",
    "slides",
    "trend",
];

id! {
    /// A saved view.
    SavedViewId
}

/// A page of figures under a name.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = saved_views)]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// Whose it is.
    pub staff_id: StaffId,
    /// What its owner calls it.
    pub name: String,
    /// The page with its query.
    pub address: String,
    /// Whether colleagues find it too.
    pub is_shared: bool,
    /// When it was saved, UTC.
    pub created_at: NaiveDateTime,
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// There is none.
    Missing,
    /// It has more than [`MOST_CHARACTERS`].
    TooLong,
}

/// A name as it is kept.
///
/// # Errors
/// Says what is wrong with it.
pub fn name(typed: &str) -> Result<String, NameFault> {
    let plain: String = typed.chars().map(|letter| if is_steering(letter) { ' ' } else { letter }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(NameFault::Missing),
        1..=MOST_CHARACTERS => Ok(name),
        _ => Err(NameFault::TooLong),
    }
}

/// Whether an address is one of our pages of figures, and nothing else.
pub fn is_view(address: &str) -> bool {
    let is_plain = address.len() <= MOST_BYTES && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.strip_prefix("/rounds/").unwrap_or_default().split('/').skip(1);
    is_plain && parts.next().is_some_and(|page| PAGES.contains(&page)) && !path.contains("..") && !path.contains("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_of_figures_can_be_saved() {
        for page in [
            "/rounds/2026/country?measure=awareness&area=botilbud",
            "/rounds/2026/municipalities/0751",
            "/rounds/2026/trend",
            "/rounds/2026/questions/mad.handleplan?area=skole",
        ] {
            assert!(is_view(page), "{page}");
        }
        let long = format!("/rounds/2026/country?area={}", "x".repeat(MOST_BYTES));
        for other in [
            "",
            "/",
            "/rounds",
            "/rounds/2026",
            "/rounds/2026/closing",
            "https://example.org/rounds/2026/country",
            "//example.org/rounds/2026/country",
            "/rounds/2026/country/../closing",
            "/rounds//country",
            "/rounds/2026/country\r\nSet-Cookie: x",
            "/rounds/2026/country?x=æ",
            &long,
        ] {
            assert!(!is_view(other), "{other}");
        }
    }

    #[test]
    fn a_name_is_one_line_and_not_too_long() {
        assert_eq!(name("  Botilbud,\n mad \u{0}"), Ok("Botilbud, mad".to_owned()));
        assert_eq!(name(" \t"), Err(NameFault::Missing));
        assert!(name(&"æ".repeat(MOST_CHARACTERS)).is_ok());
        assert_eq!(name(&"æ".repeat(MOST_CHARACTERS + 1)), Err(NameFault::TooLong));
    }
}
