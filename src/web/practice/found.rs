//! Examples of good practice with their editions, and those that belong to the recommendations of an edition.

use std::sync::Arc;

use crate::domain::catalogue::Edition;
use crate::domain::practice::examples::{ExampleRow, ExampleThread, example_threads};
use crate::domain::practice::finding::{ExamplesOf, SharedExample, continued};
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn};

/// Rows as examples with the editions of their recommendations.
pub fn with_editions(conn: &mut Conn, rows: Vec<ExampleRow>) -> Result<Vec<SharedExample>> {
    let shared = |thread: ExampleThread| {
        let edition = editions::load(conn, &thread.example.edition)?;
        Ok((thread, edition))
    };
    example_threads(rows).into_iter().map(shared).collect()
}

/// The examples that are shown of an edition's recommendations, and of what these continue from earlier editions; the
/// newest first.
pub fn of_edition(conn: &mut Conn, edition: &Edition) -> Result<ExamplesOf> {
    let rows = store::examples::list_shown(conn)?;
    let shown = with_editions(conn, rows)?;
    let crosswalks = if shown.is_empty() { Vec::new() } else { editions::crosswalks(conn)? };
    let mut editions: Vec<&Arc<Edition>> = shown.iter().map(|(_, edition)| edition).collect();
    editions.sort_by(|one, other| one.key.cmp(&other.key));
    editions.dedup_by(|one, other| one.key == other.key);
    let mut found = ExamplesOf::new();
    for earlier in editions {
        for (place, keys) in continued(edition, earlier, &crosswalks) {
            let is_of = |(thread, _): &&SharedExample| {
                let example = &thread.example;
                example.edition == earlier.key && (example.package.as_str(), example.recommendation.as_str()) == keys
            };
            found.entry(place).or_default().extend(shown.iter().filter(is_of).cloned());
        }
    }
    Ok(found)
}
