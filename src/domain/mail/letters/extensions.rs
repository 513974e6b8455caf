//! Letters that tell whether there is more time.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Letter, LetterKind};
use crate::domain::rounds::chosen::sending_time;
use crate::domain::rounds::extension_requests::ExtensionRequestId;
use crate::domain::rounds::invitations::Invitation;

impl Letter {
    /// Tells somebody of a later deadline.
    pub fn extended(invitation: &Invitation, last_day: NaiveDate, now: NaiveDateTime) -> Letter {
        let letter = Letter::plan(LetterKind::Extended, invitation, &last_day.to_string(), now);
        Letter { due_at: sending_time(now), ..letter }
    }

    /// Tells somebody that there is no more time, due at once: the day may be the last.
    pub fn extension_declined(invitation: &Invitation, request: &ExtensionRequestId, now: NaiveDateTime) -> Letter {
        Letter::plan(LetterKind::ExtensionDeclined, invitation, request.as_str(), now)
    }
}
