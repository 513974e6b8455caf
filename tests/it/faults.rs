//! Answers under fault: what was told "Gemt" is there, and what was not saved is told and shown again.

use pejl::domain::access::audit::By;
use std::collections::HashMap;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use diesel::connection::SimpleConnection;
use pejl::domain::access::staff::Scope;
use pejl::domain::answering::answers::Answer;
use pejl::{commands, store};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::watch;
use ureq::http::Method;

use crate::app::TestApp;
use crate::client::{Client, Page};
use crate::database::Backend;
use crate::fixtures::{link, prepare, today};
use crate::process::{Process, until_some};

on_both_databases!(what_was_acknowledged_outlives_a_kill);

/// The first four posts have this section alone.
const SECTION: &str = "/afsnit/psykiatri-handicap";

/// An open round and a link for each leader.
fn open(app: &TestApp) -> Vec<String> {
    prepare(app, "2026", today());
    commands::rounds::open(&app.service.db, "2026", &By::command_line(app.service.now())).unwrap();
    [0, 1, 3].map(|place| link(app, "2026", place, None)).to_vec()
}

/// Saves while the page is filled in: a comment on the first question.
fn save(client: &Client, link: &str, text: &str, base: &str) -> Result<Page, ureq::Error> {
    let typed = ("content-type", "application/x-www-form-urlencoded");
    let form = format!("q0=0&k0={text}&r0={base}");
    client.try_send(Method::POST, &format!("{link}{SECTION}/kladde"), &[typed], &form)
}

/// What is stored of the first question, by the link's place.
fn stored(app: &TestApp, place: usize) -> Option<Answer> {
    app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let answers = store::answers::list_by_invitation(conn, &all[[0, 1, 3][place]].id)?;
        Ok(answers.into_iter().find(|answer| answer.question == 0))
    })
}

/// The last number that each leader was told is saved.
type Acknowledged = Mutex<[usize; 3]>;

/// Waits until every leader was told of a save after those.
fn await_more(acknowledged: &Acknowledged, before: [usize; 3]) -> [usize; 3] {
    until_some("everybody to save", || {
        let now = *acknowledged.lock().unwrap();
        now.iter().zip(before).all(|(now, before)| *now > before).then_some(now)
    })
}

/// Each leader saves one comment after the other until told to stop, each a higher number, and
/// remembers the last that was acknowledged. Gives every status but 200.
fn save_on(
    instance: &Process,
    links: &[String],
    acknowledged: &Acknowledged,
    (from, stop): (usize, &AtomicBool),
) -> Vec<u16> {
    let others = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for (place, link) in links.iter().enumerate() {
            let (client, others) = (instance.client(), &others);
            scope.spawn(move || {
                let mut base = String::new();
                for number in from.. {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    if base.is_empty() {
                        let Ok(page) = client.try_send(Method::GET, &format!("{link}{SECTION}"), &[], "") else {
                            continue;
                        };
                        base = crate::fixtures::bases(&page.body)
                            .first()
                            .map_or_else(String::new, |(_, base)| base.clone());
                    }
                    match save(&client, link, &number.to_string(), &base) {
                        Ok(page)
                            if page.status == 200 && page.body.contains("Gemt kl.") && page.body.contains("\"r0\"") =>
                        {
                            let told: serde_json::Value = serde_json::from_str(&page.body).unwrap();
                            base = told["revisions"]["r0"].as_str().unwrap().to_owned();
                            acknowledged.lock().unwrap()[place] = number;
                        }
                        // Nobody knows what became of it, as a page does after a lost answer: looks anew.
                        Ok(page) => {
                            others.lock().unwrap().push(page.status);
                            base = String::new();
                        }
                        Err(_) => base = String::new(),
                    }
                }
            });
        }
    });
    others.into_inner().unwrap()
}

fn assert_kept(app: &TestApp, acknowledged: &[usize]) {
    for (place, number) in acknowledged.iter().enumerate().filter(|(_, number)| **number > 0) {
        let comment = stored(app, place).and_then(|answer| answer.comment).unwrap_or_default();
        let there: usize = comment.parse().unwrap_or_default();
        assert!(there >= *number, "leader {place} was told that {number} is saved, but {there} is there");
    }
}

fn what_was_acknowledged_outlives_a_kill(app: &TestApp) {
    let links = open(app);
    for round in 0..4 {
        let (instance, stop) = (Process::serve(app), AtomicBool::new(false));
        let (acknowledged, from) = (Acknowledged::default(), 1 + round * 100_000);
        std::thread::scope(|scope| {
            let saving = scope.spawn(|| save_on(&instance, &links, &acknowledged, (from, &stop)));
            await_more(&acknowledged, await_more(&acknowledged, [0; 3]));
            let pid = instance.id();
            assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
            stop.store(true, Ordering::Relaxed);
            assert!(saving.join().unwrap().is_empty());
        });
        assert_kept(app, &acknowledged.into_inner().unwrap());
    }
}

#[test]
fn a_lost_connection_is_told_and_the_next_save_works() {
    let Some(app) = TestApp::on(Backend::Postgres) else { return };
    let links = open(&app);
    let (instance, stop) = (Process::serve(&app), AtomicBool::new(false));
    let acknowledged = Acknowledged::default();
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let others = std::thread::scope(|scope| {
        let saving = scope.spawn(|| save_on(&instance, &links, &acknowledged, (1, &stop)));
        let mut before = await_more(&acknowledged, [0; 3]);
        for _ in 0..10 {
            // The test's own idle connections end as well; its pool opens others.
            until_some("PostgreSQL to end them", || app.service.db.read(|conn| Ok(conn.batch_execute(end)?)).ok());
            before = await_more(&acknowledged, before);
        }
        stop.store(true, Ordering::Relaxed);
        saving.join().unwrap()
    });
    assert!(others.iter().all(|status| [503, 200].contains(status)), "{others:?}");
    assert_kept(&app, &acknowledged.into_inner().unwrap());
}

/// Passes connections on to PostgreSQL as long as the way is open. The program comes over TCP, as in production,
/// wherever the tests' PostgreSQL listens.
struct Way {
    port: u16,
    is_open: watch::Sender<bool>,
}

impl Way {
    /// A way to a server as `DATABASE_URL` names it: a folder with a socket, or a host that may have a port.
    fn to(server: &str) -> Way {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (is_open, looked_at) = watch::channel(true);
        let server = server.replace("%2F", "/");
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).unwrap();
                while let Ok((visitor, _)) = listener.accept().await {
                    tokio::spawn(pass(visitor, server.clone(), looked_at.clone()));
                }
            });
        });
        Way { port, is_open }
    }

    /// Ends what is under way, and lets nobody through until it is opened.
    fn close(&self) {
        self.is_open.send_replace(false);
    }

    fn open(&self) {
        self.is_open.send_replace(true);
    }
}

/// Passes one connection on until one side or the way closes it.
async fn pass(mut visitor: TcpStream, server: String, mut is_open: watch::Receiver<bool>) {
    let passed = async {
        if server.starts_with('/') {
            let mut server = UnixStream::connect(format!("{server}/.s.PGSQL.5432")).await?;
            return copy_bidirectional(&mut visitor, &mut server).await;
        }
        let address = if server.contains(':') { server.clone() } else { format!("{server}:5432") };
        copy_bidirectional(&mut visitor, &mut TcpStream::connect(address).await?).await
    };
    tokio::select! {
        biased;
        _ = is_open.wait_for(|is_open| !is_open) => {}
        ended = passed => drop(ended),
    }
}

#[test]
fn while_the_database_is_gone_the_page_keeps_what_was_typed() {
    let Some(app) = TestApp::on(Backend::Postgres) else { return };
    let links = open(&app);
    let (user, server) = app.service.config.database_url.rsplit_once('@').unwrap();
    let (server, name) = server.split_once('/').unwrap();
    let way = Way::to(server);
    let mut command = app.command();
    command.env("DATABASE_URL", format!("{user}@127.0.0.1:{}/{name}", way.port));
    let instance = Process::start_as(command, &app, &["serve", "--no-worker"], &[]);
    assert_eq!(save(&instance.client(), &links[0], "before", "0").unwrap().status, 200);

    way.close();
    let draft = save(&instance.client(), &links[0], "during", "0").unwrap();
    assert_eq!(draft.status, 503, "{}", draft.body);
    let path = format!("{}{SECTION}", links[0]);
    let page = instance.client().post(&path, &[("q0", "1"), ("k0", "Lang & vigtig <tekst>"), ("r0", "0")]);
    assert_eq!(page.status, 503);
    for said in
        ["Svarene blev ikke gemt", "Lang &amp; vigtig &lt;tekst&gt;", "Prøv at gemme igen", "name=\"q0\" value=\"1\""]
    {
        assert!(page.body.contains(said), "{said} is not in {}", page.body);
    }
    assert_eq!(stored(&app, 0).unwrap().comment.as_deref(), Some("before"));

    way.open();
    let base = until_some("the database to be back", || {
        let page = instance.client().get(&path);
        crate::fixtures::bases(&page.body).first().map(|(_, base)| base.clone())
    });
    assert_eq!(save(&instance.client(), &links[0], "after", &base).unwrap().status, 200);
    assert_eq!(stored(&app, 0).unwrap().comment.as_deref(), Some("after"));
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let app = TestApp::on(Backend::Sqlite).unwrap();
    let links = open(&app);
    // What is in the log goes to the file, so that the limit holds what follows.
    app.read(|conn| Ok(conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?));
    let file = app.service.config.database_url.strip_prefix("sqlite://").unwrap().to_owned();
    let limit = std::fs::metadata(&file).unwrap().len() / 1024 + 200;
    let program = app.command();
    let mut command = Command::new("bash");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear();
    command.envs(program.get_envs().filter_map(|(key, value)| Some((key, value?)))).env("PATH", "/usr/bin:/bin");
    let line = format!("trap '' XFSZ; ulimit -S -f {limit}; exec \"$0\" \"$@\"");
    command.args(["-c", &line]).arg(program.get_program());
    let instance = Process::start_as(command, &app, &["serve", "--no-worker"], &[]);
    let client = instance.client();
    let path = format!("{}{SECTION}", links[0]);
    let count = AtomicUsize::new(0);
    let mut acknowledged: HashMap<&str, String> = HashMap::new();
    let refused = until_some("the disk to be full", || {
        for field in ["k0", "k1"] {
            let text = format!("{} {}", count.fetch_add(1, Ordering::Relaxed), "lang ".repeat(700));
            let mut fields = crate::fixtures::bases(&client.get(&path).body);
            fields.push((field.to_owned(), text.clone()));
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let page = client.post(&path, &fields);
            if page.status != 200 {
                return Some(page);
            }
            acknowledged.insert(field, text);
        }
        None
    });
    assert_eq!(refused.status, 503, "{}", refused.body);
    assert!(refused.body.contains("Svarene blev ikke gemt") && refused.body.contains("lang lang"));
    assert_eq!(save(&client, &links[1], "x", "0").unwrap().status, 503);
    let page = client.get(&path).body;
    for text in acknowledged.values() {
        assert!(page.contains(text.trim()), "{}", &text[..9]);
    }
    let pid = instance.id();
    assert!(Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited"]).status().unwrap().success());
    assert_eq!(save(&client, &links[1], "y", "0").unwrap().status, 200);
    assert_eq!(stored(&app, 1).unwrap().comment.as_deref(), Some("y"));
    for text in acknowledged.values() {
        assert!(client.get(&path).body.contains(text.trim()));
    }
}
