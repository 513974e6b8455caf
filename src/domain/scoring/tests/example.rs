//! The worked example (scoring.md §8), compared to the last digit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fixtures::{code, edition, package, question, round};
use crate::domain::Area;
use crate::domain::catalogue::crosswalk::{Crosswalk, Link, Relation};
use crate::domain::catalogue::{Edition, Measure, Package, Question};
use crate::domain::scoring::baselines::{BaselineRounds, baseline_rounds};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::{Comparison, compare_country};
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::scores::{Score, score_country};
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection, encode_return};

const AREAS: [Area; 2] = [Area::PsychiatryDisability, Area::Health];

/// The example's editions have the same shape; `snacks` adds the question that is new in 2018.
fn example_edition(key: &str, keys: [&str; 5], snacks: Option<&str>) -> Edition {
    let [plan, advice, overall, tobacco, known] = keys;
    let of = |package, recommendation, question| Question { package: Some(package), recommendation, ..question };
    let mut questions = vec![
        of(0, Some(0), question(plan, Measure::Implementation, 1, &AREAS[..1])),
        of(0, Some(1), question(advice, Measure::Implementation, 0, &AREAS)),
    ];
    questions.extend(snacks.map(|snacks| of(0, Some(2), question(snacks, Measure::Implementation, 0, &AREAS[1..]))));
    questions.extend([
        of(0, None, question(overall, Measure::Overall, 1, &AREAS[1..])),
        of(1, Some(0), question(tobacco, Measure::Implementation, 0, &AREAS[..1])),
        question(known, Measure::Awareness, 1, &AREAS),
    ]);
    let food: Package = package("mad-og-maaltider", 2 + usize::from(snacks.is_some()));
    edition(key, &AREAS, vec![food, package("tobak", 1)], questions)
}

fn editions() -> [Edition; 2] {
    let old = ["mad.handleplan-botilbud", "mad.kostvejledning", "mad.samlet", "tobak.rygestop-botilbud", "kendskab"];
    let new = ["mad.plan-botilbud", "mad.vejledning", "mad.samlet-2018", "tobak.rygestop", "kendskab-2018"];
    [example_edition("2012", old, None), example_edition("2018", new, Some("mad.mellemmaaltider"))]
}

fn crosswalk() -> Crosswalk {
    let link =
        |(from, to, relation): (&str, &str, Relation)| Link { from: from.to_owned(), to: to.to_owned(), relation };
    let links = [
        ("mad.handleplan-botilbud", "mad.plan-botilbud", Relation::Reworded),
        ("mad.kostvejledning", "mad.vejledning", Relation::Identical),
        ("tobak.rygestop-botilbud", "tobak.rygestop", Relation::Identical),
        ("kendskab", "kendskab-2018", Relation::Identical),
    ];
    Crosswalk {
        from: "2012".to_owned(),
        to: "2018".to_owned(),
        links: links.map(link).to_vec(),
        ..Crosswalk::default()
    }
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(';').collect()).collect()
}

/// Municipality, post and area.
type SectionKey<'a> = (&'a str, &'a str, &'a str);

/// The sections of the directory with the answers of a file.
fn sections(edition: &Edition, answers: &str) -> Vec<ReturnedSection> {
    let mut posts: BTreeMap<SectionKey, Vec<(usize, usize)>> = BTreeMap::new();
    let directory = include_str!("../../../../tests/data/scoring-example/directory.csv");
    for row in rows(directory) {
        for area in row[3].split('|') {
            posts.insert((row[0], row[2], area), Vec::new());
        }
    }
    for row in rows(answers) {
        let question = edition.find_question(row[3]).unwrap();
        let option = edition.scale_of(&edition.questions[question]).find_option(row[4]).unwrap();
        posts.get_mut(&(row[0], row[1], row[2])).unwrap().push((question, option));
    }
    let section = |((municipality, _, area), answers): (SectionKey, Vec<(usize, usize)>)| ReturnedSection {
        municipality: code(municipality),
        area: area.parse().unwrap(),
        returned: Some(encode_return(edition.questions.len(), &answers)),
    };
    posts.into_iter().map(section).collect()
}

fn tallies() -> [Arc<ResponseTallies>; 2] {
    let [old, new] = editions();
    let then = sections(&old, include_str!("../../../../tests/data/scoring-example/answers-2013.csv"));
    let now = sections(&new, include_str!("../../../../tests/data/scoring-example/answers-2018.csv"));
    [
        Arc::new(ResponseTallies::count(Arc::new(old), &round("2013", "2012", 2013), then)),
        Arc::new(ResponseTallies::count(Arc::new(new), &round("2018", "2018", 2018), now)),
    ]
}

fn digits(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{:.4}", crate::domain::base::rounding::fixed(value, 4)))
}

fn group_cells(tallies: &ResponseTallies, group: &ScoreDimension) -> String {
    let package = group.package.map_or("", |index| tallies.edition.packages[index].key.as_str());
    format!("{};{package};{}", group.measure, group.area.map_or(String::new(), |area| area.to_string()))
}

fn score_rows(tallies: &ResponseTallies) -> Vec<String> {
    let scores = score_country(tallies);
    let mut lines = Vec::new();
    for (index, group) in tallies.groups.iter().enumerate() {
        let cells = group_cells(tallies, group);
        for (municipality, scores) in tallies.municipalities.iter().zip(&scores.municipalities) {
            let Score { state, asked, applicable, valid, coverage, score, strict_score, .. } = scores[index];
            let figures = [coverage, score, strict_score].map(digits).join(";");
            let start = format!("{};{};{cells}", tallies.round, municipality.municipality);
            lines.push(format!("{start};{state};{asked};{applicable};{valid};{figures}"));
        }
        let nation = &scores.nation[index];
        lines.push(format!("{};DK;{cells};{};;;{};;{};", tallies.round, nation.state, nation.n, digits(nation.score)));
    }
    lines
}

#[test]
fn every_score_of_the_worked_example_is_right_to_the_last_digit() {
    let expected = include_str!("../../../../tests/data/scoring-example/expected-scores.csv");
    let lines: Vec<String> = tallies().iter().flat_map(|tallies| score_rows(tallies)).collect();
    assert_eq!(lines, expected.lines().skip(1).collect::<Vec<_>>());
}

fn change_rows(comparison: &Comparison) -> Vec<String> {
    let changes = compare_country(comparison);
    let current = &comparison.current;
    let mut lines = Vec::new();
    for (index, group) in current.groups.iter().enumerate() {
        let cells = group_cells(current, group);
        for (municipality, changes) in current.municipalities.iter().zip(&changes.municipalities) {
            let Change { questions, matched, comparable, paired, baseline, current, change, .. } = changes[index];
            let figures = [baseline, current, change].map(digits).join(";");
            let code = &municipality.municipality;
            lines.push(format!("{code};{cells};{questions};{matched};{comparable};{paired};{figures}"));
        }
        let nation = &changes.nation[index];
        lines.push(format!("DK;{cells};;;;{};;;{}", nation.n, digits(nation.change)));
    }
    lines
}

fn comparison() -> Comparison {
    let [then, now] = tallies();
    let choice = BaselineRounds::single(&now.edition, "2013");
    Comparison::new(now, vec![then], choice, &[crosswalk()])
}

#[test]
fn every_change_of_the_worked_example_is_right_to_the_last_digit() {
    let expected = include_str!("../../../../tests/data/scoring-example/expected-changes.csv");
    assert_eq!(change_rows(&comparison()), expected.lines().skip(1).collect::<Vec<_>>());
}

#[test]
fn the_baseline_of_the_worked_example_is_found_without_naming_it() {
    let [old, new] = editions();
    let (then, now) = (round("2013", "2012", 2013), round("2018", "2018", 2018));
    let choice = baseline_rounds(&now, &new, &[(&now, &new), (&then, &old)], &[crosswalk()], &[]);
    assert_eq!(choice.rounds, ["2013"]);
    assert_eq!(choice.packages, [Some(0), Some(0)]);
    let [then, now] = tallies();
    let found = Comparison::new(now, vec![then], choice, &[crosswalk()]);
    assert_eq!(change_rows(&found), change_rows(&comparison()));
}

#[test]
fn the_unpaired_change_holds_each_rounds_own_score_against_the_other() {
    let [then, now] = tallies();
    let (old, new) = (score_country(&then), score_country(&now));
    let changes = compare_country(&comparison());
    for (index, group) in now.groups.iter().enumerate() {
        let Some(old_place) = then.groups.iter().position(|one| one == group) else { continue };
        for (municipality, changes) in changes.municipalities.iter().enumerate() {
            assert_eq!(changes[index].unpaired.baseline, old.municipalities[municipality][old_place]);
            assert_eq!(changes[index].unpaired.current, new.municipalities[municipality][index]);
        }
        assert_eq!(changes.nation[index].unpaired_baseline, old.nation[old_place]);
    }
}
