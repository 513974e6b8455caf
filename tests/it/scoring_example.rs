//! The worked example of the scoring document through the command line, to the last digit.

use crate::app::TestApp;

on_both_databases!(
    the_scoring_example_comes_out_to_the_last_digit,
    answers_go_out_and_come_in_again,
    faulty_files_are_told_line_by_line_and_change_nothing,
    importing_the_same_directory_twice_changes_nothing,
    a_published_edition_does_not_change,
    imported_answers_count_as_handed_in,
);

const FOLDER: &str = "tests/data/scoring-example";

/// Runs `pejl`, which must go well; what it printed.
pub fn run(app: &TestApp, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let ran = app.pejl(&arguments);
    assert_eq!(ran.code, 0, "pejl {arguments:?}: {}", ran.stderr);
    ran.stdout
}

/// Runs `pejl`, which must refuse; what it complained of.
pub fn refused(app: &TestApp, arguments: &str) -> String {
    let ran = app.pejl(&arguments.split(' ').collect::<Vec<&str>>());
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    ran.stderr
}

fn expected(file: &str) -> String {
    std::fs::read_to_string(format!("{FOLDER}/{file}")).unwrap()
}

/// Both editions, their crosswalk, the directory and two historic rounds.
pub fn import_example(app: &TestApp) {
    import_example_with(app, "");
}

/// The same with more at the end of the older edition.
pub fn import_example_with(app: &TestApp, more: &str) {
    for (year, more) in [("2012", more), ("2018", "")] {
        let file = app.folder().join(format!("catalogue-{year}.yaml"));
        std::fs::write(&file, expected(&format!("catalogue-{year}.yaml")) + more).unwrap();
        run(app, &format!("catalogue import {}", file.display()));
        run(app, &format!("catalogue publish {year}"));
    }
    run(app, &format!("crosswalk import {FOLDER}/crosswalk-2012-2018.yaml"));
    run(app, &format!("directory import {FOLDER}/directory.csv"));
    for (round, edition) in [("2013", "2012"), ("2018", "2018")] {
        let days = format!("--opens {round}-06-01 --closes {round}-07-01");
        run(app, &format!("round create --key {round} --edition {edition} {days} --historic"));
    }
}

/// The answers of both rounds.
pub fn import_answers(app: &TestApp) {
    for round in ["2013", "2018"] {
        run(app, &format!("answers import --round {round} {FOLDER}/answers-{round}.csv"));
    }
}

fn the_scoring_example_comes_out_to_the_last_digit(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let baseline = run(app, "scores export --round 2013");
    let current = run(app, "scores export --round 2018");
    let (_, without_header) = current.split_once('\n').unwrap();
    assert_eq!(baseline + without_header, expected("expected-scores.csv"));
    assert_eq!(run(app, "changes export --round 2018"), expected("expected-changes.csv"));
    assert_eq!(run(app, "changes export --round 2018 --baseline 2013"), expected("expected-changes.csv"));
}

fn answers_go_out_and_come_in_again(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let exported = run(app, "answers export --round 2013");
    let mut given: Vec<String> = expected("answers-2013.csv").lines().map(str::to_owned).collect();
    let mut got: Vec<String> = exported.lines().map(str::to_owned).collect();
    given.sort();
    got.sort();
    assert_eq!(got, given);

    let file = app.folder().join("again.csv");
    std::fs::write(&file, &exported).unwrap();
    run(app, "round create --key again --edition 2012 --opens 2012-06-01 --closes 2012-07-01 --historic");
    run(app, &format!("answers import --round again {}", file.display()));
    assert_eq!(run(app, "answers export --round again"), exported);
}

fn faulty_files_are_told_line_by_line_and_change_nothing(app: &TestApp) {
    import_example(app);
    let file = app.folder().join("faulty.csv");
    let rows = "municipality_code;post;area;question;option;comment\n\
        9999;Sundhedschef;sundhed;mad.samlet;hoej;\n\
        0151;Ukendt post;sundhed;mad.samlet;hoej;\n\
        0151;Sundhedschef;psykiatri-handicap;kendskab;hoej;\n\
        0151;Sundhedschef;sundhed;findes.ikke;hoej;\n\
        0151;Sundhedschef;sundhed;mad.samlet;groen;\n\
        0151;Sundhedschef;sundhed;kendskab;hoej;\n\
        0151;Sundhedschef;sundhed;kendskab;nogen;\n\
        0657;Afdelingsleder;sundhed;mad.kostvejledning;ikke-relevant;\n";
    std::fs::write(&file, rows).unwrap();
    let told = refused(app, &format!("answers import --round 2013 {}", file.display()));
    for line in [2, 3, 4, 5, 6, 8, 9] {
        assert!(told.contains(&format!("Linje {line}")), "line {line} in:\n{told}");
    }
    assert!(!told.contains("Linje 7"), "{told}");
    assert_eq!(run(app, "answers export --round 2013").lines().count(), 1, "only the header");
    import_answers(app);
    assert!(refused(app, &format!("answers import --round 2013 {FOLDER}/answers-2013.csv")).contains("allerede"));
}

fn importing_the_same_directory_twice_changes_nothing(app: &TestApp) {
    import_example(app);
    let told = run(app, &format!("directory import {FOLDER}/directory.csv"));
    assert!(told.contains("0 nye, 0 ændrede, 6 uændrede"), "{told}");
    let dry = run(app, &format!("directory import {FOLDER}/directory.csv --dry-run"));
    assert!(dry.contains("intet er skrevet"), "{dry}");
}

fn a_published_edition_does_not_change(app: &TestApp) {
    import_example(app);
    let document = expected("catalogue-2012.yaml");
    assert_eq!(run(app, "catalogue export 2012"), document, "byte for byte");
    let file = app.folder().join("changed.yaml");
    std::fs::write(&file, document.replace("Tilbud om kostvejledning", "Kostvejledning")).unwrap();
    assert!(refused(app, &format!("catalogue import {}", file.display())).contains("offentliggjort"));
    assert_eq!(run(app, "catalogue export 2012"), document);
}

fn imported_answers_count_as_handed_in(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let handed_in = app.read(|conn| {
        let round = pejl::store::rounds::find_by_key(conn, "2013")?.unwrap();
        let all = pejl::store::invitations::list_by_round(conn, &round.id, &pejl::domain::access::staff::Scope::All)?;
        Ok(all.into_iter().filter(|invitation| invitation.handed_in_at.is_some()).count())
    });
    assert_eq!(handed_in, 6);
}
