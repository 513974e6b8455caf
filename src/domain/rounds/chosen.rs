//! Which posts of a round somebody means who reminds or extends several at once, and why one of them is left out.

use chrono::NaiveDateTime;

use super::invitations::{Invitation, InvitationId, takes_answers};
use crate::domain::MunicipalityCode;
use crate::domain::base::days::{day_in_denmark, is_working_day, letter_time, next_working_day};
use crate::domain::rounds::Round;

/// The posts that somebody means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// These.
    Posts(Vec<InvitationId>),
    /// All of a municipality that have not handed in.
    Municipality(MunicipalityCode),
    /// All of the round that have not handed in.
    Round,
}

impl Chosen {
    /// Whether an invitation is among those meant. Whoever has handed in is meant only where chosen by name.
    pub fn holds(&self, invitation: &Invitation) -> bool {
        match self {
            Chosen::Posts(ids) => ids.contains(&invitation.id),
            Chosen::Municipality(code) => invitation.handed_in_at.is_none() && invitation.municipality_code == *code,
            Chosen::Round => invitation.handed_in_at.is_none(),
        }
    }
}

/// Why somebody chosen gets no letter, or no later deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// Has handed everything in.
    HandedIn,
    /// Nobody knows an address.
    NoAddress,
    /// Mail to the address came back.
    Bounced,
    /// Was invited, reminded or told of an extension today already.
    AskedToday,
    /// The post was retired since it was asked.
    Retired,
    /// The deadline has passed.
    Over,
    /// Has a later deadline already, which is final.
    Extended,
}

/// What is known of somebody chosen beside the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Whether mail to the address came back.
    pub is_bounced: bool,
    /// Whether a letter that asks was queued today.
    pub is_asked_today: bool,
    /// Whether the post was retired.
    pub is_retired: bool,
}

/// Why somebody is not reminded now; none where a reminder goes.
pub fn obstacle_to_reminding(
    round: &Round,
    invitation: &Invitation,
    known: Known,
    now: NaiveDateTime,
) -> Option<Obstacle> {
    let reasons = [
        (invitation.handed_in_at.is_some(), Obstacle::HandedIn),
        (!takes_answers(round, invitation, now), Obstacle::Over),
        (known.is_retired, Obstacle::Retired),
        (invitation.email.trim().is_empty(), Obstacle::NoAddress),
        (known.is_bounced, Obstacle::Bounced),
        (known.is_asked_today, Obstacle::AskedToday),
    ];
    reasons.into_iter().find_map(|(holds, obstacle)| holds.then_some(obstacle))
}

/// Why somebody gets no later deadline; none where the deadline is extended.
pub fn obstacle_to_extending(invitation: &Invitation, known: Known) -> Option<Obstacle> {
    let reasons = [
        (invitation.handed_in_at.is_some(), Obstacle::HandedIn),
        (invitation.extended_to.is_some(), Obstacle::Extended),
        (known.is_retired, Obstacle::Retired),
    ];
    reasons.into_iter().find_map(|(holds, obstacle)| holds.then_some(obstacle))
}

/// Why somebody whose deadline is extended can't be told so by letter.
pub fn obstacle_to_telling(invitation: &Invitation, known: Known) -> Option<Obstacle> {
    let reasons = [(invitation.email.trim().is_empty(), Obstacle::NoAddress), (known.is_bounced, Obstacle::Bounced)];
    reasons.into_iter().find_map(|(holds, obstacle)| holds.then_some(obstacle))
}

/// When a letter goes that somebody sends to many now: at once, and on a day without work on the morning of the next
/// working day.
pub fn sending_time(now: NaiveDateTime) -> NaiveDateTime {
    let today = day_in_denmark(now);
    if is_working_day(today) { now } else { letter_time(next_working_day(today)) }
}
