//! `pejl doctor`: what it finds and what it says.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use chrono::{TimeDelta, Utc};
use diesel::connection::SimpleConnection;

use crate::app::{Ran, TestApp};
use crate::fixtures::open_round;

on_both_databases!(
    a_healthy_installation_passes,
    an_edition_changed_behind_our_back_is_found,
    letters_that_wait_too_long_are_found,
    settings_that_contradict_each_other_are_found,
    a_mail_server_that_refuses_our_sign_in_is_found,
    a_database_that_can_not_be_opened_is_one_finding_among_others,
);

fn a_healthy_installation_passes(app: &TestApp) {
    let ran = app.pejl(&["doctor"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("Database"), "{}", ran.stdout);
}

fn an_edition_changed_behind_our_back_is_found(app: &TestApp) {
    app.pejl(&["catalogue", "import", "catalogue/2018.yaml"]);
    app.pejl(&["catalogue", "publish", "2018"]);
    app.write(|conn| {
        conn.batch_execute("UPDATE editions SET document = document || ' ' WHERE key = '2018'")?;
        Ok(())
    });
    let ran = app.pejl(&["doctor"]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("2018"), "{}", ran.stdout);
    let refused = app.pejl(&[
        "round",
        "create",
        "--key",
        "x",
        "--edition",
        "2018",
        "--opens",
        "2026-09-01",
        "--closes",
        "2026-10-01",
        "--historic",
    ]);
    assert_eq!(refused.code, 1, "{}", refused.stdout);
}

fn letters_that_wait_too_long_are_found(app: &TestApp) {
    open_round(app);
    assert_eq!(app.pejl(&["doctor"]).code, 0);
    let due = Utc::now().naive_utc() - TimeDelta::minutes(16);
    let update = format!("UPDATE letters SET due_at = '{}'", due.format("%Y-%m-%d %H:%M:%S"));
    app.write(|conn| Ok(conn.batch_execute(&update)?));
    let ran = app.pejl(&["doctor"]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("15 minutter"), "{}", ran.stdout);
}

fn settings_that_contradict_each_other_are_found(app: &TestApp) {
    let doctor = |settings: &[(&str, &str)]| Ran::of(app.command().arg("doctor").envs(settings.iter().copied()));
    let ran = doctor(&[("BASE_URL", "http://pejl.example.org")]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("OBS  BASE_URL"), "{}", ran.stdout);
    let ran = doctor(&[("LISTEN", "127.0.0.1:9"), ("METRICS_LISTEN", "127.0.0.1:9")]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("FEJL  METRICS_LISTEN"), "{}", ran.stdout);
}

fn a_mail_server_that_refuses_our_sign_in_is_found(app: &TestApp) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || listener.incoming().for_each(|stream| drop(refuse_sign_in(stream.unwrap()))));
    let url = format!("smtp://pejl:hemmelig@{address}");
    let ran = Ran::of(app.command().arg("doctor").env("SMTP_URL", &url));
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("who are you") && ran.stdout.contains("OBS  SMTP_URL"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("hemmelig"), "{}", ran.stdout);
    let ran = Ran::of(app.command().arg("doctor").env("SMTP_URL", format!("smtp://{address}")));
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    let ran = Ran::of(app.command().arg("doctor").env("SMTP_URL", format!("smtp://{address}?tls=required")));
    assert_eq!(ran.code, 1, "{}", ran.stdout);
}

/// A mail server that takes anybody but those who sign in, and has no encryption.
fn refuse_sign_in(mut stream: TcpStream) -> std::io::Result<()> {
    let lines = BufReader::new(stream.try_clone()?).lines();
    stream.write_all(b"220 peer\r\n")?;
    for line in lines {
        stream.write_all(match line?.get(..4) {
            Some("EHLO") => b"250-peer\r\n250 AUTH PLAIN\r\n",
            Some("AUTH") => b"535 who are you\r\n",
            _ => b"250 ok\r\n",
        })?;
    }
    Ok(())
}

fn a_database_that_can_not_be_opened_is_one_finding_among_others(app: &TestApp) {
    let ran = Ran::of(app.command().arg("doctor").env("DATABASE_URL", "sqlite:///findes-ikke/pejl.sqlite"));
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("FEJL  Mappen /findes-ikke"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Mails lægges i mappen"), "{}", ran.stdout);
}
