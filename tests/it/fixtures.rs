//! What tests fill a database with: an open round as an operator sets it up, accounts, links, letters.

use chrono::{Days, NaiveDate};
use pejl::clock::Clock;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::base::days::day_in_denmark;
use pejl::domain::base::tokens::Token;
use pejl::domain::rounds::invitations::{Link, SectionNumber};
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::{commands, store};

use crate::app::TestApp;
use crate::client::Client;
use crate::process::until_some;

/// The leader's row of the directory.
pub const LEADER: (&str, &str) = ("Ledernavn Eksempelsen", "leder.eksempel@example.org");

/// Opens a round over the shipped catalogue for one leader of two areas; an invitation is queued.
pub fn open_round(app: &TestApp) {
    open_round_about(app, "sundhed|aeldre", &[]);
}

/// The same for other areas, and over some packages where arguments say so.
pub fn open_round_about(app: &TestApp, areas: &str, packages: &[&str]) {
    let directory = app.folder().join("stillinger.csv");
    let row = format!("0151;Center for Prøver;Prøveleder;{areas};{};{};", LEADER.0, LEADER.1);
    std::fs::write(&directory, format!("municipality_code;department;post;areas;name;email;phone\n{row}\n")).unwrap();
    let today = today();
    let [opens, closes] = [today, today + Days::new(30)].map(|day| day.to_string());
    let create = ["round", "create", "--key", "x", "--edition", "2018", "--opens", &opens, "--closes", &closes];
    for arguments in [
        &["catalogue", "import", "catalogue/2018.yaml"][..],
        &["catalogue", "publish", "2018"],
        &["directory", "import", directory.to_str().unwrap()],
        &[&create, packages].concat(),
        &["round", "open", "x"],
    ] {
        let ran = app.pejl(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.stderr);
    }
}

/// An administrator who has just signed in; a session lasts less than a round.
pub fn admin(app: &TestApp) -> Client {
    app.pejl(&["staff", "add", "admin@example.org", "--role", "admin"]);
    let ran = app.pejl(&["staff", "reset", "admin@example.org"]);
    let link = ran.stdout.split_whitespace().find(|word| word.contains("/adgang/")).unwrap().to_owned();
    let client = app.client();
    let password = "no password fits this";
    let page = client.post(&link[link.find("/adgang/").unwrap()..], &[("password", password), ("repeated", password)]);
    assert_eq!(page.status, 200, "{}", page.body);
    client
}

/// The path of the personal link in the first letter that is delivered to the folder.
pub fn delivered_link(app: &TestApp) -> String {
    delivered_link_to(app, "")
}

/// The same of the first letter to that address.
pub fn delivered_link_to(app: &TestApp, address: &str) -> String {
    let letters = || std::fs::read_dir(&app.letters).unwrap().map(|file| file.unwrap().path());
    let is_letter = |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "eml");
    let is_to = |letter: &str| {
        let addressed = letter.lines().take_while(|line| !line.is_empty()).any(|line| line.contains(address));
        addressed.then(|| letter.replace("=\r\n", ""))
    };
    let found = || letters().filter(is_letter).find_map(|path| is_to(&std::fs::read_to_string(path).unwrap()));
    let letter = until_some("a letter in the folder", found);
    let token: String = letter.split("/svar/").nth(1).unwrap().chars().take_while(is_token).collect();
    format!("/svar/{token}")
}

fn is_token(letter: &char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// Today in Denmark by the machine's clock, which the real program follows.
pub fn today() -> NaiveDate {
    day_in_denmark(Clock::System.now())
}

/// The scoring example's newer edition and directory, and a draft round of thirty days: six posts.
pub fn prepare(app: &TestApp, round: &str, opens_on: NaiveDate) {
    prepare_edition(app, &example("catalogue-2018.yaml"), round, opens_on);
}

fn example(name: &str) -> String {
    std::fs::read_to_string(format!("tests/data/scoring-example/{name}")).unwrap()
}

/// The same with every question about the unit that one leads.
pub fn prepare_about_units(app: &TestApp, round: &str, opens_on: NaiveDate) {
    let document = example("catalogue-2018.yaml")
        .replace("measure: implementation", "about: unit\n            measure: implementation");
    assert!(document.contains("about: unit"));
    prepare_edition(app, &document, round, opens_on);
}

fn prepare_edition(app: &TestApp, document: &str, round: &str, opens_on: NaiveDate) {
    let (db, by) = (&app.service.db, By::command_line(app.service.now()));
    commands::catalogue::import(db, document.as_bytes(), &by).unwrap();
    commands::catalogue::publish(db, "2018", &by).unwrap();
    commands::directory::import(db, example("directory.csv").as_bytes(), &by).unwrap();
    let new = NewRound {
        key: round.to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + Days::new(30),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
    };
    commands::rounds::create(db, &new, &by).unwrap();
}

/// A working link to the invitation at that place of a round, as a path; to one section of it where
/// one is named.
pub fn link(app: &TestApp, round: &str, place: usize, section: Option<SectionNumber>) -> String {
    let token = Token::random();
    app.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let link = Link::sent(&token, (&all[place].id, section), app.service.now());
        Ok(store::links::insert(conn, &link)?)
    });
    format!("/svar/{}", token.as_str())
}

/// The hidden fields of a section's page that say what its answers build on: `r0`, `r1`, ...
pub fn bases(page: &str) -> Vec<(String, String)> {
    let fields = page.split("type=\"hidden\" name=\"r").skip(1);
    let parse = |rest: &str| {
        let (number, rest) = rest.split_once("\" value=\"").unwrap();
        (format!("r{number}"), rest.split('"').next().unwrap().to_owned())
    };
    fields.map(parse).collect()
}
