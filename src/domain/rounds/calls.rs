//! Calls to the posts of a round: what came of each, and when to call again.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::invitations::InvitationId;
use super::prose::{TextFault, prose};
use crate::domain::access::staff::StaffId;
use crate::domain::base::days::{day_in_denmark, written_day};
use crate::domain::base::refusals::Refusal;
use crate::schema::calls;

/// The most characters of a note.
pub const NOTE_LIMIT: usize = 500;

/// The most days ahead on which somebody can be called again; a day further away is a slip of the hand, and nobody
/// would be called.
const MOST_DAYS: u64 = 180;

/// The most characters of a note that a list shows.
const FIRST_WORDS: usize = 80;

id! {
    /// A call.
    CallId
}

words! {
    /// What came of a call.
    pub enum CallOutcome {
        /// Whoever was called was spoken to.
        Reached = "reached",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// It is not the number of whoever was to be called.
        WrongNumber = "wrong_number",
        /// The answers will come soon.
        AnswersSoon = "answers_soon",
        /// Another day suits better.
        WantsCallBack = "wants_call_back",
        /// There will be no answers.
        Declines = "declines",
    }
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = calls, treat_none_as_default_value = false)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// The post that was called, as it was asked.
    pub invitation_id: InvitationId,
    /// The account that called.
    pub staff_id: StaffId,
    /// When, UTC.
    pub called_at: NaiveDateTime,
    /// What came of it.
    pub outcome: CallOutcome,
    /// What was noted; empty where nothing was, or the round's people are forgotten.
    pub note: String,
    /// The day on which to call again.
    pub call_back_on: Option<NaiveDate>,
}

impl Call {
    /// Whether an account may correct or remove it at `now`: it is its own, and of today.
    ///
    /// # Errors
    /// `Refusal::CallOfAnotherDay`.
    pub fn check_change(&self, now: NaiveDateTime) -> Result<(), Refusal> {
        match day_in_denmark(self.called_at) == day_in_denmark(now) {
            true => Ok(()),
            false => Err(Refusal::CallOfAnotherDay),
        }
    }

    /// Whether an account is offered to correct or remove it at `now`.
    pub fn may_change(&self, staff: &StaffId, now: NaiveDateTime) -> bool {
        self.staff_id == *staff && self.check_change(now).is_ok()
    }

    /// Whether the day on which to call again has come.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.call_back_on.is_some_and(|day| day <= today)
    }

    /// The beginning of the note in whole words, for a list.
    pub fn first_words(&self) -> String {
        let words = self.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((cut, _)) = words.char_indices().nth(FIRST_WORDS) else { return words };
        let (head, rest) = words.split_at(cut);
        let whole = match rest.starts_with(' ') {
            true => head,
            false => head.rsplit_once(' ').map_or(head, |(whole, _)| whole),
        };
        format!("{whole} …")
    }
}

/// The latest call of each post, out of calls that come earliest first.
pub fn latest(calls: Vec<Call>) -> HashMap<InvitationId, Call> {
    calls.into_iter().map(|call| (call.invitation_id.clone(), call)).collect()
}

/// How many posts are to be called again by `today`, by round: what the latest call of each post says counts. The calls
/// come earliest first, each with the key of its round.
pub fn count_due(calls: Vec<(String, InvitationId, Option<NaiveDate>)>, today: NaiveDate) -> Vec<(String, usize)> {
    let latest: HashMap<InvitationId, (String, Option<NaiveDate>)> =
        calls.into_iter().map(|(round, invitation, day)| (invitation, (round, day))).collect();
    let mut due: BTreeMap<String, usize> = BTreeMap::new();
    for (round, _) in latest.into_values().filter(|(_, day)| day.is_some_and(|day| day <= today)) {
        *due.entry(round).or_default() += 1;
    }
    due.into_iter().collect()
}

/// What somebody notes of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallDraft {
    /// What came of it.
    pub outcome: CallOutcome,
    /// A note; may be empty.
    pub note: String,
    /// The day on which to call again.
    pub call_back_on: Option<NaiveDate>,
}

impl CallDraft {
    /// Whether a call says the same already.
    pub fn is_of(&self, call: &Call) -> bool {
        (self.outcome, &self.note, self.call_back_on) == (call.outcome, &call.note, call.call_back_on)
    }
}

/// The same as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedCall {
    /// What came of it, by its word.
    pub outcome: String,
    /// The note.
    pub note: String,
    /// The day on which to call again, as 2026-10-08; empty for none.
    pub call_back_on: String,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
}

/// What is wrong with a day on which to call again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallBackFault {
    /// It is no day.
    Unreadable,
    /// It is over.
    Past,
    /// It is too far away.
    Far,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallFaults {
    /// Nothing was chosen that came of it.
    pub has_no_outcome: bool,
    /// With the note.
    pub note: Option<TextFault>,
    /// With the day.
    pub call_back: Option<CallBackFault>,
}

impl TypedCall {
    /// A call as it would be typed again, to correct it.
    pub fn of(call: &Call) -> TypedCall {
        TypedCall {
            outcome: call.outcome.to_string(),
            note: call.note.clone(),
            call_back_on: call.call_back_on.map(|day| day.to_string()).unwrap_or_default(),
            is_no_cpr: false,
        }
    }

    /// What was noted on a day.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(&self, today: NaiveDate) -> Result<CallDraft, CallFaults> {
        let note = prose(&self.note, NOTE_LIMIT, self.is_no_cpr);
        let day = call_back_day(&self.call_back_on, today);
        match (self.outcome.parse(), note, day) {
            (Ok(outcome), Ok(note), Ok(call_back_on)) => Ok(CallDraft { outcome, note, call_back_on }),
            (outcome, note, day) => {
                Err(CallFaults { has_no_outcome: outcome.is_err(), note: note.err(), call_back: day.err() })
            }
        }
    }
}

fn call_back_day(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, CallBackFault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match written_day(typed) {
        None => Err(CallBackFault::Unreadable),
        Some(day) if day < today => Err(CallBackFault::Past),
        Some(day) if day > today + Days::new(MOST_DAYS) => Err(CallBackFault::Far),
        day => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::day;

    fn call(note: &str, called_at: NaiveDateTime) -> Call {
        Call {
            id: CallId::new(),
            invitation_id: InvitationId::new(),
            staff_id: StaffId::new(),
            called_at,
            outcome: CallOutcome::Reached,
            note: note.to_owned(),
            call_back_on: None,
        }
    }

    fn typed(outcome: &str, note: &str, call_back_on: &str) -> TypedCall {
        let [outcome, note, call_back_on] = [outcome, note, call_back_on].map(str::to_owned);
        TypedCall { outcome, note, call_back_on, is_no_cpr: false }
    }

    #[test]
    fn all_that_is_wrong_with_a_call_is_told_at_once() {
        let today = day(2026, 9, 1);
        let faults = typed("", "Sag 010190-1234", "2026-08-31").parse(today).unwrap_err();
        let note = Some(TextFault::Cpr);
        assert_eq!(faults, CallFaults { has_no_outcome: true, note, call_back: Some(CallBackFault::Past) });
        let sworn = TypedCall { is_no_cpr: true, ..typed("declines", "Sag 010190-1234", " 2026-09-01 ") };
        let (note, call_back_on) = ("Sag 010190-1234".to_owned(), Some(today));
        let outcome = CallOutcome::Declines;
        assert_eq!(sworn.parse(today), Ok(CallDraft { outcome, note, call_back_on }));
        let of_day = |day: &str| typed("reached", "", day).parse(today).map_err(|faults| faults.call_back);
        assert_eq!(of_day("i morgen"), Err(Some(CallBackFault::Unreadable)));
        assert_eq!(of_day("2062-09-01"), Err(Some(CallBackFault::Far)));
        assert_eq!(of_day("").map(|draft| draft.call_back_on), Ok(None));
        let long = typed("reached", &"æ".repeat(NOTE_LIMIT + 1), "").parse(today).unwrap_err();
        assert_eq!(long.note, Some(TextFault::TooLong(NOTE_LIMIT)));
    }

    #[test]
    fn a_call_is_changed_on_its_danish_day_alone() {
        // Half past eleven in the evening in Denmark, and half an hour later.
        let late = day(2026, 9, 1).and_hms_opt(21, 30, 0).unwrap();
        let one = call("", late);
        assert_eq!(one.check_change(late), Ok(()));
        assert_eq!(one.check_change(late + chrono::TimeDelta::minutes(30)), Err(Refusal::CallOfAnotherDay));
        assert!(one.may_change(&one.staff_id, late) && !one.may_change(&StaffId::new(), late));
    }

    #[test]
    fn the_first_words_of_a_note_are_whole() {
        let now = day(2026, 9, 1).and_hms_opt(8, 0, 0).unwrap();
        assert_eq!(call("Ferie\ntil uge 40", now).first_words(), "Ferie til uge 40");
        let long = call(&"ærgerlig ".repeat(20), now).first_words();
        assert!(long.ends_with("ærgerlig …") && long.chars().count() <= FIRST_WORDS + 2, "{long}");
        assert_eq!(call(&"æ".repeat(100), now).first_words(), format!("{} …", "æ".repeat(FIRST_WORDS)));
        assert_eq!(call(&"æ".repeat(FIRST_WORDS), now).first_words(), "æ".repeat(FIRST_WORDS));
    }

    #[test]
    fn the_latest_call_says_whether_a_post_is_called_again() {
        let today = day(2026, 9, 3);
        let [one, other, third] = [InvitationId::new(), InvitationId::new(), InvitationId::new()];
        let told = |round: &str, post: &InvitationId, day| (round.to_owned(), post.clone(), day);
        let calls = vec![
            told("2026", &one, Some(day(2026, 9, 2))),
            told("2026", &other, Some(day(2026, 9, 3))),
            told("ekstra", &third, Some(day(2026, 9, 4))),
            // Who was called again without another day is done with.
            told("2026", &one, None),
        ];
        assert_eq!(count_due(calls, today), [("2026".to_owned(), 1)]);
    }
}
