//! Letters about sections that are handed to colleagues.

use chrono::NaiveDateTime;

use super::{Letter, LetterKind, address_mark, respondent};
use crate::domain::answering::handovers::Handover;
use crate::domain::answering::respondents::Colleague;
use crate::domain::rounds::invitations::{Invitation, SectionNumber};

impl Letter {
    /// A letter to the colleague that sections were handed over to, `first` among them, due at once. It counts by the
    /// second, because a section may go back and forth within a day, and every change stops the links before it.
    pub fn handover(
        (invitation, first): (&Invitation, SectionNumber),
        colleague: &Colleague,
        now: NaiveDateTime,
    ) -> Letter {
        let occasion = format!("{first}/{}/{}", now.and_utc().timestamp(), address_mark(&colleague.email));
        let letter = Letter::plan(LetterKind::Handover, invitation, &occasion, now);
        let recipient = respondent(invitation, Some(first));
        Letter { recipient, name: colleague.name.clone(), email: colleague.email.clone(), ..letter }
    }

    /// Tells the one who is accountable that a colleague is done, due at once; one for each handover.
    pub fn handover_done(invitation: &Invitation, handover: &Handover, now: NaiveDateTime) -> Letter {
        let occasion = format!("{}/{}", handover.id, address_mark(&invitation.email));
        let letter = Letter::plan(LetterKind::HandoverDone, invitation, &occasion, now);
        Letter { recipient: respondent(invitation, Some(handover.section)), ..letter }
    }

    /// Whether it tells that the colleague of this handover is done.
    pub fn is_about(&self, handover: &Handover) -> bool {
        self.kind == LetterKind::HandoverDone && self.key.contains(handover.id.as_str())
    }
}
