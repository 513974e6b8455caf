//! Asking for more time: what a post writes that cannot answer in time, and what it is answered.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::extensions::check_day;
use super::invitations::{Invitation, InvitationId};
use super::prose::{TextFault, prose};
use crate::domain::base::days::{next_working_day, written_day};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::schema::extension_requests;

/// The most characters of a reason, and of what is answered to it.
pub const MOST_CHARACTERS: usize = 1000;

/// The most days after the round's last day that can be asked for and given as an answer: a round stays open for
/// everybody until the last extension has run out.
pub const MOST_DAYS: u64 = 14;

/// How often one post may ask; whoever was told no three times is helped by a call.
pub const MOST_REQUESTS: usize = 3;

/// The day that is suggested where none was asked for, in days after the round's last day.
const SUGGESTED_DAYS: u64 = 7;

id! {
    /// A request for more time.
    ExtensionRequestId
}

/// A request for more time, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = extension_requests, treat_none_as_default_value = false)]
pub struct ExtensionRequest {
    /// Its id.
    pub id: ExtensionRequestId,
    /// The invitation that it is about.
    pub invitation_id: InvitationId,
    /// Why more time is needed.
    pub reason: String,
    /// The last day that was asked for, if any.
    pub wished_day: Option<NaiveDate>,
    /// When it was asked, UTC.
    pub asked_at: NaiveDateTime,
    /// When it was answered, UTC.
    pub answered_at: Option<NaiveDateTime>,
    /// The last day that was given.
    pub granted_to: Option<NaiveDate>,
    /// Why no more time was given.
    pub declined_because: Option<String>,
}

impl ExtensionRequest {
    /// Whether somebody is to answer it: nobody has, and what it asks for was not given or done otherwise.
    pub fn is_waiting(&self, invitation: &Invitation) -> bool {
        self.answered_at.is_none() && invitation.extended_to.is_none() && invitation.handed_in_at.is_none()
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Why.
    pub reason: String,
    /// Until when, where it matters.
    pub day: Option<NaiveDate>,
}

/// A wish as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedWish {
    /// The reason.
    pub reason: String,
    /// The day, as 2026-10-08; empty for none.
    pub day: String,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
}

/// What is wrong with a wish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WishFaults {
    /// With the reason.
    pub reason: Option<TextFault>,
    /// With the day.
    pub day: Option<DayFault>,
}

/// What is wrong with a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayFault {
    /// It is no day.
    Unreadable,
    /// It can't be given.
    Refused(Refusal),
}

impl TypedWish {
    /// The wish of a post of a round at `now`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(&self, round: &Round, now: NaiveDateTime) -> Result<Wish, WishFaults> {
        let reason = text(&self.reason, self.is_no_cpr);
        let day = match self.day.trim() {
            "" => Ok(None),
            typed => parse_day(typed, round, now).map(Some),
        };
        match (reason, day) {
            (Ok(reason), Ok(day)) => Ok(Wish { reason, day }),
            (reason, day) => Err(WishFaults { reason: reason.err(), day: day.err() }),
        }
    }
}

/// A text as somebody wrote it, without steering characters.
///
/// # Errors
/// What is wrong with it.
pub fn text(typed: &str, is_no_cpr: bool) -> Result<String, TextFault> {
    let text = prose(typed, MOST_CHARACTERS, is_no_cpr)?;
    if text.is_empty() { Err(TextFault::Missing) } else { Ok(text) }
}

/// A day to which posts of a round may be given time as an answer, as somebody wrote it.
///
/// # Errors
/// What is wrong with it.
pub fn parse_day(typed: &str, round: &Round, now: NaiveDateTime) -> Result<NaiveDate, DayFault> {
    let day = written_day(typed.trim()).ok_or(DayFault::Unreadable)?;
    match check_day(round, day, now) {
        Ok(()) if day > latest_day(round) => Err(DayFault::Refused(Refusal::ExtensionTooLate)),
        Ok(()) => Ok(day),
        Err(refusal) => Err(DayFault::Refused(refusal)),
    }
}

/// The last day that can be asked for and given as an answer.
pub fn latest_day(round: &Round) -> NaiveDate {
    round.closes_on.checked_add_days(Days::new(MOST_DAYS)).unwrap_or(round.closes_on)
}

/// The day that is offered with one click: the one that was asked for, as long as it can be given, or a week more.
pub fn offered_day(request: &ExtensionRequest, round: &Round, now: NaiveDateTime) -> Option<NaiveDate> {
    let suggested = || round.closes_on.checked_add_days(Days::new(SUGGESTED_DAYS)).map(next_working_day);
    let offered = request.wished_day.or_else(suggested)?;
    check_day(round, offered, now).is_ok().then_some(offered)
}

/// Whether a post may ask, which has asked before for this.
///
/// # Errors
/// Refused when it has got time already, has handed in, waits for an answer, or has asked too often.
pub fn check_asking(invitation: &Invitation, before: &[ExtensionRequest]) -> Result<(), Refusal> {
    if invitation.extended_to.is_some() {
        return Err(Refusal::ExtensionFinal);
    }
    if invitation.handed_in_at.is_some() {
        return Err(Refusal::HandedIn);
    }
    if before.iter().any(|request| request.is_waiting(invitation)) {
        return Err(Refusal::ExtensionAsked);
    }
    if before.len() >= MOST_REQUESTS {
        return Err(Refusal::ExtensionAskedOften);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::RoundStatus;
    use crate::test_support::day;
    use crate::test_support::respondent::{at, round};

    fn open() -> Round {
        round("2026", RoundStatus::Open, day(2026, 9, 1))
    }

    fn parse(reason: &str, day: &str) -> Result<Wish, WishFaults> {
        TypedWish { reason: reason.to_owned(), day: day.to_owned(), is_no_cpr: false }.parse(&open(), at(12, 0))
    }

    #[test]
    fn a_wish_has_a_reason_and_if_it_likes_a_day_after_the_rounds_last() {
        // The round closes on 15 October.
        let wish = |day: Option<NaiveDate>| Ok(Wish { reason: "Ferie\nog sygdom".to_owned(), day });
        assert_eq!(parse(" Ferie\r\nog \u{7}sygdom ", ""), wish(None));
        assert_eq!(parse("Ferie\nog sygdom", "2026-10-16"), wish(Some(day(2026, 10, 16))));
        assert_eq!(parse("Ferie\nog sygdom", " 2026-10-29 "), wish(Some(day(2026, 10, 29))));
        let refused = |refusal| Some(DayFault::Refused(refusal));
        let day_of = |typed: &str| parse("Ferie", typed).unwrap_err().day;
        assert_eq!(day_of("2026-10-15"), refused(Refusal::ExtensionTooEarly));
        assert_eq!(day_of("2026-10-30"), refused(Refusal::ExtensionTooLate));
        assert_eq!(day_of("i morgen"), Some(DayFault::Unreadable));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let faults = parse(" \n ", "snart").unwrap_err();
        assert_eq!(faults, WishFaults { reason: Some(TextFault::Missing), day: Some(DayFault::Unreadable) });
        assert_eq!(text(&"æ".repeat(MOST_CHARACTERS), false).map(|text| text.chars().count()), Ok(MOST_CHARACTERS));
        assert_eq!(text(&"æ".repeat(MOST_CHARACTERS + 1), false), Err(TextFault::TooLong(MOST_CHARACTERS)));
        assert_eq!(text("Borger 010190-1234 er syg", false), Err(TextFault::Cpr));
        assert!(text("Sag 010190-1234", true).is_ok());
    }

    #[test]
    fn one_click_gives_what_was_asked_for_while_that_can_be_given_else_a_week() {
        let asked = |wished_day| ExtensionRequest {
            id: ExtensionRequestId::new(),
            invitation_id: InvitationId::new(),
            reason: String::new(),
            wished_day,
            asked_at: at(12, 0),
            answered_at: None,
            granted_to: None,
            declined_because: None,
        };
        assert_eq!(offered_day(&asked(Some(day(2026, 10, 20))), &open(), at(12, 0)), Some(day(2026, 10, 20)));
        assert_eq!(offered_day(&asked(None), &open(), at(12, 0)), Some(day(2026, 10, 22)));
        let late = day(2026, 10, 21).and_hms_opt(12, 0, 0).unwrap();
        assert_eq!(offered_day(&asked(Some(day(2026, 10, 20))), &open(), late), None);
    }
}
