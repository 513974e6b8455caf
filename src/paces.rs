//! How long a question takes those who answer, as earlier respondents have shown; pages and letters tell it.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use parking_lot::Mutex;

use crate::domain::rounds::{Round, RoundId};
use crate::error::Result;
use crate::store::{Conn, sections};

/// Sections of a round that are looked at to say how long a question takes.
const SAMPLE: i64 = 400;

/// Fewer people than this are no measure.
const LEAST_PEOPLE: usize = 5;

/// Whoever took longer did something else in between.
const LONGEST_SECONDS: i64 = 3 * 60 * 60;

/// How long what was read is good enough: every page says the time, and it hardly changes.
const GOOD_FOR: TimeDelta = TimeDelta::minutes(10);

/// How long a question takes in each round, as it was read last.
#[derive(Debug, Default)]
pub struct Paces(Mutex<HashMap<RoundId, (NaiveDateTime, Option<usize>)>>);

impl Paces {
    /// The median of the seconds a question took in the programme's newest round before this one, or, where too few
    /// have shown it there, took those who have handed in in this one; none where too few have.
    ///
    /// # Errors
    /// Database errors.
    pub fn of(&self, conn: &mut Conn, round: &Round, now: NaiveDateTime) -> Result<Option<usize>> {
        let kept = self.0.lock().get(&round.id).copied();
        if let Some((_, pace)) = kept.filter(|(read_at, _)| *read_at <= now && now - *read_at < GOOD_FOR) {
            return Ok(pace);
        }
        let pace = match read_pace(conn, &round.programme, round.opens_on)? {
            Some(pace) => Some(pace),
            None => pace_in(conn, &round.id)?,
        };
        self.0.lock().insert(round.id.clone(), (now, pace));
        Ok(pace)
    }
}

/// The median of the seconds a question took in a programme's newest round before a day; none where too few have
/// shown it.
///
/// # Errors
/// Database errors.
pub fn read_pace(conn: &mut Conn, programme: &str, before: NaiveDate) -> Result<Option<usize>> {
    match sections::find_earlier_round(conn, (programme, before))? {
        Some(round) => pace_in(conn, &round),
        None => Ok(None),
    }
}

/// From the first page to the last of each who has handed in: between, a question took so many seconds in the median.
fn pace_in(conn: &mut Conn, round: &RoundId) -> Result<Option<usize>> {
    let paces = sections::list_paces(conn, round, SAMPLE)?;
    let mut seconds: Vec<usize> = paces
        .chunk_by(|one, next| one.0 == next.0)
        .filter_map(|sections| {
            let (_, started_at, handed_in_at, _) = sections.first()?;
            let taken = ((*handed_in_at)? - (*started_at)?).num_seconds();
            let returned = sections.iter().filter_map(|section| section.3.as_deref());
            let answered: usize = returned.map(|text| text.bytes().filter(|byte| *byte != b'.').count()).sum();
            let counts = (1..=LONGEST_SECONDS).contains(&taken);
            counts.then(|| usize::try_from(taken).ok()?.checked_div(answered)).flatten()
        })
        .collect();
    if seconds.len() < LEAST_PEOPLE {
        return Ok(None);
    }
    seconds.sort_unstable();
    Ok(seconds.get(seconds.len() / 2).copied())
}
