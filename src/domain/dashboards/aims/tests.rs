//! The aim on the small edition, worked out by hand: question 0 of package "p" is of the low level and put to two areas,
//! question 1 of the high level to one.

use std::sync::Arc;

use super::*;
use crate::domain::catalogue::matching::match_questions;
use crate::domain::dashboards::aim_trend::aim_trend;
use crate::domain::rounds::aims::WrittenAim;
use crate::domain::rounds::{Round, Rule};
use crate::domain::scoring::tallies::ReturnedSection;
use crate::domain::scoring::tests::fixtures::{GREEN, RED, YELLOW, round, section, small_edition};
use crate::domain::{Area, MunicipalityCode};

const CODES: [&str; 6] = ["0101", "0147", "0151", "0153", "0155", "0157"];

fn aim(level: Option<&str>) -> Aim {
    Aim::new(WrittenAim {
        score: 75,
        level: level.map(str::to_owned),
        name_da: "Målet".to_owned(),
        name_en: String::new(),
        words_da: String::new(),
        words_en: String::new(),
    })
}

fn edition() -> Edition {
    let level = |key: &str| Label { key: key.to_owned(), label: key.into() };
    Edition { levels: vec![level("low"), level("high")], ..small_edition() }
}

/// A municipality whose package "p" has 75 on the low level and 50 in all.
fn first(code: &str) -> Vec<ReturnedSection> {
    vec![section(code, Area::Health, &[(0, GREEN), (1, RED)]), section(code, Area::Social, &[(0, YELLOW), (2, RED)])]
}

/// One that has nothing of the low level and everything of the high one.
fn last(code: &str) -> Vec<ReturnedSection> {
    vec![section(code, Area::Health, &[(0, RED), (1, GREEN)]), section(code, Area::Social, &[(0, RED), (2, RED)])]
}

fn tallies(round: &Round, sections: Vec<ReturnedSection>) -> ResponseTallies {
    ResponseTallies::count(Arc::new(edition()), round, sections)
}

/// So many of the first kind, and of the last kind the rest of so many.
fn country(reaching: usize, of: usize) -> ResponseTallies {
    let sections = CODES[..of].iter().enumerate();
    let sections = sections.flat_map(|(index, code)| if index < reaching { first(code) } else { last(code) });
    tallies(&round("2018", "small", 2018), sections.collect())
}

fn scope(codes: &[&str]) -> Scope {
    Scope::Some(codes.iter().map(|code| code.parse::<MunicipalityCode>().unwrap()).collect())
}

fn count(reached: Reached) -> Option<(usize, usize)> {
    match reached {
        Reached::Shown { count, n, .. } => Some((count, n)),
        Reached::Suppressed | Reached::Empty => None,
    }
}

#[test]
fn the_recommendations_of_the_level_alone_are_held_to_the_aim() {
    let country = country(4, 6);
    let of_level = AimedRound::new(&country, &aim(Some("low")));
    assert_eq!(of_level.score(0, Some(0)).unwrap().score, Some(75.0));
    assert_eq!(count(of_level.reached(Some(0), &Scope::All)), Some((4, 6)));
    let Reached::Shown { mean, .. } = of_level.reached(Some(0), &Scope::All) else { panic!("it is shown") };
    assert!((mean - 50.0).abs() < 1e-9, "four of 75 and two of 0");
    let of_all = AimedRound::new(&country, &aim(None));
    assert_eq!(of_all.score(0, Some(0)).unwrap().score, Some(50.0), "and so all of it does not reach it");
    assert_eq!(count(of_all.reached(Some(0), &Scope::All)), Some((0, 6)));
}

#[test]
fn where_the_edition_lacks_the_level_everything_counts_and_that_is_told() {
    let unknown = AimBasis::of(&aim(Some("grundniveau")), &edition());
    assert!(unknown.lacks_level() && unknown.level.is_none());
    assert_eq!(unknown.meant(&edition()), AimBasis::of(&aim(None), &edition()).meant(&edition()));
    assert!(
        !AimBasis::of(&aim(Some("low")), &edition()).lacks_level()
            && !AimBasis::of(&aim(None), &edition()).lacks_level()
    );
    // The only recommendation of package "q" is of the low level: of the high one nothing of it is asked.
    let high = country(1, 6);
    assert_eq!(AimedRound::new(&high, &aim(Some("high"))).asked_packages().collect::<Vec<usize>>(), [0]);
}

#[test]
fn few_are_told_to_nobody_and_those_that_a_reader_does_not_see_only_where_they_are_enough() {
    let reached = |of, seen: &Scope| count(AimedRound::new(&country(2, of), &aim(Some("low"))).reached(Some(0), seen));
    assert_eq!((reached(5, &Scope::All), reached(4, &Scope::All)), (Some((2, 5)), None));
    let own = scope(&CODES[..1]);
    assert_eq!((reached(6, &own), reached(5, &own)), (Some((2, 6)), None), "four others could be worked out");
}

#[test]
fn rounds_are_held_against_each_other_where_they_asked_the_same_and_made_values_alike() {
    let now = country(3, 6);
    let matching = match_questions(&edition(), &edition(), &[]).questions;
    let then = |change: fn(Round) -> Round| {
        let sections = CODES.iter().flat_map(|code| last(code)).collect();
        tallies(&change(round("2013", "small", 2013)), sections)
    };
    let alike = |then: &ResponseTallies, package| {
        let [now, then] = [&now, then].map(|one| AimedRound::new(one, &aim(Some("low"))));
        now.alike(package, &then, &matching)
    };
    assert_eq!((alike(&then(|one| one), Some(0)), alike(&then(|one| one), None)), (Some(Some(0)), Some(None)));
    assert_eq!(alike(&then(|one| Round { rule: Rule::Lowest, ..one }), Some(0)), None);
    let fewer = then(|one| Round { packages: Some("p".to_owned()), ..one });
    assert_eq!((alike(&fewer, Some(0)), alike(&fewer, Some(1)), alike(&fewer, None)), (Some(Some(0)), None, None));

    let before = then(|one| one);
    let trend = aim_trend(&[&before, &now], &aim(Some("low")), &Scope::All, &[]);
    let step = trend.latest_step().unwrap();
    // Package "q" is red everywhere, so that all of it together reaches 50 at most.
    assert_eq!((step.since, step.before, step.now, step.count, step.n), ("2013", 0, "2018", 0, 6));
    let of_package = trend.series.iter().find(|one| one.subject != Subject::All).unwrap();
    let counts: Vec<_> = of_package.points.iter().map(|point| count(point.unwrap().reached).unwrap()).collect();
    assert_eq!(counts, [(0, 6), (3, 6)]);
    assert_eq!(aim_trend(&[&fewer, &now], &aim(None), &Scope::All, &[]).latest_step(), None);
}
