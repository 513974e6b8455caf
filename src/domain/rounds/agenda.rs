//! What of the rounds needs somebody soon.

use chrono::{Days, NaiveDate};

use super::{Round, RoundStatus};

/// How far ahead one looks, in days.
pub const AHEAD: u64 = 7;

/// What happens to a round within a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soon {
    /// It opens by itself on its day.
    Opens,
    /// Its first day comes, but nobody has said that it may open.
    OpensByHand,
    /// Its first day has passed, and it has not opened.
    IsLate,
    /// Its last day comes, for who has not got an extension.
    Closes,
}

/// What happens to a round within the coming week, if anything.
pub fn soon(round: &Round, today: NaiveDate) -> Option<Soon> {
    let ahead = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    match round.status {
        RoundStatus::Draft | RoundStatus::Scheduled if round.opens_on < today => Some(Soon::IsLate),
        RoundStatus::Draft if round.opens_on <= ahead => Some(Soon::OpensByHand),
        RoundStatus::Scheduled if round.opens_on <= ahead => Some(Soon::Opens),
        RoundStatus::Open if round.closes_on <= ahead => Some(Soon::Closes),
        _ => None,
    }
}

/// The newest round whose figures may be read as results; trials give none.
pub fn newest_result(rounds: &[Round]) -> Option<&Round> {
    rounds.iter().filter(|round| round.is_closed() && !round.is_test).max_by_key(|round| (round.closes_on, &round.key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::{RoundId, Rule};

    fn round(status: RoundStatus, opens_on: &str, closes_on: &str) -> Round {
        Round {
            id: RoundId::new(),
            key: closes_on.to_owned(),
            programme: "forebyggelsespakker".to_owned(),
            edition: "2018".to_owned(),
            edition_hash: String::new(),
            packages: None,
            status,
            opens_on: opens_on.parse().unwrap(),
            closes_on: closes_on.parse().unwrap(),
            rule: Rule::Mean,
            min_coverage: 0.7,
            is_test: false,
            is_trial: false,
            is_historic: false,
            created_at: chrono::NaiveDateTime::default(),
            opened_at: None,
            closed_at: None,
            letter_plan: None,
            aim: None,
        }
    }

    #[test]
    fn a_week_ahead_is_soon_and_a_day_more_is_not() {
        let today = "2026-09-01".parse().unwrap();
        let of = |status, opens, closes| soon(&round(status, opens, closes), today);
        assert_eq!(of(RoundStatus::Draft, "2026-09-08", "2026-10-08"), Some(Soon::OpensByHand));
        assert_eq!(of(RoundStatus::Scheduled, "2026-09-08", "2026-10-08"), Some(Soon::Opens));
        assert_eq!(of(RoundStatus::Draft, "2026-09-09", "2026-10-08"), None);
        assert_eq!(of(RoundStatus::Draft, "2026-08-31", "2026-10-08"), Some(Soon::IsLate));
        assert_eq!(of(RoundStatus::Open, "2026-08-01", "2026-09-08"), Some(Soon::Closes));
        assert_eq!(of(RoundStatus::Open, "2026-08-01", "2026-09-09"), None);
        assert_eq!(of(RoundStatus::Closed, "2026-08-01", "2026-09-01"), None);
    }

    #[test]
    fn a_trial_is_no_result() {
        let rounds = [
            round(RoundStatus::Closed, "2018-01-01", "2018-02-01"),
            round(RoundStatus::Published, "2025-01-01", "2025-02-01"),
            Round { is_test: true, ..round(RoundStatus::Closed, "2026-01-01", "2026-02-01") },
            round(RoundStatus::Open, "2026-03-01", "2026-04-01"),
        ];
        assert_eq!(newest_result(&rounds).map(|round| round.key.as_str()), Some("2025-02-01"));
        assert_eq!(newest_result(&rounds[2..]), None);
    }
}
