//! What is read for whoever watches the service: off the async threads, one reading at a time, kept for
//! a while and answered in a bounded time, so that no number of readers can load the database.

use std::time::{Duration, Instant};

use actix_web::rt::task::JoinHandle;
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long anybody waits for a reading; a probe that waits two seconds gets its answer.
const LIMIT: Duration = Duration::from_millis(1800);

/// A value that is read anew when it has become old.
pub struct SingleFlight<T> {
    fresh_for: Duration,
    state: Mutex<State<T>>,
}

struct State<T> {
    latest: Option<(Instant, T)>,
    reading: Option<JoinHandle<T>>,
}

impl<T: Clone + Send + 'static> SingleFlight<T> {
    /// Nothing yet; what is read is good for `fresh_for`.
    pub fn new(fresh_for: Duration) -> SingleFlight<T> {
        SingleFlight { fresh_for, state: Mutex::new(State { latest: None, reading: None }) }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

    use super::*;

    /// A reading that is counted and takes a while.
    fn reading(count: &Arc<AtomicU32>, takes: Duration) -> impl FnOnce() -> u32 + Send + 'static {
        let count = Arc::clone(count);
        move || {
            std::thread::sleep(takes);
            count.fetch_add(1, SeqCst) + 1
        }
    }

    #[actix_web::test]
    async fn many_readers_cost_one_reading() {
        let (kept, count) = (SingleFlight::new(Duration::from_secs(60)), Arc::default());
        for _ in 0..100 {
            assert_eq!(kept.get(0, reading(&count, Duration::ZERO)).await, 1);
        }
        let stale = SingleFlight::new(Duration::ZERO);
        assert_eq!(stale.get(0, reading(&count, Duration::ZERO)).await, 2);
        assert_eq!(stale.get(0, reading(&count, Duration::ZERO)).await, 3);
    }

    #[actix_web::test]
    async fn a_late_reading_is_not_joined_by_another_and_is_used_when_it_comes() {
        let (kept, count) = (SingleFlight::new(Duration::ZERO), Arc::default());
        let slow = LIMIT + Duration::from_millis(400);
        let began = Instant::now();
        assert_eq!(kept.get(0, reading(&count, slow)).await, 0);
        assert!(began.elapsed() < Duration::from_secs(2) + Duration::from_millis(200));
        assert_eq!(kept.get(0, reading(&count, slow)).await, 1);
    }
}
