//! What a worker says of the letters that it has: that it lives, that one is about to be handed over, or
//! that it gives some back.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::time::sleep;

use parking_lot::MutexGuard;

use super::super::claims::{self, Claim, Sent};
use super::{WorkerContext, blocking};
use crate::domain::base::tokens::TokenHash;
use crate::domain::mail::letters::Failure;

/// How long a letter that no mail server can have yet is a worker's that says nothing more of it.
pub(super) const LEASE: TimeDelta = TimeDelta::seconds(30);

/// How often a worker that lives says so; several times a lease, so that one busy moment costs nothing.
const RENEWAL: Duration = Duration::from_secs(8);

impl WorkerContext {
    pub(super) fn unbegun(&self) -> MutexGuard<'_, HashSet<TokenHash>> {
        self.unbegun.lock()
    }

    /// Says time and again that we have the letters that are not begun.
    pub(super) async fn renew(self: Arc<WorkerContext>) {
        loop {
            sleep(RENEWAL).await;
            let ours: Vec<TokenHash> = self.unbegun().iter().cloned().collect();
            if ours.is_empty() {
                continue;
            }
            let (db, until) = (self.db.clone(), self.clock.now() + LEASE);
            if let Err(error) = blocking(move || claims::renew(&db, &ours, until)).await {
                tracing::warn!(%error, "claimed letters could not be kept; another worker may take them");
            }
        }
    }

    /// Whether the mail server may have the letter from now on.
    pub(super) async fn begin(&self, link: TokenHash, subject: String) -> Sent {
        self.unbegun().remove(&link);
        let (db, now) = (self.db.clone(), self.clock.now());
        let until = now + self.begun_lease;
        match blocking(move || claims::begin(&db, (&link, &subject), now, until)).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::Temporary("another worker has taken the letter".into())),
            Err(error) => Err(Failure::Unreachable(format!("the database could not be told of the letter: {error}"))),
        }
    }

    /// Gives claimed letters back that were not begun.
    pub(super) async fn release(&self, waiting: &mut VecDeque<Claim>) {
        let claimed: Vec<_> = waiting.drain(..).map(|claim| (claim.letter.id, claim.token.hash())).collect();
        if claimed.is_empty() {
            return;
        }
        self.unbegun().retain(|link| claimed.iter().all(|(_, released)| released != link));
        let (db, now) = (self.db.clone(), self.clock.now());
        if let Err(error) = blocking(move || claims::release(&db, &claimed, now)).await {
            tracing::error!(%error, "claimed letters could not be given back; they are sent when their lease has run out");
        }
    }
}
