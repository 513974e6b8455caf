//! Nothing that a reader is told depends on what the reader may not see: not a page, not a file, not the API, and so no
//! sequence of them either.
//!
//! Two countries differ only in what must stay hidden, and every request gets the same answer in both. For a reader of
//! two municipalities the others have changed places wherever no shown group tells them apart; for a reader of all but
//! three, of whom the country's mean would tell the rest, those three have answered something else altogether. What
//! `domain/dashboards/peer_groups` holds back is tried there; here it is that nothing else shows it.

use std::collections::BTreeMap;
use std::io::Read;

use pejl::commands;
use pejl::domain::MunicipalityCode;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Role, Scope};
use pejl::domain::dashboards::peer_groups::{Benchmark, Figure, FixedGroups, PeerGroup};
use pejl::domain::rounds::{NewRound, Rule};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::app::TestApp;
use crate::database::Backend;
use crate::security::routes::{find, table};
use crate::security::world::session;

#[test]
fn on_sqlite_nothing_told_depends_on_what_may_not_be_seen() {
    nothing_told_depends_on_what_may_not_be_seen(Backend::Sqlite);
}

#[test]
fn on_postgresql_nothing_told_depends_on_what_may_not_be_seen() {
    nothing_told_depends_on_what_may_not_be_seen(Backend::Postgres);
}

const EDITION: &str = r#"
edition: "2012"
title: Udgave
categories: [{key: rammer, label: Rammer}]
levels: [{key: grund, label: Grundniveau}, {key: udvikling, label: Udviklingsniveau}]
scales:
  - key: trafiklys
    label: Trafiklys
    options:
      - {key: groen, label: Grøn, points: 2}
      - {key: gul, label: Gul, points: 1}
      - {key: roed, label: Rød, points: 0}
areas: [{key: sundhed, label: Sundhed}, {key: skole, label: Skole}]
packages:
  - key: tobak
    title: Tobak
    recommendations:
      - key: kurser
        title: Rygestopkurser
        category: rammer
        level: grund
        questions:
          - {key: tobak.kurser, text: Kurser?, measure: implementation, scale: trafiklys, areas: [sundhed, skole]}
      - key: regler
        title: Røgfri regler
        category: rammer
        level: udvikling
        questions:
          - {key: tobak.regler, text: Regler?, measure: implementation, scale: trafiklys, areas: [sundhed, skole]}
    questions:
      - {key: tobak.samlet, text: I hvilken grad?, measure: overall, scale: trafiklys, areas: [sundhed]}
  - key: sol
    title: Solbeskyttelse
    recommendations:
      - key: skygge
        title: Skygge
        category: rammer
        level: grund
        questions:
          - {key: sol.skygge, text: Skygge?, measure: implementation, scale: trafiklys, areas: [skole]}
questions:
  - {key: kendskab, text: "Kendt i {area}?", measure: awareness, scale: trafiklys, areas: [sundhed]}
key_questions: [{question: kendskab, area: sundhed}]
"#;

/// The cells that everybody answers.
const CELLS: [(&str, &str); 7] = [
    ("sundhed", "tobak.kurser"),
    ("skole", "tobak.kurser"),
    ("sundhed", "tobak.regler"),
    ("skole", "tobak.regler"),
    ("sundhed", "tobak.samlet"),
    ("skole", "sol.skygge"),
    ("sundhed", "kendskab"),
];

/// Whom the first reader may see.
const OWN: [&str; 2] = ["0751", "0461"];

/// Six of one region and one kommunegruppe, which may be shown; seven in groups that are too small.
const OTHERS: [&str; 13] =
    ["0101", "0147", "0151", "0153", "0155", "0157", "0265", "0615", "0630", "0657", "0813", "0846", "0851"];

/// Whom the second reader may not see.
const THREE: [&str; 3] = ["0813", "0846", "0851"];

/// Everything that tells figures, behind `/rounds/2015` or the address itself.
const FIGURES: [&str; 88] = [
    "/country",
    "/country?measure=awareness",
    "/country?area=sundhed&sort=1&order=desc&group=region",
    "/country/packages.svg",
    "/country/areas.svg",
    "/country/overall.svg?measure=overall",
    "/country/key.svg",
    "/country/scores.csv",
    "/country/changes.csv",
    "/tables/scores.csv",
    "/tables/changes.xlsx",
    "/tables/figures.csv",
    "/tables/figures.xlsx",
    "/tables/trend.xlsx",
    "/tables/movements.csv",
    "/tables/movements.xlsx?measure=overall",
    "/tables/status.csv",
    "/tables/answers.csv",
    "/tables/answers.xlsx",
    "/map",
    "/map?figure=change&package=tobak&drawn=tiles",
    "/map/outlines.svg",
    "/map/tiles.svg?figure=change",
    "/movements",
    "/movements?measure=awareness",
    "/movements/packages.svg",
    "/movements/areas.svg",
    "/movements/recommendations.svg",
    "/movements/municipalities.slide",
    "/movements/gaps.svg",
    "/movements?package=tobak&level=grund",
    "/comparison",
    "/comparison?municipality=0751&municipality=0851&area=sundhed",
    "/comparison/packages.svg?municipality=0461",
    "/slides",
    "/slides.zip?slide=title",
    "/trend",
    "/trend/implementation.svg",
    "/trend/implementation-packages.svg",
    "/trend/package-shares.svg",
    "/trend/scores.csv",
    "/municipalities/0751",
    "/municipalities/0751?package=tobak",
    "/municipalities/0751/advice/tobak/kurser",
    "/municipalities/0751/sheet",
    "/municipalities/0751/slides",
    "/municipalities/0751/slides.zip?slide=gains",
    "/municipalities/0751/status",
    "/municipalities/0751/packages.svg",
    "/municipalities/0751/peers.svg",
    "/municipalities/0751/flow-1.svg",
    "/municipalities/0751/scores.csv",
    "/municipalities/0751/changes.csv",
    "/municipalities/0751/trend",
    "/municipalities/0751/trend/implementation.svg",
    "/municipalities/0751/trend/scores.csv",
    "/municipalities/0751/tables/scores.csv",
    "/municipalities/0751/tables/changes.xlsx",
    "/municipalities/0751/tables/trend.csv",
    "/municipalities/0851",
    "/packages/tobak",
    "/packages/tobak.svg",
    "/packages/tobak/flow-1.svg",
    "/packages/tobak/kurser",
    "/questions",
    "/questions/tobak.kurser",
    "/questions/tobak.kurser?area=skole",
    "/questions/tobak.kurser/distribution.svg",
    "/questions/tobak.kurser/flow-1.svg",
    "/questions/tobak.kurser/tables/distribution.csv",
    "/questions/tobak.kurser/tables/distribution.xlsx",
    "/questions/tobak.kurser/tables/answers.csv",
    "/releases",
    "/releases/1",
    "/releases/1/scores.csv",
    "/releases/1/changes.csv",
    "/comments",
    "/comments.csv",
    "",
    "/rounds",
    "/saved-views",
    "/",
    "/api/v1/rounds/2015/scores?limit=1000",
    "/api/v1/rounds/2015/changes?limit=1000",
    "/api/v1/rounds/2015/distributions?limit=1000",
    "/api/v1/rounds/2015/status",
    "/api/v1/rounds/2015/comments",
    "/api/v1/municipalities",
];

/// What of a round tells no figures, is for administrators alone, or tells a coordinator of the own municipality alone.
const OTHER_PAGES: [&str; 12] = [
    "baselines",
    "calls",
    "closing",
    "deletion",
    "extensions",
    "municipalities/{code}/practice",
    "opening",
    "posts",
    "preparation",
    "reminders",
    "settings",
    "withdrawal",
];

fn address(figure: &str, round: &str) -> String {
    match figure {
        "/" | "/rounds" | "/saved-views" => figure.to_owned(),
        api if api.starts_with("/api/") => api.replace("2015", round),
        page => format!("/rounds/{round}{page}"),
    }
}

/// What a municipality answers to a cell, by its place and the round's.
fn option(municipality: usize, round: usize, cell: usize) -> &'static str {
    ["groen", "gul", "roed"][(municipality * 7 + municipality / 3 + round * (1 + municipality) + cell * 5) % 3]
}

/// A country in which each municipality has the answers that belong to a place.
fn fill(app: &TestApp, places: &BTreeMap<&str, usize>) {
    let (db, by) = (&app.service.db, By::command_line(app.service.now()));
    commands::catalogue::import(db, EDITION.as_bytes(), &by).unwrap();
    commands::catalogue::publish(db, "2012", &by).unwrap();
    let posts: String = places
        .keys()
        .map(|code| format!("{code};Sundhed;Sundhedschef;sundhed|skole;Leder;leder{code}@example.org;\n"))
        .collect();
    let directory = format!("municipality_code;department;post;areas;name;email;phone\n{posts}");
    commands::directory::import(db, directory.as_bytes(), &by).unwrap();
    for (round, key) in ["2013", "2015"].into_iter().enumerate() {
        let new = NewRound {
            key: key.to_owned(),
            programme: "forebyggelsespakker".to_owned(),
            edition: "2012".to_owned(),
            packages: Vec::new(),
            opens_on: format!("{key}-09-01").parse().unwrap(),
            closes_on: format!("{key}-10-01").parse().unwrap(),
            rule: Rule::Mean,
            min_coverage: 0.7,
            is_test: false,
            is_historic: true,
        };
        commands::rounds::create(db, &new, &by).unwrap();
        let mut answers = "municipality_code;post;area;question;option;comment\n".to_owned();
        for (code, place) in places {
            for (cell, (area, question)) in CELLS.iter().enumerate() {
                let option = option(*place, round, cell);
                answers.push_str(&format!("{code};Sundhedschef;{area};{question};{option};Bemærkning {place}\n"));
            }
        }
        commands::answer_imports::import(db, key, answers.as_bytes(), &by).unwrap();
        commands::releases::publish(db, key, ("", false), &by).unwrap();
    }
}

/// The places of the first country: everybody has their own.
fn own_places() -> BTreeMap<&'static str, usize> {
    OWN.into_iter().chain(OTHERS).enumerate().map(|(place, code)| (code, place)).collect()
}

/// The same where those whom a reader may not see have changed places, each with the next one that no group tells
/// apart from it that the reader is shown.
fn turned_places(scope: &Scope) -> BTreeMap<&'static str, usize> {
    let places = own_places();
    let codes: Vec<MunicipalityCode> = places.keys().map(|code| code.parse().unwrap()).collect();
    let day = "2015-10-01".parse().unwrap();
    let groups = FixedGroups::of(codes.iter().cloned(), day);
    let figures: Vec<Figure> = codes.iter().map(|code| (code.clone(), Some(1.0))).collect();
    let shown: Vec<bool> = groups
        .benchmarks(&figures, groups.all(), scope)
        .iter()
        .map(|one| matches!(one, Benchmark::Shown { .. }))
        .collect();
    assert!(shown[0] && shown[1..].contains(&true) && shown.contains(&false), "{:?} {shown:?}", groups.all());
    let told_apart = |code: &str| -> Vec<&PeerGroup> {
        let code: MunicipalityCode = code.parse().unwrap();
        groups
            .all()
            .iter()
            .zip(&shown)
            .filter(|(group, shown)| **shown && group.holds(&code, day))
            .map(|one| one.0)
            .collect()
    };
    let mut alike: BTreeMap<Vec<&PeerGroup>, Vec<&str>> = BTreeMap::new();
    for code in OTHERS {
        alike.entry(told_apart(code)).or_default().push(code);
    }
    assert!(alike.values().all(|one| one.len() > 1), "{alike:?}");
    let mut turned = places.clone();
    for codes in alike.values() {
        for (code, next) in codes.iter().zip(codes.iter().cycle().skip(1)) {
            turned.insert(code, places[next]);
        }
    }
    turned
}

/// Somebody who asks.
struct Reader<'a> {
    app: &'a TestApp,
    session: String,
    token: String,
    agent: ureq::Agent,
}

impl Reader<'_> {
    fn new<'a>(app: &'a TestApp, name: &str, codes: &[&str]) -> Reader<'a> {
        let email = format!("{name}@example.org");
        let session = session(app, &email, Role::Consultant, codes);
        let token = crate::api::token(app, &email);
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        Reader { app, session, token, agent }
    }

    /// What an answer says, without what differs by chance.
    fn told(&self, path: &str) -> String {
        let request = self.agent.get(format!("{}{path}", self.app.base_url));
        let request = match path.starts_with("/api/") {
            true => request.header("authorization", format!("Bearer {}", self.token)),
            false => request.header("cookie", format!("pejl_session={}", self.session)),
        };
        let mut answer = request.call().unwrap();
        // An error's page has a number of its own.
        if answer.status() != 200 {
            return answer.status().to_string();
        }
        let body = answer.body_mut().read_to_vec().unwrap();
        if body.starts_with(b"PK") {
            return unpacked(&body);
        }
        without_ids(&String::from_utf8(body).unwrap())
    }
}

/// Every file of an archive but the one that says when it was made.
fn unpacked(archive: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        if file.name().is_ok_and(|name| name == "docProps/core.xml") {
            continue;
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        all.push_str(&String::from_utf8_lossy(&content));
    }
    all
}

/// The text without the ids of rows, which are new in every database, and without checksums of all figures at once,
/// which show that two countries are not the same, but nothing of either.
fn without_ids(text: &str) -> String {
    let is_id = |piece: &str| {
        let parts: Vec<usize> = piece.split('-').map(str::len).collect();
        let is_hex = piece.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        is_hex && (parts == [8, 4, 4, 4, 12] || parts == [64] || parts == [12])
    };
    let mut pieces = text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    pieces.by_ref().fold(String::with_capacity(text.len()), |all, piece| {
        let word = piece.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        all + if is_id(word) { &piece[word.len()..] } else { piece }
    })
}

fn nothing_told_depends_on_what_may_not_be_seen(backend: Backend) {
    assert_every_page_of_figures_is_asked_for();
    let apps = [(); 3].map(|()| TestApp::on(backend));
    let [Some(one), Some(turned), Some(other)] = apps.each_ref().map(Option::as_ref) else { return };
    let some = Scope::Some(OWN.iter().map(|code| code.parse().unwrap()).collect());
    fill(one, &own_places());
    fill(turned, &turned_places(&some));
    let mut changed = own_places();
    changed.extend(THREE.into_iter().enumerate().map(|(place, code)| (code, 40 + 2 * place)));
    fill(other, &changed);
    let most: Vec<&str> = OWN.into_iter().chain(OTHERS).filter(|code| !THREE.contains(code)).collect();

    let readers = [one, turned].map(|app| Reader::new(app, "to", &OWN));
    asks(&readers, &FIGURES, "of two municipalities");
    asks_anything(&readers);
    let readers = [one, other].map(|app| Reader::new(app, "flest", &most));
    // Pictures and archives hold what pages and tables do, and take their time to draw.
    let is_text = |figure: &&str| [".svg", ".slide", ".zip", ".xlsx"].iter().all(|ending| !figure.contains(ending));
    let texts: Vec<&str> = FIGURES.into_iter().filter(is_text).collect();
    asks(&readers, &texts, "of all but three");

    // Who may see everybody is told that the countries are not the same.
    for (name, app) in [("alle-en", turned), ("alle-to", other)] {
        let readers = [one, app].map(|app| Reader::new(app, name, &[]));
        for figure in ["/country", "/tables/scores.csv", "/api/v1/rounds/2015/scores", "/map/outlines.svg"] {
            let path = address(figure, "2015");
            assert_ne!(readers[0].told(&path), readers[1].told(&path), "{path} says nothing of anybody");
        }
    }
}

fn asks(readers: &[Reader; 2], figures: &[&str], who: &str) {
    let mut answered = 0;
    for figure in figures {
        let path = address(figure, "2015");
        let told = readers.each_ref().map(|reader| reader.told(&path));
        answered += usize::from(told[0].len() > 3);
        assert_same(&told, &path, who);
    }
    assert!(answered + 12 > figures.len(), "only {answered} were answered for the reader {who}");
}

/// A request as it comes: a page, a round, and what stands in its query, known or not, seen or not.
fn request() -> impl Strategy<Value = String> {
    let plain = FIGURES.into_iter().filter(|figure| !figure.contains('?') && !figure.contains(".xlsx"));
    let figure = prop::sample::select(plain.collect::<Vec<_>>());
    let values = [
        ("measure", vec!["implementation", "awareness", "overall"]),
        ("area", vec!["", "sundhed", "skole"]),
        ("package", vec!["", "tobak", "sol"]),
        ("region", vec!["", "Region+Nordjylland", "Region+Hovedstaden"]),
        ("group", vec!["", "region", "1", "2", "5"]),
        ("level", vec!["", "grund", "udvikling"]),
        ("figure", vec!["score", "change"]),
        ("sort", vec!["", "0", "1"]),
    ];
    let query = values
        .map(|(name, values)| prop::sample::select(values).prop_map(move |value| format!("{name}={value}")).boxed());
    let codes: Vec<&str> = OWN.into_iter().chain(OTHERS).collect();
    let chosen = prop::sample::subsequence(codes, 0..6)
        .prop_map(|codes| codes.iter().map(|code| format!("&municipality={code}")).collect::<String>());
    (figure, prop::sample::select(vec!["2013", "2015"]), query, chosen).prop_map(|(figure, round, query, chosen)| {
        // The API knows its parameters and refuses others.
        let query = if figure.starts_with("/api/") { String::new() } else { format!("?{}{chosen}", query.join("&")) };
        format!("{}{query}", address(figure, round))
    })
}

fn asks_anything(readers: &[Reader; 2]) {
    let config = ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() };
    let sequences = prop::collection::vec(request(), 1..5);
    let held = TestRunner::new(config).run(&sequences, |sequence| {
        for path in &sequence {
            let told = readers.each_ref().map(|reader| reader.told(path));
            prop_assert!(told[0] == told[1], "{path} tells what may not be seen, after {sequence:?}");
        }
        Ok(())
    });
    held.unwrap();
}

fn assert_same(told: &[String; 2], path: &str, who: &str) {
    let [one, other] = told;
    let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    assert!(one == other, "{path} tells the reader {who} what may not be seen: {differs:?}");
}

/// A new page of figures is asked for here too.
fn assert_every_page_of_figures_is_asked_for() {
    let table = table();
    let asked: Vec<&str> = FIGURES
        .iter()
        .map(|figure| {
            let path = address(figure, "2015");
            find(&table, "GET", &path).unwrap_or_else(|| panic!("no route for {path}")).path.as_str()
        })
        .collect();
    let tells = |path: &str| {
        let rest = path.strip_prefix("/rounds/{key}/").or_else(|| path.strip_prefix("/api/v1/rounds/{key}/"));
        rest.is_some_and(|rest| !OTHER_PAGES.iter().any(|other| rest.starts_with(other)))
    };
    let missing: Vec<&str> = table
        .iter()
        .filter(|route| route.method == "GET" && tells(&route.path))
        .map(|route| route.path.as_str())
        .filter(|path| !asked.contains(path))
        .collect();
    assert!(missing.is_empty(), "not asked for in tests/it/suppression.rs: {missing:?}");
}
