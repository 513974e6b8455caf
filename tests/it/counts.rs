//! The stored counts of closed rounds: written once, found again, and never another figure.

use diesel::connection::SimpleConnection;
use pejl::domain::returns::counted::CountVersion;
use pejl::domain::rounds::Round;
use pejl::files::answers::{AnswerRow, PopulationPost};
use pejl::{actions, jobs, store};

use crate::app::{TestApp, start};
use crate::scoring_example::{import_answers, import_example, run};

on_both_databases!(
    closing_a_round_stores_its_counts,
    imported_answers_are_counted_and_a_round_without_them_is_not,
    the_clock_counts_rounds_that_were_closed_before_once,
    stored_counts_give_byte_equal_files,
    doctor_finds_counts_that_do_not_fit_and_counting_anew_mends_them,
);

fn version(app: &TestApp, key: &str) -> Option<CountVersion> {
    app.read(|conn| Ok(store::counts::find_version(conn, &round(app, key).id)?))
}

fn round(app: &TestApp, key: &str) -> Round {
    app.read(|conn| Ok(store::rounds::find_by_key(conn, key)?.unwrap()))
}

fn forget_counts(app: &TestApp) {
    app.write(|conn| Ok(conn.batch_execute("DELETE FROM counts; DELETE FROM counted_rounds")?));
}

/// Every file of figures, one after the other.
fn files(app: &TestApp) -> String {
    let files = ["scores export --round 2013", "scores export --round 2018", "changes export --round 2018"];
    files.map(|file| run(app, file)).concat()
}

fn closing_a_round_stores_its_counts(app: &TestApp) {
    import_example(app);
    import_answers(app);
    run(app, "round create --key 2026 --edition 2018 --opens 2026-08-01 --closes 2026-12-01");
    run(app, "round open 2026");
    let rows = |_: &_, _: &Round, posts: &[PopulationPost]| {
        let row = |(post, asked): (usize, &PopulationPost)| AnswerRow {
            line: 0,
            post,
            area: asked.areas[0],
            question: 0,
            option: 1,
            comment: String::new(),
        };
        posts.iter().enumerate().map(row).collect()
    };
    actions::returns::answer_open(&app.service.db, "2026", rows, |_| true, start()).unwrap();
    assert_eq!(version(app, "2026"), None, "an open round still moves");
    let while_open = run(app, "scores export --round 2026");
    run(app, "round close 2026");
    assert!(version(app, "2026").is_some());
    assert_eq!(run(app, "scores export --round 2026"), while_open);
    let stored =
        app.read(|conn| pejl::results::read_counts(conn, &round(app, "2026"), &pejl::domain::staff::Scope::All));
    assert!(stored.is_some_and(|stored| !stored.municipalities.is_empty()));
}

fn imported_answers_are_counted_and_a_round_without_them_is_not(app: &TestApp) {
    import_example(app);
    jobs::do_due(&app.service.db, start());
    assert_eq!(version(app, "2013"), None, "nothing was imported yet");
    import_answers(app);
    assert!(version(app, "2013").is_some());
}

fn the_clock_counts_rounds_that_were_closed_before_once(app: &TestApp) {
    import_example(app);
    import_answers(app);
    forget_counts(app);
    jobs::do_due(&app.service.db, start());
    let first = version(app, "2013");
    assert!(first.is_some());
    jobs::do_due(&app.service.db, start());
    assert_eq!(version(app, "2013"), first, "counted once");
    assert_eq!(actions::counts::write_missing(&app.service.db, start()).unwrap(), 0);
}

fn stored_counts_give_byte_equal_files(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let stored = files(app);
    forget_counts(app);
    assert_eq!(files(app), stored);
}

fn doctor_finds_counts_that_do_not_fit_and_counting_anew_mends_them(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let before = files(app);
    assert_eq!(app.pejl(&["doctor"]).code, 0);
    for damage in ["chosen = chosen || '1'", "returned = returned + 1", "chosen = '9' || substr(chosen, 2)"] {
        app.write(|conn| Ok(conn.batch_execute(&format!("UPDATE counts SET {damage}"))?));
        let found = app.pejl(&["doctor"]);
        assert_eq!(found.code, 1, "{damage}: {}", found.stdout);
        assert!(found.stdout.contains("pejl round count 2013"), "{}", found.stdout);
        for key in ["2013", "2018"] {
            run(app, &format!("round count {key}"));
        }
        assert_eq!(app.pejl(&["doctor"]).code, 0, "{damage}");
    }
    assert_eq!(files(app), before);
}
