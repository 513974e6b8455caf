//! Letters to people with an account.

use chrono::{NaiveDateTime, TimeDelta};

use super::{Letter, LetterId, LetterKind, LetterState, Recipient, address_mark};
use crate::domain::Language;
use crate::domain::access::staff::Staff;
use crate::domain::base::days::{day_in_denmark, letter_time, next_working_day};
use crate::domain::rounds::Round;

/// How long the link of an invitation works, from when its letter is sent.
pub const INVITATION_LIFETIME: TimeDelta = TimeDelta::days(7);

/// The same of a link that somebody asked for, who waits for it.
pub const RESET_LIFETIME: TimeDelta = TimeDelta::hours(24);

impl LetterKind {
    /// Those that go to an account; all others go to somebody asked in a round.
    pub const TO_STAFF: &'static [LetterKind] = &[
        LetterKind::AccountInvitation,
        LetterKind::PasswordReset,
        LetterKind::NewSignIn,
        LetterKind::RoundDrafted,
        LetterKind::TextSample,
    ];

    /// How long the one-time link works that such a letter brings; none where it brings no such link.
    pub fn key_lifetime(self) -> Option<TimeDelta> {
        match self {
            LetterKind::AccountInvitation => Some(INVITATION_LIFETIME),
            LetterKind::PasswordReset => Some(RESET_LIFETIME),
            _ => None,
        }
    }
}

impl Letter {
    /// The letter that brings a new account's link, due at once.
    pub fn account_invitation(account: &Staff, now: NaiveDateTime) -> Letter {
        Letter::to_staff(LetterKind::AccountInvitation, account, &now.and_utc().timestamp().to_string(), now)
    }

    /// The letter that brings the link to a new password, due at once.
    pub fn password_reset(account: &Staff, now: NaiveDateTime) -> Letter {
        Letter::to_staff(LetterKind::PasswordReset, account, &now.and_utc().timestamp().to_string(), now)
    }

    /// The notice that an account was signed in to from a new place, due at once.
    pub fn new_sign_in(account: &Staff, now: NaiveDateTime) -> Letter {
        Letter::to_staff(LetterKind::NewSignIn, account, &now.and_utc().timestamp().to_string(), now)
    }

    /// Tells an administrator of a round that was just drafted, on the morning of a working day.
    pub fn round_drafted(account: &Staff, round: &Round, now: NaiveDateTime) -> Letter {
        let letter = Letter::to_staff(LetterKind::RoundDrafted, account, round.id.as_str(), now);
        let recipient = Recipient::Staff { staff_id: account.id.clone(), round_id: Some(round.id.clone()) };
        Letter { recipient, due_at: letter_time(next_working_day(day_in_denmark(now))).max(now), ..letter }
    }

    /// A text as its letter would read, to whoever writes it, due at once.
    pub fn text_sample(account: &Staff, language: Language, now: NaiveDateTime) -> Letter {
        let occasion = now.and_utc().timestamp().to_string();
        Letter { language, ..Letter::to_staff(LetterKind::TextSample, account, &occasion, now) }
    }

    /// A letter to an account, due at once. Its occasion tells it from others of its kind: planning the same
    /// one twice is harmless.
    pub fn to_staff(kind: LetterKind, account: &Staff, occasion: &str, now: NaiveDateTime) -> Letter {
        Letter {
            id: LetterId::new(),
            key: format!("staff/{}/{kind}/{occasion}/{}", account.id, address_mark(&account.email)),
            recipient: Recipient::Staff { staff_id: account.id.clone(), round_id: None },
            kind,
            name: String::new(),
            email: account.email.clone(),
            language: account.language.unwrap_or_default(),
            state: LetterState::Planned,
            due_at: now,
            attempts: 0,
            doubts: 0,
            last_error: None,
            created_at: now,
            sent_at: None,
        }
    }

    /// Whether a letter to an account has lost its point: the account was shut meanwhile, or whoever was
    /// invited has chosen a password already, or the round to be checked has opened or is gone.
    pub fn is_pointless_to(&self, account: &Staff, round: Option<&Round>) -> bool {
        account.disabled_at.is_some()
            || match self.kind {
                LetterKind::AccountInvitation => account.password_hash.is_some() || account.identity_at.is_some(),
                LetterKind::RoundDrafted => !round.is_some_and(Round::is_waiting),
                _ => false,
            }
    }
}
