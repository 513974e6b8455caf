//! Rounds.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::instant;
use crate::domain::rounds::{Round as Stored, RoundStatus, Rule};

/// A round: one time that municipalities are asked.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Round {
    /// Its key, which stands in the addresses of its figures.
    #[schema(example = "2026")]
    pub key: String,
    /// The key of the yearly series that it belongs to; rounds of one series are compared.
    pub programme: String,
    /// The key of the edition that it asks.
    pub edition: String,
    /// The keys of the packages that it asks; null where it asks all of its edition.
    pub packages: Option<Vec<String>>,
    /// Where it stands.
    pub status: Stage,
    /// The first day that it can be answered.
    pub opens_on: NaiveDate,
    /// The last day that it can be answered; regions are as they were on that day.
    pub closes_on: NaiveDate,
    /// When it opened, UTC; null until then.
    #[schema(format = DateTime)]
    pub opened_at: Option<String>,
    /// When it closed, UTC; null until then. Figures of a closed round change no more.
    #[schema(format = DateTime)]
    pub closed_at: Option<String>,
    /// How the answers of several posts become one.
    pub rule: Combination,
    /// The least coverage of a score that is shown, 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    pub min_coverage: f64,
    /// Whether it is a test, which counts nowhere.
    pub is_test: bool,
    /// Whether it was brought in from older material.
    pub is_historic: bool,
}

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being prepared.
    Draft,
    /// Opens on its day.
    Scheduled,
    /// Can be answered.
    Open,
    /// Can't be answered any more.
    Closed,
    /// Its figures are released.
    Published,
}

/// How the answers of several posts become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combination {
    /// Their mean.
    Mean,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

impl From<&Stored> for Round {
    fn from(round: &Stored) -> Round {
        Round {
            key: round.key.clone(),
            programme: round.programme.clone(),
            edition: round.edition.clone(),
            packages: round.packages.as_deref().map(|keys| keys.split('|').map(str::to_owned).collect()),
            status: match round.status {
                RoundStatus::Draft => Stage::Draft,
                RoundStatus::Scheduled => Stage::Scheduled,
                RoundStatus::Open => Stage::Open,
                RoundStatus::Closed => Stage::Closed,
                RoundStatus::Published => Stage::Published,
            },
            opens_on: round.opens_on,
            closes_on: round.closes_on,
            opened_at: round.opened_at.map(instant),
            closed_at: round.closed_at.map(instant),
            rule: match round.rule {
                Rule::Mean => Combination::Mean,
                Rule::Lowest => Combination::Lowest,
                Rule::Highest => Combination::Highest,
            },
            min_coverage: round.min_coverage,
            is_test: round.is_test,
            is_historic: round.is_historic,
        }
    }
}
