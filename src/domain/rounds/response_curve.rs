//! How the share of posts that have handed in grows from day to day, beside the round before on the same day.

use chrono::NaiveDate;

use super::Round;
use super::participation::Participation;

/// The posts that have handed in, by days since a round opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseCurve {
    posts: i64,
    /// On each day since opening, how many have handed in so far; one at least.
    handed_in: Vec<i64>,
}

impl ResponseCurve {
    /// What `days` tell of a round that opened on one day and is told of until another: how many posts of `posts` handed
    /// in on each. None where nobody was asked, or the round has not begun.
    pub fn new(
        (opened_on, until): (NaiveDate, NaiveDate),
        posts: i64,
        days: &[(NaiveDate, i64)],
    ) -> Option<ResponseCurve> {
        let last = usize::try_from((until - opened_on).num_days()).ok().filter(|_| posts > 0)?;
        let mut handed_in = vec![0; last + 1];
        for (day, count) in days.iter().filter(|(day, _)| *day <= until) {
            // Midnight in Denmark and in the database differ: what is handed in at once may lie on the day before.
            handed_in[usize::try_from((*day - opened_on).num_days()).unwrap_or(0)] += count;
        }
        let mut sum = 0;
        for count in &mut handed_in {
            sum += *count;
            *count = sum;
        }
        Some(ResponseCurve { posts, handed_in })
    }

    /// The last day that is told of, counted from the opening day, which is 0.
    pub fn last_day(&self) -> usize {
        self.handed_in.len() - 1
    }

    /// The share that had handed in by the end of a day, in whole per cent; after the last day it stays.
    pub fn share_on(&self, day: usize) -> i64 {
        let handed_in = self.handed_in[day.min(self.last_day())];
        Participation { posts: self.posts, handed_in, ..Participation::default() }.share().unwrap_or(0)
    }
}

/// A round beside the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseComparison {
    /// The round.
    pub current: ResponseCurve,
    /// Key and curve of the round before; none where there is none.
    pub previous: Option<(String, ResponseCurve)>,
}

impl ResponseComparison {
    /// The last day that either tells of.
    pub fn last_day(&self) -> usize {
        let previous = self.previous.as_ref().map_or(0, |(_, curve)| curve.last_day());
        self.current.last_day().max(previous)
    }

    /// The days that a table names: every seventh, and the last that the round itself tells of.
    pub fn told_days(&self) -> Vec<usize> {
        let mut days: Vec<usize> = (0..=self.last_day()).step_by(7).chain([self.current.last_day()]).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The round that a round is held against: the last one of its programme that opened before it and is closed, and
/// whose posts answered in earnest by themselves.
pub fn round_before<'a>(round: &Round, all: &'a [Round]) -> Option<&'a Round> {
    let opened = round.opened_at?;
    all.iter()
        .filter(|one| one.id != round.id && one.programme == round.programme && one.is_closed())
        .filter(|one| !one.is_test && !one.is_trial && !one.is_historic)
        .filter(|one| one.opened_at.is_some_and(|at| at < opened))
        .max_by_key(|one| one.opened_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
    }

    #[test]
    fn the_share_grows_by_what_is_handed_in_on_each_day() {
        let curve = ResponseCurve::new((day(1), day(5)), 8, &[(day(4), 3), (day(2), 2), (day(9), 1)]).unwrap();
        let shares: Vec<i64> = (0..=6).map(|day| curve.share_on(day)).collect();
        assert_eq!(shares, [0, 25, 25, 63, 63, 63, 63], "it stays after the last day, and later ones do not count");
    }

    #[test]
    fn what_is_handed_in_around_midnight_counts_on_the_first_day() {
        let curve = ResponseCurve::new((day(2), day(2)), 2, &[(day(1), 2)]).unwrap();
        assert_eq!((curve.share_on(0), curve.last_day()), (100, 0));
    }

    #[test]
    fn a_round_that_asks_nobody_or_has_not_begun_has_no_curve() {
        assert_eq!(ResponseCurve::new((day(1), day(5)), 0, &[]), None);
        assert_eq!(ResponseCurve::new((day(2), day(1)), 5, &[]), None);
    }

    #[test]
    fn a_table_names_every_seventh_day_and_the_last() {
        let curve = |until| ResponseCurve::new((day(1), day(until)), 1, &[]).unwrap();
        let alone = ResponseComparison { current: curve(10), previous: None };
        assert_eq!(alone.told_days(), [0, 7, 9]);
        let beside = ResponseComparison { previous: Some(("2025".into(), curve(22))), ..alone };
        assert_eq!(beside.told_days(), [0, 7, 9, 14, 21]);
    }
}
