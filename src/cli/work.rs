//! `pejl work`: mail worker and clock without web pages; also what `pejl serve` runs beside its pages.

use actix_web::web::Data;
use tokio::sync::watch;

use super::{CommandError, Context, stopping};
use crate::config::{Config, MailTarget};
use crate::editions;
use crate::jobs;
use crate::mail::{Mailer, Worker, make_folder};
use crate::web::{Service, Shared, operations};

/// Connections of a working process.
const POOL: u32 = 4;

pub(super) fn work(context: &Context) -> Result<(), CommandError> {
    context.config.check_for_serving()?;
    let db = context.service_db(POOL)?;
    let service = Data::new(Service::new(db, context.config.clone(), context.clock.clone()));
    let mut stopped = stopping::listen()?;
    actix_web::rt::System::new().block_on(async move {
        let mailer = mailer(&service.config)?;
        start_operations(&service)?;
        let mut working = start(&service, mailer, stopped.clone())?;
        tracing::info!("working");
        tokio::select! {
            // Only something broken ends it before it is told to; then the process ends too.
            ended = &mut working => return ended.map_err(|cause| std::io::Error::other(cause).into()),
            // An error would mean that nobody can say stop any more; the worker then says when it ends.
            _ = stopped.wait_for(|is_told| *is_told) => service.health.stop(),
        }
        working.await.map_err(|cause| std::io::Error::other(cause).into())
    })
}

/// Serves figures and health on the address for operators, where one is set.
///
/// # Errors
/// When the address can't be used.
pub(super) fn start_operations(service: &Shared) -> Result<(), CommandError> {
    let Some(listen) = service.config.metrics_listen.clone() else { return Ok(()) };
    let (server, address) = operations::server(service.clone(), &listen).map_err(|cause| CommandError::Listen {
        key: "METRICS_LISTEN",
        address: listen,
        cause,
    })?;
    tracing::info!(%address, "figures and health for operators");
    actix_web::rt::spawn(server);
    Ok(())
}

/// Where letters go by the settings.
///
/// # Errors
/// When the mail settings can't be used, or the folder can't be written.
pub(super) fn mailer(config: &Config) -> Result<Mailer, CommandError> {
    if let Some(MailTarget::Folder(folder)) = &config.mail {
        let made = make_folder(folder).and_then(|()| tempfile::tempfile_in(folder));
        made.map_err(|cause| CommandError::MailFolder { folder: folder.display().to_string(), cause })?;
    }
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
    let kept = jobs::Kept { people: service.config.retention_months, audit: service.config.audit_months };
    Ok(tokio::spawn(jobs::run(db, clock, worker, stop, kept)))
}
