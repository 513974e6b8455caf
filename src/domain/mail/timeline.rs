//! A round's year: when it is drafted, opens and closes, and its letters, those that went and those to come.

use chrono::NaiveDate;

use super::letters::LetterKind;
use crate::domain::rounds::Round;
use crate::domain::rounds::letter_plan::LetterPlan;

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The round is drafted.
    Drafting,
    /// The round opens.
    Opening,
    /// Letters of a kind go out.
    Letters(LetterKind),
    /// The last day for answers.
    Closing,
}

/// How many letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterCount {
    /// So many were queued.
    Sent(usize),
    /// So many would be, if it were today.
    Planned(usize),
    /// At most so many: whoever has handed in by then gets none.
    AtMost(usize),
}

/// One day of the year with what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    /// The day in Denmark.
    pub day: NaiveDate,
    /// What happens.
    pub step: Step,
    /// How many letters, where it sends any.
    pub letters: Option<LetterCount>,
}

/// The dates of a round, planned or held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// When it was or is to be drafted; none where that is done by hand.
    pub drafted_on: Option<NaiveDate>,
    /// The first day for answers; when it was opened later, that day.
    pub opens_on: NaiveDate,
    /// The last day for answers.
    pub closes_on: NaiveDate,
}

/// What is known of a round's letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownLetters {
    /// Posts that would get an invitation, or are still to answer and can be written to.
    pub receivers: usize,
    /// Letters that were queued: when, of which kind, and how many.
    pub sent: Vec<(NaiveDate, LetterKind, usize)>,
}

/// The year of a round in order: letters that went by the ledger, those to come by the plan. What is planned for
/// `today` and is in the ledger stands there once.
pub fn timeline(dates: Dates, plan: &LetterPlan, known: &KnownLetters, today: NaiveDate) -> Vec<Milestone> {
    let mark = |day, step| Milestone { day, step, letters: None };
    let mut all: Vec<Milestone> = dates.drafted_on.map(|day| mark(day, Step::Drafting)).into_iter().collect();
    all.extend([mark(dates.opens_on, Step::Opening), mark(dates.closes_on, Step::Closing)]);
    for (day, kind, count) in &known.sent {
        let sent = LetterCount::Sent(*count);
        match all.iter_mut().find(|one| one.day == *day && one.step == Step::Letters(*kind)) {
            Some(one) => one.letters = Some(sum(one.letters, *count)),
            None => all.push(Milestone { day: *day, step: Step::Letters(*kind), letters: Some(sent) }),
        }
    }
    let is_sent = |kind| known.sent.iter().any(|(_, sent, _)| *sent == kind);
    let mut planned = Vec::new();
    if let Some(day) = plan.announcement_day(dates.opens_on).filter(|_| !is_sent(LetterKind::Announcement)) {
        planned.push((day, LetterKind::Announcement, LetterCount::Planned(known.receivers)));
    }
    if !is_sent(LetterKind::Invitation) {
        planned.push((dates.opens_on, LetterKind::Invitation, LetterCount::Planned(known.receivers)));
    }
    for reminder in plan.reminder_days(dates.opens_on, dates.closes_on) {
        let kind = if reminder.is_last { LetterKind::LastReminder } else { LetterKind::Reminder };
        planned.push((reminder.day, kind, LetterCount::AtMost(known.receivers)));
    }
    let is_to_come = |day: NaiveDate, kind| {
        day > today || (day == today && !known.sent.iter().any(|(sent_on, sent, _)| (*sent_on, *sent) == (day, kind)))
    };
    let planned = planned.into_iter().filter(|(day, kind, _)| is_to_come(*day, *kind));
    all.extend(planned.map(|(day, kind, count)| Milestone { day, step: Step::Letters(kind), letters: Some(count) }));
    let result = plan.result_day(dates.closes_on).filter(|_| !is_sent(LetterKind::Result));
    // How many there will be then nobody knows: whoever has handed in gets it too.
    all.extend(result.filter(|day| *day >= today).map(|day| mark(day, Step::Letters(LetterKind::Result))));
    all.sort_by_key(|one| (one.day, one.step));
    all
}

/// The letters that opening a round now would send, with the day of each: invitations at once, and reminders by the
/// plan to those who have not handed in by then. Whoever is asked now needs no announcement any more.
pub fn letters_of_opening(round: &Round, plan: &LetterPlan, receivers: usize, today: NaiveDate) -> Vec<Milestone> {
    let letters = |day, kind, count| Milestone { day, step: Step::Letters(kind), letters: Some(count) };
    let mut all = vec![letters(today, LetterKind::Invitation, LetterCount::Planned(receivers))];
    for reminder in plan.reminder_days(today.max(round.opens_on), round.closes_on) {
        let kind = if reminder.is_last { LetterKind::LastReminder } else { LetterKind::Reminder };
        all.push(letters(reminder.day, kind, LetterCount::AtMost(receivers)));
    }
    if let Some(day) = plan.result_day(round.closes_on) {
        all.push(letters(day, LetterKind::Result, LetterCount::Planned(receivers)));
    }
    all
}

fn sum(before: Option<LetterCount>, more: usize) -> LetterCount {
    match before {
        Some(LetterCount::Sent(count)) => LetterCount::Sent(count + more),
        _ => LetterCount::Sent(more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn steps(today: NaiveDate, sent: &[(NaiveDate, LetterKind, usize)]) -> Vec<(NaiveDate, Step, Option<LetterCount>)> {
        let plan = LetterPlan::new(Some(14), vec![7, 14], Some(2));
        let known = KnownLetters { receivers: 40, sent: sent.to_vec() };
        let dates = Dates { drafted_on: Some(day(7, 31)), opens_on: day(9, 1), closes_on: day(10, 1) };
        timeline(dates, &plan, &known, today).into_iter().map(|one| (one.day, one.step, one.letters)).collect()
    }

    #[test]
    fn a_year_to_come_has_every_letter_with_its_day_and_number() {
        let (planned, at_most) = (Some(LetterCount::Planned(40)), Some(LetterCount::AtMost(40)));
        let expected = [
            (day(7, 31), Step::Drafting, None),
            (day(8, 18), Step::Letters(LetterKind::Announcement), planned),
            (day(9, 1), Step::Opening, None),
            (day(9, 1), Step::Letters(LetterKind::Invitation), planned),
            (day(9, 8), Step::Letters(LetterKind::Reminder), at_most),
            (day(9, 15), Step::Letters(LetterKind::Reminder), at_most),
            (day(9, 29), Step::Letters(LetterKind::LastReminder), at_most),
            (day(10, 1), Step::Closing, None),
            (day(10, 2), Step::Letters(LetterKind::Result), None),
        ];
        assert_eq!(steps(day(7, 1), &[]), expected);
    }

    #[test]
    fn what_went_stands_as_it_went_and_once() {
        let sent = [
            (day(9, 1), LetterKind::Invitation, 40),
            (day(9, 8), LetterKind::Reminder, 21),
            (day(9, 8), LetterKind::Reminder, 1),
        ];
        let shown = steps(day(9, 8), &sent);
        let letters: Vec<_> = shown.iter().filter(|(_, _, letters)| letters.is_some()).collect();
        let at_most = Some(LetterCount::AtMost(40));
        assert_eq!(
            letters,
            [
                &(day(9, 1), Step::Letters(LetterKind::Invitation), Some(LetterCount::Sent(40))),
                &(day(9, 8), Step::Letters(LetterKind::Reminder), Some(LetterCount::Sent(22))),
                &(day(9, 15), Step::Letters(LetterKind::Reminder), at_most),
                &(day(9, 29), Step::Letters(LetterKind::LastReminder), at_most),
            ]
        );
    }
}
