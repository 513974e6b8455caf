//! The real program as a process of its own beside others on one database, and what it is asked to serve.

use pejl::domain::access::audit::By;
use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use pejl::clock::Clock;
use pejl::domain::access::staff::Scope;
use pejl::domain::base::days::day_in_denmark;
use pejl::domain::base::tokens::Token;
use pejl::domain::rounds::invitations::{Link, SectionNumber};
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::{commands, store};

use crate::app::TestApp;
use crate::client::Client;

/// A process of the program; it is killed when it is dropped, as `kill -9` does.
pub struct Instance {
    /// The process.
    pub process: Child,
    /// Where it serves; empty for one that only works.
    pub base_url: String,
    log: PathBuf,
}

impl Instance {
    /// Serves on a port of its own.
    pub fn serve(app: &TestApp, arguments: &[&str]) -> Instance {
        Instance::serve_as(app, app.command(), arguments)
    }

    /// The same by a command prepared for it.
    pub fn serve_as(app: &TestApp, command: Command, arguments: &[&str]) -> Instance {
        Instance::serve_at(&free_address(), app, command, arguments)
    }

    /// The same at an address of one's own, such as one that another has left.
    pub fn serve_at(listen: &str, app: &TestApp, mut command: Command, arguments: &[&str]) -> Instance {
        let base_url = format!("http://{listen}");
        command.env("LISTEN", listen).env("BASE_URL", &base_url).arg("serve").args(arguments);
        let mut instance = Instance::start(app, command);
        instance.base_url = base_url;
        until("the service", || {
            let ended = instance.process.try_wait().unwrap();
            assert!(ended.is_none(), "it ended: {}", instance.log());
            TcpStream::connect(listen).ok()
        });
        instance
    }

    /// Mail and clock alone.
    pub fn work(app: &TestApp) -> Instance {
        let mut command = app.command();
        command.arg("work");
        Instance::start(app, command)
    }

    fn start(app: &TestApp, mut command: Command) -> Instance {
        let log = tempfile::NamedTempFile::new_in(app.folder()).unwrap().into_temp_path().keep().unwrap();
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&log).unwrap()).spawn();
        Instance { process: process.unwrap(), base_url: String::new(), log }
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// A visitor of this instance.
    pub fn client(&self) -> Client {
        Client::new(&self.base_url)
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// An address that nobody listens on.
pub fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().to_string()
}

/// Looks until there is something; fails after half a minute and says what did not come.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(found) = look() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("waited in vain for {what}");
}

/// Today in Denmark by the machine's clock, which the real program follows.
pub fn today() -> NaiveDate {
    day_in_denmark(Clock::System.now())
}

/// The scoring example's newer edition and directory, and a draft round of thirty days: six posts.
pub fn prepare(app: &TestApp, round: &str, opens_on: NaiveDate) {
    let db = &app.service.db;
    let read = |name: &str| std::fs::read(format!("tests/data/scoring-example/{name}")).unwrap();
    commands::catalogue::import(db, &read("catalogue-2018.yaml"), &By::command_line(app.service.now())).unwrap();
    commands::catalogue::publish(db, "2018", &By::command_line(app.service.now())).unwrap();
    commands::directory::import(db, &read("directory.csv"), &By::command_line(app.service.now())).unwrap();
    let new = NewRound {
        key: round.to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + Days::new(30),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
    };
    commands::rounds::create(db, &new, &By::command_line(app.service.now())).unwrap();
}

/// A working link to the invitation at that place of a round, as a path; to one section of it where
/// one is named.
pub fn link(app: &TestApp, round: &str, place: usize, section: Option<SectionNumber>) -> String {
    let token = Token::random();
    app.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let link = Link {
            token_hash: token.hash(),
            invitation_id: all[place].id.clone(),
            section,
            created_at: app.service.now(),
            revoked_at: None,
        };
        Ok(store::links::insert(conn, &link)?)
    });
    format!("/svar/{}", token.as_str())
}

/// The hidden fields of a section's page that say what its answers build on: `r0`, `r1`, ...
pub fn bases(page: &str) -> Vec<(String, String)> {
    let fields = page.split("type=\"hidden\" name=\"r").skip(1);
    let parse = |rest: &str| {
        let (number, rest) = rest.split_once("\" value=\"").unwrap();
        (format!("r{number}"), rest.split('"').next().unwrap().to_owned())
    };
    fields.map(parse).collect()
}
