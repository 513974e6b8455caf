//! Days and hours in Denmark: deadlines, working days and when letters of a day go out.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Europe::Copenhagen;

/// How long after the end of the last day answers are still taken, the same for everybody, so that
/// nobody loses work to a clock that is a little off.
pub const GRACE_HOURS: i64 = 6;

/// The hour in Denmark at which letters of a day become due.
const LETTER_HOUR: u32 = 8;

/// A day as somebody wrote it, such as 2026-09-01. Years have four digits: at the ends of the
/// calendar, days can't be reckoned with.
pub fn written_day(text: &str) -> Option<NaiveDate> {
    if !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// The instant (UTC) at which a day begins in Denmark.
pub fn start_of_day(day: NaiveDate) -> NaiveDateTime {
    in_utc(day.and_time(NaiveTime::MIN))
}

/// The instant (UTC) from which letters of a day are sent.
pub fn letter_time(day: NaiveDate) -> NaiveDateTime {
    in_utc(day.and_time(NaiveTime::from_hms_opt(LETTER_HOUR, 0, 0).unwrap_or(NaiveTime::MIN)))
}

/// The instant (UTC) from which answers are no longer taken: the end of the last day plus the grace period.
pub fn end_of_answering(last_day: NaiveDate) -> NaiveDateTime {
    start_of_day(last_day + Days::new(1)) + Duration::hours(GRACE_HOURS)
}

/// The day it is in Denmark at an instant (UTC).
pub fn day_in_denmark(now: NaiveDateTime) -> NaiveDate {
    in_denmark(now).date()
}

/// Danish wall-clock time at an instant (UTC).
pub fn in_denmark(now: NaiveDateTime) -> NaiveDateTime {
    Utc.from_utc_datetime(&now).with_timezone(&Copenhagen).naive_local()
}

/// UTC of a Danish wall-clock time; the earlier one when the clock is set back, and the hour after
/// when the time is skipped.
fn in_utc(local: NaiveDateTime) -> NaiveDateTime {
    Copenhagen
        .from_local_datetime(&local)
        .earliest()
        .or_else(|| Copenhagen.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .map_or(local, |instant: DateTime<_>| instant.naive_utc())
}

/// The day itself, or the first working day after it.
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// The day itself, or the last working day before it.
pub fn previous_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().rev().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// Whether letters may go out: no weekend, no public holiday, and none of the days on which
/// municipal offices are closed by custom (5 June, 24 and 31 December).
pub fn is_working_day(day: NaiveDate) -> bool {
    let closed_by_custom = matches!((day.month(), day.day()), (6, 5) | (12, 24) | (12, 31));
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_public_holiday(day) && !closed_by_custom
}

/// Danish public holidays. Store bededag (26 days after Easter) counted until 2023, when it was abolished.
pub fn is_public_holiday(day: NaiveDate) -> bool {
    let from_easter = (day - easter(day.year())).num_days();
    let fixed = matches!((day.month(), day.day()), (1, 1) | (12, 25) | (12, 26));
    fixed || matches!(from_easter, -3 | -2 | 0 | 1 | 39 | 49 | 50) || (from_easter == 26 && day.year() < 2024)
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let century = year / 100;
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let offset = moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_falls_on_its_known_days() {
        let known =
            [(2013, 3, 31), (2017, 4, 16), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)];
        for (year, month, date) in known {
            assert_eq!(easter(year), day(year, month, date));
        }
    }

    #[test]
    fn no_letters_go_out_on_holidays_or_weekends() {
        for free in
            [day(2026, 4, 2), day(2026, 4, 3), day(2026, 4, 6), day(2026, 5, 14), day(2026, 5, 25), day(2026, 9, 5)]
        {
            assert!(!is_working_day(free), "{free}");
        }
        assert!(!is_working_day(day(2023, 5, 5)), "store bededag still counted in 2023");
        assert!(is_working_day(day(2024, 4, 26)), "store bededag was abolished");
    }

    #[test]
    fn a_written_day_can_be_reckoned_with() {
        assert_eq!(written_day("2026-09-01"), Some(day(2026, 9, 1)));
        for wrong in ["", "2026-02-30", "1. september", "+262142-12-31", "-262143-01-01", "262142-12-31"] {
            assert_eq!(written_day(wrong), None, "{wrong}");
        }
        for extreme in ["0000-01-01", "9999-12-31"] {
            let extreme = written_day(extreme).unwrap();
            end_of_answering(extreme);
        }
    }

    #[test]
    fn the_deadline_is_the_end_of_the_danish_day_plus_the_grace_period() {
        assert_eq!(end_of_answering(day(2026, 10, 1)).to_string(), "2026-10-02 04:00:00");
        assert_eq!(end_of_answering(day(2026, 12, 1)).to_string(), "2026-12-02 05:00:00");
        assert_eq!(day_in_denmark(start_of_day(day(2026, 3, 29))), day(2026, 3, 29));
    }
}
