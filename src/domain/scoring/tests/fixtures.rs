//! Small editions, rounds and sections for tests of figures.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{
    AreaLabel, Blank, Edition, Measure, OptionIndex, Package, Question, QuestionIndex, Recommendation, Scale,
    ScaleOption, Worth,
};
use crate::domain::rounds::{DEFAULT_MIN_COVERAGE, Round, RoundId, RoundStatus, Rule};
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection, encode_return};
use crate::domain::{Area, MunicipalityCode, Text};

pub const GREEN: OptionIndex = 0;
pub const YELLOW: OptionIndex = 1;
pub const RED: OptionIndex = 2;
pub const IRRELEVANT: OptionIndex = 3;
pub const UNKNOWN: OptionIndex = 4;

pub fn code(code: &str) -> MunicipalityCode {
    code.parse().unwrap()
}

fn text(da: &str) -> Text {
    Text { da: da.to_owned(), en: None }
}

fn scale(key: &str, options: &[(&str, Worth)]) -> Scale {
    let option = |&(key, worth): &(&str, Worth)| ScaleOption {
        key: key.to_owned(),
        label: text(key),
        worth,
        reason_required: false,
    };
    Scale { key: key.to_owned(), label: text(key), options: options.iter().map(option).collect() }
}

/// `trafiklys` and `grad` of scoring.md §1.
pub fn scales() -> Vec<Scale> {
    let unknown = ("ved-ikke", Worth::Blank(Blank::DontKnow));
    vec![
        scale(
            "trafiklys",
            &[
                ("groen", Worth::Points(2)),
                ("gul", Worth::Points(1)),
                ("roed", Worth::Points(0)),
                ("ikke-relevant", Worth::Blank(Blank::NotRelevant)),
                unknown,
            ],
        ),
        scale(
            "grad",
            &[
                ("hoej", Worth::Points(3)),
                ("nogen", Worth::Points(2)),
                ("mindre", Worth::Points(1)),
                ("slet-ikke", Worth::Points(0)),
                unknown,
            ],
        ),
    ]
}

/// A package whose recommendations are level "low" and "high" in turn; the first is central.
pub fn package(key: &str, recommendations: usize) -> Package {
    let recommendation = |index: usize| Recommendation {
        key: format!("{key}{index}"),
        title: text(key),
        category: "tilbud".to_owned(),
        level: Some(["low", "high"][index % 2].to_owned()),
        central: index == 0,
        source: Source::default(),
    };
    Package {
        key: key.to_owned(),
        title: text(key),
        link: None,
        source: Source::default(),
        recommendations: (0..recommendations).map(recommendation).collect(),
    }
}

pub fn question(key: &str, measure: Measure, scale: usize, areas: &[Area]) -> Question {
    Question {
        key: key.to_owned(),
        text: text(key),
        hint: None,
        about: None,
        help: Vec::new(),
        source: Source::default(),
        measure,
        scale,
        areas: areas.to_vec(),
        package: None,
        recommendation: None,
    }
}

pub fn edition(key: &str, areas: &[Area], packages: Vec<Package>, questions: Vec<Question>) -> Edition {
    let label = |&area: &Area| AreaLabel { area, label: area.text() };
    Edition {
        key: key.to_owned(),
        scales: scales(),
        areas: areas.iter().map(label).collect(),
        packages,
        questions,
        ..Edition::default()
    }
}

/// An edition with nothing but questions of these keys.
pub fn edition_with_questions(key: &str, questions: &[&str]) -> Edition {
    let question = |key: &&str| question(key, Measure::Awareness, 1, &[Area::Health]);
    edition(key, &[Area::Health], Vec::new(), questions.iter().map(question).collect())
}

/// Packages "p" (questions 0, 1, and 3 overall) and "q" (question 2), and question 4 without package;
/// 0 and 4 are put to health and social, 1 and 3 to health, 2 to social.
pub fn small_edition() -> Edition {
    let both = [Area::Health, Area::Social];
    let of = |package, recommendation, question| Question { package: Some(package), recommendation, ..question };
    edition(
        "small",
        &both,
        vec![package("p", 2), package("q", 1)],
        vec![
            of(0, Some(0), question("p0", Measure::Implementation, 0, &both)),
            of(0, Some(1), question("p1", Measure::Implementation, 0, &both[..1])),
            of(1, Some(0), question("q0", Measure::Implementation, 0, &both[1..])),
            of(0, None, question("p-overall", Measure::Overall, 1, &both[..1])),
            question("known", Measure::Awareness, 1, &both),
        ],
    )
}

/// A closed round that ends on 31 October of a year.
pub fn round(key: &str, edition: &str, year: i32) -> Round {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Round {
        id: RoundId::new(),
        key: key.to_owned(),
        programme: "national".to_owned(),
        edition: edition.to_owned(),
        edition_hash: String::new(),
        packages: None,
        status: RoundStatus::Closed,
        opens_on: day(9, 1),
        closes_on: day(10, 31),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
        created_at: day(8, 1).and_hms_opt(8, 0, 0).unwrap(),
        opened_at: None,
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    }
}

/// A section of the small edition that was handed in.
pub fn section(municipality: &str, area: Area, answers: &[(QuestionIndex, OptionIndex)]) -> ReturnedSection {
    ReturnedSection { municipality: code(municipality), area, returned: Some(encode_return(5, answers)) }
}

/// A section that was not handed in.
pub fn missing(municipality: &str, area: Area) -> ReturnedSection {
    ReturnedSection { municipality: code(municipality), area, returned: None }
}

/// The tallies of a round of the small edition.
pub fn small_returns(sections: impl IntoIterator<Item = ReturnedSection>) -> ResponseTallies {
    ResponseTallies::count(Arc::new(small_edition()), &round("2018", "small", 2018), sections)
}
