//! What holds for the service as a whole, whatever is asked for.

use chrono::Days;
use diesel::connection::SimpleConnection;
use pejl::domain::base::compatibility::SchemaState;
use pejl::error::Error;
use pejl::store::Db;
use ureq::http::Method;

use crate::app::{TestApp, start};

on_both_databases!(
    an_unknown_page_is_told_in_the_visitors_language,
    a_form_from_another_site_is_refused,
    the_program_migrates_the_database_that_the_settings_name,
    a_fault_in_the_settings_file_is_told_with_its_line,
    a_write_that_fails_leaves_nothing_behind,
    the_service_knows_only_the_time_it_is_told,
);

fn an_unknown_page_is_told_in_the_visitors_language(app: &TestApp) {
    let client = app.client();
    let danish = client.get("/findes-ikke");
    assert_eq!(danish.status, 404);
    assert!(danish.body.contains("<html lang=\"da\"") && danish.body.contains("Siden findes ikke"));
    assert!(danish.header("content-security-policy").starts_with("default-src 'none'"));

    let english = client.post("/sprog", &[("language", "en"), ("return_to", "/findes-ikke?x=1")]);
    assert_eq!(english.redirects, [(303, "/sprog".to_owned())]);
    assert_eq!((english.status, english.path.as_str()), (404, "/findes-ikke?x=1"));
    assert!(english.body.contains("<html lang=\"en\""));
}

fn a_form_from_another_site_is_refused(app: &TestApp) {
    let form = "language=en&return_to=/";
    let typed = ("content-type", "application/x-www-form-urlencoded");
    for elsewhere in [("origin", "https://evil.example.org"), ("sec-fetch-site", "cross-site")] {
        let page = app.client().send(Method::POST, "/sprog", &[typed, elsewhere], form);
        assert_eq!(page.status, 403, "{elsewhere:?}");
    }
    let page = app.client().send(Method::POST, "/sprog", &[typed, ("sec-fetch-site", "same-origin")], form);
    assert_eq!(page.status, 303);
}

fn the_program_migrates_the_database_that_the_settings_name(app: &TestApp) {
    let ran = app.pejl(&["migrate"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let db = Db::open(&app.service.config.database_url, 1).unwrap();
    assert_eq!(db.schema_state().unwrap(), SchemaState::UpToDate);
    assert_eq!(app.pejl(&["no-such-command"]).code, 2);
}

fn a_fault_in_the_settings_file_is_told_with_its_line(app: &TestApp) {
    let file = app.folder().join("pejl.conf");
    std::fs::write(&file, "# Mail\nMAIL_RATE=60\nMAIL_FROM\n").unwrap();
    let output = app.command().arg("migrate").env("PEJL_CONFIG", &file).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("linje 3"));
}

fn a_write_that_fails_leaves_nothing_behind(app: &TestApp) {
    let insert = "INSERT INTO attempts (subject, window_start, count) VALUES ('a', '2026-09-01 08:00:00', 1)";
    let failed = app.service.db.write(|conn| {
        conn.batch_execute(insert)?;
        Err::<(), Error>(Error::Forbidden)
    });
    assert!(matches!(failed, Err(Error::Forbidden)));
    // The same row again is refused if the first one stayed.
    app.write(|conn| Ok(conn.batch_execute(insert)?));
    let again = app.service.db.write(|conn| Ok(conn.batch_execute(insert)?));
    assert!(matches!(again, Err(Error::Database(_))));
    app.read(|conn| Ok(conn.batch_execute("SELECT count(*) FROM attempts")?));
}

fn the_service_knows_only_the_time_it_is_told(app: &TestApp) {
    assert_eq!(app.service.now(), start());
    app.clock.set(start() + Days::new(7));
    assert_eq!(app.service.now(), start() + Days::new(7));
}
