//! How fast letters leave.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Keeps letters at least a gap apart.
pub(super) struct Pace {
    pub(super) gap: Duration,
    pub(super) next: Option<Instant>,
}

impl Pace {
    /// Waits for the next letter's time.
    pub(super) async fn turn(&mut self) {
        if let Some(next) = self.next {
            sleep_until(next).await;
        }
        self.next = Some(Instant::now() + self.gap);
    }
}
