use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::sources::{Source, SourceStatus};
use crate::domain::catalogue::{Blank, KeyQuestion, Measure, Worth};
use crate::domain::{Area, Language};

pub const SMALL: &str = "\
edition: \"2018\"
title: Eksempel
title_en: Example
published_on: 2018-04-20
categories: [{key: rammer, label: Rammer}]
scales:
  - key: grad
    label: Grad
    options:
      - {key: hoej, label: I høj grad, points: 1}
      - {key: ikke, label: Slet ikke, points: 0}
      - {key: irr, label: Ikke relevant, blank: not_relevant, reason: required}
areas:
  - {key: sundhed, label: Sundhed og trivsel}
  - {key: skole, label: Skole}
packages:
  - key: tobak
    title: Tobak
    link: https://example.org/tobak
    questions:
      - {key: tobak.samlet, text: Samlet?, measure: overall, scale: grad, areas: [sundhed]}
    recommendations:
      - key: rygestop
        title: Rygestop
        category: rammer
        central: true
        questions:
          - {key: tobak.rygestop, text: \"Hvor langt er {area}?\", measure: implementation, scale: grad, areas: [skole, sundhed]}
questions:
  - {key: kendskab, text: Kendskab?, measure: awareness, scale: grad, areas: [skole]}
";

/// The faults after replacing a piece of the small edition, as (line, key, problem).
/// The shipped editions, and the crosswalk between them.
pub fn shipped() -> (Edition, Edition, Crosswalk) {
    let from = read(include_bytes!("../../../catalogue/2012-13.yaml")).unwrap();
    let to = read(include_bytes!("../../../catalogue/2018.yaml")).unwrap();
    let document = include_bytes!("../../../catalogue/2012-13_2018.yaml");
    let crosswalk = crate::files::crosswalk::read(document, &[&from, &to]).unwrap();
    (from, to, crosswalk)
}

fn faults(old: &str, new: &str) -> Vec<(usize, String, Problem)> {
    assert!(SMALL.contains(old), "{old}");
    let found = read(SMALL.replacen(old, new, 1).as_bytes()).unwrap_err();
    found.into_iter().map(|fault| (fault.line, fault.key, fault.problem)).collect()
}

#[test]
fn an_edition_names_its_key_questions() {
    let with = |line: &str| format!("{SMALL}key_questions:\n  - {line}\n");
    let edition = read(with("{question: tobak.rygestop, area: skole}").as_bytes()).unwrap();
    assert_eq!(edition.key_questions, [KeyQuestion { question: 0, area: Area::Schools }]);
    let line = SMALL.lines().count() + 2;
    let fault = |text: &str| {
        let found = read(with(text).as_bytes()).unwrap_err();
        found.into_iter().map(|fault| (fault.line, fault.key, fault.problem)).collect::<Vec<_>>()
    };
    assert_eq!(
        fault("{question: tobak.findes-ikke, area: skole}"),
        [(line, "question".to_owned(), Problem::unknown("tobak.findes-ikke", []))]
    );
    assert_eq!(
        fault("{question: kendskab, area: sundhed}"),
        [(line, "area".to_owned(), Problem::unknown("sundhed", ["skole"]))]
    );
    assert_eq!(fault("{question: kendskab}"), [(line, "area".to_owned(), Problem::Missing)]);
}

#[test]
fn an_edition_is_read_with_its_questions_in_order() {
    let edition = read(SMALL.as_bytes()).unwrap();
    let keys: Vec<&str> = edition.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(keys, ["tobak.rygestop", "tobak.samlet", "kendskab"]);
    let first = &edition.questions[0];
    assert_eq!((first.package, first.recommendation, first.measure), (Some(0), Some(0), Measure::Implementation));
    assert_eq!(edition.question_text(first, Area::Health, Language::English), "Hvor langt er Sundhed og trivsel?");
    let option = &edition.scales[0].options[2];
    assert_eq!((option.worth, option.reason_required), (Worth::Blank(Blank::NotRelevant), true));
    assert!(edition.packages[0].recommendations[0].central);
    assert_eq!(edition.published_on.unwrap().to_string(), "2018-04-20");
}

#[test]
fn the_shipped_editions_are_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
    for (key, questions) in [("2012-13", 128), ("2018", 70)] {
        let edition = read(&std::fs::read(format!("{folder}/{key}.yaml")).unwrap()).unwrap();
        assert_eq!((edition.key.as_str(), edition.questions.len()), (key, questions));
    }
}

#[test]
fn a_source_has_a_status_and_a_note_in_each_language_and_what_notes_said_before_is_still_read() {
    let source = |lines: &str| {
        let text = SMALL.replacen("        central: true\n", &format!("        central: true\n{lines}"), 1);
        read(text.as_bytes()).unwrap().packages[0].recommendations[0].source.clone()
    };
    let of = |status, da: Option<&str>, en: Option<&str>| Source {
        status,
        da: da.map(str::to_owned),
        en: en.map(str::to_owned),
    };
    let line = |key: &str, text: &str| format!("        {key}: \"{text}\"\n");
    let both = line("status", "partly") + &line("source", "læst") + &line("source_en", "read");
    assert_eq!(source(&both), of(Some(SourceStatus::Partly), Some("læst"), Some("read")));
    for (note, status, rest) in [
        ("verified: page 9", SourceStatus::Verified, "page 9"),
        ("verified in part: notes", SourceStatus::Partly, "notes"),
        ("unconfirmed: not read", SourceStatus::Unconfirmed, "not read"),
    ] {
        assert_eq!(source(&line("source", note)), of(Some(status), None, Some(rest)));
    }
    assert_eq!(source(&line("source", "en side")), of(None, Some("en side"), None));
    assert_eq!(source(""), Source::default());
    let known = ["verified", "partly", "unconfirmed"];
    assert_eq!(faults("central: true", "status: sure"), [(26, "status".to_owned(), Problem::unknown("sure", known))]);
}

#[test]
fn a_question_may_have_a_hint_and_a_source() {
    let text = SMALL.replacen("text: Kendskab?", "text: Kendskab?, hint: For alle, source: os", 1);
    let question = read(text.as_bytes()).unwrap().questions[2].clone();
    assert_eq!((question.hint, question.source.da.as_deref()), (Some("For alle".into()), Some("os")));
}

#[test]
fn each_fault_is_named_with_line_and_key() {
    let unknown = |value: &str, known: &[&str]| Problem::unknown(value, known.iter().copied());
    let areas = Area::ALL.iter().map(Area::as_str);
    let cases = [
        ("title: Eksempel", "titel: Eksempel", vec![(1, "title", Problem::Missing), (2, "titel", Problem::UnknownKey)]),
        ("title: Eksempel", "title: [a]", vec![(2, "title", Problem::Expected(Expected::Text))]),
        ("title: Eksempel", "title: \"a\\u0007b\"", vec![(2, "title", Problem::ControlCharacters)]),
        ("title: Eksempel", "title: \"\"", vec![(2, "title", Problem::Missing)]),
        ("title_en: Example", "title: Igen", vec![(3, "title", Problem::DuplicateKey)]),
        ("2018-04-20", "2018-04-31", vec![(4, "published_on", Problem::Expected(Expected::Day))]),
        ("\"2018\"", "\"a b\"", vec![(1, "edition", Problem::Expected(Expected::Key))]),
        ("\"2018\"", "\"..\"", vec![(1, "edition", Problem::Expected(Expected::Key))]),
        ("points: 1", "points: \"1\"", vec![(10, "points", Problem::Expected(Expected::WholeNumber))]),
        ("points: 1", "points: -1", vec![(10, "points", Problem::Expected(Expected::WholeNumber))]),
        ("points: 1", "points: 0", vec![(7, "options", Problem::ScaleWithoutPoints)]),
        ("points: 1", "points: 1, blank: dont_know", vec![(10, "points", Problem::PointsOrBlank)]),
        (", points: 0", "", vec![(11, "points", Problem::PointsOrBlank)]),
        ("not_relevant", "n_a", vec![(12, "blank", unknown("n_a", &["dont_know", "not_relevant"]))]),
        ("reason: required", "reason: yes", vec![(12, "reason", unknown("yes", &["required"]))]),
        ("key: irr", "key: hoej", vec![(12, "key", Problem::repeated("hoej", 10))]),
        ("{key: skole,", "{key: skoler,", vec![(15, "key", Problem::unknown("skoler", areas))]),
        (
            "https://example.org/tobak",
            "javascript:alert(1)",
            vec![(19, "link", Problem::NotALink("javascript:alert(1)".into()))],
        ),
        ("category: rammer", "category: tilbud", vec![(25, "category", unknown("tilbud", &["rammer"]))]),
        ("central: true", "central: ja", vec![(26, "central", Problem::Expected(Expected::TrueOrFalse))]),
        (
            "measure: overall",
            "measure: samlet",
            vec![(21, "measure", unknown("samlet", &["implementation", "awareness", "overall"]))],
        ),
        (
            "scale: grad, areas: [skole]",
            "scale: trafik, areas: [skole]",
            vec![(30, "scale", unknown("trafik", &["grad"]))],
        ),
        (", areas: [skole]", "", vec![(30, "areas", Problem::QuestionWithoutArea)]),
        ("areas: [skole]", "areas: []", vec![(30, "areas", Problem::QuestionWithoutArea)]),
        ("areas: [skole]", "areas: skole", vec![(30, "areas", Problem::Expected(Expected::List))]),
        ("key: kendskab", "key: tobak.samlet", vec![(30, "key", Problem::repeated("tobak.samlet", 21))]),
    ];
    for (old, new, expected) in cases {
        let expected: Vec<_> =
            expected.into_iter().map(|(line, key, problem)| (line, key.to_owned(), problem)).collect();
        assert_eq!(faults(old, new), expected, "{old} -> {new}");
    }
}

#[test]
fn packages_recommendations_and_long_scales_are_checked() {
    let package = "  - {key: tobak, title: Igen}\nquestions:\n  - {key: kendskab";
    assert_eq!(faults("questions:\n  - {key: kendskab", package), [(29, "key".into(), Problem::repeated("tobak", 17))]);
    let twice = "      - {key: rygestop, title: Igen, category: rammer}\nquestions:\n  - {key: kendskab";
    assert_eq!(
        faults("questions:\n  - {key: kendskab", twice),
        [(29, "key".into(), Problem::repeated("rygestop", 23))]
    );
    let options: String = (0..11).map(|index| format!("      - {{key: o{index}, label: O, points: 1}}\n")).collect();
    assert_eq!(
        faults("areas:\n", &format!("{options}areas:\n")),
        [(10, "options".into(), Problem::TooManyOptions(12))]
    );
}

#[test]
fn all_faults_are_found_at_once_in_order_of_lines() {
    let broken = SMALL.replace("title: Eksempel", "title: []").replace("measure: overall", "measure: x") + "extra: 1\n";
    let lines: Vec<usize> = read(broken.as_bytes()).unwrap_err().iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 21, 31]);
}

#[test]
fn a_document_of_another_shape_is_refused() {
    for odd in ["- a", "word", "packages: 1", "edition: 1\nscales: {a: b}\nareas: [1, [2]]\npackages: [1]"] {
        assert!(read(odd.as_bytes()).is_err(), "{odd}");
    }
}

proptest! {
    #[test]
    fn a_damaged_edition_never_panics(index in 0..SMALL.len(), bytes in proptest::collection::vec(any::<u8>(), 0..4), cut in 0..40usize) {
        let mut document = SMALL.as_bytes().to_vec();
        let end = (index + cut).min(document.len());
        document.splice(index..end, bytes);
        let _ = read(&document);
    }
}
