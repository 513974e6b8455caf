use std::io::Cursor;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::{About, ScaleOption, Worth};
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, RoundId, RoundStatus, Rule};
use crate::files::catalogue;
use crate::files::catalogue::tests::SMALL;

fn round(packages: Option<&str>) -> Round {
    let day = NaiveDate::from_ymd_opt(2018, 9, 1).unwrap();
    Round {
        id: RoundId::new(),
        key: "2018".into(),
        programme: "p".into(),
        edition: "2018".into(),
        edition_hash: String::new(),
        packages: packages.map(str::to_owned),
        status: RoundStatus::Draft,
        opens_on: day,
        closes_on: day,
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: true,
        created_at: day.into(),
        opened_at: None,
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    }
}

fn population() -> Vec<PopulationPost> {
    let post = |code: &str, title: &str, areas: &[Area]| PopulationPost {
        municipality: code.parse().unwrap(),
        title: title.into(),
        areas: areas.to_vec(),
    };
    vec![
        post("0151", "Sundhedschef", &[Area::Health]),
        post("0151", "Skolechef", &[Area::Schools]),
        post("0751", "Leder", &[Area::Health, Area::Schools]),
    ]
}

/// The answers of a file in order of lines.
fn read_all(file: &[u8], edition: &Edition, round: &Round) -> Result<Vec<AnswerRow>, Vec<ImportError>> {
    let mut rows: Vec<AnswerRow> = read(&mut Cursor::new(file), edition, round, &population())?.rows().collect();
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

fn read_in(packages: Option<&str>, rows: &str) -> Result<Vec<AnswerRow>, Vec<(usize, String, Problem)>> {
    let edition = catalogue::read(SMALL.as_bytes()).unwrap();
    let text = format!("municipality_code;post;area;question;option;comment\n{rows}");
    let faults =
        |faults: Vec<ImportError>| faults.into_iter().map(|fault| (fault.line, fault.key, fault.problem)).collect();
    read_all(text.as_bytes(), &edition, &round(packages)).map_err(faults)
}

fn faults(rows: &str) -> Vec<(usize, String, Problem)> {
    read_in(None, rows).unwrap_err()
}

#[test]
fn answers_are_read_by_place() {
    let rows = "0151;Sundhedschef;sundhed;tobak.samlet;hoej;\n751; Leder ;skole;kendskab;irr;\"ikke\r\nos\"\n";
    let answers = read_in(None, rows).unwrap();
    let index = |answer: &AnswerRow| (answer.line, answer.post, answer.area, answer.question, answer.option);
    assert_eq!(index(&answers[0]), (2, 0, Area::Health, 1, 0));
    assert_eq!(index(&answers[1]), (3, 2, Area::Schools, 2, 2));
    assert_eq!(answers[1].comment, "ikke\nos");
}

#[test]
fn every_fault_is_named_with_its_line() {
    let unknown = |value: &str, known: &[&str]| Problem::unknown(value, known.iter().copied());
    let areas = Area::ALL.iter().map(Area::as_str);
    let cases = [
        ("0411;Leder;sundhed;tobak.samlet;hoej;", "municipality_code", unknown("0411", &[])),
        ("0151;Leder;sundhed;tobak.samlet;hoej;", "post", unknown("Leder", &["Sundhedschef", "Skolechef"])),
        ("0751;Leder;helse;tobak.samlet;hoej;", "area", Problem::unknown("helse", areas)),
        ("0151;Skolechef;sundhed;tobak.samlet;hoej;", "area", Problem::AreaNotCovered(vec!["skole".into()])),
        ("0751;Leder;sundhed;tobak;hoej;", "question", unknown("tobak", &[])),
        ("0751;Leder;skole;tobak.samlet;hoej;", "question", Problem::QuestionNotInArea),
        ("0751;Leder;sundhed;tobak.samlet;groen;", "option", unknown("groen", &["hoej", "ikke", "irr"])),
        ("0751;Leder;sundhed;tobak.samlet;;", "option", Problem::Missing),
        ("0751;Leder;sundhed;tobak.samlet;irr; ", "comment", Problem::ReasonMissing),
        ("0751;Leder;sundhed;tobak.samlet;hoej;a\0b", "comment", Problem::ControlCharacters),
    ];
    for (row, key, problem) in cases {
        assert_eq!(faults(&format!("{row}\n")), [(2, key.to_owned(), problem)], "{row}");
    }
    let row = "0751;Leder;sundhed;tobak.samlet;hoej;";
    let long = format!("{row}{}\n", "å".repeat(4_001));
    assert_eq!(faults(&long), [(2, "comment".to_owned(), Problem::TooLong(4_000))]);
    let twice = format!("{row}\n{row}\n");
    assert_eq!(faults(&twice), [(3, "question".to_owned(), Problem::repeated("tobak.samlet", 2))]);
    assert_eq!(read_in(Some("alkohol"), row).unwrap_err(), [(2, "question".to_owned(), Problem::NotAsked)]);
}

#[test]
fn an_export_is_taken_back() {
    let edition = catalogue::read(SMALL.as_bytes()).unwrap();
    let posts = population();
    let comments = ["=cmd|x", "'=x", "to linjer\n\"og\" mere; her", "+45", "'", ""];
    let questions =
        [(2, 0, "sundhed"), (2, 1, "sundhed"), (2, 2, "skole"), (0, 1, "sundhed"), (2, 0, "skole"), (1, 2, "skole")];
    let line = |((post, question, area), comment): (&(usize, usize, &str), &'static str)| AnswerLine {
        municipality: &posts[*post].municipality,
        post: &posts[*post].title,
        area: area.parse().unwrap(),
        question: &edition.questions[*question].key,
        option: "ikke",
        comment,
        unit_share: None,
    };
    let lines: Vec<AnswerLine> = questions.iter().zip(comments).map(line).collect();
    for dialect in [Dialect::Machine, Dialect::Excel] {
        let back = read_all(&write(dialect, &lines), &edition, &round(None)).unwrap();
        let found: Vec<&str> = back.iter().map(|answer| answer.comment.as_str()).collect();
        assert_eq!(found, comments);
    }
}

#[test]
fn a_share_of_units_is_a_column_only_where_one_was_told_and_comes_back() {
    let mut edition = catalogue::read(SMALL.as_bytes()).unwrap();
    edition.questions[1].about = Some(About::Unit);
    let options = &mut edition.scales[edition.questions[1].scale].options;
    options[0].worth = Worth::Points(2);
    options.push(ScaleOption { key: "nogen".to_owned(), worth: Worth::Points(1), ..options[0].clone() });
    let posts = population();
    let line = |unit_share| AnswerLine {
        municipality: &posts[0].municipality,
        post: &posts[0].title,
        area: Area::Health,
        question: &edition.questions[1].key,
        option: "nogen",
        comment: "",
        unit_share,
    };
    let plain = String::from_utf8(write(Dialect::Machine, &[line(None)])).unwrap();
    assert!(plain.starts_with("municipality_code;post;area;question;option;comment\n"), "{plain}");
    let told = write(Dialect::Machine, &[line(Some(UnitShare::Most))]);
    assert_eq!(read_all(&told, &edition, &round(None)).unwrap()[0].unit_share, Some(UnitShare::Most));
    let faulty = |from: &str, to: &str| {
        let text = String::from_utf8(told.clone()).unwrap().replace(from, to);
        let faults = read_all(text.as_bytes(), &edition, &round(None)).unwrap_err();
        faults.into_iter().map(|fault| (fault.line, fault.key)).collect::<Vec<_>>()
    };
    assert_eq!(faulty(";most", ";hvert"), [(2, "unit_share".to_owned())]);
    assert_eq!(faulty(";nogen;", ";hoej;"), [(2, "unit_share".to_owned())], "an answer that is true asks for none");
}

#[test]
fn a_country_of_answers_is_read_whole() {
    let edition = catalogue::read(SMALL.as_bytes()).unwrap();
    let posts: Vec<PopulationPost> = (0..80_000)
        .map(|number| PopulationPost {
            municipality: "0751".parse().unwrap(),
            title: format!("Leder {number}"),
            areas: vec![Area::Schools, Area::Health],
        })
        .collect();
    let lines = posts.iter().flat_map(|post| {
        edition.questions.iter().map(|question| AnswerLine {
            municipality: &post.municipality,
            post: &post.title,
            area: question.areas[0],
            question: &question.key,
            option: "hoej",
            comment: "En lille bemærkning",
            unit_share: None,
        })
    });
    let file = write(Dialect::Machine, &lines.collect::<Vec<_>>());
    assert_eq!(read(&mut Cursor::new(file), &edition, &round(None), &posts).unwrap().len(), 240_000);
}

proptest! {
    #[test]
    fn odd_rows_never_panic(rows in "([;\"\n=a]|0151|Skolechef|skole|kendskab|irr|\\PC){0,40}") {
        let _ = read_in(None, &rows);
    }
}
