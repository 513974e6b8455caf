//! `pejl demo`: a filled demo on a throw-away SQLite file.

use crate::domain::access::audit::By;
use actix_web::web::Data;
use clap::Args;

use super::{CommandError, Context, serve, stopping, work};
use crate::commands;
use crate::config::Config;
use crate::demo::{self, STILL_ANSWERING};
use crate::domain::access::passwords::Password;
use crate::domain::access::staff::{Draft, Role};
use crate::editions;
use crate::error::{Error, OrNotFound};
use crate::mail::{Mailbox, Mailer, Worker};
use crate::store::{self, Db};
use crate::web::{self, Service};

/// Connections of the demo.
const POOL: u32 = 8;

/// The one password of the demo's accounts; no account outside the demo has a password of ours.
const PASSWORD: &str = "demo-demo-demo";

/// The account that calls those who have not answered.
const CALLER: &str = "konsulent@example.org";

/// One account per role.
const ACCOUNTS: [(&str, Role, &[&str]); 3] = [
    ("admin@example.org", Role::Admin, &[]),
    (CALLER, Role::Consultant, &[]),
    ("koordinator@example.org", Role::Coordinator, &[STILL_ANSWERING]),
];

/// How many leaders' links are printed.
const LINKS: usize = 3;

/// What `demo` is told.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
}

pub(super) fn demo(arguments: &Demo, context: &Context) -> Result<(), CommandError> {
    // Dropping the folder at the end takes database and letters with it.
    let folder = tempfile::tempdir()?;
    let config = Config::demo(folder.path(), &arguments.listen);
    let language = context.language();
    let db = Db::open(&config.database_url, POOL).map_err(CommandError::Database)?;
    db.migrate()?;
    let now = context.clock.now();
    eprintln!("{}", tr!(language, "cli-demo-filling"));
    let round = demo::open(&db, now)?;
    for (email, role, municipalities) in ACCOUNTS {
        let codes: Vec<String> = municipalities.iter().map(|code| (*code).to_owned()).collect();
        let draft = Draft::parse(email, role, &codes).map_err(Error::from)?;
        let key = commands::staff::add(&db, &draft, &By::command_line(now))?;
        let password = Password::parse(PASSWORD, PASSWORD).map_err(Error::from)?;
        commands::staff::set_password(
            &db,
            &key,
            &password.hash().map_err(|cause| Error::Internal(cause.to_string().into()))?,
            now,
        )?;
    }
    let mailbox = Mailbox::default();
    let service = Service::new(db.clone(), config, context.clock.clone());
    let service = Data::new(Service { mailbox: Some(mailbox.clone()), ..service });
    let system = actix_web::rt::System::new();
    system.block_on(deliver(&service, &mailbox))?;
    demo::answer(&db, &round, now)?;
    let consultant = db.read(|conn| Ok(store::staff::find_by_email(conn, CALLER)?))?.or_not_found()?;
    demo::call(&db, &round, &consultant, now)?;
    let links = commands::links::issue_for_municipality(&db, &round, STILL_ANSWERING, &By::command_line(now))?;
    let stopped = stopping::listen()?;
    system.block_on(async move {
        let (server, _) = web::server(service.clone()).map_err(|cause| {
            let address = service.config.listen.clone();
            CommandError::Listen { key: "--listen", address, cause }
        })?;
        let working = work::start(&service, Mailer::Memory(mailbox), stopped.clone())?;
        let base = service.config.base_url.as_str();
        println!("{}", tr!(language, "cli-demo-ready", base = base, password = PASSWORD));
        for (email, role, _) in ACCOUNTS {
            println!("  {email} ({role})");
        }
        println!("{}", tr!(language, "cli-demo-links"));
        for (post, token) in links.iter().take(LINKS) {
            println!("  {post}: {base}/svar/{}", token.as_str());
        }
        println!("{}", tr!(language, "cli-demo-letters", base = base));
        serve::until_told(server, &service, stopped).await?;
        Ok(working.await.map_err(std::io::Error::other)?)
    })
}

/// Delivers the invitations into the mailbox before anybody answers, as it would have gone.
async fn deliver(service: &Service, mailbox: &Mailbox) -> Result<(), CommandError> {
    let (db, clock) = (service.db.clone(), service.clock.clone());
    let mut worker = Worker::new(db, clock, Mailer::memory(mailbox), editions::load, &service.config)?;
    worker.deliver_due().await?;
    Ok(())
}
