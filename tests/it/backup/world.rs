//! A used installation to back up, and a look into the file that comes out.

use pejl::domain::access::audit::By;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use pejl::domain::base::tokens::Token;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::mail::{Mailbox, Mailer, Worker};
use pejl::{commands, editions};

use crate::app::TestApp;
use crate::scoring_example::{import_answers, import_example, run};

/// A comment with everything that copying could spoil.
pub const COMMENT: &str = "Æblegrød på 1. sal;\n\"citat\" og 'tegn', \\N \\x41 {a,b} NULL 🥕 \u{fc}\u{75}\u{308}\t%_$1";

/// What the leaders of the open round answer in.
pub const SECTION: &str = "psykiatri-handicap";

/// Both historic rounds of the scoring example and an open one whose letters are sent, with an
/// account. Returns the links of the two who are asked about `SECTION`.
pub fn fill(app: &TestApp) -> Vec<Token> {
    import_example(app);
    import_answers(app);
    let (db, now) = (&app.service.db, app.clock.now());
    let opens_on = NaiveDate::from_ymd_opt(2026, 8, 20).unwrap();
    let new = NewRound {
        key: "2026".to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + Days::new(60),
        rule: Rule::Lowest,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
    };
    commands::rounds::create(db, &new, &By::command_line(now)).unwrap();
    commands::rounds::open(db, "2026", &By::command_line(now)).unwrap();
    deliver(app);
    let links = commands::links::issue_for_municipality(db, "2026", "0151", &By::command_line(now)).unwrap();
    run(app, "staff add admin@example.org --role admin");
    let heads = links.into_iter().filter(|(post, _)| post.starts_with("Leder"));
    heads.map(|(_, token)| token).collect()
}

/// Sends what is due; returns how many letters that were.
pub fn deliver(app: &TestApp) -> usize {
    let mailbox = Mailbox::default();
    let (db, clock) = (app.service.db.clone(), app.clock.clone());
    let mut worker = Worker::new(db, clock, Mailer::memory(&mailbox), editions::load, &app.service.config).unwrap();
    actix_web::rt::System::new().block_on(worker.deliver_due()).unwrap();
    mailbox.all().len()
}

/// Saves two answers of a section for the turn-th time, from 0; both comments end with the turn.
pub fn save(client: &crate::client::Client, token: &Token, turn: u32) -> u16 {
    let (option, comment, revision) = ((turn % 3).to_string(), format!("{COMMENT} {turn}"), turn.to_string());
    let form = ["0", "1"].map(|place| {
        [("q", option.as_str()), ("b", ""), ("k", comment.as_str()), ("c", ""), ("r", revision.as_str())]
            .map(|(field, value)| (format!("{field}{place}"), value))
    });
    let form: Vec<(&str, &str)> = form.iter().flatten().map(|(name, value)| (name.as_str(), *value)).collect();
    client.post(&format!("/svar/{}/afsnit/{SECTION}/kladde", token.as_str()), &form).status
}

/// Makes a backup with the real program.
pub fn back_up(app: &TestApp, name: &str) -> PathBuf {
    let file = app.folder().join(name);
    run(app, &format!("backup {}", file.display()));
    file
}

/// What `pejl` writes of all rounds: scores, changes and answers.
pub fn figures(app: &TestApp) -> Vec<String> {
    let rounds = ["2013", "2018", "2026"];
    rounds
        .iter()
        .flat_map(|round| {
            ["scores", "changes", "answers"].map(|figures| run(app, &format!("{figures} export --round {round}")))
        })
        .collect()
}

/// A backup as the SQLite database that it is.
pub fn look_into(file: &Path) -> SqliteConnection {
    SqliteConnection::establish(&format!("file:{}?mode=ro&immutable=1", file.display())).unwrap()
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    answer: String,
}

/// The answers to a query for one column of texts named `answer`.
pub fn texts(conn: &mut SqliteConnection, query: &str) -> Vec<String> {
    diesel::sql_query(query).load::<Answer>(conn).unwrap().into_iter().map(|row| row.answer).collect()
}

/// What a backup says that its tables held.
pub fn sums(file: &Path) -> String {
    texts(&mut look_into(file), "SELECT json_extract(document, '$.tables') AS answer FROM backup_manifest").remove(0)
}

/// The same of the tables that an older backup has too. Of one that has grown since, only how many rows it has: what
/// new columns hold has no place in the old one. Stored counts are left out, which every import writes anew and the
/// clock fills in.
pub fn sums_as_in(file: &Path, older: &Path) -> Vec<serde_json::Value> {
    let columns = "SELECT m.name || '.' || c.name AS answer FROM sqlite_master m, pragma_table_info(m.name) c
                   WHERE m.type = 'table' ORDER BY 1";
    let [new, old] = [file, older].map(|file| texts(&mut look_into(file), columns));
    let columns_of = |all: &[String], table: &serde_json::Value| -> Vec<String> {
        let begins = format!("{}.", table["name"].as_str().unwrap());
        all.iter().filter(|column| column.starts_with(&begins)).cloned().collect()
    };
    let mut tables: Vec<serde_json::Value> = serde_json::from_str(&sums(file)).unwrap();
    tables.retain(|table| {
        !["counted_rounds", "counts"].contains(&table["name"].as_str().unwrap()) && !columns_of(&old, table).is_empty()
    });
    for table in &mut tables {
        if columns_of(&new, table) != columns_of(&old, table) {
            table["sha256"] = serde_json::Value::Null;
        }
    }
    assert!(tables.iter().filter(|table| table["sha256"].is_string()).count() >= 5, "{tables:?}");
    tables
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many rows one of our own databases has in a query.
pub fn count(app: &TestApp, from: &str) -> i64 {
    let query = format!("SELECT count(*) AS count FROM {from}");
    app.read(|conn| Ok(diesel::sql_query(query).get_result::<Count>(conn)?.count))
}

/// Writes to one of our own databases behind the program's back.
pub fn change(app: &TestApp, statement: &str) {
    app.write(|conn| Ok(conn.batch_execute(statement)?));
}
