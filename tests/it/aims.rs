//! What a programme aims at: decided on its page, kept by rounds as they open, and told wherever their packages are.

use pejl::commands;
use pejl::domain::access::api_tokens::{TokenDraft, TypedToken, written};
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;
use pejl::domain::rounds::programmes::Programme;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, NewRound, Rule};
use pejl::store;
use serde_json::Value;
use ureq::http::Method;

use crate::app::TestApp;
use crate::security::wire::{Answer, Wire, form};
use crate::security::world::session;

on_both_databases!(
    an_aim_is_decided_on_a_page_and_told_as_it_was_typed_where_it_is_faulty,
    a_round_keeps_its_aim_and_tells_who_reaches_it_on_pages_in_files_and_to_programs,
);

const CODES: [&str; 7] = ["0101", "0147", "0151", "0153", "0155", "0157", "0159"];

/// One recommendation of the basic level and one of another; "kun" has none of the basic level.
const EDITION: &str = r#"
edition: "2012"
title: Udgave
categories: [{key: rammer, label: Rammer}]
levels: [{key: grundniveau, label: Grundniveau}, {key: udviklingsniveau, label: Udviklingsniveau}]
scales:
  - key: trafiklys
    label: Trafiklys
    options:
      - {key: groen, label: "Grøn: færdig", points: 2}
      - {key: gul, label: "Gul: i gang", points: 1}
      - {key: roed, label: "Rød: ikke i gang", points: 0}
areas: [{key: sundhed, label: Sundhed}]
packages:
  - key: tobak
    title: Tobak
    recommendations:
      - key: kurser
        title: Rygestopkurser
        category: rammer
        level: grundniveau
        questions:
          - {key: tobak.kurser, text: Hvor langt er I med kurser?, measure: implementation, scale: trafiklys, areas: [sundhed]}
      - key: regler
        title: Røgfri regler
        category: rammer
        level: udviklingsniveau
        questions:
          - {key: tobak.regler, text: Hvor langt er I med regler?, measure: implementation, scale: trafiklys, areas: [sundhed]}
  - key: kun
    title: Kun udvikling
    recommendations:
      - key: alene
        title: Alene
        category: rammer
        level: udviklingsniveau
        questions:
          - {key: kun.alene, text: Hvor langt er I?, measure: implementation, scale: trafiklys, areas: [sundhed]}
"#;

/// What is typed into the form.
const TYPED: [(&str, &str); 6] = [
    ("score", "75"),
    ("level", "grundniveau"),
    ("name_da", "KL's mål"),
    ("name_en", ""),
    ("words_da", "En væsentlig del af anbefalingerne på grundniveau."),
    ("words_en", ""),
];

const AIM: &str = "/programmes/forebyggelsespakker/aim";

fn by(app: &TestApp) -> By {
    By::command_line(app.service.now())
}

/// A programme over an edition, with posts to ask.
fn programme(app: &TestApp) {
    let (db, by) = (&app.service.db, by(app));
    commands::catalogue::import(db, EDITION.as_bytes(), &by).unwrap();
    commands::catalogue::publish(db, "2012", &by).unwrap();
    let posts: String = CODES.iter().map(|code| format!("{code};Sundhed;Sundhedschef;sundhed;;;\n")).collect();
    let directory = format!("municipality_code;department;post;areas;name;email;phone\n{posts}");
    commands::directory::import(db, directory.as_bytes(), &by).unwrap();
    commands::programmes::create(db, &Programme { draft_days: None, ..Programme::usual(by.now) }, &by).unwrap();
}

/// A round of the past in which the first `done` municipalities are done with what is of the basic level, and the others
/// with the rest.
fn round(app: &TestApp, year: i32, done: usize) {
    let (db, by) = (&app.service.db, by(app));
    let opens_on = chrono::NaiveDate::from_ymd_opt(year, 9, 1).unwrap();
    let round = NewRound {
        key: year.to_string(),
        programme: "forebyggelsespakker".to_owned(),
        edition: "2012".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + chrono::Days::new(29),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: true,
    };
    commands::rounds::create(db, &round, &by).unwrap();
    let mut file = "municipality_code;post;area;question;option;comment\n".to_owned();
    for (place, code) in CODES.iter().enumerate() {
        let [basic, rest] = if place < done { ["groen", "roed"] } else { ["roed", "groen"] };
        for (question, option) in [("tobak.kurser", basic), ("tobak.regler", rest), ("kun.alene", rest)] {
            file.push_str(&format!("{code};Sundhedschef;sundhed;{question};{option};\n"));
        }
    }
    commands::answer_imports::import(db, &round.key, file.as_bytes(), &by).unwrap();
}

fn decide(app: &TestApp, session: &str, changed: &[(&str, &str)]) -> Answer {
    let value = |name: &str, value| changed.iter().find(|(other, _)| *other == name).map_or(value, |(_, value)| *value);
    let fields: Vec<(&str, &str)> = TYPED.iter().map(|(name, typed)| (*name, value(name, *typed))).collect();
    Wire::new(app).post(AIM, session, &form(&fields))
}

fn get(app: &TestApp, path: &str, session: &str) -> String {
    let answer = Wire::new(app).get(path, session);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

fn an_aim_is_decided_on_a_page_and_told_as_it_was_typed_where_it_is_faulty(app: &TestApp) {
    programme(app);
    let admin = session(app, "admin@example.org", Role::Admin, &[]);
    assert!(get(app, "/programmes/forebyggelsespakker", &admin).contains("Programmet har intet mål"));
    let long = "x".repeat(401);
    for (changed, field) in [
        (("score", "101"), "score"),
        (("score", "75,5"), "score"),
        (("level", "ukendt"), "level"),
        (("name_da", ""), "name_da"),
        (("words_da", long.as_str()), "words_da"),
    ] {
        let told = decide(app, &admin, &[changed]);
        assert_eq!(told.status, 422, "{changed:?}: {}", told.body);
        assert!(told.body.contains(&format!("href=\"#{field}\"")), "{changed:?}: {}", told.body);
        assert!(told.body.contains("En væsentlig del") || field == "words_da", "what was typed is there");
    }
    assert_eq!(decide(app, &admin, &[]).status, 303);
    let page = get(app, "/programmes/forebyggelsespakker", &admin);
    assert!(page.contains("KL&#39;s mål: 75 point af 100") || page.contains("KL's mål: 75 point af 100"), "{page}");
    assert!(get(app, AIM, &admin).contains("value=\"75\""));
    assert_eq!(decide(app, &admin, &[("score", "60")]).status, 303);
    let since = chrono::NaiveDateTime::default();
    let entries = app.read(|conn| Ok(store::audit::list_after(conn, "", since, 1000)?)).into_iter().rev();
    let audit = entries.into_iter().find(|one| one.verb == "update" && one.object == "programme").unwrap();
    let aim = |json: Option<String>| serde_json::from_str::<Value>(&json.unwrap()).unwrap()["aim"]["score"].clone();
    assert_eq!((aim(audit.old_value), aim(audit.new_value)), (75.into(), 60.into()));
    assert_eq!(decide(app, &admin, &[("score", "")]).status, 303);
    assert!(get(app, "/programmes/forebyggelsespakker", &admin).contains("Programmet har intet mål"));
}

fn a_round_keeps_its_aim_and_tells_who_reaches_it_on_pages_in_files_and_to_programs(app: &TestApp) {
    programme(app);
    let admin = session(app, "admin@example.org", Role::Admin, &[]);
    round(app, 2010, 0);
    assert_eq!(decide(app, &admin, &[]).status, 303);
    round(app, 2013, 1);
    round(app, 2018, 4);
    assert_eq!(decide(app, &admin, &[("score", "10"), ("name_da", "Et andet")]).status, 303);

    let country = get(app, "/rounds/2018/country", &admin);
    for said in [
        "Flest kommuner når målet i Tobak: 4 af 7",
        "En væsentlig del af anbefalingerne på grundniveau.",
        "Tallet er programmets eget valg.",
        ">4 af 7 når målet</text>",
        "0 af 7 (runde 2010)",
    ] {
        assert!(country.contains(said), "{said}: {country}");
    }
    assert!(!country.contains("Et andet"), "the aim of today is not that of the round: {country}");
    let section = country.split("id=\"aim\"").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(!section.contains("Kun udvikling"), "nothing of it is of the basic level: {section}");
    assert!(!get(app, "/rounds/2010/country", &admin).contains("id=\"aim\""), "there was no aim then");
    assert!(!get(app, "/rounds/2018/country?measure=awareness", &admin).contains("id=\"aim\""));

    // Six others are enough, and four are not.
    let of_one = session(app, "en@example.org", Role::Coordinator, &["0101"]);
    assert!(get(app, "/rounds/2018/country", &of_one).contains("4 af 7"));
    let of_three = session(app, "tre@example.org", Role::Consultant, &CODES[..3]);
    let limited = get(app, "/rounds/2018/country", &of_three);
    assert!(limited.contains("id=\"aim\"") && limited.contains("skjult") && !limited.contains("af 7"), "{limited}");

    let [reaches, lacks] = ["0101", "0159"].map(|code| format!("/rounds/2018/municipalities/{code}"));
    let (reaching, lacking) = (get(app, &reaches, &admin), get(app, &lacks, &admin));
    assert!(
        reaching.contains("Pakker, der når målet: 1 af 1 (Tobak)") && reaching.contains(">når målet</text>"),
        "{reaching}"
    );
    assert!(
        lacking.contains("Pakker, der når målet: ingen af") && lacking.contains(">under målet</text>"),
        "{lacking}"
    );
    assert!(get(app, &format!("{reaches}/sheet"), &admin).contains("Pakker, der når målet: 1 af 1 (Tobak)"));
    for path in ["/rounds/2018/country/packages.svg", &format!("{reaches}/packages.svg")] {
        let file = get(app, path, &admin);
        assert!(file.contains("mål: 75") && file.contains(">Grundniveau</text>"), "{path}: {file}");
    }

    let trend = get(app, "/rounds/2018/trend", &admin);
    assert!(trend.contains("fra 1 i runde 2013 til 4 af 7 i runde 2018"), "{trend}");
    let row = trend.split("id=\"aim\"").nth(1).unwrap().split(">Tobak</th>").nth(1).unwrap();
    let row = &row[..row.find("</tr>").unwrap()];
    let places = ["0 af 7", "1 af 7", "4 af 7"].map(|text| row.find(text).unwrap());
    assert!(places.is_sorted(), "{row}");

    let table = get(app, "/rounds/2018/tables/figures.csv", &admin);
    let (head, lines) = table.split_once('\n').unwrap();
    assert!(
        head.trim_end().ends_with("aim;aim_score;aim_reached;aim_n;aim_then_round;aim_then_reached;aim_then_n"),
        "{head}"
    );
    assert!(
        lines.lines().any(|line| line.starts_with("tobak;") && line.trim_end().ends_with(";75;57,1429;4;7;2010;0;7")),
        "{table}"
    );
    let table = get(app, "/rounds/2018/tables/trend.csv", &admin);
    assert!(table.lines().any(|line| line.starts_with("2013;") && line.trim_end().ends_with(";75;1;7")), "{table}");

    for (email, codes, expected) in [("admin@example.org", 7, Some(4)), ("tre@example.org", 3, None)] {
        let scores = scores(app, email);
        let of = |of: &str| scores.iter().filter(|one| one["of"] == of).map(|one| &one["aim"]).collect::<Vec<&Value>>();
        assert_eq!(of("country")[0]["reached"].as_u64(), expected, "{scores:?}");
        let own = of("municipality");
        assert_eq!((own.len(), own[0]["reached"].as_u64(), own[0]["score"].as_f64()), (codes, Some(1), Some(100.0)));
        assert_eq!((own[0]["goal"].as_u64(), own[0]["level"].as_str()), (Some(75), Some("grundniveau")));
        let few = of("group").into_iter().chain(of("region")).filter(|aim| aim["n"].as_u64().is_some_and(|n| n < 5));
        assert_eq!(few.count(), 0);
    }
}

/// What the API tells of a package's implementation over all areas.
fn scores(app: &TestApp, email: &str) -> Vec<Value> {
    let owner = app.read(|conn| Ok(store::staff::find_by_email(conn, email)?)).unwrap();
    let typed = TypedToken { name: "x".to_owned(), days: "365".to_owned(), ..TypedToken::default() };
    let draft = TokenDraft::parse(&typed, &owner).unwrap();
    let token = commands::api_tokens::create(&app.service.db, &owner.id, &draft, &by(app)).unwrap();
    let bearer = format!("Bearer {}", written(&token));
    let path = "/api/v1/rounds/2018/scores?measure=implementation&package=tobak&area=all&limit=1000";
    let page = app.client().send(Method::GET, path, &[("authorization", &bearer)], "");
    assert_eq!(page.status, 200, "{}", page.body);
    serde_json::from_str::<Value>(&page.body).unwrap()["data"].as_array().unwrap().clone()
}
