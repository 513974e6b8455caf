use std::sync::Arc;

use super::*;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::{RoundStatus, Rule};
use crate::domain::scoring::scores::score_country;
use crate::domain::scoring::tallies::ReturnedSection;
use crate::domain::scoring::tests::fixtures::{GREEN, RED, YELLOW, code, round, section, small_edition};
use crate::domain::{Area, Text};

fn year(year: i32) -> Round {
    round(&year.to_string(), "small", year)
}

fn tallies(edition: Edition, round: &Round, sections: Vec<ReturnedSection>) -> ResponseTallies {
    ResponseTallies::count(Arc::new(edition), round, sections)
}

/// One municipality that answers all of package "p" in health with one option.
fn answered(edition: Edition, round: &Round, option: usize) -> ResponseTallies {
    tallies(edition, round, vec![section("0101", Area::Health, &[(0, option), (1, option)])])
}

fn of(trend: &Trend, measure: Measure, package: &str) -> Vec<Point> {
    let is_it = |series: &&Series| {
        let key = match &series.subject {
            Subject::All => "",
            Subject::Package(package) => package.key.as_str(),
            Subject::Area(area, _) => area.as_str(),
        };
        series.measure == measure && key == package
    };
    trend.series.iter().find(is_it).unwrap().points.clone()
}

fn joined(points: &[Point]) -> Vec<bool> {
    points.iter().map(|point| point.is_joined).collect()
}

fn scores(points: &[Point]) -> Vec<Option<f64>> {
    points.iter().map(|point| point.standing.score()).collect()
}

#[test]
fn the_ten_newest_closed_rounds_of_the_programme_are_shown_and_no_tests() {
    let mut rounds: Vec<Round> = (2001..=2014).rev().map(year).collect();
    rounds.push(Round { status: RoundStatus::Open, ..year(2015) });
    rounds.push(Round { is_test: true, ..year(2016) });
    rounds.push(Round { programme: "other".to_owned(), ..year(2017) });
    let keys: Vec<&str> = trend_rounds(&year(2003), &rounds).iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012", "2013", "2014"]);
}

#[test]
fn a_line_breaks_where_the_edition_changes() {
    let later = || Edition { key: "later".to_owned(), ..small_edition() };
    let rounds = [
        answered(small_edition(), &year(2011), RED),
        answered(small_edition(), &year(2012), YELLOW),
        answered(later(), &year(2013), GREEN),
        answered(later(), &year(2014), GREEN),
    ];
    let trend = municipality_trend(&rounds, &code("0101"), &[]);
    let points = of(&trend, Measure::Implementation, "p");
    assert_eq!(scores(&points), [Some(0.0), Some(50.0), Some(100.0), Some(100.0)]);
    assert_eq!(joined(&points), [false, true, false, true]);
    assert_eq!(trend.rounds[2].edition, "later");
}

#[test]
fn a_line_goes_on_over_a_correction_as_long_as_the_questions_are_the_same() {
    use crate::domain::catalogue::crosswalk::Relation;
    use crate::domain::catalogue::drafts::Draft;
    let corrected = small_edition();
    let draft = Draft::correction_of(&corrected, "small.1", Text::from("Trykfejl"));
    let rounds = |first: &Edition, second: &Edition| {
        [answered(first.clone(), &year(2011), RED), answered(second.clone(), &year(2012), GREEN)]
    };
    let is_joined = |rounds: &[ResponseTallies], crosswalks: &[Crosswalk], package: &str| {
        joined(&of(&municipality_trend(rounds, &code("0101"), crosswalks), Measure::Implementation, package))[1]
    };
    for rounds in [rounds(&corrected, &draft.edition), rounds(&draft.edition, &corrected)] {
        assert!(is_joined(&rounds, &draft.crosswalks, "p"));
        assert!(!is_joined(&rounds, &[], "p"), "nothing says that they are one");
    }
    let mut reworded = draft.crosswalks.clone();
    reworded[0].links[0].relation = Relation::Reworded;
    assert!(!is_joined(&rounds(&corrected, &draft.edition), &reworded, "p"), "it was asked in other words");
    let mut moved = draft.edition.clone();
    moved.questions[0].key = "another".to_owned();
    assert!(!is_joined(&rounds(&corrected, &moved), &draft.crosswalks, "p"), "it is another question");
}

#[test]
fn a_line_breaks_where_other_questions_were_asked_or_the_rule_changed() {
    let plain = year(2011);
    let reduced = Round { packages: Some("p".to_owned()), ..year(2012) };
    let lowest = Round { rule: Rule::Lowest, ..year(2013) };
    let rounds = [&plain, &reduced, &lowest].map(|round| answered(small_edition(), round, GREEN));
    let trend = municipality_trend(&rounds, &code("0101"), &[]);
    let package = of(&trend, Measure::Implementation, "p");
    assert_eq!(joined(&package), [false, true, false], "the package was asked whole in both, by one rule");
    let all = of(&trend, Measure::Implementation, "");
    assert_eq!(joined(&all), [false, false, false], "all of a reduced round is less");
    let not_asked = of(&trend, Measure::Implementation, "q")[1].standing;
    assert_eq!(not_asked, PointBasis::None(ScoreState::NotAsked), "never a zero");
}

#[test]
fn a_line_goes_on_over_a_round_that_did_not_ask() {
    let other = Round { packages: Some("q".to_owned()), ..year(2012) };
    let rounds = [&year(2011), &other, &year(2013)].map(|round| answered(small_edition(), round, GREEN));
    let points = of(&municipality_trend(&rounds, &code("0101"), &[]), Measure::Implementation, "p");
    assert_eq!(points[1].standing, PointBasis::None(ScoreState::NotAsked));
    assert_eq!(joined(&points), [false, false, true]);
}

#[test]
fn a_round_without_a_score_leaves_a_gap() {
    let silent = |year| tallies(small_edition(), &year, vec![section("0101", Area::Health, &[])]);
    let rounds =
        [answered(small_edition(), &year(2011), RED), silent(year(2012)), answered(small_edition(), &year(2013), RED)];
    let points = of(&municipality_trend(&rounds, &code("0101"), &[]), Measure::Implementation, "p");
    assert_eq!(points[1].standing, PointBasis::None(ScoreState::Insufficient));
    assert_eq!(joined(&points), [false, false, false]);
    let elsewhere = municipality_trend(&rounds, &code("0147"), &[]);
    assert!(elsewhere.series.iter().flat_map(|one| &one.points).all(|point| point.standing.score().is_none()));
}

#[test]
fn four_municipalities_are_too_few_for_who_may_not_see_them() {
    let codes = ["0101", "0147", "0151", "0153", "0155"];
    let of_the_first = |count: usize| {
        let sections = codes[..count].iter().map(|code| section(code, Area::Health, &[(0, GREEN), (1, RED)])).collect();
        tallies(small_edition(), &year(2011), sections)
    };
    let (four, five) = (of_the_first(4), of_the_first(5));
    let shown = |tallies: &ResponseTallies, sight: &Scope| {
        let trend = country_trend(&[(tallies, &score_country(tallies))], sight, &[]);
        of(&trend, Measure::Implementation, "p")[0]
    };
    let hidden = Point { standing: PointBasis::Suppressed, coverage: None, is_joined: false };
    assert_eq!(shown(&four, &Scope::Some(Vec::new())), hidden);
    assert_eq!(shown(&four, &Scope::All).standing, PointBasis::Shown { n: 4, score: 50.0 });
    let all = shown(&five, &Scope::Some(Vec::new()));
    assert_eq!((all.standing, all.coverage), (PointBasis::Shown { n: 5, score: 50.0 }, Some(1.0)));
}
