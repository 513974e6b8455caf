//! `pejl doctor`: what it finds and what it says.

use diesel::connection::SimpleConnection;

use crate::app::TestApp;

on_both_databases!(a_healthy_installation_passes, an_edition_changed_behind_our_back_is_found);

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
