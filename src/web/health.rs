//! Whether the process lives and can serve, for probes and proxies: nothing personal, and cheap.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use actix_web::HttpResponse;
use serde::Serialize;

use parking_lot::Mutex;

use super::Shared;
use super::single_flight::SingleFlight;
use crate::domain::base::compatibility::SchemaState;
use crate::error::Error;
use crate::store::{self, Db};

/// How long a reading is good.
const FRESH_FOR: Duration = Duration::from_secs(1);

/// How long a reading waits for a connection.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether the process can serve; if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Readiness {
    /// It can.
    Ready,
    /// It was told to stop.
    Stopping,
    /// The database takes too long.
    DatabaseTimeout,
    /// The database takes no connection or answers with an error.
    DatabaseUnreachable,
    /// The database can't be written.
    DatabaseReadOnly,
    /// All connections are in use.
    PoolExhausted,
    /// The database's schema lacks what this program needs.
    SchemaOutdated,
    /// The database's schema is of a release that this program can't use.
    SchemaTooNew,
}

/// What a process knows of its health.
pub struct Health {
    is_stopping: AtomicBool,
    kept: SingleFlight<Readiness>,
    told: Mutex<Readiness>,
}

impl Default for Health {
    fn default() -> Health {
        Health {
            is_stopping: AtomicBool::new(false),
            kept: SingleFlight::new(FRESH_FOR),
            told: Mutex::new(Readiness::Ready),
        }
    }
}

impl Health {
    /// From now on it is not ready, so that proxies send nobody any more.
    pub fn stop(&self) {
        self.is_stopping.store(true, Relaxed);
    }

    async fn readiness(&self, db: Db) -> Readiness {
        if self.is_stopping.load(Relaxed) {
            return Readiness::Stopping;
        }
        let found = self.kept.get(Readiness::DatabaseTimeout, move || check(&db)).await;
        let before = std::mem::replace(&mut *self.told.lock(), found);
        match found {
            same if same == before => {}
            Readiness::Ready => tracing::info!("ready again"),
            reason => tracing::error!(?reason, "not ready"),
        }
        found
    }
}

fn check(db: &Db) -> Readiness {
    match db.read_within(PATIENCE, |conn| Ok(store::health::is_writable(conn)?)) {
        Ok(true) => {}
        Ok(false) => return Readiness::DatabaseReadOnly,
        Err(Error::Pool(_)) if !db.is_away() => return Readiness::PoolExhausted,
        Err(_) => return Readiness::DatabaseUnreachable,
    }
    match db.schema_state() {
        Ok(SchemaState::UpToDate | SchemaState::AheadUsable) => Readiness::Ready,
        Ok(SchemaState::Behind) => Readiness::SchemaOutdated,
        Ok(SchemaState::AheadUnusable) => Readiness::SchemaTooNew,
        Err(_) => Readiness::DatabaseUnreachable,
    }
}

#[derive(Serialize)]
struct Told {
    status: Readiness,
}

/// `GET /health/live`: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(r#"{"status":"live"}"#)
}

/// `GET /health/ready`: 200 where the process can serve, else 503 and the reason.
pub async fn ready(service: Shared) -> HttpResponse {
    let status = service.health.readiness(service.db.clone()).await;
    match status {
        Readiness::Ready => HttpResponse::Ok().json(Told { status }),
        _ => HttpResponse::ServiceUnavailable().json(Told { status }),
    }
}
