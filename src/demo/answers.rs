//! Generated answers: repeatable, slowly rising over the years, different from municipality to
//! municipality, and for `overall` steered to the published shares.

use crate::domain::access::audit::By;
use std::collections::HashMap;

use chrono::{Datelike, NaiveDateTime};
use sha2::{Digest, Sha256};

use super::STILL_ANSWERING;
use super::published::{answering, generated_high_degree, high_degree};
use crate::commands;
use crate::domain::answering::answers::{UnitShare, takes_unit_share};
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::municipalities;
use crate::domain::catalogue::{Edition, Measure, OptionIndex, Question, Worth};
use crate::domain::rounds::Round;
use crate::domain::{Area, MunicipalityCode};
use crate::error::Result;
use crate::files::answers::{AnswerRow, PopulationPost};
use crate::store::Db;

/// What is already handed in in the municipality that is still answering: enough that some of its
/// packages can be held against the baseline, and the three links that are printed lead to the rest.
const HANDED_IN_EARLY: [Area; 11] = [
    Area::Leadership,
    Area::Communication,
    Area::Health,
    Area::HealthVisitors,
    Area::DentalCare,
    Area::Elderly,
    Area::DayCare,
    Area::Schools,
    Area::Youth,
    Area::CultureLeisure,
    Area::WorkingEnvironment,
];

/// The post of that municipality that has handed in its one area, which another post covers too.
const HANDED_IN_WHOLE: &str = "Leder af botilbud";

/// The post that is waited for where one is.
const WAITED_FOR: &str = "Centerchef";

/// The part of the municipalities in which it has begun and not handed in.
const UNFINISHED: f64 = 0.15;

/// The answers of one round; municipalities that did not answer are left out.
pub fn generate(edition: &Edition, round: &Round, posts: &[PopulationPost], year: i32) -> Vec<AnswerRow> {
    let silent = silent(year);
    let mut rows = Vec::new();
    for (position, post) in posts.iter().enumerate().filter(|(_, post)| !silent.contains(&post.municipality)) {
        rows.extend(answers_of(edition, round, position, post, year));
    }
    steer(edition, posts, &mut rows, year);
    rows
}

/// The municipalities that did not answer: those with the lowest lot of the year.
fn silent(year: i32) -> Vec<MunicipalityCode> {
    let mut codes: Vec<MunicipalityCode> =
        municipalities::all().iter().map(|municipality| municipality.code()).collect();
    codes.retain(|code| code.as_str() != STILL_ANSWERING);
    codes.sort_by_key(|code| lot(&[code.as_str(), &year.to_string(), "silent"]));
    codes.truncate(municipalities::all().len() - answering(year));
    codes
}

/// The answers of a post. The municipality that is still answering has no gaps: with half of its
/// sections there, each gap would cost a comparison that a visitor is to see.
fn answers_of(edition: &Edition, round: &Round, position: usize, post: &PopulationPost, year: i32) -> Vec<AnswerRow> {
    let mut rows = Vec::new();
    for area in &post.areas {
        let asked = edition
            .questions
            .iter()
            .enumerate()
            .filter(|(_, question)| round.asks(edition, question) && question.areas.contains(area));
        for (index, question) in asked {
            // The reduced round of 2014 asked about its two packages alone.
            if year == 2014 && question.package.is_none() {
                continue;
            }
            let parts = [post.municipality.as_str(), &post.title, area.as_str(), &question.key];
            if post.municipality.as_str() != STILL_ANSWERING
                && share(&[&parts[..], &[&year.to_string(), "silence"]].concat()) < 0.02
            {
                continue;
            }
            let option = option_of(edition, question, &parts, year);
            let needs_reason = edition.scale_of(question).options[option].reason_required;
            let comment = if needs_reason { "Genereret begrundelse: løses af andre end kommunen." } else { "" };
            rows.push(AnswerRow {
                line: 0,
                post: position,
                area: *area,
                question: index,
                option,
                comment: comment.to_owned(),
                unit_share: unit_share_of(edition, question, (option, &parts)),
            });
        }
    }
    rows
}

/// An option by how far the municipality is: its own level, the package's, the question's and the year.
fn option_of(edition: &Edition, question: &Question, parts: &[&str; 4], year: i32) -> OptionIndex {
    let scale = edition.scale_of(question);
    let year_text = year.to_string();
    let draw = match parts[0] {
        STILL_ANSWERING => 1.0,
        _ => share(&[parts[0], parts[1], parts[2], parts[3], &year_text, "blank"]),
    };
    let blank = scale.options.iter().position(|option| match option.worth {
        Worth::Blank(crate::domain::catalogue::Blank::DontKnow) => draw < 0.05,
        Worth::Blank(crate::domain::catalogue::Blank::NotRelevant) => (0.05..0.07).contains(&draw),
        Worth::Points(_) => false,
    });
    if let Some(blank) = blank {
        return blank;
    }
    let package = question.package.map_or("", |position| edition.packages[position].key.as_str());
    let level = 0.30 * share(&[parts[0], "level"])
        + 0.25 * share(&[package, "package"])
        + 0.30 * share(&[parts[0], parts[2], parts[3]]);
    let years = f64::from(year - 2013).min(8.0) / 8.0;
    let own = 0.36 * (share(&[parts[0], package, "speed"]) - 0.5);
    let speed = pace_of_package(package) + pace_of_area(parts[2]) + own;
    let noise = 0.16 * share(&[parts[0], parts[1], parts[3], &year_text]);
    let reached = (level + speed * years + noise).clamp(0.0, 0.999);
    let mut scored: Vec<(u16, OptionIndex)> =
        scale.options.iter().enumerate().filter_map(|(position, option)| Some((option.points()?, position))).collect();
    scored.sort_unstable();
    let step = (reached * scored.len() as f64) as usize;
    scored.get(step).map_or(0, |(_, position)| *position)
}

/// How fast a package rises in eight years, as a part of the scale. The demo tells of some that rise
/// much, some that stand still and one that falls. Generated, and no figure of anybody's.
fn pace_of_package(package: &str) -> f64 {
    match package {
        "tobak" => 0.20,
        "mental-sundhed" => 0.18,
        "alkohol" => 0.13,
        "stoffer" => 0.09,
        "fysisk-aktivitet" => 0.07,
        "seksuel-sundhed" => 0.03,
        "mad-og-maaltider" => 0.01,
        "solbeskyttelse" => -0.06,
        _ => 0.05,
    }
}

/// How much faster or slower an area is than the others.
fn pace_of_area(area: &str) -> f64 {
    match area {
        "psykiatri-handicap" => 0.07,
        "dagtilbud" => 0.04,
        "kultur-fritid" | "social" => -0.04,
        "teknik-miljoe" | "bevilling" => -0.08,
        _ => 0.0,
    }
}

/// Makes the `overall` answers "i høj grad" in exactly as many municipalities as were published.
fn steer(edition: &Edition, posts: &[PopulationPost], rows: &mut Vec<AnswerRow>, year: i32) {
    for (position, package) in edition.packages.iter().enumerate() {
        let counts = [high_degree, generated_high_degree];
        let Some(wanted) = counts.iter().find_map(|count| count(&package.key, year)) else { continue };
        let overall = |question: &Question| question.measure == Measure::Overall && question.package == Some(position);
        let Some(index) = edition.questions.iter().position(overall) else { continue };
        complete(edition, posts, rows, index, year);
        let options: HashMap<u16, OptionIndex> = edition
            .scale_of(&edition.questions[index])
            .options
            .iter()
            .enumerate()
            .filter_map(|(position, option)| Some((option.points()?, position)))
            .collect();
        let mut asked: Vec<&mut AnswerRow> = rows.iter_mut().filter(|row| row.question == index).collect();
        // The lot without the year keeps a municipality's place in line, so that shares grow by joining.
        asked.sort_by_key(|row| lot(&[posts[row.post].municipality.as_str(), &package.key, "line"]));
        for (rank, row) in asked.into_iter().enumerate() {
            let points = if rank < wanted {
                3
            } else if rank < wanted + (95 - wanted) / 2 {
                2
            } else {
                u16::from(rank % 7 != 0)
            };
            row.option = options.get(&points).copied().unwrap_or(row.option);
            row.comment.clear();
        }
    }
}

/// Gives every answering municipality an answer to a steered question, so that the published N is met.
fn complete(edition: &Edition, posts: &[PopulationPost], rows: &mut Vec<AnswerRow>, question: usize, year: i32) {
    let silent = silent(year);
    let answered: Vec<usize> = rows.iter().filter(|row| row.question == question).map(|row| row.post).collect();
    let areas = &edition.questions[question].areas;
    for (position, post) in posts.iter().enumerate().filter(|(_, post)| !silent.contains(&post.municipality)) {
        let Some(area) = post.areas.iter().find(|area| areas.contains(area)) else { continue };
        if !answered.contains(&position) {
            rows.push(AnswerRow {
                line: 0,
                post: position,
                area: *area,
                question,
                option: 0,
                comment: String::new(),
                unit_share: None,
            });
        }
    }
}

/// Hands in the open round for everybody but one municipality and a few latecomers; that one has begun.
///
/// # Errors
/// The errors of the commands.
pub(super) fn answer_open_round(db: &Db, key: &str, now: NaiveDateTime) -> Result<()> {
    let year = day_in_denmark(now).year();
    let latecomers = silent(year);
    let rows = |edition: &Edition, round: &Round, posts: &[PopulationPost]| {
        let begun = posts.iter().enumerate().filter(|(_, post)| !latecomers.contains(&post.municipality));
        begun.flat_map(|(position, post)| answers_of(edition, round, position, post, year)).collect()
    };
    let hands_in = |post: &PopulationPost, area: Area| match post.municipality.as_str() {
        STILL_ANSWERING => HANDED_IN_EARLY.contains(&area) || post.title == HANDED_IN_WHOLE,
        code => post.title != WAITED_FOR || share(&[code, "unfinished"]) >= UNFINISHED,
    };
    commands::answer_imports::answer_open(db, key, rows, hands_in, &By::command_line(now))
}

/// In how many units an answer holds, for two of three that may tell it.
fn unit_share_of(edition: &Edition, question: &Question, (option, parts): (OptionIndex, &[&str])) -> Option<UnitShare> {
    let choice = i16::try_from(option).ok();
    if !takes_unit_share(question, edition.scale_of(question), choice) {
        return None;
    }
    let told = lot(&[parts, &["units"]].concat()) % 6;
    UnitShare::ALL.get(usize::try_from(told).ok()?).copied()
}

/// A number from 0 up to 1 that the parts alone decide.
fn share(parts: &[&str]) -> f64 {
    lot(parts) as f64 / u64::MAX as f64
}

/// A number that the parts alone decide.
fn lot(parts: &[&str]) -> u64 {
    let digest = Sha256::digest(parts.join("\u{1f}").as_bytes());
    digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
