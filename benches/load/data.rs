//! 5,000 posts in 98 municipalities, 250 questions, a closed round and an open one, all generated.

use pejl::domain::access::audit::By;
use std::fmt::Write;
use std::path::Path;

use chrono::{Days, NaiveDateTime, Utc};
use pejl::commands;
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::base::days::day_in_denmark;
use pejl::domain::base::municipalities;
use pejl::domain::catalogue::Edition;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Round, Rule};
use pejl::files::answers::{AnswerRow, PopulationPost};
use pejl::store::Db;

pub const AREAS: [&str; 8] =
    ["ledelse", "sundhed", "aeldre", "dagtilbud", "skole", "psykiatri-handicap", "social", "kultur-fritid"];
pub const MUNICIPALITY: &str = "0151";
const POSTS: usize = 5000;
const QUESTIONS: usize = 250;
const PACKAGES: usize = 10;

pub struct Filled {
    pub database_url: String,
    pub directory_seconds: f64,
    pub links: Vec<String>,
    pub session: String,
}

pub fn fill(folder: &Path) -> Filled {
    let database_url = format!("sqlite://{}", folder.join("bench.sqlite").display());
    let db = Db::open(&database_url, 2).unwrap();
    db.migrate().unwrap();
    let now = Utc::now().naive_utc();
    commands::catalogue::import(&db, catalogue().as_bytes(), &By::command_line(now)).unwrap();
    commands::catalogue::publish(&db, "bench", &By::command_line(now)).unwrap();
    let directory = directory("Leder");
    let before = own_cpu_seconds();
    commands::directory::import(&db, directory.as_bytes(), &By::command_line(now)).unwrap();
    let directory_seconds = own_cpu_seconds() - before;
    for (key, is_historic) in [("2013", true), ("2026", false)] {
        commands::rounds::create(&db, &round(key, is_historic, now), &By::command_line(now)).unwrap();
    }
    commands::answer_imports::import_rows(
        &db,
        "2013",
        |edition, round, posts| answers(edition, round, posts, 1),
        &By::command_line(now),
    )
    .unwrap();
    commands::rounds::open(&db, "2026", &By::command_line(now)).unwrap();
    let is_done = |post: &PopulationPost| post.municipality.as_str() != MUNICIPALITY;
    let rows = |edition: &Edition, round: &Round, posts: &[PopulationPost]| {
        let mut rows = answers(edition, round, posts, 2);
        rows.retain(|row| is_done(&posts[row.post]));
        rows
    };
    commands::answer_imports::answer_open(&db, "2026", rows, |post, _| is_done(post), &By::command_line(now)).unwrap();
    let links = commands::links::issue_for_municipality(&db, "2026", MUNICIPALITY, &By::command_line(now)).unwrap();
    let admin = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(&db, &admin, &By::command_line(now)).unwrap();
    let session = commands::staff::set_password(&db, &key, "no password fits this", now).unwrap().session().unwrap();
    Filled {
        database_url,
        directory_seconds,
        links: links.into_iter().map(|(_, token)| token.as_str().to_owned()).collect(),
        session: session.as_str().to_owned(),
    }
}

/// The form of a section in which every answer says something else than last turn; each turn raises
/// the revision by one, which the form carries.
pub fn form(area: usize, turn: u32) -> String {
    let mut form = String::new();
    for question in (area..QUESTIONS).step_by(AREAS.len()) {
        let option = (question + turn as usize) % 3;
        let _ = write!(form, "q{question}={option}&b{question}=&k{question}=&c{question}=&r{question}={turn}&");
    }
    form
}

fn catalogue() -> String {
    let mut text = String::from(
        "edition: bench\ntitle: Genereret udgave\npublished_on: 2018-01-01\nscales:\n  - key: trafiklys\n    label: Trafiklys\n    options:\n\
         \x20     - {key: groen, label: Fuldt implementeret, points: 2}\n      - {key: gul, label: I gang, points: 1}\n      - {key: roed, label: Ikke i gang, points: 0}\n\
         \x20     - {key: ikke-relevant, label: Ikke relevant, blank: not_relevant, reason: required}\n      - {key: ved-ikke, label: Ved ikke, blank: dont_know}\nareas:\n",
    );
    for area in AREAS {
        let _ = writeln!(text, "  - {{key: {area}, label: {area}}}");
    }
    text.push_str("packages:\n");
    for package in 0..PACKAGES {
        let _ = writeln!(text, "  - key: pakke-{package}\n    title: Pakke {package}\n    recommendations:");
        for place in 0..QUESTIONS / PACKAGES {
            let number = package * (QUESTIONS / PACKAGES) + place;
            let area = AREAS[number % AREAS.len()];
            let _ = writeln!(
                text,
                "      - key: anbefaling-{number}\n        title: Genereret anbefaling nummer {number}\n        category: rammer\n        questions:\n\
                 \x20         - key: q.{number}\n            text: Hvor langt er I med genereret anbefaling nummer {number} i kommunens tilbud?\n            measure: implementation\n            scale: trafiklys\n            areas: [{area}]"
            );
        }
    }
    text
}

/// Posts of a title and a number, under which the directory has them or does not.
pub fn directory(title: &str) -> String {
    let mut file = String::from("municipality_code;department;post;areas;name;email;phone\n");
    let all = municipalities::all();
    for number in 0..POSTS {
        let code = all[number % all.len()].code;
        let _ = writeln!(
            file,
            "{code};Center {};{title} {number};{};{title} {number};{title}{number}@example.org;",
            number % 7,
            AREAS.join("|")
        );
    }
    file
}

fn round(key: &str, is_historic: bool, now: NaiveDateTime) -> NewRound {
    let today = day_in_denmark(now);
    let opens_on = if is_historic { today - Days::new(4000) } else { today - Days::new(5) };
    NewRound {
        key: key.to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "bench".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + Days::new(25),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic,
    }
}

fn answers(edition: &Edition, _: &Round, posts: &[PopulationPost], salt: usize) -> Vec<AnswerRow> {
    let mut rows = Vec::with_capacity(posts.len() * edition.questions.len());
    for place in 0..posts.len() {
        for (question, asked) in edition.questions.iter().enumerate() {
            let option = (place * 7 + question * 13 + salt * 5 + place / 11) % 3;
            rows.push(AnswerRow {
                line: 0,
                post: place,
                area: asked.areas[0],
                question,
                option,
                comment: String::new(),
                unit_share: None,
            });
        }
    }
    rows
}

fn own_cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}
