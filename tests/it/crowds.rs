//! Many at once, and slow ones among them: none of them takes everything from the others.

use pejl::domain::access::audit::By;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::mpsc;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use pejl::commands;
use pejl::error::Error;
use pejl::store::Db;

use crate::app::{TestApp, start};
use crate::database::Backend;
use crate::fixtures::admin;
use crate::scoring_example::{import_answers, import_example, run};

on_both_databases!(slow_dashboards_leave_connections_to_leaders, a_key_that_is_there_is_not_tried_over_and_over);

/// The service under test has four connections, so two may count.
const PLACES: u32 = 2;

/// One page of each kind that counts.
const DASHBOARDS: [&str; 5] = ["country", "country/scores.csv", "municipalities/0151", "trend", "questions"];

fn slow_dashboards_leave_connections_to_leaders(app: &TestApp) {
    import_example(app);
    import_answers(app);
    run(app, "round create --key 2026 --edition 2018 --opens 2026-09-01 --closes 2026-10-01");
    run(app, "round open 2026");
    let (_, token) =
        commands::links::issue_for_municipality(&app.service.db, "2026", "0151", &By::command_line(start()))
            .unwrap()
            .remove(0);
    let reader = admin(app);

    // Counts that last as long as the test wants, as those of a country on a slow disk.
    let places = app.service.dashboards.clone().try_acquire_many_owned(PLACES).unwrap();
    assert_eq!(app.service.dashboards.available_permits(), 0);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for page in DASHBOARDS {
            let (sender, reader) = (sender.clone(), &reader);
            scope.spawn(move || sender.send(reader.get(&format!("/rounds/2018/{page}")).status).unwrap());
        }
        let leader = app.client();
        for _ in 0..20 {
            assert_eq!(leader.get(&format!("/svar/{}/overblik", token.as_str())).status, 200);
        }
        assert!(receiver.recv_timeout(Duration::from_millis(300)).is_err(), "a dashboard was counted out of turn");
        assert_eq!(app.service.db.pool_use().in_use, 0, "who waits for a place keeps no connection");
        drop(places);
        for _ in DASHBOARDS {
            assert_eq!(receiver.recv().unwrap(), 200);
        }
    });
}

fn a_key_that_is_there_is_not_tried_over_and_over(app: &TestApp) {
    let table = "CREATE TABLE keys_of_test (key TEXT PRIMARY KEY); INSERT INTO keys_of_test VALUES ('there')";
    app.write(|conn| Ok(conn.batch_execute(table)?));
    let tries = AtomicU32::new(0);
    let failed = app.service.db.write(|conn| {
        tries.fetch_add(1, SeqCst);
        Ok(conn.batch_execute("INSERT INTO keys_of_test VALUES ('there')")?)
    });
    let unique = DatabaseErrorKind::UniqueViolation;
    assert!(matches!(failed, Err(Error::Database(DieselError::DatabaseError(kind, _))) if kind == unique));
    assert!(tries.load(SeqCst) <= 3, "{tries:?}");
}

#[test]
fn a_statement_of_the_service_that_never_ends_is_broken_off() {
    let Some(app) = TestApp::on(Backend::Postgres) else { return };
    let db = Db::open_limited(&app.service.config.database_url, 1, 200).unwrap();
    let slow = || db.read(|conn| Ok(conn.batch_execute("SELECT pg_sleep(20)")?));
    assert!(matches!(slow(), Err(Error::Unavailable(_))), "the page says that it may go well later");
    db.read(|conn| Ok(conn.batch_execute("SELECT 1")?)).unwrap();
}
