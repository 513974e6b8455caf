//! Several instances on one database: what happens by the clock happens once, sessions and throttles
//! hold on all of them, and a migration runs once.

use pejl::domain::access::audit::By;
use std::collections::HashSet;
use std::io::Write;
use std::net::TcpStream;
use std::process::Stdio;
use std::sync::{Arc, Barrier, Mutex};

use chrono::{Days, NaiveDateTime, TimeDelta};
use diesel::connection::SimpleConnection;
use pejl::domain::mail::letters::LetterState;
use pejl::domain::rounds::RoundStatus;
use pejl::store::Db;
use pejl::{commands, jobs, store};
use ureq::http::Method;

use crate::app::{TestApp, start};
use crate::database::{Backend, Database};
use crate::fixtures::{prepare, today};
use crate::process::{Process, free_address, until, until_some};
use crate::schema::applied;

on_both_databases!(
    what_is_due_is_done_once_however_many_look,
    several_workers_open_write_and_close_once,
    a_session_holds_on_every_instance,
    wrong_passwords_are_counted_over_all_instances,
);

/// What threads of a test log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Eight instances do at once what is due; each with a pool of its own, as processes have. Gives what they log.
fn all_do(app: &TestApp, now: NaiveDateTime) -> String {
    let (log, ready) = (Log::default(), Barrier::new(8));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let db = Db::open(&app.service.config.database_url, 2).unwrap();
                let (writer, log) = (log.clone(), tracing_subscriber::fmt().with_ansi(false));
                let subscriber = log.with_writer(move || writer.clone()).finish();
                ready.wait();
                tracing::subscriber::with_default(subscriber, || jobs::do_due(&db, now));
            });
        }
    });
    let told = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(!told.contains("ERROR"), "a lost race is no error:\n{told}");
    told
}

fn letters(app: &TestApp) -> i64 {
    app.read(|conn| Ok(store::ledger::count_by_state(conn)?)).iter().map(|(_, count)| count).sum()
}

fn status(app: &TestApp) -> RoundStatus {
    app.read(|conn| Ok(store::rounds::find_by_key(conn, "2026")?)).unwrap().status
}

fn what_is_due_is_done_once_however_many_look(app: &TestApp) {
    prepare(app, "2026", start().date());
    commands::rounds::schedule(&app.service.db, "2026", &By::command_line(app.clock.now())).unwrap();
    let told = all_do(app, start());
    assert_eq!((told.matches("rounds opened").count(), status(app), letters(app)), (1, RoundStatus::Open, 6), "{told}");
    // A week later a reminder; the day after tells no more, nor does the same day again.
    for (days, told_of, count) in [(7, 1, 12), (7, 0, 12), (8, 0, 12)] {
        let told = all_do(app, start() + Days::new(days));
        assert_eq!((told.matches("reminders queued").count(), letters(app)), (told_of, count), "{days}: {told}");
    }
    let told = all_do(app, start() + Days::new(32));
    assert_eq!((told.matches("rounds closed").count(), status(app)), (1, RoundStatus::Closed), "{told}");
}

fn several_workers_open_write_and_close_once(app: &TestApp) {
    prepare(app, "2026", today());
    commands::rounds::schedule(&app.service.db, "2026", &By::command_line(app.clock.now())).unwrap();
    let workers: Vec<Process> = (0..3).map(|_| Process::start(app, &["work"], &[])).collect();
    let sent = || std::fs::read_dir(&app.letters).unwrap().count();
    until("six letters", || sent() >= 6);
    until_some("their record", || {
        let counts = app.read(|conn| Ok(store::ledger::count_by_state(conn)?));
        (counts == [(LetterState::Accepted, 6)]).then_some(())
    });
    let past = format!("UPDATE rounds SET closes_on = '{}'", today() - Days::new(3));
    app.write(|conn| Ok(conn.batch_execute(&past)?));
    until("the round to close", || status(app) == RoundStatus::Closed);
    // One more round of looks by all of them.
    std::thread::sleep(std::time::Duration::from_secs(6));
    let told: String = workers.iter().map(Process::log).collect();
    assert_eq!((told.matches("rounds opened").count(), told.matches("rounds closed").count()), (1, 1), "{told}");
    assert_eq!(sent(), 6);
    assert!(!told.contains("ERROR") && !told.contains("example.org"), "{told}");
}

/// Makes an account through the first instance; gives the cookie of its session.
fn sign_up(app: &TestApp, instance: &Process) -> String {
    let key = app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]).stdout;
    let path = format!("/adgang/{}", key.trim().rsplit('/').next().unwrap());
    let typed = ("content-type", "application/x-www-form-urlencoded");
    let page =
        instance.client().send(Method::POST, &path, &[typed], "password=en+lang+saetning&repeated=en+lang+saetning");
    page.header("set-cookie").split(';').next().unwrap().to_owned()
}

fn a_session_holds_on_every_instance(app: &TestApp) {
    let [first, second] = [(); 2].map(|()| Process::serve(app));
    let cookie = sign_up(app, &first);
    let visit = |instance: &Process| instance.client().send(Method::GET, "/rounds", &[("cookie", &cookie)], "").status;
    assert_eq!([visit(&first), visit(&second)], [200, 200]);
    let signed_out =
        second.client().send(Method::POST, "/logout", &[("cookie", &cookie), ("sec-fetch-site", "same-origin")], "");
    assert_eq!(signed_out.status, 303);
    assert_eq!([visit(&first), visit(&second)], [303, 303]);
}

fn wrong_passwords_are_counted_over_all_instances(app: &TestApp) {
    let instances = [(); 2].map(|()| Process::serve(app));
    drop(sign_up(app, &instances[0]));
    let typed = ("content-type", "application/x-www-form-urlencoded");
    let form = "email=admin%40example.org&password=forkert+adgangskode&return=%2F";
    let tries: Vec<u16> = (0..14)
        .map(|place| instances[place % 2].client().send(Method::POST, "/login", &[typed], form).status)
        .collect();
    // A window may end among them, but not twice.
    assert!(tries.iter().filter(|status| **status == 429).count() >= 1, "{tries:?}");
    assert!(tries[..10].iter().all(|status| *status != 429), "{tries:?}");
}

#[test]
fn eight_processes_that_start_together_migrate_an_empty_database_once() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Some(app) = TestApp::on(backend) else { continue };
        let database = Database::empty(backend, app.folder()).unwrap();
        let addresses: Vec<String> = (0..4).map(|_| free_address()).collect();
        let run = |arguments: &[&str], listen: &str| {
            let mut command = app.command();
            command.env("DATABASE_URL", &database.url).env("LISTEN", listen).args(arguments);
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let mut serving: Vec<_> = addresses.iter().map(|listen| run(&["serve", "--no-worker"], listen)).collect();
        let migrating: Vec<_> = addresses.iter().map(|listen| run(&["migrate"], listen)).collect();
        for process in migrating {
            let output = process.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        for (listen, process) in addresses.iter().zip(&mut serving) {
            until_some("an instance to serve", || {
                assert_eq!(process.try_wait().unwrap(), None, "an instance ended");
                TcpStream::connect(listen).ok()
            });
        }
        for process in &mut serving {
            process.kill().unwrap();
            process.wait().unwrap();
        }
        let versions = applied(&database.url);
        assert_eq!(versions.len(), std::fs::read_dir("migrations").unwrap().count());
        assert_eq!(versions.iter().collect::<HashSet<_>>().len(), versions.len());
    }
}

/// A round that is over by its own last day may go on for one post, and closes when that one's is over too.
#[test]
fn an_extension_given_while_the_clock_looks_keeps_the_round_open() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    prepare(&app, "2026", start().date());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
    let last = start().date() + Days::new(40);
    app.write(|conn| Ok(conn.batch_execute(&format!("UPDATE invitations SET extended_to = '{last}'"))?));
    let over = start() + Days::new(32);
    assert_eq!(commands::rounds::close_due(&app.service.db, over).unwrap(), 0);
    assert_eq!(commands::rounds::close_due(&app.service.db, over + TimeDelta::days(10)).unwrap(), 1);
}
