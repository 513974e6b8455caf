//! What is read for whoever watches the service: off the async threads, one reading at a time, kept for
//! a while and answered in a bounded time, so that no number of readers can load the database.

use std::time::{Duration, Instant};

use actix_web::rt::task::JoinHandle;
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long anybody waits for a reading; a probe that waits two seconds gets its answer.
const LIMIT: Duration = Duration::from_millis(1800);

/// A value that is read anew when it has become old.
pub struct Kept<T> {
    fresh_for: Duration,
    state: Mutex<State<T>>,
}

struct State<T> {
    latest: Option<(Instant, T)>,
    reading: Option<JoinHandle<T>>,
}

impl<T: Clone + Send + 'static> Kept<T> {
    /// Nothing yet; what is read is good for `fresh_for`.
    pub fn new(fresh_for: Duration) -> Kept<T> {
        Kept { fresh_for, state: Mutex::new(State { latest: None, reading: None }) }
    }

    /// The value, or `late` where reading it takes too long. A reading that is late goes on, and no
    /// other is begun beside it.
    pub async fn get(&self, late: T, read: impl FnOnce() -> T + Send + 'static) -> T {
        let mut state = self.state.lock().await;
        if let Some((at, value)) = &state.latest
            && at.elapsed() < self.fresh_for
        {
            return value.clone();
        }
        let reading = state.reading.get_or_insert_with(|| actix_web::rt::task::spawn_blocking(read));
        let value = match timeout(LIMIT, reading).await {
            Ok(outcome) => {
                state.reading = None;
                outcome.unwrap_or(late)
            }
            Err(_) => late,
        };
        state.latest = Some((Instant::now(), value.clone()));
        value
    }
}
