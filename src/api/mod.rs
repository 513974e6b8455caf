//! What the API tells, as typed structs made from the same values that pages and files are made from: the figures of
//! `domain/dashboards`, held back for the same readers, with as many decimals as the CSV files have.
//!
//! Their documentation is that of the fields here (`utoipa`), so that it can't say anything else.

mod aims;
pub mod changes;
pub mod comments;
pub mod cursor;
pub mod distributions;
pub mod editions;
pub mod municipalities;
pub mod rounds;
pub mod scores;
pub mod status;

use chrono::NaiveDateTime;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::catalogue::Edition;
use crate::domain::{Area, Language};

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Page<T: ToSchema> {
    /// The entries.
    pub data: Vec<T>,
    /// What to send as `after` for the next page; null on the last one. The header `Link` has the whole address.
    pub next: Option<String>,
    /// Whether the figures are made up, as in a demonstration.
    pub generated: bool,
}

/// What went wrong (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it is, in a few words.
    pub title: String,
    /// The status of the response.
    pub status: u16,
    /// What can be done about it.
    pub detail: String,
    /// The parameter that is wrong, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

/// A figure with four decimals, exactly as the CSV files have it; none where there is no number.
fn figure(number: Option<f64>) -> Option<f64> {
    let written = format!("{:.4}", number.filter(|number| number.is_finite())?);
    // Adding 0 makes a zero of minus zero.
    written.parse::<f64>().ok().map(|rounded| rounded + 0.0)
}

/// An instant as RFC 3339 writes it.
fn instant(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The title of a package by its key; none for all packages.
fn package_title(edition: &Edition, key: &str, language: Language) -> Option<String> {
    let index = edition.find_package(key)?;
    Some(edition.packages[index].title.in_language(language).to_owned())
}

/// What an edition calls an area by its key; none for all areas.
fn area_name(edition: &Edition, key: &str, language: Language) -> Option<String> {
    key.parse::<Area>().ok().map(|area| edition.area_name(area, language).to_owned())
}

/// A key, or nothing where it stands for all.
fn some_key(key: &str) -> Option<String> {
    (!key.is_empty()).then(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_the_decimals_of_the_files_and_no_minus_zero() {
        let written = |number| serde_json::to_string(&figure(number)).unwrap_or_default();
        for number in [200.0 / 3.0, 0.12345, -100.0 / 3.0, 99.99995, 0.07, 1.0 / 7.0] {
            let file = format!("{number:.4}");
            let same: f64 = file.parse().unwrap_or_default();
            assert_eq!(figure(Some(number)), Some(same), "{file}");
        }
        assert_eq!(written(Some(-0.000_01)), "0.0");
        assert_eq!((written(None), written(Some(f64::NAN))), ("null".to_owned(), "null".to_owned()));
    }
}
