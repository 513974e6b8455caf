//! Letters: one row per planned mail, what becomes of it, and when reminders are due.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::domain::Language;
use crate::domain::base::days::{day_in_denmark, letter_time};
use crate::domain::base::import_errors::is_steering;
use crate::domain::base::tokens::content_hash;
use crate::domain::rounds::Round;
use crate::domain::rounds::chosen::sending_time;
use crate::domain::rounds::invitations::{Invitation, Section, SectionNumber, takes_answers};
use crate::schema::letters;

mod announcements;
mod extensions;
mod failures;
mod handovers;
mod recipient;
mod reminders;
mod results;
mod staff;
#[cfg(test)]
mod tests;

pub use announcements::is_announcement_due;
pub use failures::{Failure, FailureOutcome, MAX_ATTEMPTS, delay, kept_error};
pub use recipient::Recipient;
pub use reminders::due_reminder;
pub use staff::{INVITATION_LIFETIME, RESET_LIFETIME};

id! {
    /// A letter; also the first half of its Message-ID.
    LetterId
}

words! {
    /// What became of a letter.
    pub enum LetterState {
        /// Waits for its time.
        Planned = "planned",
        /// A worker has taken it.
        Sending = "sending",
        /// The mail server took it.
        Accepted = "accepted",
        /// Failed for now; tried again when due.
        Deferred = "deferred",
        /// The mail server said no for good.
        Refused = "refused",
        /// Failed too often.
        GivenUp = "given_up",
        /// Taken by the mail server and returned later.
        Bounced = "bounced",
        /// Nobody knows whether the mail server took it: its answer got lost, or the worker that waited for it.
        InDoubt = "in_doubt",
        /// Had lost its point before it was sent.
        Cancelled = "cancelled",
    }
}

words! {
    /// What a letter is about.
    pub enum LetterKind {
        /// Tells a post of a round before it opens; it asks nothing yet.
        Announcement = "announcement",
        /// Asks a post to answer.
        Invitation = "invitation",
        /// Asks again.
        Reminder = "reminder",
        /// Asks for the last time, shortly before the deadline.
        LastReminder = "last_reminder",
        /// Tells of a later deadline.
        Extended = "extended",
        /// Tells a post that asked for more time that it gets none.
        ExtensionDeclined = "extension_declined",
        /// Asks a colleague to answer one section.
        Handover = "handover",
        /// Tells the one who is accountable that a colleague is done with a section.
        HandoverDone = "handover_done",
        /// Confirms what was handed in.
        Receipt = "receipt",
        /// Tells whoever was asked that there is a result.
        Result = "result",
        /// Tells somebody that there is an account, with the link to choose its password.
        AccountInvitation = "account_invitation",
        /// Brings the link to choose a new password.
        PasswordReset = "password_reset",
        /// Tells the owner of an account that it was signed in to from a new place.
        NewSignIn = "new_sign_in",
        /// Tells administrators that the clock has drafted a round, and what to check before it opens.
        RoundDrafted = "round_drafted",
        /// A text as it is being written, sent to whoever writes it.
        TextSample = "text_sample",
    }
}

/// How often in its life a letter in doubt is sent again by itself; after that, a person decides.
pub const MAX_REPEATS: i32 = 1;

/// How late the queue may be before somebody should look.
pub const ALARM_MINUTES: i64 = 15;

/// A planned mail.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = letters, treat_none_as_default_value = false)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// Round, post, kind and occasion: planning the same letter twice is harmless.
    pub key: String,
    /// Who it goes to.
    #[diesel(embed)]
    pub recipient: Recipient,
    /// What it is about.
    pub kind: LetterKind,
    /// The receiver's name; may be empty.
    pub name: String,
    /// The receiver's address.
    pub email: String,
    /// The language it is written in.
    pub language: Language,
    /// What became of it.
    pub state: LetterState,
    /// When it is to be sent; while it is being sent, when the worker's lease ends. UTC.
    pub due_at: NaiveDateTime,
    /// How often it was taken up.
    pub attempts: i32,
    /// How often nobody knew whether the mail server had taken it.
    pub doubts: i32,
    /// What the mail server said last, on one line.
    pub last_error: Option<String>,
    /// When it was planned, UTC.
    pub created_at: NaiveDateTime,
    /// When the mail server took it, UTC.
    pub sent_at: Option<NaiveDateTime>,
}

impl Letter {
    /// An invitation, due at once. A corrected address gets a letter of its own.
    pub fn invitation(invitation: &Invitation, now: NaiveDateTime) -> Letter {
        let occasion = format!("{}/{}", day_in_denmark(now), address_mark(&invitation.email));
        Letter::plan(LetterKind::Invitation, invitation, &occasion, now)
    }

    /// The invitation of a successor, due at once. It counts by the second, because a post may go
    /// back and forth within a day, and every change stops the links before it.
    pub fn succession(invitation: &Invitation, now: NaiveDateTime) -> Letter {
        let occasion = format!("{}/{}", now.and_utc().timestamp(), address_mark(&invitation.email));
        Letter::plan(LetterKind::Invitation, invitation, &occasion, now)
    }

    /// A reminder for one of its days, `kind` being the one that `due_reminder` told.
    pub fn reminder(kind: LetterKind, invitation: &Invitation, day: NaiveDate, now: NaiveDateTime) -> Letter {
        let letter = Letter::plan(kind, invitation, &day.to_string(), now);
        Letter { due_at: letter_time(day).max(now), ..letter }
    }

    /// A reminder that somebody sends now, whatever the plan says. It has the key of a planned one of the day, so
    /// that nobody gets both.
    pub fn reminder_now(invitation: &Invitation, now: NaiveDateTime) -> Letter {
        let letter = Letter::plan(LetterKind::Reminder, invitation, &day_in_denmark(now).to_string(), now);
        Letter { due_at: sending_time(now), ..letter }
    }

    /// A receipt of a state of answers (see [`Letter::confirms`]), due at once.
    pub fn receipt(invitation: &Invitation, answers: &str, now: NaiveDateTime) -> Letter {
        let handed_in_at = invitation.handed_in_at.unwrap_or(now).and_utc().timestamp();
        let occasion = format!("{handed_in_at}/{}/{}", address_mark(&invitation.email), state_mark(answers));
        Letter::plan(LetterKind::Receipt, invitation, &occasion, now)
    }

    /// Whether it is the receipt of these answers to this receiver, so that nothing new were in another.
    pub fn confirms(&self, invitation: &Invitation, answers: &str) -> bool {
        let ending = format!("/{}/{}", address_mark(&invitation.email), state_mark(answers));
        self.kind == LetterKind::Receipt && self.key.ends_with(&ending)
    }

    fn plan(kind: LetterKind, invitation: &Invitation, occasion: &str, now: NaiveDateTime) -> Letter {
        Letter {
            id: LetterId::new(),
            key: format!("{}/{}/{kind}/{occasion}", invitation.round_id, invitation.post_id),
            recipient: respondent(invitation, None),
            kind,
            name: invitation.name.clone(),
            email: invitation.email.clone(),
            language: invitation.language,
            state: LetterState::Planned,
            due_at: now,
            attempts: 0,
            doubts: 0,
            last_error: None,
            created_at: now,
            sent_at: None,
        }
    }

    /// Whether there is an address to send it to.
    pub fn has_address(&self) -> bool {
        !self.email.trim().is_empty()
    }

    /// Whether it has lost its point: nothing can be answered any more, it was answered meanwhile,
    /// or somebody else has taken over from the receiver, who must not get a working link then.
    pub fn is_pointless(
        &self,
        round: &Round,
        invitation: &Invitation,
        section: Option<&Section>,
        now: NaiveDateTime,
    ) -> bool {
        let is_for = |email: &str| email.eq_ignore_ascii_case(&self.email);
        match self.kind {
            LetterKind::Receipt => !is_for(&invitation.email),
            LetterKind::Result => !round.is_closed() || !is_for(&invitation.email),
            LetterKind::ExtensionDeclined => invitation.handed_in_at.is_some() || !is_for(&invitation.email),
            LetterKind::Handover => {
                !takes_answers(round, invitation, now)
                    || section.is_none_or(|section| {
                        section.handed_in_at.is_some() || !section.helper_email.as_deref().is_some_and(is_for)
                    })
            }
            LetterKind::HandoverDone => {
                !takes_answers(round, invitation, now)
                    || section.is_none_or(|section| section.handed_in_at.is_some())
                    || !is_for(&invitation.email)
            }
            LetterKind::Invitation | LetterKind::Reminder | LetterKind::LastReminder | LetterKind::Extended => {
                !takes_answers(round, invitation, now)
                    || invitation.handed_in_at.is_some()
                    || !is_for(&invitation.email)
            }
            // These go to no invitation.
            LetterKind::Announcement
            | LetterKind::AccountInvitation
            | LetterKind::PasswordReset
            | LetterKind::NewSignIn
            | LetterKind::RoundDrafted
            | LetterKind::TextSample => true,
        }
    }

    /// Whether it asks again.
    pub fn is_reminder(&self) -> bool {
        matches!(self.kind, LetterKind::Reminder | LetterKind::LastReminder)
    }

    /// Whether it may have been delivered before, so that whoever gets it now may have it twice.
    pub fn is_repeat(&self) -> bool {
        self.doubts > 0
    }

    /// Whether nothing more happens to it unless a person decides.
    pub fn waits_for_person(&self) -> bool {
        match self.state {
            LetterState::Refused | LetterState::GivenUp | LetterState::Bounced => true,
            LetterState::InDoubt => self.doubts > MAX_REPEATS,
            _ => false,
        }
    }
}

fn respondent(invitation: &Invitation, section: Option<SectionNumber>) -> Recipient {
    Recipient::Respondent { round_id: invitation.round_id.clone(), invitation_id: invitation.id.clone(), section }
}

/// How many minutes the queue is late, where that is an alarm; `oldest` is when the letter that is
/// overdue longest should have gone.
pub fn queue_alarm(oldest: Option<NaiveDateTime>, now: NaiveDateTime) -> Option<i64> {
    oldest.map(|oldest| (now - oldest).num_minutes()).filter(|minutes| *minutes > ALARM_MINUTES)
}

/// A text as one line without control characters, fit for a header or a log.
pub fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if is_steering(letter) { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells states of answers apart in a key.
fn state_mark(answers: &str) -> String {
    content_hash(answers.as_bytes()).chars().take(16).collect()
}

/// Tells addresses apart in a key without writing them there: keys are kept longer than addresses.
fn address_mark(email: &str) -> String {
    content_hash(email.to_lowercase().as_bytes()).chars().take(12).collect()
}
