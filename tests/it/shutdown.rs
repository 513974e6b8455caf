//! Being told to stop: what is under way is finished, and the process ends with 0 in a bounded time.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use pejl::domain::mail::letters::LetterState;
use pejl::store::db::connect;
use pejl::store::ledger;

use crate::app::TestApp;
use crate::fixtures::open_round;
use crate::process::{Process, until};

on_both_databases!(
    a_request_under_way_is_answered,
    a_letter_under_way_is_recorded_and_others_wait,
    a_letter_that_hangs_keeps_the_process_no_longer_than_it_may,
    a_second_signal_ends_at_once,
);

/// The most that ending may take, with something to spare on a busy machine.
const BOUND: Duration = Duration::from_secs(25);

fn a_request_under_way_is_answered(app: &TestApp) {
    for signal in ["TERM", "INT"] {
        let mut running = Process::start(app, &["serve"], &[]);
        // Whoever signs in waits for this transaction.
        let mut other = connect(&app.service.config.database_url).unwrap();
        let lock = match app.service.config.database_url.starts_with("sqlite") {
            true => "BEGIN IMMEDIATE",
            false => "BEGIN; LOCK TABLE attempts IN ACCESS EXCLUSIVE MODE",
        };
        other.batch_execute(lock).unwrap();
        let client = running.client();
        let form = [("email", "leder@example.org"), ("password", "forkert")];
        let asking = std::thread::spawn(move || client.post("/login", &form).status);
        std::thread::sleep(Duration::from_millis(300));
        running.signal(signal);
        let operator = running.operator();
        until("the service to say that it stops", || operator.get("/health/ready").body == r#"{"status":"stopping"}"#);
        assert_eq!(operator.get("/health/live").status, 200);
        std::thread::sleep(Duration::from_millis(1500));
        let refused = TcpStream::connect(running.base_url.trim_start_matches("http://"));
        assert!(refused.is_err(), "no more connections are taken");
        other.batch_execute("COMMIT").unwrap();
        assert_eq!(asking.join().unwrap(), 422);
        assert_eq!(running.end(), 0, "{}", running.log());
    }
}

/// A mail server that takes one letter a connection, tells when it has it, and answers when it is told.
fn slow_mail_server() -> (String, Receiver<()>, Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let ((took, taken), (answer, answered)) = (channel(), channel());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            // Whoever hangs up in the middle is no matter of the test's.
            drop(talk(stream.unwrap(), &took, &answered));
        }
    });
    (url, taken, answer)
}

fn talk(mut stream: TcpStream, took: &Sender<()>, answered: &Receiver<()>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    stream.write_all(b"220 slow\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let answer = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => "250-slow\r\n250 8BITMIME",
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                while lines.next().transpose()?.is_some_and(|line| line != ".") {}
                took.send(()).map_err(std::io::Error::other)?;
                answered.recv().map_err(std::io::Error::other)?;
                "250 taken"
            }
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes())?;
    }
    Ok(())
}

fn states(app: &TestApp) -> Vec<(LetterState, i64)> {
    app.read(|conn| Ok(ledger::count_by_state(conn)?))
}

fn a_letter_under_way_is_recorded_and_others_wait(app: &TestApp) {
    open_round(app);
    for (arguments, signal) in [(&["work"], "TERM"), (&["serve"], "INT")] {
        // A second letter, which waits behind the first one.
        app.write(|conn| {
            Ok(conn.batch_execute(
                "UPDATE letters SET state = 'planned', attempts = 0, due_at = '2026-01-01 00:00:00';
                 INSERT INTO letters (id, key, round_id, invitation_id, kind, name, email, language, state, due_at, attempts, doubts, created_at)
                 SELECT '00000000-0000-7000-8000-000000000001', 'anden', round_id, invitation_id, 'reminder', name, email, language, state,
                 '2026-01-02 00:00:00', 0, 0, created_at FROM letters WHERE key <> 'anden' ON CONFLICT DO NOTHING",
            )?)
        });
        let (url, taken, answer) = slow_mail_server();
        let settings = [("SMTP_URL", url.as_str()), ("MAIL_CONCURRENCY", "1")];
        let mut running = Process::start(app, arguments, &settings);
        taken.recv_timeout(BOUND).unwrap();
        running.signal(signal);
        std::thread::sleep(Duration::from_secs(2));
        answer.send(()).unwrap();
        assert_eq!(running.end(), 0, "{}", running.log());
        assert_eq!(states(app), [(LetterState::Accepted, 1), (LetterState::Planned, 1)], "{}", running.log());
    }
}

fn a_letter_that_hangs_keeps_the_process_no_longer_than_it_may(app: &TestApp) {
    open_round(app);
    let (url, taken, _answer) = slow_mail_server();
    let mut running = Process::start(app, &["work"], &[("SMTP_URL", &url)]);
    taken.recv_timeout(BOUND).unwrap();
    let began = Instant::now();
    running.signal("TERM");
    assert_eq!(running.end(), 0, "{}", running.log());
    assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
    assert_eq!(states(app), [(LetterState::Sending, 1)], "its lease puts it in doubt later");
}

fn a_second_signal_ends_at_once(app: &TestApp) {
    open_round(app);
    let (url, taken, _answer) = slow_mail_server();
    let mut running = Process::start(app, &["serve"], &[("SMTP_URL", &url)]);
    taken.recv_timeout(BOUND).unwrap();
    running.signal("TERM");
    until("the signal to be heard", || running.log().contains("told to stop"));
    let began = Instant::now();
    running.signal("INT");
    assert_eq!(running.end(), 130, "{}", running.log());
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}
