//! Filling: rounds are made by the program's own commands, the answers in them by the database.

use pejl::domain::access::audit::By;
use std::fmt::Write;
use std::ops::Range;
use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveDateTime, Utc};
use diesel::connection::SimpleConnection;
use pejl::commands;
use pejl::domain::access::api_tokens::{TokenDraft, TypedToken, written};
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::base::municipalities;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::store::db::connect;
use pejl::store::{self, Conn, Db};

use crate::data::AREAS;

pub const QUESTIONS: usize = 250;
const PACKAGES: usize = 10;
const POSTS_PER_AREA: usize = 6;
/// The rounds from here on ask the later edition, so that baseline and trend cross an edition.
const FIRST_OF_LATER_EDITION: usize = 5;

/// Who asks: an administrator by a session, and the same by a token of the API.
pub struct Filled {
    pub session: String,
    pub token: String,
}

/// Catalogue, directory and an administrator.
pub fn begin(url: &str) -> Filled {
    let db = Db::open(url, 2).unwrap();
    db.migrate().unwrap();
    let now = now();
    for edition in ["old", "new"] {
        commands::catalogue::import(&db, catalogue(edition).as_bytes(), &By::command_line(now)).unwrap();
        commands::catalogue::publish(&db, edition, &By::command_line(now)).unwrap();
    }
    commands::catalogue::import_crosswalk(&db, crosswalk().as_bytes(), &By::command_line(now)).unwrap();
    commands::directory::import(&db, directory().as_bytes(), &By::command_line(now)).unwrap();
    let admin = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(&db, &admin, &By::command_line(now)).unwrap();
    let session = commands::staff::set_password(&db, &key, "no password fits this", now).unwrap().session().unwrap();
    Filled { session: session.as_str().to_owned(), token: token(&db) }
}

fn token(db: &Db) -> String {
    let owner = db.read(|conn| Ok(store::staff::find_by_email(conn, "admin@example.org")?)).unwrap().unwrap();
    let typed = TypedToken { name: "x".to_owned(), days: "30".to_owned(), ..TypedToken::default() };
    let draft = TokenDraft::parse(&typed, &owner).unwrap();
    written(&commands::api_tokens::create(db, &owner.id, &draft, &By::staff(&owner.id, now())).unwrap())
}

pub fn key(round: usize) -> String {
    format!("{}", 2001 + round)
}

/// Closed rounds in which every section was handed in with 250 answers.
pub fn add_rounds(url: &str, rounds: Range<usize>) {
    let start = Instant::now();
    let db = Db::open(url, 1).unwrap();
    for round in rounds.clone() {
        commands::rounds::create(&db, &closed(round), &By::command_line(now())).unwrap();
    }
    let mut conn = connect(url).unwrap();
    // Bulk loading trusts its own rows; nothing of the product runs in between.
    let (begin, end) = match conn {
        Conn::Sqlite(_) => {
            ("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF", "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")
        }
        Conn::Pg(_) => ("SET session_replication_role = replica; SET synchronous_commit = off", "VACUUM ANALYZE"),
    };
    conn.batch_execute(begin).unwrap();
    let filled = start.elapsed();
    conn.batch_execute(&answers(&rounds)).unwrap();
    let answered = start.elapsed();
    let counting = Instant::now();
    let counted = commands::counts::write_missing(&db, now()).unwrap();
    assert_eq!(counted, rounds.len());
    let per_round = counting.elapsed() / u32::try_from(counted).unwrap();
    conn.batch_execute(end).unwrap();
    println!(
        "filled {} rounds: {:.1} s, {:.1} s of it for 11.8 million answers; counting a round once: {:.0} ms",
        rounds.len(),
        start.elapsed().as_secs_f64(),
        (answered - filled).as_secs_f64(),
        per_round.as_secs_f64() * 1000.0
    );
}

/// Every section takes another part of one long text of answers, and the answers are what it says.
fn answers(rounds: &Range<usize>) -> String {
    let first = key(rounds.start);
    let last = key(rounds.end - 1);
    let text = noise(8000);
    format!(
        "UPDATE sections SET handed_in_at = '2026-01-01 12:00:00',
                returned = substr('{text}', 1 + (number * 7919) % 7700, {QUESTIONS})
         WHERE handed_in_at IS NULL AND round_id IN (SELECT id FROM rounds WHERE key BETWEEN '{first}' AND '{last}');
         UPDATE invitations SET handed_in_at = '2026-01-01 12:00:00'
         WHERE round_id IN (SELECT id FROM rounds WHERE key BETWEEN '{first}' AND '{last}');
         INSERT INTO answers (section, question, choice, revision)
         WITH RECURSIVE q(place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM q WHERE place < {QUESTIONS} - 1)
         SELECT s.number, q.place, CAST(substr(s.returned, q.place + 1, 1) AS SMALLINT), 1 FROM sections s, q
         WHERE s.round_id IN (SELECT id FROM rounds WHERE key BETWEEN '{first}' AND '{last}') ORDER BY 1, 2;"
    )
}

/// Answers that look drawn at random: mostly green, yellow and red, some not relevant or unknown.
fn noise(length: usize) -> String {
    let mut state = 20_261_121_u64;
    let draw = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        b"00011112220012110234"[(state >> 33) as usize % 20] as char
    };
    (0..length).map(draw).collect()
}

/// A round that is answered now.
pub fn open(key: &str) -> NewRound {
    let today = now().date();
    NewRound {
        key: key.to_owned(),
        opens_on: today,
        closes_on: today + Days::new(20),
        is_historic: false,
        ..closed(FIRST_OF_LATER_EDITION)
    }
}

fn closed(round: usize) -> NewRound {
    let year = 2001 + i32::try_from(round).unwrap();
    NewRound {
        key: key(round),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: if round < FIRST_OF_LATER_EDITION { "old" } else { "new" }.to_owned(),
        packages: Vec::new(),
        opens_on: NaiveDate::from_ymd_opt(year, 9, 1).unwrap(),
        closes_on: NaiveDate::from_ymd_opt(year, 10, 1).unwrap(),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: true,
    }
}

/// Ten packages of 25 questions, each put to all eight areas.
fn catalogue(edition: &str) -> String {
    let areas = AREAS.join(", ");
    let mut text = format!(
        "edition: {edition}\ntitle: Genereret udgave\npublished_on: 2018-01-01\nscales:\n  - key: trafiklys\n    label: Trafiklys\n    options:\n\
         \x20     - {{key: groen, label: Fuldt implementeret, points: 2}}\n      - {{key: gul, label: I gang, points: 1}}\n      - {{key: roed, label: Ikke i gang, points: 0}}\n\
         \x20     - {{key: ikke-relevant, label: Ikke relevant, blank: not_relevant, reason: required}}\n      - {{key: ved-ikke, label: Ved ikke, blank: dont_know}}\nareas:\n"
    );
    for area in AREAS {
        let _ = writeln!(text, "  - {{key: {area}, label: {area}}}");
    }
    text.push_str("packages:\n");
    for package in 0..PACKAGES {
        let _ = writeln!(text, "  - key: pakke-{package}\n    title: Pakke {package}\n    recommendations:");
        for place in 0..QUESTIONS / PACKAGES {
            let number = package * (QUESTIONS / PACKAGES) + place;
            let _ = writeln!(
                text,
                "      - key: anbefaling-{number}\n        title: Genereret anbefaling nummer {number}\n        category: rammer\n        questions:\n\
                 \x20         - key: q.{number}\n            text: Hvor langt er I med genereret anbefaling nummer {number} i kommunens tilbud?\n            measure: implementation\n            scale: trafiklys\n            areas: [{areas}]"
            );
        }
    }
    text
}

fn crosswalk() -> String {
    let mut text = String::from("from: old\nto: new\nlinks:\n");
    for number in 0..QUESTIONS {
        let relation = if number % 10 == 0 { "reworded" } else { "identical" };
        let _ = writeln!(text, "  - {{from: q.{number}, to: q.{number}, relation: {relation}}}");
    }
    text
}

/// Six posts for each area of each municipality.
fn directory() -> String {
    let mut file = String::from("municipality_code;department;post;areas;name;email;phone\n");
    for municipality in municipalities::all() {
        for (place, area) in AREAS.iter().enumerate() {
            for number in 0..POSTS_PER_AREA {
                let code = municipality.code;
                let _ = writeln!(
                    file,
                    "{code};Center {place};Leder {place}-{number};{area};Leder {number};leder.{code}.{place}.{number}@example.org;"
                );
            }
        }
    }
    file
}

pub fn now() -> NaiveDateTime {
    Utc::now().naive_utc()
}
