//! `pejl work`: mail worker and clock without web pages; also what `pejl serve` runs beside its pages.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{CommandError, Context};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::Error;
use crate::jobs;
use crate::mail::{LoadEdition, Mailer, Worker};
use crate::store::Db;

/// Connections of a working process.
const POOL: u32 = 4;

/// Where receipts get their edition from.
const LOAD_EDITION: LoadEdition = |_, _| Err(Error::NotFound);

pub(super) fn work(context: &Context) -> Result<(), CommandError> {
    context.config.check_for_serving()?;
    let db = Db::open(&context.config.database_url, POOL).map_err(CommandError::Database)?;
    db.migrate()?;
    actix_web::rt::System::new().block_on(async move {
        let (stop, stopped) = watch::channel(false);
        let working = start(db, context.clock.clone(), &context.config, stopped)?;
        tracing::info!("working");
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted?,
            _ = terminate.recv() => {}
        }
        stop.send_replace(true);
        working.await.map_err(|cause| CommandError::Said(cause.to_string()))
    })
}

/// Starts mail worker and clock beside whatever else runs here.
///
/// # Errors
/// When the mail settings can't be used.
pub(super) fn start(
    db: Db,
    clock: Clock,
    config: &Config,
    stop: watch::Receiver<bool>,
) -> Result<tokio::task::JoinHandle<()>, CommandError> {
    let mailer = Mailer::from_config(config)?;
    let worker = Worker::new(db.clone(), clock.clone(), mailer, LOAD_EDITION, config)?;
    Ok(tokio::spawn(jobs::run(db, clock, worker, stop)))
}
