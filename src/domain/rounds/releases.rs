//! Releases (docs/scoring.md §7): a round's figures as they were published, with everything that they are made from.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{RoundId, Rule};
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::tallies::ReturnedSection;
use crate::domain::scoring::tallies::counted::CountedArea;
use crate::schema::releases;

id! {
    /// A release.
    ReleaseId
}

/// The most characters of a correction's reason.
pub const MOST_REASON: usize = 500;

/// A release of a round's figures.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = releases)]
pub struct Release {
    /// Its id.
    pub id: ReleaseId,
    /// The round.
    pub round_id: RoundId,
    /// The first release of a round is 1, each correction one more.
    pub number: i32,
    /// When, UTC.
    pub published_at: NaiveDateTime,
    /// Why the figures were corrected; empty for the first.
    pub reason: String,
    /// What it is made from beside its counts, as JSON; see [`Basis`].
    pub basis: String,
    /// SHA-256 in hex of what it is made from and of its figures.
    pub content_hash: String,
}

/// The figures of a release as files: every municipality's scores and changes, and the nation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedFigures {
    /// The scores, as `pejl scores export` writes them.
    pub scores: String,
    /// The changes, as `pejl changes export` writes them.
    pub changes: String,
}

/// What a release is made from beside its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    /// The round.
    pub current: ReleasedRound,
    /// The rounds that it is held against, in the order of `choice.rounds`.
    pub baselines: Vec<ReleasedRound>,
    /// Which of them serves each package and question.
    pub choice: BaselineRounds,
    /// The links between questions of editions.
    pub crosswalks: Vec<Crosswalk>,
}

/// A round as it is counted in a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReleasedRound {
    /// Its key.
    pub key: String,
    /// Key of the edition that it asks.
    pub edition: String,
    /// SHA-256 in hex of the edition's document.
    pub edition_hash: String,
    /// Package keys asked, separated by `|`; all of them where none is set.
    pub packages: Option<String>,
    /// How several posts' answers become one.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// How many municipalities were asked.
    pub municipalities: usize,
    /// How many sections were asked.
    pub sections: usize,
    /// How many of them were handed in.
    pub returned: usize,
    /// SHA-256 in hex of the answers as they are handed in, by [`checksum_of_answers`].
    pub answers: String,
}

impl Release {
    /// What it is made from beside its counts.
    ///
    /// # Errors
    /// Those of JSON, where the database was changed from outside.
    pub fn read_basis(&self) -> serde_json::Result<Basis> {
        serde_json::from_str(&self.basis)
    }

    /// Whether it corrects an earlier one.
    pub fn is_correction(&self) -> bool {
        self.number > 1
    }
}

/// The sum over everything that a release is made from and its figures. Who reads the release can work it out again:
/// the basis, then a line for each count by round, municipality and area in order, then the two files.
pub fn checksum(basis: &str, counts: &[CountedArea], figures: &ReleasedFigures) -> String {
    let mut lines: Vec<String> = counts.iter().map(line_of).collect();
    lines.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(basis);
    for part in [lines.concat().as_str(), &figures.scores, &figures.changes] {
        // Parts stay apart, so that no text can move from the end of one to the beginning of the next.
        hash.update([0]);
        hash.update(part);
    }
    hex(&hash.finalize())
}

fn line_of(count: &CountedArea) -> String {
    let CountedArea { round_id, municipality_code, area, sections, returned, chosen } = count;
    format!("{round_id};{municipality_code};{area};{sections};{returned};{chosen}\n")
}

/// The sum over the answers of a round as they are handed in, in whatever order they are read.
pub fn checksum_of_answers(sections: &[ReturnedSection]) -> String {
    let line = |one: &ReturnedSection| {
        let returned = one.returned.as_deref()?;
        Some(format!("{};{};{returned}\n", one.municipality, one.area))
    };
    let mut lines: Vec<String> = sections.iter().filter_map(line).collect();
    lines.sort_unstable();
    hex(&Sha256::digest(lines.concat()))
}

fn hex(digest: &[u8]) -> String {
    base16ct::lower::encode_string(digest)
}

/// What publishing a round now would publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// How many municipalities are asked.
    pub municipalities: usize,
    /// How many sections they were asked.
    pub sections: usize,
    /// How many of these were handed in.
    pub returned: usize,
    /// Keys of the rounds that it is held against.
    pub baselines: Vec<String>,
    /// The release that it would correct.
    pub corrected: Option<Correction>,
}

/// What a correction would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// Number of the release that it corrects.
    pub number: i32,
    /// Lines of the files of figures that would be others.
    pub lines: usize,
    /// Whether everything would stay as it is.
    pub is_same: bool,
}

/// How many lines of two files are not in both: the greater number of those that one lacks of the other.
pub fn differing_lines(published: &str, now: &str) -> usize {
    let (published, now): (BTreeSet<&str>, BTreeSet<&str>) = (published.lines().collect(), now.lines().collect());
    published.difference(&now).count().max(now.difference(&published).count())
}

/// What is wrong with a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseFault {
    /// What is stored is not what was published.
    Damaged,
    /// An edition that it is made from is not the document any more that it was.
    EditionChanged(String),
    /// Its figures, worked out again from what it is made from, are others: the first line that differs, as published
    /// and as it would be now.
    OtherFigures {
        /// As published.
        published: String,
        /// As it would be now.
        now: String,
    },
}

/// What was found when a release was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What is wrong.
    pub faults: Vec<ReleaseFault>,
    /// Keys of rounds whose answers have changed since: no fault, but what a correction would take in.
    pub changed_since: Vec<String>,
}

/// The first line in which two files differ.
pub fn first_difference(published: &str, now: &str) -> Option<ReleaseFault> {
    let (mut left, mut right) = (published.lines(), now.lines());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (left, right) if left == right => {}
            (left, right) => {
                let line = |line: Option<&str>| line.unwrap_or_default().to_owned();
                return Some(ReleaseFault::OtherFigures { published: line(left), now: line(right) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Area, MunicipalityCode};

    fn returned(municipality: &str, text: Option<&str>) -> ReturnedSection {
        ReturnedSection {
            municipality: municipality.parse::<MunicipalityCode>().unwrap(),
            area: Area::ALL[0],
            returned: text.map(str::to_owned),
        }
    }

    #[test]
    fn the_sum_of_answers_is_theirs_in_any_order_and_another_with_another_answer() {
        let (one, other, open) = (returned("0101", Some("01")), returned("0147", Some("1.")), returned("0151", None));
        let sum = checksum_of_answers(&[one.clone(), other.clone(), open]);
        assert_eq!(sum, checksum_of_answers(&[other.clone(), one]));
        assert_ne!(sum, checksum_of_answers(&[returned("0101", Some("00")), other]));
    }

    #[test]
    fn the_sum_of_a_release_moves_with_each_of_its_parts() {
        let figures =
            |scores: &str, changes: &str| ReleasedFigures { scores: scores.to_owned(), changes: changes.to_owned() };
        let count = |chosen: &str| CountedArea {
            round_id: "018f0000-0000-7000-8000-000000000000".parse().unwrap(),
            municipality_code: "0101".parse().unwrap(),
            area: Area::ALL[0],
            sections: 2,
            returned: 1,
            chosen: chosen.to_owned(),
        };
        let sums = [
            checksum("{}", &[count("01")], &figures("a", "b")),
            checksum("{ }", &[count("01")], &figures("a", "b")),
            checksum("{}", &[count("10")], &figures("a", "b")),
            checksum("{}", &[count("01")], &figures("", "ab")),
            checksum("{}", &[count("01")], &figures("ab", "")),
        ];
        for (place, sum) in sums.iter().enumerate() {
            assert!(!sums[..place].contains(sum), "{place}");
        }
    }

    #[test]
    fn the_first_line_that_differs_is_told() {
        let differing = |published: &str, now: &str| ReleaseFault::OtherFigures {
            published: published.to_owned(),
            now: now.to_owned(),
        };
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(differing("b", "c")));
        assert_eq!(first_difference("a\nb\n", "a\n"), Some(differing("b", "")));
        assert_eq!(
            [("a\nb", "b\na"), ("a\nb", "a\nc"), ("a", "a\nb\nc")].map(|(then, now)| differing_lines(then, now)),
            [0, 1, 2]
        );
    }
}
