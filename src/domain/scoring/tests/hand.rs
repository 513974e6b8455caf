//! Every state of a cell and of a score, worked out by hand on the small edition.

use std::sync::Arc;

use super::fixtures::{
    GREEN, IRRELEVANT, RED, UNKNOWN, YELLOW, code, missing, round, section, small_edition, small_returns,
};
use super::one_group::score_selection;
use crate::domain::Area;
use crate::domain::catalogue::Measure;
use crate::domain::rounds::{Round, Rule};
use crate::domain::scoring::cells::{Cell, CellValue};
use crate::domain::scoring::dimensions::{Narrowing, ScoreDimension, Selection, groups};
use crate::domain::scoring::scores::{Score, ScoreState, mean_score, score_groups};
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection, decode_return, encode_return};

const PACKAGE_P: ScoreDimension = ScoreDimension { measure: Measure::Implementation, package: Some(0), area: None };
const PACKAGE_Q: ScoreDimension = ScoreDimension { measure: Measure::Implementation, package: Some(1), area: None };

fn cell(sections: Vec<ReturnedSection>) -> Option<Cell> {
    let tallies = small_returns(sections);
    tallies.cell(tallies.municipality(&code("0101"))?, Area::Health, 0)
}

fn cell_of(answers: &[usize]) -> Cell {
    cell(answers.iter().map(|option| section("0101", Area::Health, &[(0, *option)])).collect()).unwrap()
}

fn score(tallies: &ResponseTallies, group: ScoreDimension) -> Score {
    score_selection(tallies, tallies.municipality(&code("0101")).unwrap(), &group.into())
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
        let tallies = ResponseTallies::count(Arc::new(small_edition()), &round, sections());
        let cell = tallies.cell(&tallies.municipalities[0], Area::Health, 0).unwrap();
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
    let tallies = small_returns([damaged("?5...")]);
    assert_eq!(score(&tallies, PACKAGE_P).unanswered, 2);
}

#[test]
fn a_score_counts_each_cell_once_and_tells_all_it_rests_on() {
    let tallies = small_returns([
        section("0101", Area::Health, &[(0, GREEN), (1, UNKNOWN)]),
        section("0101", Area::Social, &[(0, YELLOW), (2, IRRELEVANT)]),
        section("0101", Area::Social, &[(0, RED)]),
    ]);
    let all = score(&tallies, ScoreDimension::all_of(Measure::Implementation));
    assert_eq!((all.asked, all.applicable, all.valid, all.dont_know, all.unanswered), (4, 3, 2, 1, 0));
    assert_eq!((all.state, all.disagreeing, all.coverage), (ScoreState::Insufficient, 1, Some(2.0 / 3.0)));
    assert_eq!((all.score, all.strict_score), (None, None));
    let social = score(&tallies, ScoreDimension { area: Some(Area::Social), ..PACKAGE_P });
    assert_eq!((social.state, social.score), (ScoreState::Ok, Some(25.0)));
}

#[test]
fn dont_know_counts_as_zero_in_the_strict_score() {
    let round = Round { min_coverage: 0.5, ..round("2018", "small", 2018) };
    let answers = [section("0101", Area::Health, &[(0, GREEN), (1, UNKNOWN)])];
    let tallies = ResponseTallies::count(Arc::new(small_edition()), &round, answers);
    let score = score(&tallies, PACKAGE_P);
    assert_eq!((score.score, score.strict_score), (Some(100.0), Some(50.0)));
}

#[test]
fn a_score_is_not_asked_not_applicable_insufficient_or_ok() {
    let state = |answers: &[(usize, usize)]| {
        let tallies = small_returns([section("0101", Area::Health, answers)]);
        score(&tallies, PACKAGE_P).state
    };
    assert_eq!(state(&[(0, GREEN), (1, RED)]), ScoreState::Ok);
    assert_eq!(state(&[(0, GREEN), (1, IRRELEVANT)]), ScoreState::Ok);
    assert_eq!(state(&[(0, GREEN)]), ScoreState::Insufficient);
    assert_eq!(state(&[]), ScoreState::Insufficient);
    assert_eq!(state(&[(0, IRRELEVANT), (1, IRRELEVANT)]), ScoreState::NotApplicable);
    let tallies = small_returns([section("0101", Area::Health, &[])]);
    assert_eq!(score(&tallies, PACKAGE_Q).state, ScoreState::NotAsked);
    assert_eq!(score(&tallies, PACKAGE_Q).coverage, None);
}

#[test]
fn coverage_exactly_at_the_minimum_is_enough_and_none_never_is() {
    let with_minimum = |min_coverage| {
        let round = Round { min_coverage, ..round("2018", "small", 2018) };
        let half = [section("0101", Area::Health, &[(0, GREEN)])];
        let tallies = ResponseTallies::count(Arc::new(small_edition()), &round, half);
        let scores = [PACKAGE_P, ScoreDimension { measure: Measure::Overall, ..PACKAGE_P }];
        scores.map(|group| score(&tallies, group).state)
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
    let implementation = |package, area| ScoreDimension { measure: Measure::Implementation, package, area };
    let awareness = |area| ScoreDimension { measure: Measure::Awareness, package: None, area };
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
    let tallies = small_returns([
        section("0101", Area::Health, &[(0, GREEN), (1, RED)]),
        section("0101", Area::Social, &[(0, GREEN), (2, YELLOW)]),
    ]);
    let municipality = &tallies.municipalities[0];
    let narrowed = |package, narrowing| {
        let group = ScoreDimension { package, ..PACKAGE_P };
        score_selection(&tallies, municipality, &Selection { group, narrowing }).score
    };
    assert_eq!(narrowed(None, Narrowing::Central), Some(100.0 * 2.5 / 3.0));
    assert_eq!(narrowed(None, Narrowing::Level("high".to_owned())), Some(0.0));
    assert_eq!(narrowed(None, Narrowing::Category("tilbud".to_owned())), Some(62.5));
    assert_eq!(narrowed(Some(0), Narrowing::Recommendation(0)), Some(100.0));
    assert_eq!(narrowed(None, Narrowing::Question(2)), Some(50.0));
    let of_questions = [0, 1, 2, 3, 4].map(|question| narrowed(None, Narrowing::Question(question)));
    assert_eq!(of_questions, [Some(100.0), Some(0.0), Some(50.0), None, None]);
    let of_package = [0, 1].map(|recommendation| {
        let group = ScoreDimension { area: Some(Area::Health), ..PACKAGE_P };
        let selection = Selection { group, narrowing: Narrowing::Recommendation(recommendation) };
        score_selection(&tallies, municipality, &selection).score
    });
    assert_eq!(of_package, [Some(100.0), Some(0.0)]);
}

#[test]
fn the_state_of_several_municipalities_is_that_which_they_share() {
    let state = |answers: &[&[(usize, usize)]]| {
        let codes = ["0101", "0147", "0151"];
        let sections: Vec<_> =
            codes.iter().zip(answers).map(|(code, answers)| section(code, Area::Health, answers)).collect();
        let tallies = small_returns(sections);
        let index = tallies.groups.iter().position(|group| *group == PACKAGE_P).unwrap();
        let scores: Vec<Score> =
            tallies.municipalities.iter().map(|municipality| score_groups(&tallies, municipality)[index]).collect();
        let mean = mean_score(&scores);
        (mean.state, mean.n, mean.score)
    };
    let irrelevant: &[(usize, usize)] = &[(0, IRRELEVANT), (1, IRRELEVANT)];
    assert_eq!(state(&[&[(0, GREEN), (1, GREEN)], &[(0, RED), (1, RED)], &[]]), (ScoreState::Ok, 2, Some(50.0)));
    assert_eq!(state(&[irrelevant, irrelevant]), (ScoreState::NotApplicable, 0, None));
    assert_eq!(state(&[irrelevant, &[]]), (ScoreState::Insufficient, 0, None));
    assert_eq!(mean_score(&[]).state, ScoreState::NotAsked);
}
