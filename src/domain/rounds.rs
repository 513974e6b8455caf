//! Rounds: when they open and close, what they ask, and what each state allows.

pub mod agenda;
pub mod aims;
pub mod call_list;
pub mod calls;
pub mod chosen;
pub mod contacts;
pub mod directory;
pub mod directory_search;
pub mod extension_requests;
pub mod extensions;
pub mod forewarnings;
pub mod invitations;
pub mod letter_plan;
pub mod news;
pub mod participation;
pub mod participation_list;
pub mod population;
pub mod post_changes;
pub mod post_drafts;
pub mod post_history;
pub mod preparation;
pub mod prepared_posts;
pub mod programmes;
pub mod proposals;
pub mod prose;
pub mod releases;
pub mod renames;
pub mod response_curve;
pub mod sign_offs;
pub mod uploads;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use self::aims::Aim;
use self::letter_plan::LetterPlan;
use super::catalogue::{Edition, Package, Question};
use crate::domain::base::refusals::Refusal;
use crate::schema::rounds;

id! {
    /// A round.
    RoundId
}

words! {
    /// Where a round stands.
    pub enum RoundStatus {
        /// Being prepared.
        Draft = "draft",
        /// Opens by itself on its date.
        Scheduled = "scheduled",
        /// Leaders can answer.
        Open = "open",
        /// Nobody can answer any more.
        Closed = "closed",
        /// Its figures are released.
        Published = "published",
    }
}

words! {
    /// How several posts' answers become one cell's value (scoring.md §2).
    pub enum Rule {
        /// The mean of the answers' values.
        Mean = "mean",
        /// The lowest value.
        Lowest = "lowest",
        /// The highest value.
        Highest = "highest",
    }
}

/// The minimum coverage of a score unless a round sets another (scoring.md §3).
pub const DEFAULT_MIN_COVERAGE: f64 = 0.70;

/// The yearly series that a round belongs to unless another is named.
pub const DEFAULT_PROGRAMME: &str = "forebyggelsespakker";

/// A round (runde, måling).
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = rounds)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The short name in files, addresses and on the command line, such as "2026".
    pub key: String,
    /// The yearly series it belongs to; only rounds of one programme are compared.
    pub programme: String,
    /// Key of the edition it asks.
    pub edition: String,
    /// The edition's content hash when the round opened; until then the round follows its edition.
    pub edition_hash: String,
    /// Package keys asked, separated by `|`; all of them where none is set.
    pub packages: Option<String>,
    /// Where it stands.
    pub status: RoundStatus,
    /// First day it can be answered.
    pub opens_on: NaiveDate,
    /// Last day it can be answered, as told to respondents.
    pub closes_on: NaiveDate,
    /// How several posts' answers become one.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// A trial that never enters figures.
    pub is_test: bool,
    /// Imported from older material: no mail, no answering.
    pub is_historic: bool,
    /// When it was created, UTC.
    pub created_at: NaiveDateTime,
    /// When it opened, UTC.
    pub opened_at: Option<NaiveDateTime>,
    /// When it closed, UTC.
    pub closed_at: Option<NaiveDateTime>,
    /// The plan of letters that held when it opened; none until then.
    pub letter_plan: Option<LetterPlan>,
    /// A test round that asks one post and writes only to the administrator who tries it.
    pub is_trial: bool,
    /// The aim of its programme that held when it opened; none until then, or where there was none.
    pub aim: Option<Aim>,
}

impl Round {
    /// When its letters go out. A round that opened before there were plans has the usual one.
    pub fn plan(&self) -> LetterPlan {
        self.letter_plan.clone().unwrap_or_default()
    }

    /// Whether those who have answered are told of their result when it closes: its plan says so, and somebody was asked
    /// in earnest.
    pub fn tells_result(&self) -> bool {
        self.may_tell_result() && self.plan().sends_result()
    }

    /// Whether somebody was asked in earnest, who can be told of a result.
    pub fn may_tell_result(&self) -> bool {
        !self.is_historic && !self.is_test && !self.is_trial
    }

    /// Whether the round asks a package; a question without package is always asked.
    pub fn asks_package(&self, package: &Package) -> bool {
        self.packages.as_deref().is_none_or(|keys| keys.split('|').any(|key| key == package.key))
    }

    /// Whether the round asks a question of its edition.
    pub fn asks(&self, edition: &Edition, question: &Question) -> bool {
        question.package.is_none_or(|index| self.asks_package(&edition.packages[index]))
    }

    /// Whether it has not opened yet.
    pub fn is_waiting(&self) -> bool {
        matches!(self.status, RoundStatus::Draft | RoundStatus::Scheduled)
    }

    /// Checks the packages that the round asks against an edition, which may have changed since the round was made.
    ///
    /// # Errors
    /// Refused when the edition does not have one of them.
    pub fn check_packages(&self, edition: &Edition) -> Result<(), Refusal> {
        let mut keys = self.packages.as_deref().into_iter().flat_map(|keys| keys.split('|'));
        match keys.find(|key| edition.find_package(key).is_none()) {
            Some(unknown) => Err(Refusal::UnknownPackage(unknown.to_owned())),
            None => Ok(()),
        }
    }

    /// Whether its figures are read from a release.
    pub fn is_published(&self) -> bool {
        self.status == RoundStatus::Published
    }

    /// Whether its figures may stand as final or as a baseline.
    pub fn is_closed(&self) -> bool {
        matches!(self.status, RoundStatus::Closed | RoundStatus::Published)
    }
}

/// Checks a key of a round or a programme, which is a step of an address: "." and ".." lead elsewhere, and "new" to
/// the form that makes one.
///
/// # Errors
/// `Refusal::BadKey`.
fn check_key(key: &str) -> Result<(), Refusal> {
    let is_plain = key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._".contains(letter));
    if !(1..=40).contains(&key.chars().count()) || !is_plain || key.starts_with('.') || key == "new" {
        return Err(Refusal::BadKey(key.to_owned()));
    }
    Ok(())
}

/// What is decided about a round before it exists.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRound {
    /// The short name.
    pub key: String,
    /// The yearly series.
    pub programme: String,
    /// Key of the edition to ask.
    pub edition: String,
    /// Package keys to ask; empty for all.
    pub packages: Vec<String>,
    /// First day.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
    /// How several posts' answers become one.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// A trial that never enters figures.
    pub is_test: bool,
    /// Imported from older material.
    pub is_historic: bool,
}

impl NewRound {
    /// Checks what can be seen without the edition.
    ///
    /// # Errors
    /// Refused when the key is bad, the round closes before it opens or the coverage is no share.
    pub fn check(&self) -> Result<(), Refusal> {
        check_key(&self.key)?;
        if self.closes_on < self.opens_on {
            return Err(Refusal::ClosesBeforeItOpens);
        }
        if !(0.0..=1.0).contains(&self.min_coverage) {
            return Err(Refusal::BadCoverage);
        }
        Ok(())
    }

    /// The round as a draft over an edition whose document has the hash given.
    ///
    /// # Errors
    /// Refused when a package is not in the edition.
    pub fn draft(&self, edition: &Edition, edition_hash: String, now: NaiveDateTime) -> Result<Round, Refusal> {
        let round = Round {
            id: RoundId::new(),
            key: self.key.clone(),
            programme: self.programme.clone(),
            edition: self.edition.clone(),
            edition_hash,
            packages: (!self.packages.is_empty()).then(|| self.packages.join("|")),
            status: RoundStatus::Draft,
            opens_on: self.opens_on,
            closes_on: self.closes_on,
            rule: self.rule,
            min_coverage: self.min_coverage,
            is_test: self.is_test,
            is_historic: self.is_historic,
            created_at: now,
            opened_at: None,
            closed_at: None,
            letter_plan: None,
            is_trial: false,
            aim: None,
        };
        round.check_packages(edition)?;
        Ok(round)
    }
}
