//! `pejl backup` and `pejl restore`: from either database into either, and nothing else.

mod files;
mod serving;
pub mod world;

use std::path::{Path, PathBuf};

use chrono::Duration;
use diesel::prelude::*;
use pejl::store::db::connect;
use pejl::store::{Conn, copies};

use self::world::{
    COMMENT, SECTION, back_up, change, count, deliver, figures, fill, look_into, save, sums, sums_as_in, texts,
};
use crate::app::TestApp;
use crate::database::{Backend, Database};
use crate::schema::migrate_to;
use crate::scoring_example::{import_answers, import_example, refused, run};

const BOTH: [Backend; 2] = [Backend::Sqlite, Backend::Postgres];

on_both_databases!(
    a_backup_fills_an_empty_database_of_either_kind,
    letters_that_were_sent_are_not_sent_again,
    a_database_with_a_single_row_is_refused,
    a_backup_of_the_first_schema_fills_the_newest,
    a_backup_of_the_schema_before_letters_had_room_is_restored_and_served,
);

/// Restores a backup into a new service of each kind.
fn restored(file: &Path, check: impl Fn(&TestApp)) {
    for to in BOTH.into_iter().filter_map(TestApp::on) {
        let told = run(&to, &format!("restore {}", file.display()));
        assert!(told.contains("er ens"), "{told}");
        check(&to);
    }
}

fn a_backup_fills_an_empty_database_of_either_kind(app: &TestApp) {
    let links = fill(app);
    let client = app.client();
    client.post(&format!("/svar/{}/start", links[0].as_str()), &[]);
    assert_eq!(save(&client, &links[0], 0), 200);
    change(app, "INSERT INTO attempts VALUES ('somebody', '2026-09-01 08:00:00', 1)");
    // As fine as SQLite can store it; PostgreSQL keeps microseconds.
    change(app, "UPDATE staff SET created_at = '2026-09-01 08:00:00.123456'");
    let (file, expected) = (back_up(app, "first.backup"), figures(app));
    assert!(expected[0].lines().count() > 10);
    restored(&file, |to| {
        assert_eq!(figures(to), expected);
        assert_eq!(sums(&back_up(to, "again.backup")), sums(&file), "every row of every table");
        assert_eq!((count(to, "attempts"), count(to, "keys"), count(to, "staff")), (0, 0, 1));
        let page = to.client().get(&format!("/svar/{}/afsnit/{SECTION}", links[0].as_str()));
        assert_eq!(page.status, 200, "personal links go on working");
        assert!(page.body.contains("1. sal;") && page.body.contains("🥕"), "{}", page.body);
        assert_eq!(count(to, &format!("answers WHERE comment LIKE '%{} 0'", &COMMENT[COMMENT.len() - 4..])), 2);
        assert_eq!(save(&to.client(), &links[0], 1), 200, "and answering goes on");
    });
}

fn letters_that_were_sent_are_not_sent_again(app: &TestApp) {
    fill(app);
    let sent = count(app, "letters WHERE state = 'accepted'");
    assert!(sent > 1);
    // One was on its way when the backup was made: nobody knows whether it arrived.
    change(
        app,
        "UPDATE letters SET state = 'sending', sent_at = NULL, due_at = '2026-09-01 08:05:00'
         WHERE id = (SELECT min(id) FROM letters)",
    );
    restored(&back_up(app, "letters.backup"), |to| {
        assert_eq!(deliver(to), 0, "its lease still runs");
        to.clock.set(to.clock.now() + Duration::minutes(6));
        assert_eq!(deliver(to), 1, "in doubt, it is repeated once by the rule for all letters in doubt");
        assert_eq!(count(to, "letters WHERE state = 'accepted' AND doubts = 1"), 1);
        assert_eq!(count(to, "letters WHERE state = 'accepted'"), sent);
        to.clock.set(to.clock.now() + Duration::hours(2));
        assert_eq!(deliver(to), 0);
    });
}

fn a_database_with_a_single_row_is_refused(app: &TestApp) {
    import_example(app);
    let file = back_up(app, "example.backup");
    for to in BOTH.into_iter().filter_map(TestApp::on) {
        change(&to, "INSERT INTO attempts VALUES ('somebody', '2026-09-01 08:00:00', 1)");
        assert!(refused(&to, &format!("restore {}", file.display())).contains("tabellen attempts"));
        assert_eq!((count(&to, "attempts"), count(&to, "editions")), (1, 0));
        change(&to, "DELETE FROM attempts");
        run(&to, &format!("restore {}", file.display()));
        assert!(
            refused(&to, &format!("restore {}", file.display())).contains("tabellen editions"),
            "twice is once too often"
        );
    }
}

/// A backup of the same rows in tables as the migrations up to `newest` make them.
fn in_older_tables(app: &TestApp, file: &Path, newest: &str) -> PathBuf {
    let backend = if app.service.config.database_url.starts_with("sqlite") { BOTH[0] } else { BOTH[1] };
    let old = Database::empty(backend, app.folder()).unwrap();
    let conn = &mut connect(&old.url).unwrap();
    migrate_to(conn, newest);
    let versions = copies::list_migrations(conn).unwrap();
    assert_eq!(versions.last().map(String::as_str), Some(newest));
    let bare = app.folder().join("bare.sqlite");
    std::fs::write(&bare, "").unwrap();
    let mut bare = Conn::own_file(&bare).unwrap();
    copies::migrate_to(&mut bare, &versions).unwrap();
    let mut rows = Conn::read_only_file(file).unwrap();
    for table in copies::list(&mut bare).unwrap() {
        copies::read(&mut rows, &table, |row| Ok(copies::insert(conn, &table, &[row])?)).unwrap();
    }
    let made = app.folder().join("old.backup");
    let output = app.command().arg("backup").arg(&made).env("DATABASE_URL", &old.url).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(copies::list_migrations(conn).unwrap(), versions, "a backup migrates nothing");
    made
}

fn a_backup_of_the_first_schema_fills_the_newest(app: &TestApp) {
    import_example(app);
    import_answers(app);
    let file = back_up(app, "newest.backup");
    let made = in_older_tables(app, &file, "20261121000001");
    let content = std::fs::read(&made).unwrap();
    restored(&made, |to| {
        assert_eq!(run(to, "scores export --round 2018"), run(app, "scores export --round 2018"));
        assert_eq!(sums_as_in(&back_up(to, "again.backup"), &made), sums_as_in(&file, &made));
    });
    assert_eq!(std::fs::read(&made).unwrap(), content, "the backup itself stays as it was");
}

fn a_backup_of_the_schema_before_letters_had_room_is_restored_and_served(app: &TestApp) {
    let links = fill(app);
    // Every table that the migration made anew has rows, and letters are in several states.
    change(
        app,
        "UPDATE letters SET state = 'planned', sent_at = NULL, due_at = '2026-09-01 08:00:00'
         WHERE id = (SELECT max(id) FROM letters)",
    );
    // What the older tables had no room for.
    change(app, "UPDATE staff SET seen_at = NULL");
    let (file, expected) = (back_up(app, "newest.backup"), figures(app));
    let made = in_older_tables(app, &file, "20261124160000");
    restored(&made, |to| {
        assert_eq!(figures(to), expected);
        let again = back_up(to, "again.backup");
        assert_eq!(sums_as_in(&again, &made), sums_as_in(&file, &made), "every row of every table");
        assert_eq!(deliver(to), 1, "the letter that waited goes out");
        let (client, path) = (to.client(), format!("/svar/{}", links[0].as_str()));
        assert_eq!(client.post(&format!("{path}/start"), &[]).status, 200);
        assert_eq!(save(&client, &links[0], 0), 200);
        let sure = [("afsnit", "alle"), ("bekraeft", "ja")];
        assert_eq!(client.post(&format!("{path}/indsendelse"), &sure).path, format!("{path}/kvittering"));
        assert_eq!(deliver(to), 1, "and the receipt");
    });
}

#[test]
fn every_table_is_carried_after_those_it_refers_to_or_left_behind_on_purpose() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(Backend::Sqlite, folder.path()).unwrap();
    let Conn::Sqlite(mut conn) = connect(&database.url).unwrap() else { panic!("it is SQLite") };
    let ours = "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__diesel%'";
    let mut tables = texts(&mut conn, &format!("SELECT name AS answer FROM sqlite_master WHERE {ours}"));
    tables.sort();
    let listed = copies::CARRIED.iter().chain(copies::LEFT_BEHIND).chain(copies::OF_MIGRATIONS);
    let mut listed: Vec<&str> = listed.copied().collect();
    listed.sort_unstable();
    assert_eq!(listed, tables, "src/store/copies/tables.rs says of every table once whether a backup carries it");

    let columns = "SELECT m.name || '.' || c.name AS answer FROM sqlite_master m JOIN pragma_table_info(m.name) c";
    let mut columns = texts(&mut conn, &format!("{columns} WHERE m.type = 'table'"));
    columns.retain(|column| copies::CARRIED.contains(&column.split('.').next().unwrap()));
    let mut copied: Vec<String> = Vec::new();
    for table in copies::list(&mut Conn::Sqlite(conn)).unwrap() {
        copied.extend(table.columns().map(|column| format!("{}.{column}", table.name)));
    }
    columns.sort();
    copied.sort();
    assert_eq!(copied, columns);

    let mut conn = SqliteConnection::establish(&database.url.replace("sqlite://", "")).unwrap();
    let references = "SELECT m.name || ' ' || f.\"table\" AS answer FROM sqlite_master m \
                      JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
    let place = |name: &str| copies::CARRIED.iter().position(|carried| *carried == name);
    for reference in texts(&mut conn, references) {
        let (child, parent) = reference.split_once(' ').unwrap();
        let Some(child_place) = place(child) else { continue };
        let comes_first = place(parent).is_some_and(|parent| parent <= child_place);
        assert!(comes_first, "{child} refers to {parent}, which must be carried before it");
    }
}

#[test]
fn the_manifest_says_what_it_is_a_backup_of() {
    let Some(app) = TestApp::on(Backend::Sqlite) else { return };
    import_example(&app);
    let conn = &mut look_into(&back_up(&app, "manifest.backup"));
    let of = |key: &str| format!("SELECT json_extract(document, '$.{key}') AS answer FROM backup_manifest");
    let mut told = |key: &str| texts(conn, &of(key)).remove(0);
    assert_eq!((told("program"), told("source")), (env!("CARGO_PKG_VERSION").to_owned(), "sqlite".to_owned()));
    assert!(told("made_at").ends_with('Z') && told("schema").starts_with("2026"));
    assert_eq!(told("tables[0].name"), "editions");
}

#[test]
fn the_demo_moves_to_postgres_and_back() {
    let Some([first, second, third]) = moved() else { return };
    pejl::demo::open(&first.service.db, first.clock.now()).unwrap();
    let there = back_up(&first, "there.backup");
    run(&second, &format!("restore {}", there.display()));
    let back = back_up(&second, "back.backup");
    run(&third, &format!("restore {}", back.display()));
    assert!(sums(&back) == sums(&there));
    for round in ["2013", "2014", "2015", "2017"] {
        let export = format!("changes export --round {round}");
        let expected = run(&first, &export);
        assert!(run(&second, &export) == expected && run(&third, &export) == expected, "{export}");
    }
}

/// Services on SQLite, on PostgreSQL and on SQLite again.
fn moved() -> Option<[TestApp; 3]> {
    let [first, third] = [TestApp::on(Backend::Sqlite)?, TestApp::on(Backend::Sqlite)?];
    Some([first, TestApp::on(Backend::Postgres)?, third])
}
