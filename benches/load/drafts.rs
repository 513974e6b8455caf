//! An edition of 2,000 questions as an administrator edits it: what every page of its draft costs.

use std::fmt::Write;
use std::path::Path;

use chrono::{NaiveDateTime, Utc};
use pejl::commands;
use pejl::commands::catalogue::drafts;
use pejl::domain::Text;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Draft, Role};
use pejl::domain::catalogue::drafts::{Content, Edit, Item, Meaning};
use pejl::store::{self, Db};

use crate::data::AREAS;
use crate::line;
use crate::process::Server;
use crate::visitor::Visitor;

const PACKAGES: usize = 20;
const RECOMMENDATIONS: usize = 50;
const QUESTIONS: usize = 2_000;
/// Edits of the draft before it is looked at; each is a revision.
const EDITS: usize = 60;
/// Requests measured per page.
const REQUESTS: u32 = 20;

/// Prints a line a page.
pub fn run(folder: &Path) {
    let database_url = format!("sqlite://{}", folder.join("drafts.sqlite").display());
    let session = fill(&database_url);
    let server = Server::start(&database_url, 18463);
    let staff = Visitor::signed_in(server.address(), &session);
    println!("\n2,000 questions: pages of a draft{:>37}{:>12}", "ms CPU", "wanted");
    let recommendation = "/drafts/ny/recommendations/pakke-3~anbefaling-7";
    for (what, path) in [
        ("list", "/drafts/ny"),
        ("package", "/drafts/ny/packages/pakke-3"),
        ("recommendation", recommendation),
        ("question", "/drafts/ny/questions/q.500"),
        ("history", "/drafts/ny/history"),
        ("two revisions", "/drafts/ny/differences?from=0&to=60"),
        ("crosswalk", "/catalogue/stor/crosswalk/ny"),
        ("crosswalk, one package", "/catalogue/stor/crosswalk/ny?package=pakke-3"),
        ("crosswalk without links, one package", "/catalogue/uden/crosswalk/ny?package=pakke-3"),
        ("links of a question", "/catalogue/stor/crosswalk/ny/questions/q.500"),
        ("comparison", "/catalogue/stor/changes/ny"),
        ("publication", "/catalogue/ny/publication"),
        ("preview", "/catalogue/ny/preview?areas=sundhed"),
    ] {
        staff.get(path);
        line(what, server.cpu_per(REQUESTS, |_| staff.get(path)), "100");
    }
    let save = |turn: u32| {
        let form = format!(
            "title=Anbefaling+{turn}&package=pakke-3&category=rammer&key=anbefaling-7&revision={}",
            EDITS as u32 + turn
        );
        staff.post(recommendation, &form);
    };
    line("save of a recommendation", server.cpu_per(REQUESTS, save), "100");
    line("resident memory at its highest, MB", server.peak_megabytes(), "400");
}

/// Two published editions and a draft that follows the first, edited often; returns an administrator's session.
fn fill(database_url: &str) -> String {
    let db = Db::open(database_url, 2).unwrap();
    db.migrate().unwrap();
    let now: NaiveDateTime = Utc::now().naive_utc();
    let by = By::command_line(now);
    for key in ["stor", "uden"] {
        commands::catalogue::import(&db, catalogue(key).as_bytes(), &by).unwrap();
        commands::catalogue::publish(&db, key, &by).unwrap();
    }
    drafts::copy(&db, ("stor", "ny"), &Text::from("Ny stor udgave"), &by).unwrap();
    for turn in 0..EDITS {
        let item = Item::Question(format!("q.{}", turn * 31));
        let stored = db.read(|conn| Ok(store::editions::find(conn, "ny")?)).unwrap().unwrap();
        let draft = db.read(|conn| pejl::editions::draft(conn, &stored)).unwrap();
        let Some(Content::Question(mut question)) = draft.content(&item) else { unreachable!("it is asked") };
        question.text = Text::from(format!("Hvor langt er I nu med genereret spørgsmål nummer {turn}?").as_str());
        let edit = Edit::Change(item, Content::Question(question), Meaning::Reworded);
        drafts::edit(&db, "ny", (stored.revision, &edit), &by).unwrap();
    }
    let admin = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
    let key = commands::staff::add(&db, &admin, &by).unwrap();
    let session = commands::staff::set_password(&db, &key, "no password fits this", now).unwrap().session().unwrap();
    session.as_str().to_owned()
}

/// An edition of about a megabyte: 20 packages of 50 recommendations with two questions each, which have help.
fn catalogue(key: &str) -> String {
    let mut text = format!(
        "edition: {key}\ntitle: Stor udgave {key}\npublished_on: 2018-01-01\n\
         categories: [{{key: rammer, label: Rammer}}]\nscales:\n  - key: trafiklys\n    label: Trafiklys\n    options:\n\
         \x20     - {{key: groen, label: Fuldt implementeret, points: 2}}\n      - {{key: gul, label: I gang, points: 1}}\n\
         \x20     - {{key: roed, label: Ikke i gang, points: 0}}\n      - {{key: ved-ikke, label: Ved ikke, blank: dont_know}}\nareas:\n",
    );
    for area in AREAS {
        let _ = writeln!(text, "  - {{key: {area}, label: {area}}}");
    }
    text.push_str("packages:\n");
    let each = QUESTIONS / PACKAGES / RECOMMENDATIONS;
    for number in 0..PACKAGES * RECOMMENDATIONS {
        let (package, place) = (number / RECOMMENDATIONS, number % RECOMMENDATIONS);
        if place == 0 {
            let _ = writeln!(text, "  - key: pakke-{package}\n    title: Pakke {package}\n    recommendations:");
        }
        let _ = writeln!(
            text,
            "      - key: anbefaling-{place}\n        title: Genereret anbefaling nummer {number}\n        category: rammer\n        questions:"
        );
        for question in number * each..(number + 1) * each {
            let areas = [0, 3].map(|step| AREAS[(question + step) % AREAS.len()]).join(", ");
            let _ = writeln!(
                text,
                "          - key: q.{question}\n            text: Hvor langt er I med genereret spørgsmål nummer {question} i kommunens tilbud?\n\
                 \x20           text_en: How far have you got with generated question number {question} in the services of the municipality?\n\
                 \x20           hint: Svar for de tilbud, som du selv har ansvaret for, også dem, der købes hos andre.\n\
                 \x20           help: {{groen: Alle tilbud gør det hver dag., roed: Ingen tilbud gør det endnu.}}\n\
                 \x20           measure: implementation\n            scale: trafiklys\n            areas: [{areas}]"
            );
        }
    }
    text
}
