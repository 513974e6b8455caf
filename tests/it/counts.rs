//! The stored counts of closed rounds: written once, found again, and never another figure.

use diesel::connection::SimpleConnection;
use pejl::domain::access::audit::By;
use pejl::domain::rounds::Round;
use pejl::domain::scoring::changes::DimensionChange;
use pejl::domain::scoring::tallies::counted::CountVersion;
use pejl::files::answers::{AnswerRow, PopulationPost};
use pejl::results::Results;
use pejl::{commands, jobs, store};

use crate::app::{TestApp, start};
use crate::scoring_example::{import_answers, import_example, run};

on_both_databases!(
    closing_a_round_stores_its_counts,
    a_round_that_the_clock_closes_is_counted_with_it,
    imported_answers_are_counted_and_a_round_without_them_is_not,
    the_clock_counts_rounds_that_were_closed_before_once,
    stored_counts_give_byte_equal_files,
    doctor_finds_counts_that_do_not_fit_and_counting_anew_mends_them,
    kept_figures_follow_what_another_instance_changes,
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
            unit_share: None,
        };
        posts.iter().enumerate().map(row).collect()
    };
    commands::answer_imports::answer_open(&app.service.db, "2026", rows, |_, _| true, &By::command_line(start()))
        .unwrap();
    assert_eq!(version(app, "2026"), None, "an open round still moves");
    let while_open = run(app, "scores export --round 2026");
    run(app, "round close 2026");
    assert!(version(app, "2026").is_some());
    assert_eq!(run(app, "scores export --round 2026"), while_open);
    let stored = app
        .read(|conn| pejl::results::read_counts(conn, &round(app, "2026"), &pejl::domain::access::staff::Scope::All));
    assert!(stored.is_some_and(|stored| !stored.municipalities.is_empty()));
}

fn a_round_that_the_clock_closes_is_counted_with_it(app: &TestApp) {
    import_example(app);
    run(app, "round create --key 2026 --edition 2018 --opens 2026-08-01 --closes 2026-09-20");
    run(app, "round open 2026");
    let long_after = start() + chrono::Days::new(60);
    assert_eq!(commands::rounds::close_due(&app.service.db, long_after).unwrap(), 1);
    assert!(version(app, "2026").is_some(), "not only when the clock looks for rounds without counts");
    assert_eq!(commands::rounds::close_due(&app.service.db, long_after).unwrap(), 0);
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
    assert_eq!(commands::counts::write_missing(&app.service.db, start()).unwrap(), 0);
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

/// The country page of 2018 in the memory of another instance, which is told of nothing.
fn other_instance(app: &TestApp, results: &Results) -> Vec<DimensionChange> {
    app.read(|conn| Ok(results.hold_country(conn, &round(app, "2018"), start())?.1.nation.clone()))
}

fn kept_figures_follow_what_another_instance_changes(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let results = Results::default();
    let now = |app: &TestApp| other_instance(app, &Results::default());
    let mut last = other_instance(app, &results);
    assert_eq!(last, other_instance(app, &results));
    let days = "--opens 2014-06-01 --closes 2014-07-01";
    run(app, &format!("round create --key 2014 --edition 2012 {days} --historic"));
    run(app, "answers import --round 2014 tests/data/scoring-example/answers-2013.csv");
    let (current, other) = (round(app, "2018").id, round(app, "2014").id);
    let answers =
        "UPDATE sections SET returned = '0' || substr(returned, 2) WHERE returned LIKE '1%' OR returned LIKE '2%'";
    let pins = format!("INSERT INTO baselines VALUES ('{current}', 'mad-og-maaltider', '{other}')");
    let crosswalk = "UPDATE crosswalks SET document = replace(document, 'reworded', 'split')";
    for (what, change) in [("answers", answers), ("crosswalk", crosswalk), ("pin", &pins)] {
        app.write(|conn| Ok(conn.batch_execute(change)?));
        for key in ["2013", "2018"] {
            run(app, &format!("round count {key}"));
        }
        let seen = other_instance(app, &results);
        assert_eq!(seen, now(app), "{what}");
        assert!(what == "pin" || seen != last, "{what} changes figures");
        last = seen;
    }
    let compared = app.read(|conn| results.hold(conn, &round(app, "2018"), start()));
    assert!(compared.choice.rounds.contains(&"2014".to_owned()), "{:?}", compared.choice.rounds);
}
