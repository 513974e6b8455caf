//! What has happened to the rounds since somebody's visit before.

use chrono::NaiveDateTime;

use super::{Round, RoundId};
use crate::domain::MunicipalityCode;

/// What is new, by the keys of the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// When the visit before ended, UTC.
    pub since: NaiveDateTime,
    /// Rounds that have opened.
    pub opened: Vec<String>,
    /// Rounds that have closed.
    pub closed: Vec<String>,
    /// Posts in scope that have handed in.
    pub handed_in: Vec<(String, i64)>,
    /// Answers in scope beside which something was written.
    pub comments: Vec<(String, i64)>,
    /// Pieces of advice that others have written to municipalities in scope.
    pub advice: Vec<(MunicipalityCode, i64)>,
}

impl News {
    /// What is new since an instant; trials are nobody's news.
    pub fn new(
        since: NaiveDateTime,
        rounds: &[Round],
        handed_in: &[(RoundId, i64)],
        comments: &[(RoundId, i64)],
    ) -> News {
        let real = || rounds.iter().filter(|round| !round.is_test && !round.is_trial);
        let keys = |at: fn(&Round) -> Option<NaiveDateTime>| {
            real().filter(|round| at(round).is_some_and(|at| at > since)).map(|round| round.key.clone()).collect()
        };
        let counts = |counts: &[(RoundId, i64)]| {
            let counted = real().filter_map(|round| {
                let (_, count) = counts.iter().find(|(id, _)| *id == round.id)?;
                Some((round.key.clone(), *count))
            });
            counted.collect()
        };
        News {
            since,
            opened: keys(|round| round.opened_at),
            closed: keys(|round| round.closed_at),
            handed_in: counts(handed_in),
            comments: counts(comments),
            advice: Vec::new(),
        }
    }
}
