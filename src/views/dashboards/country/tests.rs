use super::*;
use std::sync::Arc;

use crate::domain::Area;
use crate::domain::access::staff::Scope;
use crate::domain::base::municipalities;
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::comparison::{Comparison, compare_country};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::scoring::tests::fixtures::{missing, round, section, small_edition, small_returns};

const HIGH: usize = 0;
const SOME: usize = 1;

fn compared(tallies: ResponseTallies) -> RoundComparison {
    let choice = BaselineRounds {
        rounds: Vec::new(),
        packages: vec![None; tallies.edition.packages.len()],
        questions: vec![None; tallies.edition.questions.len()],
    };
    let comparison = Comparison::new(Arc::new(tallies), Vec::new(), choice.clone(), &[]);
    RoundComparison { round: round("2018", "small", 2018), choice, comparison: Arc::new(comparison) }
}

fn shown(compared: &RoundComparison, scope: &Scope) -> String {
    let changes = compare_country(&compared.comparison);
    let page = CountryDashboard::new(compared, &changes, (scope, None), Wanted::default());
    show(&Frame::bare(Language::Danish, Default::default()), &page).into_string()
}

/// Question 3 of the small edition judges package "p" as a whole.
fn judged(high: usize, all: usize) -> RoundComparison {
    let codes = municipalities::all().iter().take(all).map(|one| one.code);
    let sections = codes
        .enumerate()
        .map(|(index, code)| section(code, Area::Health, &[(3, if index < high { HIGH } else { SOME })]));
    compared(small_returns(sections))
}

#[test]
fn the_published_share_of_28_of_95_reads_29() {
    let page = shown(&judged(28, 95), &Scope::All);
    assert!(page.contains("29\u{a0}% (28 af 95, 2018)"), "{page}");
}

#[test]
fn four_municipalities_are_too_few_for_who_may_not_see_them() {
    let page = shown(&judged(2, 4), &Scope::Some(Vec::new()));
    assert!(page.contains("Skjult") && !page.contains("50\u{a0}%") && !page.contains("2 af 4"));
    assert!(shown(&judged(2, 4), &Scope::All).contains("50\u{a0}% (2 af 4, 2018)"));
}

#[test]
fn a_question_not_asked_is_never_shown_as_zero() {
    let only_health = compared(small_returns([section("0101", Area::Health, &[(0, HIGH), (1, HIGH)])]));
    let page = shown(&only_health, &Scope::All);
    let heat = page.split("id=\"heat\"").nth(1).unwrap();
    // Package "q" is asked in another area than the one that is covered.
    assert!(heat.contains("class=\"pj-heat-none\"><span title=\"ikke spurgt\"") && !heat.contains(">0</td>"), "{heat}");
    assert_eq!(small_edition().packages.len(), 2);
}

#[test]
fn an_insufficient_score_shows_coverage_and_no_number() {
    let half = compared(small_returns([section("0101", Area::Health, &[(0, HIGH)]), missing("0101", Area::Social)]));
    let page = shown(&half, &Scope::All);
    assert!(page.contains("title=\"utilstrækkeligt grundlag, dækning 33\u{a0}%\""), "{page}");
}

#[test]
fn fewer_than_five_municipalities_look_weak_wherever_they_are_drawn() {
    let answered = |count: usize| {
        let codes = municipalities::all().iter().take(count).map(|one| one.code);
        compared(small_returns(codes.map(|code| section(code, Area::Health, &[(0, HIGH), (1, HIGH)]))))
    };
    let one = shown(&answered(1), &Scope::All);
    assert!(one.contains(">n = 1</text>") && one.contains("100 (kun\u{a0}n\u{a0}=\u{a0}1)"), "{one}");
    assert!(one.contains("Grå, tynde rækker") && one.contains("Kun 1 kommune: for få"), "{one}");
    let five = shown(&answered(5), &Scope::All);
    assert!(
        five.contains(">n = 5</text>") && five.contains("100 (n\u{a0}=\u{a0}5)") && five.contains("n = 5 kommuner"),
        "{five}"
    );
    assert!(!five.contains("Grå, tynde rækker") && !five.contains("for få til at sige"));
}

#[test]
fn the_baseline_round_says_once_that_nothing_comes_before_it() {
    let page = shown(&judged(28, 95), &Scope::All);
    assert_eq!(page.matches("Der er ingen tidligere runde at sammenligne med.").count(), 1);
    assert!(!page.contains("kan ikke sammenlignes"), "{page}");
}
