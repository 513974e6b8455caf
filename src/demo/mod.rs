//! The demo: a throw-away database with both editions, all 98 municipalities, five rounds and an
//! open one. Every answer is generated; the national `overall` answers are steered so that the
//! published shares come out, which is what the pages can be checked against.

mod answers;
mod calls;
mod directory;
mod published;

pub use calls::call;

use crate::domain::access::audit::By;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use crate::commands;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::aims::{Aim, WrittenAim};
use crate::domain::rounds::programmes::{Programme, YearDay};
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use crate::error::Result;
use crate::store::Db;

/// The municipality whose leaders are still answering.
pub const STILL_ANSWERING: &str = "0151";

/// The two packages that came after the first monitoring and were asked first in 2014.
const LATER_PACKAGES: [&str; 2] = ["overvaegt", "stoffer"];

/// Fills an empty database up to the opening of this year's round, whose key it returns; its
/// letters are queued and nobody has answered.
///
/// # Errors
/// The errors of the commands it runs, which are the ones that people use.
pub fn open(db: &Db, now: NaiveDateTime) -> Result<String> {
    commands::catalogue::shipped::take_in(db, &By::command_line(now))?;
    commands::directory::import(db, directory::file().as_bytes(), &By::command_line(now))?;
    let current = current(day_in_denmark(now));
    let opens_on = YearDay::of(current.opens_on);
    let programme = Programme { opens_on, aim: Some(aim()), ..Programme::usual(now) };
    commands::programmes::create(db, &programme, &By::command_line(now))?;
    for year in [2013, 2014, 2015, 2017] {
        commands::rounds::create(db, &historic(year), &By::command_line(now))?;
        let key = year.to_string();
        commands::answer_imports::import_rows(
            db,
            &key,
            |edition, round, posts| answers::generate(edition, round, posts, year),
            &By::command_line(now),
        )?;
    }
    commands::rounds::create(db, &current, &By::command_line(now))?;
    commands::rounds::open(db, &current.key, &By::command_line(now))?;
    Ok(current.key)
}

/// Answers the open round for everybody but a few latecomers and one municipality that has begun.
///
/// # Errors
/// The errors of the commands it runs.
pub fn answer(db: &Db, key: &str, now: NaiveDateTime) -> Result<()> {
    answers::answer_open_round(db, key, now)
}

/// KL's aim in KL's words. KL names no number, so the number is the demo's own.
fn aim() -> Aim {
    Aim::new(WrittenAim {
        score: 75,
        level: Some("grundniveau".to_owned()),
        name_da: "KL's mål".to_owned(),
        name_en: "KL's aim".to_owned(),
        words_da:
            "KL's mål er, at kommunerne følger en væsentlig del af anbefalingerne på grundniveau. KL sætter ikke \
            tal på."
                .to_owned(),
        words_en: "KL's aim is that municipalities follow a substantial part of the recommendations of the basic \
            level. KL names no number."
            .to_owned(),
    })
}

/// A round of the past, fielded as the national monitoring was (domain notes, section 2.1).
fn historic(year: i32) -> NewRound {
    let first_nine = [
        "tobak",
        "alkohol",
        "fysisk-aktivitet",
        "mental-sundhed",
        "seksuel-sundhed",
        "mad-og-maaltider",
        "hygiejne",
        "indeklima-i-skoler",
        "solbeskyttelse",
    ];
    let packages: &[&str] = match year {
        2013 => &first_nine,
        2014 => &LATER_PACKAGES,
        _ => &[],
    };
    let month = if year == 2013 { 6 } else { 9 };
    let opens_on = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    NewRound {
        key: year.to_string(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2012-13".to_owned(),
        packages: packages.iter().map(|key| (*key).to_owned()).collect(),
        opens_on,
        closes_on: opens_on + Days::new(29),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: true,
    }
}

/// The open round of the present year: half way through its month.
fn current(today: NaiveDate) -> NewRound {
    NewRound {
        key: today.year().to_string(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on: today - Days::new(14),
        closes_on: today + Days::new(16),
        is_historic: false,
        ..historic(today.year())
    }
}
