//! Every state of a change, baselines that differ per package, and transitions, worked out by hand.

use std::sync::Arc;

use super::fixtures::{GREEN, IRRELEVANT, RED, UNKNOWN, YELLOW, missing, round, section, small_edition};
use super::one_group::compare_selection;
use crate::domain::Area;
use crate::domain::catalogue::Measure;
use crate::domain::rounds::Round;
use crate::domain::scoring::baselines::{BaselineRounds, baseline_rounds};
use crate::domain::scoring::changes::{Change, ChangeState, mean_change};
use crate::domain::scoring::comparison::{Comparison, compare_groups};
use crate::domain::scoring::dimensions::{Narrowing, ScoreDimension, Selection};
use crate::domain::scoring::scores::ScoreState;
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection};
use crate::domain::scoring::transitions::transitions;

const PACKAGE_P: ScoreDimension = ScoreDimension { measure: Measure::Implementation, package: Some(0), area: None };
const PACKAGE_Q: ScoreDimension = ScoreDimension { measure: Measure::Implementation, package: Some(1), area: None };

fn year(key: &str, packages: Option<&str>, sections: Vec<ReturnedSection>) -> (Round, Arc<ResponseTallies>) {
    let round = Round { packages: packages.map(str::to_owned), ..round(key, "small", key.parse().unwrap()) };
    let tallies = Arc::new(ResponseTallies::count(Arc::new(small_edition()), &round, sections));
    (round, tallies)
}

/// Holds the last round against the others as the programme would.
fn compare(rounds: Vec<(Round, Arc<ResponseTallies>)>) -> Comparison {
    let edition = small_edition();
    let (current, now) = rounds.last().unwrap();
    let candidates: Vec<_> = rounds.iter().map(|(round, _)| (round, &edition)).collect();
    let choice = baseline_rounds(current, &edition, &candidates, &[], &[]);
    let baseline = |key: &String| rounds.iter().find(|(round, _)| round.key == *key).unwrap().1.clone();
    let baselines = choice.rounds.iter().map(baseline).collect();
    Comparison::new(now.clone(), baselines, choice, &[])
}

fn change_of(comparison: &Comparison, group: ScoreDimension) -> Change {
    let index = comparison.current.groups.iter().position(|one| *one == group).unwrap();
    compare_groups(comparison, &comparison.current.municipalities[0])[index]
}

#[test]
fn each_package_is_held_against_its_own_baseline_round() {
    let both = |health: &[(usize, usize)], social: &[(usize, usize)]| {
        vec![section("0101", Area::Health, health), section("0101", Area::Social, social)]
    };
    let comparison = compare(vec![
        year("2013", Some("p"), both(&[(0, RED), (1, RED)], &[(0, RED)])),
        year("2014", None, both(&[(0, GREEN), (1, GREEN)], &[(0, GREEN), (2, YELLOW)])),
        year("2018", None, both(&[(0, YELLOW), (1, YELLOW)], &[(0, YELLOW), (2, GREEN)])),
    ]);
    let all = change_of(&comparison, ScoreDimension::all_of(Measure::Implementation));
    assert_eq!((all.questions, all.matched, all.comparable, all.paired), (3, 3, 4, 4));
    assert_eq!((all.baseline, all.current, all.change), (Some(12.5), Some(62.5), Some(50.0)));
    assert_eq!(all.unpaired.change(), Some(50.0));
    assert_eq!(change_of(&comparison, PACKAGE_P).change, Some(50.0));
    assert_eq!(change_of(&comparison, PACKAGE_Q).change, Some(50.0));
    assert_eq!(change_of(&comparison, PACKAGE_Q).unpaired.baseline.score, Some(50.0));
}

#[test]
fn a_package_without_baseline_is_not_comparable_rather_than_zero() {
    let health = || vec![section("0101", Area::Health, &[(0, GREEN), (1, GREEN)]), missing("0101", Area::Social)];
    let comparison = compare(vec![year("2013", Some("p"), health()), year("2018", None, health())]);
    assert_eq!(change_of(&comparison, PACKAGE_Q).state, ChangeState::NotComparable);
    let all = change_of(&comparison, ScoreDimension::all_of(Measure::Implementation));
    assert_eq!((all.questions, all.matched, all.comparable, all.paired), (3, 2, 3, 2));
    assert_eq!((all.state, all.change), (ChangeState::Insufficient, None));
}

#[test]
fn a_change_is_not_asked_not_applicable_insufficient_or_ok() {
    let state = |then: &[(usize, usize)], now: &[(usize, usize)]| {
        let comparison = compare(vec![
            year("2013", None, vec![section("0101", Area::Health, then)]),
            year("2018", None, vec![section("0101", Area::Health, now)]),
        ]);
        change_of(&comparison, PACKAGE_P).state
    };
    let full: &[(usize, usize)] = &[(0, GREEN), (1, RED)];
    assert_eq!(state(full, full), ChangeState::Ok);
    assert_eq!(state(&[(0, GREEN)], full), ChangeState::Insufficient);
    assert_eq!(state(&[], full), ChangeState::Insufficient);
    assert_eq!(state(full, &[(0, IRRELEVANT), (1, IRRELEVANT)]), ChangeState::NotApplicable);
    assert_eq!(state(&[(0, IRRELEVANT), (1, RED)], full), ChangeState::Insufficient);
    let comparison = compare(vec![
        year("2013", None, vec![missing("0101", Area::Health)]),
        year("2018", None, vec![missing("0101", Area::Health)]),
    ]);
    assert_eq!(change_of(&comparison, PACKAGE_Q).state, ChangeState::NotAsked);
}

#[test]
fn a_municipality_that_was_not_in_the_baseline_has_no_change() {
    let now = vec![section("0101", Area::Health, &[(0, GREEN), (1, GREEN)])];
    let comparison =
        compare(vec![year("2013", None, vec![section("0147", Area::Health, &[(0, GREEN)])]), year("2018", None, now)]);
    let change = change_of(&comparison, PACKAGE_P);
    assert_eq!((change.state, change.comparable, change.paired), (ChangeState::Insufficient, 2, 0));
    assert_eq!(change.unpaired.baseline.state, ScoreState::NotAsked);
    assert_eq!(change.unpaired.change(), None);
}

#[test]
fn a_group_counts_who_improved_stayed_and_declined() {
    let sections = |options: [usize; 3]| {
        let codes = ["0101", "0147", "0151"];
        codes.iter().zip(options).map(|(code, option)| section(code, Area::Social, &[(2, option)])).collect()
    };
    let comparison = compare(vec![
        year("2013", None, sections([RED, YELLOW, GREEN])),
        year("2018", None, sections([GREEN, YELLOW, YELLOW])),
    ]);
    let changes: Vec<Change> = comparison
        .current
        .municipalities
        .iter()
        .map(|municipality| compare_selection(&comparison, municipality, &PACKAGE_Q.into()))
        .collect();
    let mean = mean_change(&changes);
    assert_eq!((mean.n, mean.improved, mean.unchanged, mean.declined), (3, 1, 1, 1));
    assert_eq!(mean.change, Some(50.0 / 3.0));
    assert_eq!(mean_change(&[]).state, ChangeState::NotAsked);
}

#[test]
fn parts_of_a_group_change_by_the_same_rules() {
    let comparison = compare(vec![
        year("2013", None, vec![section("0101", Area::Health, &[(0, RED), (1, GREEN)])]),
        year("2018", None, vec![section("0101", Area::Health, &[(0, GREEN), (1, YELLOW)])]),
    ]);
    let municipality = &comparison.current.municipalities[0];
    let change = |area, narrowing| {
        let selection = Selection { group: ScoreDimension { area, ..PACKAGE_P }, narrowing };
        compare_selection(&comparison, municipality, &selection).change
    };
    let expected = [Some(100.0), Some(-50.0)];
    assert_eq!([0, 1].map(|index| change(None, Narrowing::Recommendation(index))), expected);
    assert_eq!([0, 1].map(|index| change(Some(Area::Health), Narrowing::Question(index))), expected);
    let central = Selection { group: PACKAGE_P, narrowing: Narrowing::Central };
    let change = compare_selection(&comparison, municipality, &central);
    assert_eq!((change.change, change.unpaired.change()), (Some(100.0), Some(100.0)));
}

#[test]
fn transitions_count_agreed_cells_and_disagreeing_ones_apart() {
    let comparison = compare(vec![
        year(
            "2013",
            None,
            vec![
                section("0101", Area::Health, &[(0, RED), (1, RED)]),
                section("0147", Area::Health, &[(0, RED)]),
                section("0147", Area::Health, &[(0, GREEN)]),
            ],
        ),
        year(
            "2018",
            None,
            vec![
                section("0101", Area::Health, &[(0, GREEN), (1, UNKNOWN)]),
                section("0147", Area::Health, &[(0, GREEN), (1, RED)]),
            ],
        ),
    ]);
    let tables = transitions(&comparison, &comparison.current.municipalities, &PACKAGE_P.into());
    assert_eq!(tables.len(), 1);
    let table = &tables[0];
    assert_eq!((table.counts[RED][GREEN], table.counts[RED][UNKNOWN]), (1, 1));
    assert_eq!(table.counts.iter().flatten().sum::<u32>(), 2);
    assert_eq!((table.disagreeing, table.unanswered), (1, 1));
}

#[test]
fn one_round_can_be_the_baseline_of_everything() {
    let sections = || vec![section("0101", Area::Health, &[(0, GREEN), (1, RED)])];
    let (_, then) = year("2013", Some("q"), sections());
    let (_, now) = year("2018", None, sections());
    let choice = BaselineRounds::single(&now.edition, "2013");
    let comparison = Comparison::new(now, vec![then], choice, &[]);
    let change = change_of(&comparison, PACKAGE_P);
    assert_eq!((change.state, change.matched), (ChangeState::NotComparable, 0));
}
