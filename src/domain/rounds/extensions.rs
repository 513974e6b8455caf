//! An own later last day for one post. It is given once, so that everybody can rely on it.

use chrono::{NaiveDate, NaiveDateTime};

use super::invitations::Invitation;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::{Round, RoundStatus};

/// Whether the post may answer until the end of `last_day`.
///
/// # Errors
/// Refused when the round is not open, the post has an extension already, or the day is not after
/// the round's last day or has passed.
pub fn check(round: &Round, invitation: &Invitation, last_day: NaiveDate, now: NaiveDateTime) -> Result<(), Refusal> {
    if round.status != RoundStatus::Open {
        return Err(Refusal::RoundNotOpen);
    }
    if invitation.extended_to.is_some() {
        return Err(Refusal::ExtensionFinal);
    }
    check_day(round, last_day, now)
}

/// Whether a day is one to which posts of a round may be extended.
///
/// # Errors
/// Refused when the round is not open, or the day is not after the round's last day or has passed.
pub fn check_day(round: &Round, last_day: NaiveDate, now: NaiveDateTime) -> Result<(), Refusal> {
    if round.status != RoundStatus::Open {
        return Err(Refusal::RoundNotOpen);
    }
    if last_day <= round.closes_on || last_day < day_in_denmark(now) {
        return Err(Refusal::ExtensionTooEarly);
    }
    Ok(())
}
