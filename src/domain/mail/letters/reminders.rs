//! When those who have not handed in are reminded.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::LetterKind;
use crate::domain::base::days::{day_in_denmark, is_working_day, letter_time};
use crate::domain::rounds::Round;
use crate::domain::rounds::letter_plan::ReminderDay;

/// The reminder that is due at `now` for invitations of a round with this deadline, by the round's own plan: its
/// day and kind.
///
/// A day on which the service stood still is made up for on the next working day. A round that was
/// opened late is counted from its opening, so that nobody is reminded of what was just asked.
pub fn due_reminder(round: &Round, deadline: NaiveDate, now: NaiveDateTime) -> Option<(NaiveDate, LetterKind)> {
    let today = day_in_denmark(now);
    if !is_working_day(today) || now < letter_time(today) {
        return None;
    }
    let asked_on = round.opened_at.map_or(round.opens_on, |instant| day_in_denmark(instant).max(round.opens_on));
    let ReminderDay { day, is_last } =
        round.plan().reminder_days(asked_on, deadline).into_iter().rfind(|reminder| reminder.day <= today)?;
    let made_up_on = (day + Days::new(1)).iter_days().find(|day| is_working_day(*day))?;
    if today > made_up_on || today > deadline {
        return None;
    }
    let kind = if is_last { LetterKind::LastReminder } else { LetterKind::Reminder };
    Some((day, kind))
}
