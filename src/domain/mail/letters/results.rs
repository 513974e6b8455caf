//! Letters that tell of a result.

use chrono::NaiveDateTime;

use super::{Letter, LetterKind};
use crate::domain::base::days::{day_in_denmark, letter_time};
use crate::domain::rounds::chosen::sending_time;
use crate::domain::rounds::invitations::Invitation;

impl Letter {
    /// Tells somebody who was asked that the round has closed and that there is a result, once: rounds close at night,
    /// and nobody should be woken by it. Its key holds no day, because a round closes once.
    pub fn result(invitation: &Invitation, now: NaiveDateTime) -> Letter {
        let morning = letter_time(day_in_denmark(now));
        Letter { due_at: sending_time(now).max(morning), ..Letter::plan(LetterKind::Result, invitation, "closed", now) }
    }
}
