//! `pejl serve`: web pages, and mail worker and clock unless told otherwise.

use std::time::Duration;

use actix_web::dev::Server;
use actix_web::web::Data;
use clap::Args;
use tokio::sync::watch;
use tokio::time::sleep;

use super::{CommandError, Context, stopping, work};
use crate::domain::access::first_administrator;
use crate::store;
use crate::web::{self, Service, Shared};

/// Connections of a serving process.
const POOL: u32 = 8;

/// How long the service says that it is not ready before it takes no more connections, so that proxies
/// have seen it.
const NOTICE: Duration = Duration::from_secs(1);

/// What `serve` is told.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Serve pages only; `pejl work` delivers mail and keeps the clock
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn serve(arguments: &Serve, context: &Context) -> Result<(), CommandError> {
    context.config.check_for_serving()?;
    let db = context.service_db(POOL)?;
    let service = Data::new(Service::new(db, context.config.clone(), context.clock.clone()));
    let stopped = stopping::listen()?;
    actix_web::rt::System::new().block_on(async move {
        let mailer = (!arguments.no_worker).then(|| work::mailer(&service.config)).transpose()?;
        let (server, address) = web::server(service.clone()).map_err(|cause| {
            let address = service.config.listen.clone();
            CommandError::Listen { key: "LISTEN", address, cause }
        })?;
        work::start_operations(&service)?;
        let working = mailer.map(|mailer| work::start(&service, mailer, stopped.clone())).transpose()?;
        tracing::info!(%address, worker = working.is_some(), "serving");
        print_beginning(&service)?;
        until_told(server, &service, stopped).await?;
        if let Some(working) = working {
            working.await.map_err(std::io::Error::other)?;
        }
        Ok(())
    })
}

/// Tells whoever has started a service without accounts where to make the first. It is printed and not logged, because
/// whoever knows the link can use it.
fn print_beginning(service: &Service) -> Result<(), CommandError> {
    if service.db.read(|conn| Ok(store::staff::exists(conn)?))? {
        return Ok(());
    }
    let token = first_administrator::token(service.config.secret_key.as_deref().unwrap_or_default());
    println!("{}", tr!(service.config.language, "first-printed"));
    println!("{}/begynd/{}", service.config.base_url, token.as_str());
    Ok(())
}

/// Serves until the process is told to stop: then it is not ready, takes no more connections, and
/// finishes the requests under way.
///
/// # Errors
/// When the server breaks off.
pub(super) async fn until_told(
    mut server: Server,
    service: &Shared,
    mut stopped: watch::Receiver<bool>,
) -> std::io::Result<()> {
    tokio::select! {
        outcome = &mut server => return outcome,
        _ = stopped.wait_for(|is_told| *is_told) => {}
    }
    service.health.stop();
    let handle = server.handle();
    let stop = async move {
        sleep(NOTICE).await;
        handle.stop(true).await;
    };
    tokio::join!(server, stop).0
}
