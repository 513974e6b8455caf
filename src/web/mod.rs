//! The web service: handlers read the store or run one command, and show a view. No SQL, no rule.

pub mod about;
pub mod access;
pub mod administration;
pub mod answering;
pub mod api;
pub mod assets;
mod bodies;
mod brought;
pub mod catalogue;
pub mod dashboards;
pub mod error;
pub(crate) mod error_pages;
mod fields;
pub mod headers;
pub mod health;
pub mod home;
pub mod language;
pub mod mail;
pub mod observed;
pub mod operations;
mod packed;
pub mod practice;
pub(crate) mod replies;
pub mod rounds;
pub mod routes;
mod single_flight;
pub mod site;
mod site_cache;

use std::sync::Arc;
use std::time::Duration;

use actix_web::{App, HttpServer, middleware, web};
use chrono::NaiveDateTime;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::mail::Mailbox;
use crate::oidc::Provider;
use crate::results::Results;
use crate::store::{Conn, Db};

/// What every handler has at hand.
pub struct Service {
    /// The database.
    pub db: Db,
    /// The settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// Counted rounds.
    pub results: Results,
    /// Places for dashboards being counted: half of the connections, so that a slow count leaves the other
    /// half to leaders' answers.
    pub dashboards: Arc<Semaphore>,
    /// Places for files being read, which may unpack to much: few, so that there is memory for them.
    pub uploads: Arc<Semaphore>,
    /// The provider of OpenID Connect by which people sign in, if there is one.
    pub provider: Option<Provider>,
    /// Places for those who ask it, so that a slow one holds up nobody else.
    pub provider_places: Arc<Semaphore>,
    /// Where letters are kept instead of being sent, in a demo.
    pub mailbox: Option<Mailbox>,
    /// Whether it can serve.
    pub health: health::Health,
    /// The site's settings.
    pub site: site_cache::SiteCache,
    /// What operators were told last of the database.
    pub figures: operations::KeptFigures,
    /// How long questions took earlier respondents.
    pub paces: crate::paces::Paces,
}

impl Service {
    /// The state of a service that sends its letters.
    pub fn new(db: Db, config: Config, clock: Clock) -> Service {
        let places = (db.pool_use().limit / 2).max(1);
        Service {
            db,
            dashboards: Arc::new(Semaphore::new(places as usize)),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            provider: config.oidc.clone().map(|settings| Provider::new(settings, &config.base_url)),
            provider_places: Arc::new(Semaphore::new(AT_PROVIDER)),
            config,
            clock,
            results: Results::default(),
            mailbox: None,
            health: health::Health::default(),
            site: site_cache::SiteCache::default(),
            figures: operations::no_figures(),
            paces: crate::paces::Paces::default(),
        }
    }

    /// Who is asked about accessibility and personal data.
    pub fn contact(&self) -> String {
        self.site.get().contact.clone().unwrap_or_else(|| self.config.contact.clone())
    }

    /// The present instant, UTC, in whole seconds.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }
}

/// The shared state as handlers receive it.
pub type Shared = web::Data<Service>;

/// Reads the store off the async threads.
///
/// # Errors
/// The errors of `read`.
pub async fn read<T: Send + 'static>(
    service: &Shared,
    read: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    let service = service.clone();
    let span = tracing::Span::current();
    Ok(web::block(move || span.in_scope(|| service.db.read(read))).await??)
}

/// Runs an action, or anything else that may wait, off the async threads.
///
/// # Errors
/// The errors of `act`.
pub async fn act<T: Send + 'static>(
    service: &Shared,
    act: impl FnOnce(&Service) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    let service = service.clone();
    let span = tracing::Span::current();
    Ok(web::block(move || span.in_scope(|| act(&service))).await??)
}

/// Counts a dashboard off the async threads once there is a place for it.
///
/// # Errors
/// The errors of `count`, and `Error::Busy` where no place is free for ten seconds.
pub async fn count<T: Send + 'static>(
    service: &Shared,
    count: impl FnOnce(&Service) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    in_place(&service.dashboards, "counting a dashboard", service, count).await
}

/// Reads a file that somebody brought, off the async threads once there is a place for it.
///
/// # Errors
/// The errors of `read`, and `Error::Busy` where no place is free for ten seconds.
pub async fn take_in<T: Send + 'static>(
    service: &Shared,
    read: impl FnOnce(&Service) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    in_place(&service.uploads, "reading a file", service, read).await
}

/// Asks the provider of sign-in, off the async threads once there is a place for it.
///
/// # Errors
/// The errors of `ask`, `Error::NotFound` where there is no provider, and `Error::Busy` where no place is free for
/// ten seconds.
pub async fn ask_provider<T: Send + 'static>(
    service: &Shared,
    ask: impl FnOnce(&Service, &Provider) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    let ask = |service: &Service| ask(service, service.provider.as_ref().ok_or(Error::NotFound)?);
    in_place(&service.provider_places, "the provider of sign-in", service, ask).await
}

async fn in_place<T: Send + 'static>(
    places: &Arc<Semaphore>,
    what: &'static str,
    service: &Shared,
    work: impl FnOnce(&Service) -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    let place = timeout(PATIENCE, places.clone().acquire_owned()).await;
    let place = place.ok().and_then(|place| place.ok()).ok_or(Error::Busy(what))?;
    act(service, move |service| {
        // Kept until the work ends, even where the visitor has gone.
        let _place = place;
        work(service)
    })
    .await
}

/// Draws what takes a while off the async threads, which serve everybody.
///
/// # Errors
/// The errors of `draw`.
pub async fn draw<T: Send + 'static>(
    draw: impl FnOnce() -> Result<T> + Send + 'static,
) -> std::result::Result<T, error::WebError> {
    let span = tracing::Span::current();
    Ok(web::block(move || span.in_scope(draw)).await??)
}

/// Binds the address of the settings and serves until it is stopped; requests under way are finished.
///
/// # Errors
/// When the address can't be bound.
pub fn server(service: Shared) -> std::io::Result<(actix_web::dev::Server, std::net::SocketAddr)> {
    let listen = service.config.listen.clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(service.clone())
            .wrap(middleware::from_fn(packed::pack))
            .wrap(middleware::Compress::default())
            .wrap(middleware::from_fn(packed::unmarked))
            .wrap(middleware::from_fn(error_pages::pages))
            .wrap(middleware::from_fn(headers::secure))
            .wrap(middleware::from_fn(observed::observe))
            .configure(routes::routes)
    })
    .workers(WORKERS)
    // A packed page leaves in several writes; without this each waits 40 ms for the visitor's acknowledgement.
    .tcp_nodelay(true)
    .disable_signals()
    .shutdown_timeout(SHUTDOWN_SECONDS)
    .bind(&listen)?;
    let address = server.addrs().first().copied().ok_or(std::io::ErrorKind::AddrNotAvailable)?;
    Ok((server.run(), address))
}

/// How long requests under way may take when the service stops; it shall have ended within 20 s.
const SHUTDOWN_SECONDS: u64 = 15;

/// How many files are read at once.
const UPLOADS: usize = 2;

/// How many ask the provider of sign-in at once.
const AT_PROVIDER: usize = 8;

/// The most that somebody waits for a dashboard or a file to be begun.
const PATIENCE: Duration = Duration::from_secs(10);

/// Async threads; the waiting is done on the blocking pool.
const WORKERS: usize = 2;
