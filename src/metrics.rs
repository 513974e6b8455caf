//! Figures for operators, in the text format of OpenMetrics that Prometheus reads. They belong to the
//! process; what stands in the database is read when somebody asks. Nothing personal is in them: routes
//! are patterns, never addresses.

use std::sync::LazyLock;
use std::time::Duration;

use chrono::NaiveDateTime;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::domain::mail::letters::LetterState;
use crate::error::Result;
use crate::store::queue::PoolUse;
use crate::store::{self, Conn};

/// What this process has done since it began.
pub static DONE: LazyLock<Done> = LazyLock::new(Done::default);

/// The upper bounds of the histogram's buckets, in seconds.
const BUCKETS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: String,
    method: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: &'static str,
}

/// Counts of what a process has done.
#[derive(Debug)]
pub struct Done {
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    answers_saved: Counter,
    letters: Family<Outcome, Counter>,
    sign_ins_refused: Counter,
}

impl Default for Done {
    fn default() -> Done {
        Done {
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            answers_saved: Counter::default(),
            letters: Family::default(),
            sign_ins_refused: Counter::default(),
        }
    }
}

impl Done {
    /// Counts a request that was answered; `route` is its pattern.
    pub fn count_request(&self, route: String, method: &'static str, status: u16, took: Duration) {
        if matches!(route.as_str(), "/login" | "/login/kode") && method == "POST" && matches!(status, 422 | 429) {
            self.sign_ins_refused.inc();
        }
        self.durations.get_or_create(&Route { route: route.clone() }).observe(took.as_secs_f64());
        self.requests.get_or_create(&Request { route, method, status }).inc();
    }

    /// Counts answers that were saved.
    pub fn count_saved(&self, answers: usize) {
        self.answers_saved.inc_by(u64::try_from(answers).unwrap_or(u64::MAX));
    }

    /// Counts a letter that was tried, by what it is now.
    pub fn count_letter(&self, state: LetterState) {
        self.letters.get_or_create(&Outcome { outcome: state.as_str() }).inc();
    }
}

/// What the database knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    letters: Vec<(LetterState, i64)>,
    oldest_overdue_seconds: i64,
    open_rounds: i64,
    open_sections: i64,
}

/// Reads the database's figures as they are at `now` (UTC).
///
/// # Errors
/// Database errors.
pub fn read(conn: &mut Conn, now: NaiveDateTime) -> Result<Figures> {
    let oldest = store::letters::find_oldest_due(conn, now)?;
    Ok(Figures {
        letters: store::ledger::count_by_state(conn)?,
        oldest_overdue_seconds: oldest.map_or(0, |due| (now - due).num_seconds()),
        open_rounds: store::rounds::count_open(conn)?,
        open_sections: store::sections::count_open(conn)?,
    })
}

/// Everything as text; without figures the database is down, and says so.
///
/// # Errors
/// When a figure can't be written, which does not happen.
pub fn text(figures: Option<&Figures>, pool: PoolUse) -> std::result::Result<String, std::fmt::Error> {
    let mut registry = Registry::with_prefix("pejl");
    register_process(&mut registry, pool);
    let is_up = ConstGauge::new(u32::from(figures.is_some()));
    registry.register("database_up", "Whether the database answers", is_up);
    if let Some(figures) = figures {
        register_figures(&mut registry, figures);
    }
    let mut text = String::new();
    encode(&mut text, &registry)?;
    Ok(text)
}

fn register_process(registry: &mut Registry, pool: PoolUse) {
    let build = vec![("version", env!("CARGO_PKG_VERSION").to_owned()), ("schema", store::db::schema_version())];
    registry.register("build", "The program and its schema", Info::new(build));
    let done = &*DONE;
    registry.register("http_requests", "Requests answered", done.requests.clone());
    registry.register("http_request_duration_seconds", "Time until the answer began", done.durations.clone());
    registry.register("answers_saved", "Answers saved", done.answers_saved.clone());
    registry.register("letters_tried", "Letters tried, by what came of it", done.letters.clone());
    registry.register("sign_ins_refused", "Sign-ins refused", done.sign_ins_refused.clone());
    for (name, help, value) in [
        ("pool_connections_limit", "The most connections there may be", pool.limit),
        ("pool_connections", "Connections that are open", pool.open),
        ("pool_connections_in_use", "Connections that somebody has", pool.in_use),
        ("pool_waiting", "Those who wait for a connection", pool.waiting),
    ] {
        registry.register(name, help, ConstGauge::new(value));
    }
    let timeouts = ConstCounter::new(pool.timeouts);
    registry.register("pool_timeouts", "Waits for a connection that were in vain", timeouts);
}

fn register_figures(registry: &mut Registry, figures: &Figures) {
    let letters = Family::<State, Gauge>::default();
    for state in LetterState::ALL {
        letters.get_or_create(&State { state: state.as_str() }).set(0);
    }
    for (state, count) in &figures.letters {
        letters.get_or_create(&State { state: state.as_str() }).set(*count);
    }
    registry.register("letters", "Letters in the ledger", letters);
    for (name, help, value) in [
        ("letters_oldest_overdue_seconds", "How long the oldest due letter has waited", figures.oldest_overdue_seconds),
        ("rounds_open", "Rounds that are open", figures.open_rounds),
        ("sections_open", "Sections of open rounds that are not handed in", figures.open_sections),
    ] {
        registry.register(name, help, ConstGauge::new(value));
    }
}
