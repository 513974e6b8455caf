//! Who has answered in a round, municipality by municipality.

use std::collections::BTreeMap;

use super::{GridHead, Kind, Value, column, columns};
use crate::domain::rounds::Round;
use crate::domain::rounds::participation::Participation;
use crate::domain::{Language, MunicipalityCode};

/// What the table is.
pub fn head(round: &Round, language: Language) -> GridHead {
    let count = |key, label, about| column(key, label, about, Kind::Count);
    let mut all = columns::places(language);
    all.extend([
        count("posts", tr!(language, "grid-posts"), tr!(language, "grid-posts-about")),
        count("mailed", tr!(language, "grid-mailed"), tr!(language, "grid-mailed-about")),
        count("failed", tr!(language, "grid-failed"), tr!(language, "grid-failed-about")),
        count("started", tr!(language, "grid-started"), tr!(language, "grid-started-about")),
        count("handed_in", tr!(language, "grid-handed-in"), tr!(language, "grid-handed-in-about")),
        column("share", tr!(language, "grid-response"), tr!(language, "grid-response-about"), Kind::Share),
        column("last_activity", tr!(language, "grid-last"), tr!(language, "grid-last-about"), Kind::Text),
    ]);
    let title = tr!(language, "grid-participation-title", round = round.key.as_str());
    GridHead { title, notes: Vec::new(), columns: all, language }
}

/// Each municipality that the reader may see.
pub fn rows<'a>(
    round: &Round,
    counted: &'a BTreeMap<MunicipalityCode, Participation>,
    language: Language,
) -> Vec<Vec<Value<'a>>> {
    let count = |count: i64| Value::count(usize::try_from(count).ok());
    let row = |(code, one): (&'a MunicipalityCode, &Participation)| {
        let mut row = columns::place(code.as_str(), round.closes_on, language);
        let last = one.last_activity.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        row.extend([one.posts, one.mailed, one.failed, one.started, one.handed_in].map(count));
        row.push(Value::Number((one.posts > 0).then(|| one.handed_in as f64 / one.posts as f64)));
        row.push(Value::text(last.unwrap_or_default()));
        row
    };
    counted.iter().map(row).collect()
}
