//! What the packages of a round are held to, beside their scores.

use serde::Serialize;
use utoipa::ToSchema;

use super::figure;
use crate::domain::dashboards::group_scores::AimStanding;

/// What the packages of a round are held to, and who reaches it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Aim {
    /// The score to reach, as the round's programme has chosen it.
    #[schema(minimum = 0, maximum = 100)]
    pub goal: u8,
    /// The key of the level whose recommendations count; null where all recommendations do.
    #[schema(example = "grundniveau")]
    pub level: Option<String>,
    /// The score of the recommendations that count, 0 to 100, with four decimals; null where there is none, or where it
    /// is held back.
    #[schema(minimum = 0, maximum = 100)]
    pub score: Option<f64>,
    /// Municipalities that reach the goal, by the score as a whole number; 1 or 0 of a municipality itself. Null of a
    /// group of fewer than five, and where it is held back.
    pub reached: Option<usize>,
    /// Municipalities that have such a score.
    pub n: Option<usize>,
}

impl From<AimStanding> for Aim {
    fn from(one: AimStanding) -> Aim {
        let (reached, n) = one.reached.unzip();
        Aim { goal: one.aim, level: one.level, score: figure(one.score), reached, n }
    }
}
