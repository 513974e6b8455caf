//! The address for operators (`METRICS_LISTEN`), which is not for the public: figures and health.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::web::get;
use actix_web::{App, HttpResponse, HttpServer, middleware};

use super::single_flight::SingleFlight;
use super::{Shared, health, observed};
use crate::metrics::{self, Figures};

/// How long the database's figures are good.
const FRESH_FOR: Duration = Duration::from_secs(5);

/// How long reading them waits for a connection.
const PATIENCE: Duration = Duration::from_secs(1);

/// How the text is announced to whoever reads it.
const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The database's figures, kept for a few seconds; none where it is down.
pub type KeptFigures = SingleFlight<Option<Figures>>;

/// Figures that have not been read.
pub fn no_figures() -> KeptFigures {
    SingleFlight::new(FRESH_FOR)
}

/// Binds an address and serves figures and health on it until it is stopped.
///
/// # Errors
/// When the address can't be bound.
pub fn server(service: Shared, listen: &str) -> std::io::Result<(Server, SocketAddr)> {
    let server = HttpServer::new(move || {
        App::new()
            .app_data(service.clone())
            .wrap(middleware::from_fn(observed::observe))
            .route("/metrics", get().to(show))
            .route("/health/live", get().to(health::live))
            .route("/health/ready", get().to(health::ready))
    })
    .workers(1)
    .disable_signals()
    .bind(listen)?;
    let address = server.addrs().first().copied().ok_or(std::io::ErrorKind::AddrNotAvailable)?;
    Ok((server.run(), address))
}

/// `GET /metrics`: every figure; without those of the database where it does not answer in time.
async fn show(service: Shared) -> HttpResponse {
    let (db, now) = (service.db.clone(), service.now());
    let read = move || db.read_within(PATIENCE, |conn| metrics::read(conn, now)).ok();
    let figures = service.figures.get(None, read).await;
    match metrics::text(figures.as_ref(), service.db.pool_use()) {
        Ok(text) => HttpResponse::Ok().content_type(CONTENT_TYPE).body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}
