//! Closed rounds and an open one, for the tests of pages with results: eight municipalities, three of them
//! storbykommuner, and a package that nobody is asked about.

use super::TestService;
use crate::commands;
use crate::domain::MunicipalityCode;
use crate::domain::rounds::{NewRound, Rule};

/// The municipalities; the first three are all the storbykommuner there are.
const CODES: [&str; 8] = ["0751", "0461", "0851", "0101", "0147", "0151", "0153", "0155"];

const EDITION: &str = r#"
edition: "2012"
title: Udgave
categories: [{key: rammer, label: Rammer}]
levels: [{key: grund, label: Grundniveau}]
scales:
  - key: trafiklys
    label: Trafiklys
    options:
      - {key: groen, label: "Grøn: færdig", points: 2}
      - {key: gul, label: "Gul: i gang", points: 1}
      - {key: roed, label: "Rød: ikke i gang", points: 0}
      - {key: ved-ikke, label: Ved ikke, blank: dont_know}
  - key: grad
    label: Grad
    options:
      - {key: hoej, label: I høj grad, points: 3}
      - {key: nogen, label: I nogen grad, points: 2}
      - {key: slet-ikke, label: Slet ikke, points: 0}
areas:
  - {key: sundhed, label: Sundhed}
  - {key: skole, label: Skole}
packages:
  - key: tobak
    title: Tobak
    recommendations:
      - key: kurser
        title: Rygestopkurser
        category: rammer
        level: grund
        questions:
          - {key: tobak.kurser, text: Hvor langt er I med kurser?, measure: implementation, scale: trafiklys, areas: [sundhed]}
      - key: regler
        title: Røgfri regler
        category: rammer
        central: true
        questions:
          - {key: tobak.regler, text: Hvor langt er I med regler?, measure: implementation, scale: trafiklys, areas: [sundhed]}
    questions:
      - {key: tobak.samlet, text: I hvilken grad?, measure: overall, scale: grad, areas: [sundhed]}
  - key: solbeskyttelse
    title: Solbeskyttelse
    recommendations:
      - key: skygge
        title: Skygge i skolegården
        category: rammer
        questions:
          - {key: sol.skygge, text: Hvor langt er I med skygge?, measure: implementation, scale: trafiklys, areas: [skole]}
questions:
  - {key: kendskab, text: "Er pakkerne kendt i {area}?", measure: awareness, scale: grad, areas: [sundhed]}
"#;

/// A service in November 2026 in which "2013" and "2015" are closed and "2026" is open; 0751 has improved, 0155 answered half.
pub fn measured_rounds() -> TestService {
    let service = TestService::new();
    service.set_time("2026-11-21T10:00:00");
    let (db, by) = (&service.db, service.by());
    commands::catalogue::import(db, EDITION.as_bytes(), &by).unwrap();
    commands::catalogue::publish(db, "2012", &by).unwrap();
    commands::directory::import(db, directory().as_bytes(), &by).unwrap();
    commands::rounds::create(db, &round("2013", "2013-09-01"), &by).unwrap();
    commands::answer_imports::import(db, "2013", answers("roed").as_bytes(), &by).unwrap();
    commands::rounds::create(db, &round("2015", "2015-09-01"), &by).unwrap();
    commands::answer_imports::import(db, "2015", answers("gul").as_bytes(), &by).unwrap();
    let current = NewRound { is_historic: false, ..round("2026", "2026-11-01") };
    commands::rounds::create(db, &current, &by).unwrap();
    commands::rounds::open(db, "2026", &by).unwrap();
    service
}

fn directory() -> String {
    let row = |code: &&str| {
        let name = code.parse::<MunicipalityCode>().unwrap().name();
        format!("{code};Sundhed;Sundhedschef;sundhed;Leder i {name};leder{code}@example.org;\n")
    };
    let rows: String = CODES.iter().map(row).collect();
    format!("municipality_code;department;post;areas;name;email;phone\n{rows}")
}

/// Every municipality answers everything with `light`, but 0751 is done with courses and 0155 answers one question of two.
fn answers(light: &str) -> String {
    let mut file = "municipality_code;post;area;question;option;comment\n".to_owned();
    for code in CODES {
        let courses = if code == "0751" && light == "gul" { "groen" } else { light };
        let mut add = |question: &str, option: &str| {
            file.push_str(&format!("{code};Sundhedschef;sundhed;{question};{option};\n"));
        };
        add("tobak.kurser", courses);
        add("tobak.samlet", if light == "gul" { "hoej" } else { "nogen" });
        add("kendskab", "nogen");
        if code != "0155" {
            add("tobak.regler", light);
        }
    }
    file
}

fn round(key: &str, opens_on: &str) -> NewRound {
    let opens_on: chrono::NaiveDate = opens_on.parse().unwrap();
    NewRound {
        key: key.to_owned(),
        programme: "forebyggelsespakker".to_owned(),
        edition: "2012".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + chrono::Days::new(40),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: true,
    }
}
