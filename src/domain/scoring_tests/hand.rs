//! Every state of a cell, a score and a change, worked out by hand on the small edition.

use std::sync::Arc;

use super::fixtures::{
    GREEN, IRRELEVANT, RED, UNKNOWN, YELLOW, code, missing, round, section, small_edition, small_returns,
};
use crate::domain::Area;
use crate::domain::baselines::{BaselineRounds, baseline_rounds};
use crate::domain::catalogue::Measure;
use crate::domain::cells::{Cell, CellValue};
use crate::domain::changes::{Change, ChangeState, mean_change};
use crate::domain::comparison::{Comparison, compare_groups};
use crate::domain::groups::{Group, Narrowing, Selection, groups};
use crate::domain::narrow_changes::{compare_questions, compare_recommendations, compare_selection};
use crate::domain::returns::{ReturnedSection, Returns, decode_return, encode_return};
use crate::domain::rounds::{Round, Rule};
use crate::domain::scores::{
    Score, ScoreState, mean_score, score_groups, score_questions, score_recommendations, score_selection,
};
use crate::domain::transitions::transitions;

const PACKAGE_P: Group = Group { measure: Measure::Implementation, package: Some(0), area: None };
const PACKAGE_Q: Group = Group { measure: Measure::Implementation, package: Some(1), area: None };

fn cell(sections: Vec<ReturnedSection>) -> Option<Cell> {
    let returns = small_returns(sections);
    returns.cell(returns.municipality(&code("0101"))?, Area::Health, 0)
}

fn cell_of(answers: &[usize]) -> Cell {
    cell(answers.iter().map(|option| section("0101", Area::Health, &[(0, *option)])).collect()).unwrap()
}

fn score(returns: &Returns, group: Group) -> Score {
    score_selection(returns, returns.municipality(&code("0101")).unwrap(), &group.into())
}

#[test]
fn a_return_is_one_character_a_question() {
    let text = encode_return(5, &[(0, 4), (3, 11), (4, 99), (9, 1)]);
    assert_eq!(text, "4..b.");
    assert_eq!(decode_return(&text), [(0, 4), (3, 11)]);
    assert_eq!(decode_return("A?z1"), [(3, 1)]);
}

#[test]
fn a_cell_is_in_exactly_one_of_four_states() {
    let agreed = |value| Cell { value, disagrees: false };
    let disputed = |value| Cell { value, disagrees: true };
    assert_eq!(cell_of(&[YELLOW]), agreed(CellValue::Valued(0.5)));
    assert_eq!(cell_of(&[GREEN, GREEN]), agreed(CellValue::Valued(1.0)));
    assert_eq!(cell_of(&[GREEN, YELLOW, RED, RED]), disputed(CellValue::Valued(0.375)));
    assert_eq!(cell_of(&[YELLOW, UNKNOWN]), disputed(CellValue::Valued(0.5)));
    assert_eq!(cell_of(&[UNKNOWN]), agreed(CellValue::DontKnow));
    assert_eq!(cell_of(&[IRRELEVANT, UNKNOWN]), disputed(CellValue::DontKnow));
    assert_eq!(cell_of(&[IRRELEVANT, IRRELEVANT]), agreed(CellValue::NotRelevant));
    assert_eq!(cell(vec![section("0101", Area::Health, &[])]), Some(agreed(CellValue::Unanswered)));
}

#[test]
fn a_section_not_handed_in_counts_as_asked_and_unanswered() {
    let unanswered = Cell { value: CellValue::Unanswered, disagrees: false };
    assert_eq!(cell(vec![missing("0101", Area::Health)]), Some(unanswered));
    assert_eq!(cell(vec![missing("0101", Area::Social)]), None);
    assert_eq!(cell(vec![missing("0147", Area::Health)]), None);
}

#[test]
fn the_rounds_rule_makes_one_value_of_several_answers() {
    let sections = || [RED, YELLOW, GREEN, GREEN].map(|option| section("0101", Area::Health, &[(0, option)]));
    for (rule, value) in [(Rule::Mean, 0.625), (Rule::Lowest, 0.0), (Rule::Highest, 1.0)] {
        let round = Round { rule, ..round("2018", "small", 2018) };
        let returns = Returns::count(Arc::new(small_edition()), &round, sections());
        let cell = returns.cell(&returns.municipalities[0], Area::Health, 0).unwrap();
        assert_eq!(cell, Cell { value: CellValue::Valued(value), disagrees: true });
    }
}

#[test]
fn damaged_text_counts_nowhere_but_is_reported() {
    let damaged = |text: &str| ReturnedSection { returned: Some(text.to_owned()), ..missing("0101", Area::Health) };
    let malformed = |text: &str| small_returns([damaged(text)]).malformed;
    assert_eq!(malformed("00.3."), 0);
    assert_eq!(malformed("?5A.æ"), 4);
    assert_eq!(malformed("..0.."), 1, "question 2 is not put to health");
    assert_eq!((malformed("0"), malformed("......")), (1, 1));
    let returns = small_returns([damaged("?5...")]);
    assert_eq!(score(&returns, PACKAGE_P).unanswered, 2);
}

#[test]
fn a_score_counts_each_cell_once_and_tells_all_it_rests_on() {
    let returns = small_returns([
        section("0101", Area::Health, &[(0, GREEN), (1, UNKNOWN)]),
        section("0101", Area::Social, &[(0, YELLOW), (2, IRRELEVANT)]),
        section("0101", Area::Social, &[(0, RED)]),
    ]);
    let all = score(&returns, Group::all_of(Measure::Implementation));
    assert_eq!((all.asked, all.applicable, all.valid, all.dont_know, all.unanswered), (4, 3, 2, 1, 0));
    assert_eq!((all.state, all.disagreeing, all.coverage), (ScoreState::Insufficient, 1, Some(2.0 / 3.0)));
    assert_eq!((all.score, all.strict_score), (None, None));
    let social = score(&returns, Group { area: Some(Area::Social), ..PACKAGE_P });
    assert_eq!((social.state, social.score), (ScoreState::Ok, Some(25.0)));
}

#[test]
fn dont_know_counts_as_zero_in_the_strict_score() {
    let round = Round { min_coverage: 0.5, ..round("2018", "small", 2018) };
    let answers = [section("0101", Area::Health, &[(0, GREEN), (1, UNKNOWN)])];
    let returns = Returns::count(Arc::new(small_edition()), &round, answers);
    let score = score(&returns, PACKAGE_P);
    assert_eq!((score.score, score.strict_score), (Some(100.0), Some(50.0)));
}

#[test]
fn a_score_is_not_asked_not_applicable_insufficient_or_ok() {
    let state = |answers: &[(usize, usize)]| {
        let returns = small_returns([section("0101", Area::Health, answers)]);
        score(&returns, PACKAGE_P).state
    };
    assert_eq!(state(&[(0, GREEN), (1, RED)]), ScoreState::Ok);
    assert_eq!(state(&[(0, GREEN), (1, IRRELEVANT)]), ScoreState::Ok);
    assert_eq!(state(&[(0, GREEN)]), ScoreState::Insufficient);
    assert_eq!(state(&[]), ScoreState::Insufficient);
    assert_eq!(state(&[(0, IRRELEVANT), (1, IRRELEVANT)]), ScoreState::NotApplicable);
    let returns = small_returns([section("0101", Area::Health, &[])]);
    assert_eq!(score(&returns, PACKAGE_Q).state, ScoreState::NotAsked);
    assert_eq!(score(&returns, PACKAGE_Q).coverage, None);
}

#[test]
fn coverage_exactly_at_the_minimum_is_enough_and_none_never_is() {
    let with_minimum = |min_coverage| {
        let round = Round { min_coverage, ..round("2018", "small", 2018) };
        let half = [section("0101", Area::Health, &[(0, GREEN)])];
        let returns = Returns::count(Arc::new(small_edition()), &round, half);
        let scores = [PACKAGE_P, Group { measure: Measure::Overall, ..PACKAGE_P }];
        scores.map(|group| score(&returns, group).state)
    };
    assert_eq!(with_minimum(0.5), [ScoreState::Ok, ScoreState::Insufficient]);
    assert_eq!(with_minimum(0.0), [ScoreState::Ok, ScoreState::Insufficient]);
}

#[test]
fn a_group_is_listed_when_the_round_asks_a_question_of_it() {
    let listed = |packages: Option<&str>| {
        let round = Round { packages: packages.map(str::to_owned), ..round("2018", "small", 2018) };
        groups(&small_edition(), &round)
    };
    assert_eq!(listed(None).len(), 3 + 2 + 3 + 3 + 4);
    let reduced = listed(Some("q"));
    let implementation = |package, area| Group { measure: Measure::Implementation, package, area };
    let awareness = |area| Group { measure: Measure::Awareness, package: None, area };
    assert_eq!(
        reduced,
        [
            implementation(None, None),
            implementation(Some(1), None),
            implementation(None, Some(Area::Social)),
            implementation(Some(1), Some(Area::Social)),
            awareness(None),
            awareness(Some(Area::Health)),
            awareness(Some(Area::Social)),
        ]
    );
}

#[test]
fn a_selection_narrows_by_level_central_category_recommendation_and_question() {
    let returns = small_returns([
        section("0101", Area::Health, &[(0, GREEN), (1, RED)]),
        section("0101", Area::Social, &[(0, GREEN), (2, YELLOW)]),
    ]);
    let municipality = &returns.municipalities[0];
    let narrowed = |package, narrowing| {
        let group = Group { package, ..PACKAGE_P };
        score_selection(&returns, municipality, &Selection { group, narrowing }).score
    };
    assert_eq!(narrowed(None, Narrowing::Central), Some(100.0 * 2.5 / 3.0));
    assert_eq!(narrowed(None, Narrowing::Level("high".to_owned())), Some(0.0));
    assert_eq!(narrowed(None, Narrowing::Category("tilbud".to_owned())), Some(62.5));
    assert_eq!(narrowed(Some(0), Narrowing::Recommendation(0)), Some(100.0));
    assert_eq!(narrowed(None, Narrowing::Question(2)), Some(50.0));
    let of_questions: Vec<_> = score_questions(&returns, municipality, None).iter().map(|one| one.score).collect();
    assert_eq!(of_questions, [Some(100.0), Some(0.0), Some(50.0), None, None]);
    let of_package = score_recommendations(&returns, municipality, 0, Some(Area::Health));
    assert_eq!(of_package.iter().map(|one| one.score).collect::<Vec<_>>(), [Some(100.0), Some(0.0)]);
}

#[test]
fn the_state_of_several_municipalities_is_that_which_they_share() {
    let state = |answers: &[&[(usize, usize)]]| {
        let codes = ["0101", "0147", "0151"];
        let sections: Vec<_> =
            codes.iter().zip(answers).map(|(code, answers)| section(code, Area::Health, answers)).collect();
        let returns = small_returns(sections);
        let place = returns.groups.iter().position(|group| *group == PACKAGE_P).unwrap();
        let scores: Vec<Score> =
            returns.municipalities.iter().map(|municipality| score_groups(&returns, municipality)[place]).collect();
        let mean = mean_score(&scores);
        (mean.state, mean.n, mean.score)
    };
    let irrelevant: &[(usize, usize)] = &[(0, IRRELEVANT), (1, IRRELEVANT)];
    assert_eq!(state(&[&[(0, GREEN), (1, GREEN)], &[(0, RED), (1, RED)], &[]]), (ScoreState::Ok, 2, Some(50.0)));
    assert_eq!(state(&[irrelevant, irrelevant]), (ScoreState::NotApplicable, 0, None));
    assert_eq!(state(&[irrelevant, &[]]), (ScoreState::Insufficient, 0, None));
    assert_eq!(mean_score(&[]).state, ScoreState::NotAsked);
}

fn year(key: &str, packages: Option<&str>, sections: Vec<ReturnedSection>) -> (Round, Arc<Returns>) {
    let round = Round { packages: packages.map(str::to_owned), ..round(key, "small", key.parse().unwrap()) };
    let returns = Arc::new(Returns::count(Arc::new(small_edition()), &round, sections));
    (round, returns)
}

/// Holds the last round against the others as the programme would.
fn compare(rounds: Vec<(Round, Arc<Returns>)>) -> Comparison {
    let edition = small_edition();
    let (current, now) = rounds.last().unwrap();
    let candidates: Vec<_> = rounds.iter().map(|(round, _)| (round, &edition)).collect();
    let choice = baseline_rounds(current, &edition, &candidates, &[], &[]);
    let baseline = |key: &String| rounds.iter().find(|(round, _)| round.key == *key).unwrap().1.clone();
    let baselines = choice.rounds.iter().map(baseline).collect();
    Comparison::new(now.clone(), baselines, choice, &[])
}

fn change_of(comparison: &Comparison, group: Group) -> Change {
    let place = comparison.current.groups.iter().position(|one| *one == group).unwrap();
    compare_groups(comparison, &comparison.current.municipalities[0])[place]
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
    let all = change_of(&comparison, Group::all_of(Measure::Implementation));
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
    let all = change_of(&comparison, Group::all_of(Measure::Implementation));
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
    let changes = |changes: Vec<Change>| changes.into_iter().map(|one| one.change).collect::<Vec<_>>();
    let expected = [Some(100.0), Some(-50.0)];
    assert_eq!(changes(compare_recommendations(&comparison, municipality, 0, None)), expected);
    assert_eq!(changes(compare_questions(&comparison, municipality, Some(Area::Health)))[..2], expected);
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
