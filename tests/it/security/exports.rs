//! No cell of a file that a spreadsheet opens begins like a formula, whoever wrote the text in it.

use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::rounds::{NewRound, Rule};

use super::wire::Wire;
use super::world::World;
use crate::app::TestApp;

on_both_databases!(no_cell_of_an_export_is_a_formula);

const FORMULAS: [&str; 8] =
    ["=cmd|' /C calc'!A0", "+45 12", "-1+2", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "'=1", "==1", "-"];

/// Cells of a table as a spreadsheet takes it apart, without their quotes.
fn cells(table: &str) -> Vec<String> {
    let table = table.trim_start_matches('\u{feff}');
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for letter in table.chars() {
        match letter {
            '"' => quoted = !quoted,
            ';' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells
}

fn is_formula(cell: &str) -> bool {
    let number = cell.replace(',', ".").parse::<f64>().is_ok();
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number
}

fn no_cell_of_an_export_is_a_formula(app: &TestApp) {
    let world = World::new(app);
    let (db, now) = (&app.service.db, app.service.now());
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut directory = "municipality_code;department;post;areas;name;email;phone\n".to_owned();
    let mut answers = "municipality_code;post;area;question;option;comment\n".to_owned();
    for formula in FORMULAS {
        // A spreadsheet's own apostrophe is taken off on the way in.
        let post = quoted(&format!("'{formula}"));
        directory.push_str(&format!("0151;{post};{post};sundhed;{post};;{post}\n"));
        answers.push_str(&format!("0151;{post};sundhed;q2012.a;gul;{post}\n"));
    }
    commands::directory::import(db, directory.as_bytes(), &By::command_line(now)).unwrap();
    let round = NewRound {
        key: "-2014".to_owned(),
        programme: "forebyggelsespakker".to_owned(),
        edition: "2012".to_owned(),
        packages: Vec::new(),
        opens_on: "2014-09-01".parse().unwrap(),
        closes_on: "2014-10-01".parse().unwrap(),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: true,
    };
    commands::rounds::create(db, &round, &By::command_line(now)).unwrap();
    commands::answer_imports::import(db, "-2014", answers.as_bytes(), &By::command_line(now)).unwrap();

    let mut files = Vec::new();
    for (round, code) in [("-2014", "0151"), ("2025", "0101")] {
        for place in ["country".to_owned(), format!("municipalities/{code}")] {
            for table in ["scores", "changes"] {
                let path = format!("{place}/{table}.csv");
                let answer = Wire::new(app).get(&format!("/rounds/{round}/{path}"), world.session("admin"));
                assert_eq!(answer.status, 200, "{round} {path}");
                let name = answer.header("content-disposition");
                assert!(name.starts_with("attachment; filename=\"") && name.matches('"').count() == 2, "{name}");
                files.push(answer.body);
            }
        }
    }
    for (noun, round) in [("answers", "-2014"), ("scores", "-2014"), ("changes", "-2014"), ("answers", "2025")] {
        for excel in [&[][..], &["--excel"]] {
            let out = app.folder().join(format!("{noun}{}.csv", excel.len()));
            let round = format!("--round={round}");
            let out_argument = format!("--out={}", out.display());
            let ran = app.pejl(&[&[noun, "export", &round, &out_argument], excel].concat());
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            files.push(std::fs::read_to_string(out).unwrap());
        }
    }
    let cells: Vec<String> = files.iter().flat_map(|file| cells(file)).collect();
    let formulas: Vec<&String> = cells.iter().filter(|cell| is_formula(cell)).collect();
    assert!(formulas.is_empty(), "{formulas:?}");
    // They are there all the same, as text.
    for formula in FORMULAS {
        assert!(cells.contains(&format!("'{formula}").replace('"', "")), "{formula}");
    }
}
