//! How long a question takes those who answer, as the newest earlier round has shown.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::{Conn, sections};

/// Sections of an earlier round that are looked at to say how long a question takes.
const SAMPLE: i64 = 400;

/// Fewer people than this are no measure.
const LEAST_PEOPLE: usize = 5;

/// Whoever took longer did something else in between.
const LONGEST_SECONDS: i64 = 3 * 60 * 60;

/// The median of the seconds a question took in a programme's newest round before a day; none where too few have
/// shown it.
///
/// # Errors
/// Database errors.
pub fn read_pace(conn: &mut Conn, programme: &str, before: NaiveDate) -> Result<Option<usize>> {
    let Some(round) = sections::find_earlier_round(conn, (programme, before))? else { return Ok(None) };
    let paces = sections::list_paces(conn, &round, SAMPLE)?;
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
