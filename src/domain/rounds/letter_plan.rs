//! When the letters go out that a round sends by itself. A programme has a plan, and a round keeps the one that
//! held when it opened, so that a later change of the plan changes no round under way.

use std::str::FromStr;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::base::days::{next_working_day, previous_working_day};

/// The most days that a letter may be away from opening or deadline.
pub const MOST_DAYS: u16 = 365;

/// The most reminders before the last one.
pub const MOST_REMINDERS: usize = 10;

/// The days of a round's letters, counted from its opening and its deadline; stored as JSON.
#[derive(Debug, Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct LetterPlan {
    text: String,
    written: Written,
}

/// The plan as it is written. What a newer program adds is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    announcement: Option<u16>,
    reminders: Vec<u16>,
    last_reminder: Option<u16>,
    /// Plans from before there were such letters say nothing of them.
    #[serde(default = "sent")]
    result: bool,
}

fn sent() -> bool {
    true
}

/// A day on which those are reminded who have not handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is the last reminder, which says so.
    pub is_last: bool,
}

impl LetterPlan {
    /// A plan with a letter for the result: the announcement so many days before opening, reminders so many days after it, and the last
    /// reminder so many days before the deadline; each may be missing.
    pub fn new(announcement: Option<u16>, mut reminders: Vec<u16>, last_reminder: Option<u16>) -> LetterPlan {
        reminders.sort_unstable();
        reminders.dedup();
        LetterPlan::of(Written { announcement, reminders, last_reminder, result: true })
    }

    /// The same without the letter that brings the result.
    #[must_use]
    pub fn without_result(self) -> LetterPlan {
        LetterPlan::of(Written { result: false, ..self.written })
    }

    fn of(written: Written) -> LetterPlan {
        LetterPlan { text: serde_json::json!(written).to_string(), written }
    }

    /// The plan of a trial: nobody is reminded or told of a result.
    pub fn silent() -> LetterPlan {
        LetterPlan::new(None, Vec::new(), None).without_result()
    }

    /// How many days before opening the round is announced; none where it is not.
    pub fn announcement(&self) -> Option<u16> {
        self.written.announcement
    }

    /// How many days after opening reminders go, in order.
    pub fn reminders(&self) -> &[u16] {
        &self.written.reminders
    }

    /// How many days before the deadline the last reminder goes.
    pub fn last_reminder(&self) -> Option<u16> {
        self.written.last_reminder
    }

    /// Whether those who were asked get a letter with their result once the round has closed.
    pub fn sends_result(&self) -> bool {
        self.written.result
    }

    /// The day on which such letters go, of a round that closes by itself: the working day after its last one.
    pub fn result_day(&self, deadline: NaiveDate) -> Option<NaiveDate> {
        self.sends_result().then(|| next_working_day(deadline + Days::new(1)))
    }

    /// The stored text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The day on which a round is announced that opens on a day; moved to the working day before.
    pub fn announcement_day(&self, opens_on: NaiveDate) -> Option<NaiveDate> {
        self.announcement().map(|days| previous_working_day(opens_on - Days::new(days.into())))
    }

    /// The days on which reminders are due. A day without work moves a reminder to the next working day and the
    /// last one to the working day before; days outside the round and doubles fall away. In order.
    pub fn reminder_days(&self, asked_on: NaiveDate, deadline: NaiveDate) -> Vec<ReminderDay> {
        let last = self.last_reminder().map(|days| previous_working_day(deadline - Days::new(days.into())));
        let planned = self.reminders().iter().map(|days| next_working_day(asked_on + Days::new((*days).into())));
        let mut days: Vec<NaiveDate> = planned.filter(|day| *day < last.unwrap_or(deadline)).collect();
        days.dedup();
        let mut days: Vec<ReminderDay> = days.into_iter().map(|day| ReminderDay { day, is_last: false }).collect();
        days.extend(last.filter(|day| *day > asked_on).map(|day| ReminderDay { day, is_last: true }));
        days
    }
}

/// The usual plan, and that of every round before there were others: no announcement, reminders 7 and 14 days
/// after opening, the last one two days before the deadline.
impl Default for LetterPlan {
    fn default() -> LetterPlan {
        LetterPlan::new(None, vec![7, 14], Some(2))
    }
}

impl FromStr for LetterPlan {
    type Err = serde_json::Error;
    fn from_str(text: &str) -> Result<LetterPlan, serde_json::Error> {
        let Written { announcement, reminders, last_reminder, result } = serde_json::from_str(text)?;
        let plan = LetterPlan::new(announcement, reminders, last_reminder);
        Ok(if result { plan } else { plan.without_result() })
    }
}

text_column!(LetterPlan);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::base::days::written_day;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(plan: &LetterPlan, asked_on: NaiveDate, deadline: NaiveDate) -> Vec<NaiveDate> {
        plan.reminder_days(asked_on, deadline).into_iter().map(|one| one.day).collect()
    }

    #[test]
    fn reminders_come_after_7_and_14_days_and_two_days_before_the_deadline() {
        let planned = LetterPlan::default().reminder_days(day(2026, 9, 1), day(2026, 10, 1));
        let expected = [(8, false), (15, false), (29, true)];
        assert_eq!(planned, expected.map(|(date, is_last)| ReminderDay { day: day(2026, 9, date), is_last }));
    }

    #[test]
    fn reminders_move_off_weekends_and_never_pass_the_last_one() {
        // Opens on a Saturday: +7 and +14 are Saturdays; two days before Monday 21 is a Saturday.
        let usual = LetterPlan::default();
        assert_eq!(days(&usual, day(2026, 9, 5), day(2026, 9, 21)), [day(2026, 9, 14), day(2026, 9, 18)]);
        assert!(usual.reminder_days(day(2026, 9, 1), day(2026, 9, 2)).is_empty());
    }

    #[test]
    fn a_plan_without_a_last_reminder_reminds_before_the_deadline_only() {
        let plan = LetterPlan::new(None, vec![21, 7, 7, 40], None);
        assert_eq!(plan.reminders(), [7, 21, 40]);
        assert_eq!(days(&plan, day(2026, 9, 1), day(2026, 10, 1)), [day(2026, 9, 8), day(2026, 9, 22)]);
        assert!(LetterPlan::silent().reminder_days(day(2026, 9, 1), day(2026, 10, 1)).is_empty());
    }

    #[test]
    fn an_announcement_moves_to_the_working_day_before() {
        // Five days before 1 September 2027, a Wednesday, is a Friday; three before is a Sunday.
        let announced = |days| LetterPlan::new(Some(days), vec![], None).announcement_day(day(2027, 9, 1));
        assert_eq!((announced(5), announced(3)), (Some(day(2027, 8, 27)), Some(day(2027, 8, 27))));
        assert_eq!(LetterPlan::default().announcement_day(day(2027, 9, 1)), None);
    }

    #[test]
    fn a_result_comes_on_the_working_day_after_the_last_day() {
        // 1 October 2027 is a Friday.
        let usual = LetterPlan::default();
        assert_eq!(usual.result_day(day(2027, 10, 1)), Some(day(2027, 10, 4)));
        assert_eq!(usual.without_result().result_day(day(2027, 10, 1)), None);
    }

    #[test]
    fn a_plan_is_read_as_it_was_written_and_passes_over_what_is_newer() {
        let plan = LetterPlan::new(Some(14), vec![7, 14], Some(2));
        assert_eq!(plan.as_str().parse::<LetterPlan>().unwrap(), plan);
        let newer = r#"{"announcement":14,"reminders":[7,14],"last_reminder":2,"sms":1}"#;
        assert_eq!(newer.parse::<LetterPlan>().unwrap(), plan, "and one from before brings the result");
        let without = plan.clone().without_result();
        assert_eq!(without.as_str().parse::<LetterPlan>().unwrap(), without);
        assert!(plan.sends_result() && !without.sends_result() && !LetterPlan::silent().sends_result());
        assert!("7, 14".parse::<LetterPlan>().is_err());
    }

    #[test]
    fn the_ends_of_the_calendar_can_be_reckoned_with() {
        for extreme in ["0001-01-01", "9998-12-31"].map(|text| written_day(text).unwrap()) {
            LetterPlan::new(Some(MOST_DAYS), vec![MOST_DAYS], Some(MOST_DAYS)).reminder_days(extreme, extreme);
        }
    }
}
