//! `pejl serve`: web pages, and mail worker and clock unless told otherwise.

use actix_web::web::Data;
use clap::Args;
use tokio::sync::watch;

use super::{CommandError, Context, work};
use crate::web::{self, Service};

/// Connections of a serving process.
const POOL: u32 = 8;

/// What `serve` is told.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Serve pages only; `pejl work` delivers mail and keeps the clock
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn serve(arguments: &Serve, context: &Context) -> Result<(), CommandError> {
    context.config.check_for_serving()?;
    let db = context.db_of(POOL)?;
    let service = Data::new(Service::new(db, context.config.clone(), context.clock.clone()));
    actix_web::rt::System::new().block_on(async move {
        let (stop, stopped) = watch::channel(false);
        let working = match arguments.no_worker {
            true => None,
            false => Some(work::start(&service, work::mailer(&service.config)?, stopped)?),
        };
        let (server, address) = web::server(service)?;
        tracing::info!(%address, worker = working.is_some(), "serving");
        let outcome = server.await;
        stop.send_replace(true);
        if let Some(working) = working {
            working.await.map_err(std::io::Error::other)?;
        }
        Ok(outcome?)
    })
}
