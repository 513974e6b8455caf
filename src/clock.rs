//! The only reader of the clock: everything else is told what time it is.

use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike, Utc};
use parking_lot::RwLock;

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A time that stands still until it is set, for tests and generated data.
    Fixed(Arc<RwLock<NaiveDateTime>>),
}

impl Clock {
    /// A clock that stands at `instant` (UTC).
    pub fn fixed(instant: NaiveDateTime) -> Clock {
        Clock::Fixed(Arc::new(RwLock::new(instant)))
    }

    /// The present instant, UTC, cut to whole seconds, as both databases keep it.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    pub fn now(&self) -> NaiveDateTime {
        match self {
            Clock::System => {
                let now = Utc::now().naive_utc();
                now.with_nanosecond(0).unwrap_or(now)
            }
            Clock::Fixed(instant) => *instant.read(),
        }
    }

    /// Moves a fixed clock; the machine's clock is not touched.
    pub fn set(&self, instant: NaiveDateTime) {
        if let Clock::Fixed(fixed) = self {
            *fixed.write() = instant;
        }
    }
}
