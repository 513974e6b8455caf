//! `pejl work`: mail worker and clock without web pages; also what `pejl serve` runs beside its pages.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{CommandError, Context};
use crate::config::Config;
use crate::editions;
use crate::jobs;
use crate::mail::{Mailer, Worker};
use crate::web::Service;

/// Connections of a working process.
const POOL: u32 = 4;

pub(super) fn work(context: &Context) -> Result<(), CommandError> {
    context.config.check_for_serving()?;
    let db = context.db_of(POOL)?;
    actix_web::rt::System::new().block_on(async move {
        let (stop, stopped) = watch::channel(false);
        let service = Service::new(db, context.config.clone(), context.clock.clone());
        let working = start(&service, mailer(&service.config)?, stopped)?;
        tracing::info!("working");
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted?,
            _ = terminate.recv() => {}
        }
        stop.send_replace(true);
        Ok(working.await.map_err(std::io::Error::other)?)
    })
}

/// Where letters go by the settings.
///
/// # Errors
/// When the mail settings can't be used.
pub(super) fn mailer(config: &Config) -> Result<Mailer, CommandError> {
    Ok(Mailer::from_config(config)?)
}

/// Starts mail worker and clock beside whatever else runs here.
///
/// # Errors
/// When the sender of the settings can't be used.
pub(super) fn start(
    service: &Service,
    mailer: Mailer,
    stop: watch::Receiver<bool>,
) -> Result<tokio::task::JoinHandle<()>, CommandError> {
    let (db, clock) = (service.db.clone(), service.clock.clone());
    let worker = Worker::new(db.clone(), clock.clone(), mailer, editions::load, &service.config)?;
    Ok(tokio::spawn(jobs::run(db, clock, worker, stop, service.config.retention_months)))
}
