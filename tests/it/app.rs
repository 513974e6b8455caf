//! The real service for one test: a database of its own, a clock that stands still, a folder for
//! letters, the real routes on a port of their own, and the real program.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use chrono::{NaiveDate, NaiveDateTime};
use pejl::clock::Clock;
use pejl::config::Config;
use pejl::error::Result;
use pejl::mail::Mailbox;
use pejl::store::{Conn, Db};
use pejl::web::{Service, Shared};

use crate::client::Client;
use crate::database::{Backend, Database};

/// Makes each fact, a `fn(&TestApp)` of the same file, a test on SQLite and a test on PostgreSQL:
/// `sqlite::a_fact` and `postgres::a_fact`. Once a file; a fact that is not named is an unused function.
macro_rules! on_both_databases {
    ($($fact:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test] fn $fact() { $crate::app::hold($crate::database::Backend::Sqlite, super::$fact); })+
        }
        mod postgres {
            $(#[test] fn $fact() { $crate::app::hold($crate::database::Backend::Postgres, super::$fact); })+
        }
    };
}

/// Holds a fact against a new service on a database; skipped where that database is not there.
pub fn hold(backend: Backend, fact: impl FnOnce(&TestApp)) {
    if let Some(app) = TestApp::on(backend) {
        fact(&app);
    }
}

/// A running service. Everything of it goes when it is dropped.
pub struct TestApp {
    /// What handlers have at hand.
    pub service: Shared,
    /// The address of the service, without a slash at the end.
    pub base_url: String,
    /// The clock of the service; `pejl` itself runs on the machine's.
    pub clock: Clock,
    /// The folder that letters are written to as .eml files.
    pub letters: PathBuf,
    // First of what goes: the service must end before its database does.
    _server: Server,
    database: Database,
    folder: tempfile::TempDir,
}

/// The real routes on a port of their own. They end when this is dropped.
pub struct Server {
    /// The service that is served.
    pub service: Shared,
    handle: ServerHandle,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

/// What a run of `pejl` came to.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it complained of.
    pub stderr: String,
}

impl Ran {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Ran {
        let output = command.output().unwrap();
        Ran {
            code: output.status.code().expect("pejl ends by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// When every test begins: Tuesday 1 September 2026, ten o'clock in Denmark.
pub fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 9, 1).and_then(|day| day.and_hms_opt(8, 0, 0)).unwrap()
}

impl TestApp {
    /// A service on a new database, or nothing where PostgreSQL is not there and need not be.
    pub fn on(backend: Backend) -> Option<TestApp> {
        TestApp::with_settings(backend, &[])
    }

    /// A service with settings beside the usual ones, such as `SMTP_URL`.
    pub fn with_settings(backend: Backend, settings: &[(&str, &str)]) -> Option<TestApp> {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::new(backend, folder.path())?;
        let letters = folder.path().join("letters");
        std::fs::create_dir(&letters).unwrap();
        let clock = Clock::fixed(start());
        let mut values = HashMap::from([
            ("DATABASE_URL".to_owned(), database.url.clone()),
            ("SECRET_KEY".to_owned(), "a-secret-of-the-tests-and-nobody-else".to_owned()),
            ("MAIL_FOLDER".to_owned(), letters.display().to_string()),
            // What administrators see is no matter of their phones; second factors have tests of their own.
            ("REQUIRE_TOTP".to_owned(), "none".to_owned()),
        ]);
        values.extend(settings.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
        let server = serve(&mut values, &clock, None);
        let (service, base_url) = (server.service.clone(), server.service.config.base_url.clone());
        Some(TestApp { service, base_url, clock, letters, _server: server, database, folder })
    }

    /// A second service on the same database, which shows letters as they read, as a demo does.
    pub fn showing_letters(&self, mailbox: &Mailbox) -> Server {
        let mut values = HashMap::from([
            ("DATABASE_URL".to_owned(), self.database.url.clone()),
            ("REQUIRE_TOTP".to_owned(), "none".to_owned()),
        ]);
        serve(&mut values, &self.clock, Some(mailbox.clone()))
    }

    /// A visitor with a cookie jar of its own.
    pub fn client(&self) -> Client {
        Client::new(&self.base_url)
    }

    /// A folder for the test's own files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Queries the database as a handler would.
    pub fn read<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.service.db.read(read).unwrap()
    }

    /// Writes to the database as an action would.
    pub fn write<T>(&self, write: impl FnMut(&mut Conn) -> Result<T>) -> T {
        self.service.db.write(write).unwrap()
    }

    /// Runs the real program on the test's database, in the repository's root.
    pub fn pejl(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command().args(arguments))
    }

    /// Takes the database away; PostgreSQL only.
    pub fn cut_off(&self) {
        self.database.cut_off();
    }

    /// Gives it back.
    pub fn let_in(&self) {
        self.database.let_in();
    }

    /// The real program with the test's settings and no others.
    pub fn command(&self) -> Command {
        let config = &self.service.config;
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command.env_clear().env("DATABASE_URL", &self.database.url).env("BASE_URL", &self.base_url);
        command.env("REQUIRE_TOTP", config.require_totp.as_str());
        command.env("SECRET_KEY", config.secret_key.as_deref().unwrap_or_default()).env("MAIL_FOLDER", &self.letters);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        // A panic in the server's thread has been printed already; the fact's own failure matters more.
        drop(self.thread.take().map(JoinHandle::join));
    }
}

/// Serves on a free port. Links in letters must hold the port, so it is chosen before the server
/// binds it; another process may take it in between, and then another is chosen.
fn serve(values: &mut HashMap<String, String>, clock: &Clock, mailbox: Option<Mailbox>) -> Server {
    loop {
        let listen = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().to_string();
        values.insert("BASE_URL".to_owned(), format!("http://{listen}"));
        values.insert("LISTEN".to_owned(), listen);
        let config = Config::from_values(values).unwrap();
        let db = Db::open(&config.database_url, 4).unwrap();
        let service = Service { mailbox: mailbox.clone(), ..Service::new(db, config, clock.clone()) };
        let service = Data::new(service);
        let (sender, receiver) = mpsc::channel();
        let served = service.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let (server, _) = pejl::web::server(served)?;
                sender.send(server.handle()).map_err(std::io::Error::other)?;
                server.await
            })
        });
        match receiver.recv() {
            Ok(handle) => return Server { service, handle, thread: Some(thread) },
            Err(_) => {
                let cause = thread.join().unwrap().unwrap_err();
                assert_eq!(cause.kind(), std::io::ErrorKind::AddrInUse, "{cause}");
            }
        }
    }
}
