//! Health: what probes are told, how soon, and how a database that goes away comes back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use pejl::store::db::connect;

use crate::app::{TestApp, hold};
use crate::client::{Client, Page};
use crate::database::Backend;
use crate::process::{Process, until};

on_both_databases!(
    a_healthy_service_is_live_and_ready,
    a_schema_that_does_not_fit_is_not_ready,
    connections_that_are_all_in_use_are_told_in_time,
    figures_are_not_for_the_public,
    figures_count_what_was_done_and_name_no_address,
);

/// The most that a probe may have to wait.
const BOUND: Duration = Duration::from_millis(2500);

fn probe(client: &Client) -> (u16, String) {
    let began = Instant::now();
    let Page { status, body, .. } = client.get("/health/ready");
    assert!(began.elapsed() < BOUND, "{:?}", began.elapsed());
    (status, body)
}

fn a_healthy_service_is_live_and_ready(app: &TestApp) {
    let client = app.client();
    assert_eq!(client.get("/health/live").body, r#"{"status":"live"}"#);
    assert_eq!(probe(&client), (200, r#"{"status":"ready"}"#.to_owned()));
}

fn a_schema_that_does_not_fit_is_not_ready(app: &TestApp) {
    app.write(|conn| Ok(conn.batch_execute("DELETE FROM __diesel_schema_migrations")?));
    let client = app.client();
    until("an outdated schema to be told", || probe(&client) == (503, r#"{"status":"schema_outdated"}"#.to_owned()));
    assert_eq!(client.get("/health/live").status, 200);
}

fn connections_that_are_all_in_use_are_told_in_time(app: &TestApp) {
    let client = app.client();
    let is_held = Arc::new(AtomicBool::new(true));
    let holders: Vec<_> = (0..4)
        .map(|_| {
            let (db, is_held) = (app.service.db.clone(), Arc::clone(&is_held));
            let hold = move || {
                while is_held.load(Relaxed) {
                    std::thread::sleep(Duration::from_millis(10));
                }
            };
            std::thread::spawn(move || {
                db.read(|_| {
                    hold();
                    Ok(())
                })
                .unwrap();
            })
        })
        .collect();
    until("all connections to be in use", || app.service.db.pool_use().in_use == 4);
    assert_eq!(probe(&client), (503, r#"{"status":"pool_exhausted"}"#.to_owned()));
    is_held.store(false, Relaxed);
    holders.into_iter().for_each(|holder| holder.join().unwrap());
    until("the service to be ready", || probe(&client).0 == 200);
}

#[test]
fn a_database_that_hangs_is_told_in_time() {
    hold(Backend::Postgres, |app| {
        let client = app.client();
        let mut other = connect(&app.service.config.database_url).unwrap();
        other.batch_execute("BEGIN; LOCK TABLE __diesel_schema_migrations IN ACCESS EXCLUSIVE MODE").unwrap();
        for _ in 0..3 {
            assert_eq!(probe(&client), (503, r#"{"status":"database_timeout"}"#.to_owned()));
        }
        assert!(app.service.db.pool_use().in_use <= 1, "a reading that hangs is not joined by others");
        other.batch_execute("COMMIT").unwrap();
        until("the service to be ready", || probe(&client).0 == 200);
    });
}

#[test]
fn a_sqlite_file_that_was_taken_away_is_not_ready() {
    hold(Backend::Sqlite, |app| {
        let file = app.folder().join("pejl.sqlite");
        std::fs::rename(&file, app.folder().join("borte.sqlite")).unwrap();
        until("the missing file to be told", || {
            probe(&app.client()) == (503, r#"{"status":"database_read_only"}"#.to_owned())
        });
    });
}

#[test]
fn somebody_who_writes_for_long_does_not_make_the_service_unready() {
    hold(Backend::Sqlite, |app| {
        let mut other = connect(&app.service.config.database_url).unwrap();
        other.batch_execute("BEGIN IMMEDIATE").unwrap();
        assert_eq!(probe(&app.client()).0, 200);
    });
}

fn figures_are_not_for_the_public(app: &TestApp) {
    let running = Process::start(app, &["serve", "--no-worker"], &[]);
    assert_eq!(running.client().get("/metrics").status, 404);
    assert_eq!(running.operator().get("/health/live").status, 200);
    let working = Process::start(app, &["work"], &[]);
    assert_eq!(working.operator().get("/health/ready").status, 200);
    assert!(working.operator().get("/metrics").body.contains("pejl_database_up 1"));
}

fn figures_count_what_was_done_and_name_no_address(app: &TestApp) {
    let running = Process::start(app, &["serve"], &[]);
    let client = running.client();
    client.get("/svar/et-hemmeligt-link");
    client.get("/hemmelig-side?hemmelig=1");
    client.post("/login", &[("email", "hemmelig@example.org"), ("password", "hemmelig")]);
    let page = running.operator().get("/metrics");
    assert!(page.header("content-type").starts_with("application/openmetrics-text"));
    for line in [
        r#"pejl_http_requests_total{route="/svar/{token}",method="GET",status="404"} 1"#,
        r#"pejl_http_requests_total{route="-",method="GET",status="404"} 1"#,
        r#"pejl_http_request_duration_seconds_count{route="/login"} 1"#,
        "pejl_sign_ins_refused_total 1",
        "pejl_database_up 1",
        r#"pejl_letters{state="planned"} 0"#,
        "pejl_letters_oldest_overdue_seconds 0",
        "pejl_rounds_open 0",
        "pejl_sections_open 0",
        "pejl_answers_saved_total 0",
        "pejl_pool_connections_limit 8",
        "# EOF",
    ] {
        assert!(page.body.lines().any(|has| has == line), "{line} is not in:\n{}", page.body);
    }
    assert!(page.body.contains(&format!("pejl_build_info{{version=\"{}\"", env!("CARGO_PKG_VERSION"))));
    assert!(!page.body.contains("hemmelig"), "{}", page.body);
}

#[test]
fn a_database_that_goes_away_comes_back_by_itself() {
    hold(Backend::Postgres, |app| {
        let running = Process::start(app, &["serve"], &[]);
        let (client, operator) = (running.client(), running.operator());
        assert_eq!(probe(&operator).0, 200);
        app.cut_off();
        until("the database to be told gone", || {
            probe(&operator) == (503, r#"{"status":"database_unreachable"}"#.to_owned())
        });
        let login = || client.post("/login", &[("email", "leder@example.org"), ("password", "forkert")]);
        let page = login();
        assert_eq!(page.status, 503, "{}", page.body);
        assert!(page.body.contains("prøv igen") && page.body.contains(page.header("x-request-id")), "{}", page.body);
        until("the figures to say so", || operator.get("/metrics").body.contains("pejl_database_up 0"));
        assert_eq!(operator.get("/health/live").status, 200);
        app.let_in();
        until("the service to be ready again", || probe(&operator).0 == 200);
        assert_eq!(login().status, 422);
        let log = running.log();
        assert!(log.contains("DatabaseUnreachable") && log.contains("ready again"), "{log}");
    });
}

#[test]
fn connections_that_are_cut_are_replaced_and_nobody_sees_a_failure_that_is_ours() {
    hold(Backend::Postgres, |app| {
        let running = Process::start(app, &["serve"], &[]);
        let client = running.client();
        for _ in 0..5 {
            app.cut_off();
            app.let_in();
            let status = client.post("/login", &[("email", "leder@example.org"), ("password", "forkert")]).status;
            assert!(matches!(status, 422 | 503), "{status}");
        }
        until("the service to be ready", || probe(&client).0 == 200);
    });
}
