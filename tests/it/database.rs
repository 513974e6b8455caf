//! A database of its own for every test, on SQLite and on PostgreSQL.

use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use pejl::domain::base::tokens::content_hash;
use pejl::store::Db;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in the test's folder.
    Sqlite,
    /// A database in the cluster that `PEJL_TEST_POSTGRES` names.
    Postgres,
}

/// Keeps the template from being made twice at once by two test binaries.
const TEMPLATE_LOCK: i64 = 0x7465_7374;

/// A migrated database that goes when the test ends.
pub struct Database {
    /// As `DATABASE_URL` has it.
    pub url: String,
    /// The name in the PostgreSQL cluster.
    name: Option<String>,
}

impl Database {
    /// A new migrated database, or nothing where PostgreSQL is not there and need not be.
    pub fn new(backend: Backend, folder: &Path) -> Option<Database> {
        match backend {
            Backend::Sqlite => {
                let url = format!("sqlite://{}", folder.join("pejl.sqlite").display());
                Db::open(&url, 1).unwrap().migrate().unwrap();
                Some(Database { url, name: None })
            }
            Backend::Postgres => Some(Database::in_cluster(&cluster()?)),
        }
    }

    /// A database without tables, for tests of the migrations themselves.
    pub fn empty(backend: Backend, folder: &Path) -> Option<Database> {
        match backend {
            Backend::Sqlite => {
                let url = format!("sqlite://{}", folder.join("empty.sqlite").display());
                Some(Database { url, name: None })
            }
            Backend::Postgres => {
                let cluster = cluster()?;
                let name = unique_name();
                admin(&cluster).batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
                Some(Database { url: named(&cluster, &name), name: Some(name) })
            }
        }
    }

    /// Lets nobody in any more and ends all connections, as if the server were gone. PostgreSQL only.
    pub fn cut_off(&self) {
        let name = self.name.as_deref().expect("a database of the cluster");
        let mut conn = admin(&cluster().unwrap());
        conn.batch_execute(&format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")).unwrap();
        let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        conn.batch_execute(&end).unwrap();
    }

    /// Lets connections in again.
    pub fn let_in(&self) {
        let name = self.name.as_deref().expect("a database of the cluster");
        let allow = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
        admin(&cluster().unwrap()).batch_execute(&allow).unwrap();
    }

    fn in_cluster(cluster: &str) -> Database {
        let name = unique_name();
        let create = format!("CREATE DATABASE {name} TEMPLATE {}", template(cluster));
        admin(cluster).batch_execute(&create).unwrap();
        Database { url: named(cluster, &name), name: Some(name) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some(name) = &self.name else { return };
        let Some(cluster) = cluster() else { return };
        let dropped = admin(&cluster).batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        if let Err(cause) = dropped {
            say(&format!("The test database {name} was left behind: {cause}"));
        }
    }
}

/// The address of the test cluster. Without one, tests on PostgreSQL are skipped on a developer's
/// machine and fail where `CI=true` says that all must run.
pub fn cluster() -> Option<String> {
    if let Ok(url) = std::env::var("PEJL_TEST_POSTGRES") {
        return Some(url);
    }
    skip("PEJL_TEST_POSTGRES is not set, so nothing was tested on PostgreSQL: scripts/test starts one.");
    None
}

/// Says what is skipped, once; fails where nothing may be skipped.
pub fn skip(reason: &str) {
    static SAID: OnceLock<()> = OnceLock::new();
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{reason}");
    SAID.get_or_init(|| say(&format!("SKIPPED: {reason}")));
}

/// Writes past the test runner, which keeps what passing tests print.
fn say(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("pejl_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The same address with another database's name.
fn named(cluster: &str, name: &str) -> String {
    let (server, _) = cluster.rsplit_once('/').expect("PEJL_TEST_POSTGRES ends with /DATABASE");
    format!("{server}/{name}")
}

fn admin(cluster: &str) -> PgConnection {
    PgConnection::establish(cluster).expect("PEJL_TEST_POSTGRES names a PostgreSQL that answers")
}

/// The name of a migrated database to copy: its name holds the migrations' hash, so it is made once
/// for each state of them.
fn template(cluster: &str) -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = format!("pejl_template_{}", &content_hash(&migrations())[..12]);
        let mut conn = admin(cluster);
        conn.batch_execute(&format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).unwrap();
        if !exists(&mut conn, &name) {
            // Made under another name first: what bears the right name is always whole.
            let draft = unique_name();
            conn.batch_execute(&format!("CREATE DATABASE {draft}")).unwrap();
            Db::open(&named(cluster, &draft), 1).unwrap().migrate().unwrap();
            // The pool closes its connections a moment later.
            let end = format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{draft}';
                 ALTER DATABASE {draft} RENAME TO {name}"
            );
            let renamed = (0..50).any(|_| {
                std::thread::sleep(std::time::Duration::from_millis(20));
                end.split(';').try_for_each(|statement| conn.batch_execute(statement)).is_ok()
            });
            assert!(renamed, "the template database could not be named");
        }
        name
    })
}

fn exists(conn: &mut PgConnection, name: &str) -> bool {
    diesel::select(diesel::dsl::sql::<Bool>(&format!("EXISTS (SELECT 1 FROM pg_database WHERE datname = '{name}')")))
        .get_result(conn)
        .unwrap()
}

/// All migrations, one after the other.
fn migrations() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.iter().flat_map(|folder| std::fs::read(folder.join("up.sql")).unwrap()).collect()
}
