//! Why a letter could not be sent, and what is done about it.

use chrono::{Duration, NaiveDateTime};

use super::{Letter, LetterState, one_line};

/// How often a letter is tried before it is given up.
pub const MAX_ATTEMPTS: i32 = 10;

/// The pause before a mail server that can't be used is tried again.
const STALL_MINUTES: i64 = 2;

/// The longest pause between two attempts.
const LONGEST_DELAY_MINUTES: i64 = 4 * 60;

/// The most of an error that is kept, in characters.
const ERROR_LENGTH: usize = 500;

/// Why a letter could not be sent, by what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// May go better later; holds what was said.
    #[error("{0}")]
    Temporary(String),
    /// Will not go better; holds what was said.
    #[error("{0}")]
    Permanent(String),
    /// The mail server could not be used: it was away, silent, or did not take our sign-in. That says
    /// nothing about the letter; holds what was said.
    #[error("{0}")]
    Unreachable(String),
    /// The letter was handed over and the answer got lost: it may have been taken.
    #[error("{0}")]
    Unanswered(String),
}

/// What becomes of a letter that could not be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureOutcome {
    /// Deferred, refused, given up or in doubt.
    pub state: LetterState,
    /// When it is tried again, UTC; no matter unless deferred or in doubt.
    pub due_at: NaiveDateTime,
    /// How often it was taken up.
    pub attempts: i32,
    /// How often nobody knew whether the mail server had taken it.
    pub doubts: i32,
    /// Whether it waits for a mail server that can't be used.
    pub stalled: bool,
    /// What was said, on one line.
    pub error: String,
}

impl Letter {
    /// What becomes of it after a failure at `now`; `self` as it was claimed.
    pub fn after(&self, failure: &Failure, now: NaiveDateTime) -> FailureOutcome {
        let Letter { attempts, doubts, .. } = *self;
        let stay = FailureOutcome {
            state: LetterState::Refused,
            due_at: now,
            attempts,
            doubts,
            stalled: false,
            error: String::new(),
        };
        let (error, outcome) = match failure {
            Failure::Permanent(error) => (error, stay),
            Failure::Temporary(error) if attempts >= MAX_ATTEMPTS => {
                (error, FailureOutcome { state: LetterState::GivenUp, ..stay })
            }
            Failure::Temporary(error) => {
                (error, FailureOutcome { state: LetterState::Deferred, due_at: now + delay(attempts), ..stay })
            }
            // Not counted as an attempt: a weekend without mail server must not make anybody give up.
            Failure::Unreachable(error) => {
                let due_at = now + Duration::minutes(STALL_MINUTES);
                (
                    error,
                    FailureOutcome {
                        state: LetterState::Deferred,
                        due_at,
                        attempts: attempts - 1,
                        stalled: true,
                        ..stay
                    },
                )
            }
            Failure::Unanswered(error) => {
                let due_at = now + delay(attempts);
                (error, FailureOutcome { state: LetterState::InDoubt, due_at, doubts: doubts + 1, ..stay })
            }
        };
        FailureOutcome { error: kept_error(error), ..outcome }
    }
}

/// The pause after an attempt, counted from 1: one minute, doubled each time, four hours at most.
pub fn delay(attempt: i32) -> Duration {
    let doublings = attempt.saturating_sub(1).clamp(0, 30);
    Duration::minutes((1_i64 << doublings).min(LONGEST_DELAY_MINUTES))
}

/// What is kept of an error: one line, of a length that fits a page.
pub fn kept_error(error: &str) -> String {
    one_line(error).chars().take(ERROR_LENGTH).collect()
}
