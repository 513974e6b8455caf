//! Laws that hold for all answers.

use std::sync::Arc;

use proptest::prelude::*;

use super::fixtures::{UNKNOWN, round, section, small_edition, small_returns};
use super::one_group::{compare_selection, score_selection};
use crate::domain::Area;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::distribution::distribution;
use crate::domain::rounds::{Round, Rule};
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::comparison::{Comparison, compare_country};
use crate::domain::scoring::dimensions::{Narrowing, ScoreDimension, Selection};
use crate::domain::scoring::narrowed::{MeantQuestions, score_packages};
use crate::domain::scoring::scores::{Score, ScoreState, mean_score, score_country, score_groups};
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection, decode_return, encode_return};

const CODES: [&str; 4] = ["0101", "0147", "0151", "0153"];
/// Questions put to health and to social in the small edition.
const ASKED: [&[usize]; 2] = [&[0, 1, 3, 4], &[0, 2, 4]];

prop_compose! {
    fn any_section()(
        municipality in 0..CODES.len(),
        area in 0..2_usize,
        options in prop::collection::vec(prop::option::weighted(0.8, 0..5_usize), 4),
        handed_in in prop::bool::weighted(0.9),
    ) -> ReturnedSection {
        let answers: Vec<(usize, usize)> =
            ASKED[area].iter().zip(options).filter_map(|(question, option)| Some((*question, option?))).collect();
        let whole = section(CODES[municipality], [Area::Health, Area::Social][area], &answers);
        ReturnedSection { returned: whole.returned.filter(|_| handed_in), ..whole }
    }
}

fn any_sections() -> impl Strategy<Value = Vec<ReturnedSection>> {
    prop::collection::vec(any_section(), 1..24)
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(Rule::ALL)
}

fn count(rule: Rule, min_coverage: f64, sections: Vec<ReturnedSection>) -> ResponseTallies {
    let round = Round { rule, min_coverage, ..round("2018", "small", 2018) };
    ResponseTallies::count(Arc::new(small_edition()), &round, sections)
}

fn all_scores(tallies: &ResponseTallies) -> Vec<Score> {
    score_country(tallies).municipalities.concat()
}

fn comparison(then: ResponseTallies, now: ResponseTallies) -> Comparison {
    let choice = BaselineRounds::single(&now.edition, &then.round);
    Comparison::new(Arc::new(now), vec![Arc::new(then)], choice, &[])
}

fn is_near(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_return_is_read_back_as_it_was_written(answers in prop::collection::btree_map(0..40_usize, 0..12_usize, 0..40)) {
        let answers: Vec<(usize, usize)> = answers.into_iter().collect();
        prop_assert_eq!(decode_return(&encode_return(40, &answers)), answers);
    }

    #[test]
    fn the_order_of_sections_does_not_matter(
        (sections, shuffled) in any_sections().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        rule in any_rule(),
    ) {
        let (one, other) = (count(rule, 0.7, sections), count(rule, 0.7, shuffled));
        prop_assert_eq!(all_scores(&one), all_scores(&other));
    }

    #[test]
    fn stored_counts_give_the_very_same_figures(
        sections in any_sections(),
        many in 0..60_usize,
        rule in any_rule(),
    ) {
        // More posts than a digit holds.
        let crowd = std::iter::repeat_n(section("0101", Area::Health, &[(0, UNKNOWN)]), many);
        let counted = count(rule, 0.7, sections.into_iter().chain(crowd).collect());
        let round = Round { rule, ..round("2018", "small", 2018) };
        let rows = counted.to_counts(&round.id);
        let stored = ResponseTallies::from_counts(Arc::new(small_edition()), &round, rows).unwrap();
        prop_assert_eq!(&stored.municipalities, &counted.municipalities);
        prop_assert_eq!(format!("{:?}", score_country(&stored)), format!("{:?}", score_country(&counted)));
    }

    #[test]
    fn scores_lie_within_0_and_100_and_strict_ones_never_above(sections in any_sections(), rule in any_rule()) {
        for score in all_scores(&count(rule, 0.0, sections)) {
            prop_assert_eq!(score.score.is_some(), score.state == ScoreState::Ok);
            let (Some(plain), Some(strict)) = (score.score, score.strict_score) else { continue };
            prop_assert!((0.0..=100.0).contains(&strict) && strict <= plain && plain <= 100.0);
        }
    }

    #[test]
    fn every_cell_is_in_exactly_one_state(sections in any_sections()) {
        for score in all_scores(&small_returns(sections)) {
            prop_assert_eq!(score.valid + score.dont_know + score.unanswered, score.applicable);
            prop_assert!(score.applicable <= score.asked && score.disagreeing <= score.asked);
            let coverage = (score.applicable > 0).then(|| f64::from(score.valid) / f64::from(score.applicable));
            prop_assert_eq!(score.coverage, coverage);
        }
    }

    #[test]
    fn a_dont_know_more_never_changes_the_score_nor_raises_the_strict_one(
        sections in any_sections(),
        municipality in 0..CODES.len(),
        question in prop::sample::select(ASKED[0].to_vec()),
        rule in any_rule(),
    ) {
        let mut more = sections.clone();
        more.push(section(CODES[municipality], Area::Health, &[(question, UNKNOWN)]));
        let mut same = sections;
        same.push(section(CODES[municipality], Area::Health, &[]));
        for (before, after) in all_scores(&count(rule, 0.0, same)).iter().zip(all_scores(&count(rule, 0.0, more))) {
            prop_assert_eq!(before.valid, after.valid);
            prop_assert_eq!(before.score, after.score);
            prop_assert!(after.strict_score <= before.strict_score);
        }
    }

    #[test]
    fn the_lowest_rule_gives_at_most_the_mean_and_the_highest_at_least(sections in any_sections()) {
        let scores = Rule::ALL.iter().map(|rule| (*rule, all_scores(&count(*rule, 0.0, sections.clone()))));
        let by_rule: std::collections::BTreeMap<Rule, Vec<Score>> = scores.collect();
        for (index, mean) in by_rule[&Rule::Mean].iter().enumerate() {
            let Some(mean) = mean.score else { continue };
            prop_assert!(by_rule[&Rule::Lowest][index].score.unwrap() <= mean + 1e-9);
            prop_assert!(by_rule[&Rule::Highest][index].score.unwrap() >= mean - 1e-9);
        }
    }

    #[test]
    fn every_post_answering_twice_the_same_changes_nothing(sections in any_sections(), rule in any_rule()) {
        let twice: Vec<_> = sections.iter().chain(&sections).cloned().collect();
        prop_assert_eq!(all_scores(&count(rule, 0.7, sections)), all_scores(&count(rule, 0.7, twice)));
    }

    #[test]
    fn a_group_alone_scores_as_in_the_pass_over_all(sections in any_sections()) {
        let tallies = small_returns(sections);
        for municipality in &tallies.municipalities {
            for (group, score) in tallies.groups.iter().zip(score_groups(&tallies, municipality)) {
                let alone = score_selection(&tallies, municipality, &Selection::from(*group));
                prop_assert!(is_near(alone.score, score.score) && is_near(alone.strict_score, score.strict_score));
                prop_assert_eq!((alone.state, alone.asked, alone.valid), (score.state, score.asked, score.valid));
            }
        }
    }

    #[test]
    fn a_part_of_the_recommendations_scores_package_by_package_as_each_does_alone(sections in any_sections()) {
        let tallies = small_returns(sections);
        let level = |key: &str| Narrowing::Level(key.to_owned());
        for narrowing in [Narrowing::Everything, Narrowing::Central, level("low"), level("high"), level("none")] {
            let meant = MeantQuestions::new(&tallies.edition, narrowing.clone());
            for municipality in &tallies.municipalities {
                let scores = score_packages(&tallies, municipality, &meant);
                let all = scores.packages.iter().enumerate().map(|(package, score)| (Some(package), score));
                for (package, score) in all.chain([(None, &scores.all)]) {
                    let group = ScoreDimension { package, ..ScoreDimension::all_of(Measure::Implementation) };
                    let selection = Selection { group, narrowing: narrowing.clone() };
                    prop_assert_eq!(*score, score_selection(&tallies, municipality, &selection));
                }
            }
        }
    }

    #[test]
    fn packages_and_areas_add_up_to_the_whole(sections in any_sections()) {
        let tallies = small_returns(sections);
        for municipality in &tallies.municipalities {
            let scores = score_groups(&tallies, municipality);
            let sum = |is_part: &dyn Fn(&ScoreDimension) -> bool| -> u32 {
                let parts = tallies.groups.iter().zip(&scores).filter(|(group, _)| is_part(group));
                parts.map(|(_, score)| score.valid).sum()
            };
            let implementation = |group: &ScoreDimension| group.measure == crate::domain::catalogue::Measure::Implementation;
            let whole = sum(&|group| implementation(group) && group.package.is_none() && group.area.is_none());
            prop_assert_eq!(whole, sum(&|group| implementation(group) && group.package.is_some() && group.area.is_none()));
            prop_assert_eq!(whole, sum(&|group| implementation(group) && group.package.is_none() && group.area.is_some()));
            prop_assert_eq!(whole, sum(&|group| implementation(group) && group.package.is_some() && group.area.is_some()));
        }
    }

    #[test]
    fn a_mean_lies_between_its_municipalities_whatever_their_weight(sections in any_sections()) {
        let tallies = count(Rule::Mean, 0.0, sections);
        let scores = score_country(&tallies);
        for index in 0..tallies.groups.len() {
            let members: Vec<Score> = scores.municipalities.iter().map(|scores| scores[index]).collect();
            let mean = mean_score(&members);
            prop_assert_eq!(mean, scores.nation[index]);
            let Some(value) = mean.score else { continue };
            let figures: Vec<f64> = members.iter().filter_map(|score| score.score).collect();
            prop_assert_eq!(mean.n, figures.len());
            prop_assert!(figures.iter().any(|figure| *figure <= value + 1e-9));
            prop_assert!(figures.iter().any(|figure| *figure >= value - 1e-9));
        }
    }

    #[test]
    fn a_round_held_against_itself_has_not_changed(sections in any_sections()) {
        let comparison = comparison(small_returns(sections.clone()), small_returns(sections));
        for changes in compare_country(&comparison).municipalities {
            for change in changes {
                prop_assert_eq!(change.matched, change.questions);
                prop_assert_eq!(change.comparable, change.unpaired.current.applicable);
                prop_assert_eq!(change.paired, change.unpaired.current.valid);
                prop_assert!(change.change.is_none_or(|change| change == 0.0));
                prop_assert_eq!(change.unpaired.baseline, change.unpaired.current);
            }
        }
    }

    #[test]
    fn turned_round_a_change_has_the_other_sign(then in any_sections(), now in any_sections()) {
        let count = |sections: &Vec<ReturnedSection>| count(Rule::Mean, 0.0, sections.clone());
        let forward = comparison(count(&then), count(&now));
        let back = comparison(count(&now), count(&then));
        let changes = compare_country(&forward);
        for (municipality, changes) in forward.current.municipalities.iter().zip(&changes.municipalities) {
            let Some(other) = back.current.municipality(&municipality.municipality) else { continue };
            for (group, change) in forward.current.groups.iter().zip(changes) {
                let alone = compare_selection(&forward, municipality, &Selection::from(*group));
                prop_assert!(is_near(alone.change, change.change));
                prop_assert!(is_near(alone.unpaired.change(), change.unpaired.change()));
                prop_assert_eq!((alone.questions, alone.matched, alone.state), (change.questions, change.matched, change.state));
                let turned = compare_selection(&back, other, &Selection::from(*group));
                prop_assert_eq!(turned.paired, change.paired);
                prop_assert!(is_near(turned.change, change.change.map(|change| -change)));
                prop_assert!(change.paired <= change.comparable && change.matched <= change.questions);
            }
        }
    }

    #[test]
    fn the_shares_of_a_distribution_add_up_to_1(sections in any_sections(), question in 0..5_usize) {
        let tallies = small_returns(sections);
        let spread = distribution(&tallies, question, None, &tallies.municipalities);
        let shares: f64 = spread.options.iter().filter_map(|option| option.share).sum();
        let valid: f64 = spread.options.iter().filter_map(|option| option.valid_share).sum();
        prop_assert!((shares - f64::from(u8::from(spread.n > 0))).abs() < 1e-9);
        prop_assert!((valid - f64::from(u8::from(spread.valid_n > 0))).abs() < 1e-9);
        prop_assert!(spread.valid_n <= spread.n && spread.n <= tallies.municipalities.len());
    }

    #[test]
    fn rounding_is_odd_and_never_off_by_more_than_a_half(value in -100.0..100.0_f64) {
        prop_assert_eq!(whole(-value), -whole(value));
        prop_assert!((whole(value) as f64 - value).abs() <= 0.5 + 1e-9);
    }

    #[test]
    fn damaged_text_never_stops_the_count(text in ".{0,12}") {
        let damaged = ReturnedSection { returned: Some(text), ..section("0101", Area::Health, &[]) };
        let scores = all_scores(&small_returns([damaged]));
        prop_assert!(!scores.is_empty());
    }
}
