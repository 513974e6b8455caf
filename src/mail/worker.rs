//! The worker: takes due letters, sends several at once at a set pace, and records each.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::sleep;

use parking_lot::Mutex;

use super::claims::{self, Claim, Sent, Share};
use super::mailer::Mailer;
use super::message::Sender;
use super::pace::Pace;
use super::receipts::LoadEdition;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::domain::base::tokens::TokenHash;
use crate::domain::mail::letters::{Letter, LetterState};
use crate::error::{Error, Result};
use crate::metrics::DONE;
use crate::paces::Paces;
use crate::store::Db;
use leases::LEASE;
use writing::Writer;

mod leases;
mod writing;

/// How long a worker has to record what became of a letter that a mail server may have, in answers of the
/// server (`mail/smtp.rs`): far longer than it takes, because after that the letter is in doubt.
const LEASED_ANSWERS: i32 = 10;

/// How long the worker waits for a letter under way before it looks for new ones.
const GLANCE: Duration = Duration::from_secs(1);

/// How often recording is tried at most: for as long as the lease lasts, because a letter that was sent
/// and not recorded is sent again after it.
const RECORDINGS: u32 = 200;

/// The longest pause between two tries to record.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Takes letters from the ledger and sends them. Several may run beside each other, in one process or in many.
pub struct Worker {
    context: Arc<WorkerContext>,
    concurrency: usize,
    share: Share,
    pace: Pace,
}

/// What every letter under way needs.
struct WorkerContext {
    db: Db,
    clock: Clock,
    mailer: Mailer,
    sender: Sender,
    load_edition: LoadEdition,
    paces: Arc<Paces>,
    /// How long a letter may be a mail server's without an answer.
    begun_lease: TimeDelta,
    /// The letters that are ours and not begun, by their links.
    unbegun: Mutex<HashSet<TokenHash>>,
}

impl Worker {
    /// A worker with the pace and the sender of the settings.
    ///
    /// # Errors
    /// When the sender of the settings is not an address.
    pub fn new(
        db: Db,
        clock: Clock,
        mailer: Mailer,
        load_edition: LoadEdition,
        config: &Config,
    ) -> std::result::Result<Worker, ConfigError> {
        let sender = Sender::from_config(config)?;
        let rate = config.mail_rate.max(1);
        let begun_lease = TimeDelta::from_std(config.mail_timeout).unwrap_or(TimeDelta::minutes(1)) * LEASED_ANSWERS;
        Ok(Worker {
            context: Arc::new(WorkerContext {
                db,
                clock,
                mailer,
                sender,
                load_edition,
                paces: Arc::default(),
                begun_lease,
                unbegun: Mutex::default(),
            }),
            concurrency: config.mail_concurrency,
            // No more than leave within two seconds: what one minute has taken must not leave in the next.
            share: Share { batch: config.mail_concurrency.min((rate / 30).max(1) as usize), rate, lease: LEASE },
            pace: Pace { gap: Duration::from_secs(60) / rate, next: None },
        })
    }

    /// Sends until nothing is due, the minute's letters have been taken, or `stop` says so; letters under
    /// way are finished, those not begun given back. Returns how many were taken up.
    ///
    /// # Errors
    /// When letters can't be claimed; those under way are finished all the same.
    pub async fn deliver(&mut self, stop: &watch::Receiver<bool>) -> Result<usize> {
        let mut stopping = stop.clone();
        let mut under_way = JoinSet::new();
        // Ends with this delivery, however that ends.
        let mut renewing = JoinSet::new();
        renewing.spawn(Arc::clone(&self.context).renew());
        let mut waiting = VecDeque::new();
        let mut taken_up = 0;
        let outcome = loop {
            if *stop.borrow() {
                break Ok(());
            }
            if under_way.len() >= self.concurrency {
                under_way.join_next().await;
                continue;
            }
            if waiting.is_empty() {
                match self.context.claim(self.share).await {
                    Ok((claims, _)) => {
                        self.context.unbegun().extend(claims.iter().map(|claim| claim.token.hash()));
                        waiting.extend(claims);
                    }
                    Err(error) => break Err(error),
                }
            }
            let Some(claim) = waiting.pop_front() else {
                if under_way.is_empty() {
                    break Ok(());
                }
                tokio::select! {
                    _ = under_way.join_next() => {}
                    () = sleep(GLANCE) => {}
                }
                continue;
            };
            // At a slow pace the wait is long, and whoever stops the program should not have to sit through it.
            tokio::select! {
                () = self.pace.turn() => {}
                Ok(()) = stopping.changed() => {
                    waiting.push_front(claim);
                    continue;
                }
            }
            taken_up += 1;
            under_way.spawn(Arc::clone(&self.context).handle(claim));
        };
        self.context.release(&mut waiting).await;
        while under_way.join_next().await.is_some() {}
        self.context.mailer.rest().await;
        outcome.map(|()| taken_up)
    }

    /// The same without pauses, for tests of what all workers together may send.
    #[cfg(test)]
    pub(super) fn unpaced(mut self) -> Worker {
        self.pace.gap = Duration::ZERO;
        self
    }

    /// Sends until nothing is due.
    ///
    /// # Errors
    /// When letters can't be claimed.
    pub async fn deliver_due(&mut self) -> Result<usize> {
        let (_keep, stop) = watch::channel(false);
        self.deliver(&stop).await
    }
}

impl WorkerContext {
    /// Claims up to a batch; calling letters off makes room for others, so it looks again then.
    async fn claim(&self, share: Share) -> Result<(Vec<Claim>, usize)> {
        loop {
            let (db, now) = (self.db.clone(), self.clock.now());
            let (claims, cancelled) = blocking(move || claims::claim(&db, now, share)).await?;
            if !claims.is_empty() || cancelled == 0 {
                return Ok((claims, cancelled));
            }
        }
    }

    /// Sends one letter and records what became of it.
    async fn handle(self: Arc<WorkerContext>, claim: Claim) {
        let (letter, link) = (claim.letter.clone(), claim.token.hash());
        let sent = match Writer::of(&self, &claim.site).outgoing(claim).await {
            Ok(outgoing) => {
                let begun = self.begin(link.clone(), outgoing.rendered.subject.clone());
                self.mailer.send(&outgoing, begun).await
            }
            Err(failure) => Err(failure),
        };
        self.unbegun().remove(&link);
        match &sent {
            Ok(()) => {
                DONE.count_letter(LetterState::Accepted);
                tracing::info!(letter = letter.id.as_str(), kind = letter.kind.as_str(), "a letter was sent");
            }
            Err(failure) => {
                let outcome = letter.after(failure, self.clock.now());
                DONE.count_letter(outcome.state);
                tracing::warn!(letter = letter.id.as_str(), state = outcome.state.as_str(), "a letter was not sent");
            }
        }
        self.record(letter, link, sent).await;
    }

    async fn record(&self, letter: Letter, link: TokenHash, sent: Sent) {
        let until = self.clock.now() + self.begun_lease;
        for attempt in 1..=RECORDINGS {
            let (db, now, letter) = (self.db.clone(), self.clock.now(), letter.clone());
            let id = letter.id.clone();
            let (link, sent) = (link.clone(), sent.clone());
            match blocking(move || claims::record(&db, (&letter, &link), &sent, now)).await {
                Ok(true) => return,
                Ok(false) => {
                    tracing::warn!(letter = id.as_str(), "a letter was taken over before it was recorded");
                    return;
                }
                Err(error) => tracing::error!(letter = id.as_str(), attempt, %error, "a letter could not be recorded"),
            }
            if self.clock.now() >= until {
                return;
            }
            sleep(LONGEST_PAUSE.min(Duration::from_secs(u64::from(attempt)))).await;
        }
    }
}

/// Runs what waits for the database off the async threads.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(cause) => Err(Error::Internal(Box::new(cause))),
    }
}
