use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::Measure;
use crate::domain::catalogue::crosswalk::{Link, Relation};
use crate::domain::rounds::RoundStatus;
use crate::domain::scoring::tests::fixtures::{edition, edition_with_questions, package, question, round};

fn crosswalk(from: &str, to: &str, links: &[(&str, &str, Relation)]) -> Crosswalk {
    let link =
        |&(from, to, relation): &(&str, &str, Relation)| Link { from: from.to_owned(), to: to.to_owned(), relation };
    Crosswalk {
        from: from.to_owned(),
        to: to.to_owned(),
        links: links.iter().map(link).collect(),
        ..Crosswalk::default()
    }
}

#[test]
fn questions_are_counted_by_what_became_of_them_and_only_asked_series_end() {
    let old = edition_with_questions("a", &["same", "words", "whole", "left", "right", "gone"]);
    let new = edition_with_questions("b", &["same", "words", "part 1", "part 2", "both", "added"]);
    let walk = crosswalk(
        "a",
        "b",
        &[
            ("same", "same", Relation::Identical),
            ("words", "words", Relation::Reworded),
            ("whole", "part 1", Relation::Split),
            ("whole", "part 2", Relation::Split),
            ("left", "both", Relation::Merged),
            ("right", "both", Relation::Merged),
        ],
    );
    let asked = round("2025", "a", 2025);
    let found = continuity((&old, &new), std::slice::from_ref(&walk), &[(&asked, &old)]);
    assert_eq!(found.total, Counts { identical: 1, reworded: 1, listed: 3, new: 1, retired: 1 });
    assert_eq!((found.total.asked(), found.total.compared()), (6, 2));
    let ended: Vec<(QuestionIndex, &Became)> = found.ended.iter().map(|end| (end.question, &end.became)).collect();
    assert_eq!(
        ended,
        [
            (2, &Became::Split(vec![2, 3])),
            (3, &Became::Merged(vec![4])),
            (4, &Became::Merged(vec![4])),
            (5, &Became::Nothing)
        ]
    );
    assert!(found.ended.iter().all(|end| end.rounds == ["2025"]));
    assert_eq!(continuity((&old, &new), &[walk], &[]).ended, []);
}

#[test]
fn a_series_is_as_old_as_the_first_round_that_its_links_lead_to() {
    let first = edition_with_questions("a", &["q"]);
    let second = edition_with_questions("b", &["q"]);
    let third = edition_with_questions("c", &["other"]);
    let walk = crosswalk("a", "b", &[("q", "q", Relation::Reworded)]);
    let rounds = [round("2024", "b", 2024), round("2012", "a", 2012)];
    let mut waiting = round("2026", "b", 2026);
    waiting.status = RoundStatus::Draft;
    let mut test = round("prøve", "b", 2025);
    test.is_test = true;
    let history = [(&rounds[0], &second), (&rounds[1], &first), (&waiting, &second), (&test, &second)];
    let found = continuity((&second, &third), &[walk], &history);
    assert_eq!(
        found.ended,
        [SeriesEnd { question: 0, rounds: vec!["2012".to_owned(), "2024".to_owned()], became: Became::Nothing }]
    );
}

#[test]
fn a_question_compares_only_in_areas_that_both_editions_put_it_to() {
    let both = [Area::Health, Area::Social];
    let of = |areas: &[Area]| Question { package: Some(0), ..question("q", Measure::Overall, 1, areas) };
    let old = edition("a", &both, vec![package("p", 0)], vec![of(&both[..1])]);
    let new = edition("b", &both, vec![package("p", 0)], vec![of(&both[1..])]);
    let walk = crosswalk("a", "b", &[("q", "q", Relation::Identical)]);
    let found = continuity((&old, &new), &[walk], &[]);
    assert_eq!(found.packages, [(Some("p".to_owned()), Counts { identical: 1, ..Counts::default() })]);
    assert_eq!(
        found.areas,
        [
            (Area::Health, Counts { retired: 1, ..Counts::default() }),
            (Area::Social, Counts { new: 1, ..Counts::default() })
        ]
    );
}

#[test]
fn an_edition_is_held_against_what_was_asked_last() {
    let editions = ["a", "b", "c"].map(|key| edition_with_questions(key, &["q"]));
    let all: Vec<&Edition> = editions.iter().collect();
    let walk = crosswalk("a", "c", &[("q", "q", Relation::Identical)]);
    let rounds = [round("2024", "b", 2024), round("2012", "a", 2012)];
    let found = |rounds: &[Round], crosswalks: &[Crosswalk]| forerunner(&editions[2], &all, rounds, crosswalks);
    assert_eq!(found(&rounds, std::slice::from_ref(&walk)).as_deref(), Some("b"));
    assert_eq!(found(&[], &[walk]).as_deref(), Some("a"));
    assert_eq!(found(&[], &[]).as_deref(), Some("b"));
    assert_eq!(forerunner(&editions[2], &all[2..], &[], &[]), None);
}

proptest! {
    #[test]
    fn every_question_is_counted_once(links in prop::collection::btree_map((0usize..6, 0usize..6), 0usize..4, 0..12)) {
        let keys: Vec<String> = (0..6).map(|place| format!("q{place}")).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let (old, new) = (edition_with_questions("a", &keys), edition_with_questions("b", &keys));
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let mut held: Vec<(&str, &str, Relation)> = Vec::new();
        for ((from, to), relation) in links {
            let relation = Relation::ALL[relation];
            // A compared question has one partner.
            let is_free = taken.iter().all(|(one, other)| *one != from && *other != to);
            if relation.is_compared() && is_free {
                taken.push((from, to));
            }
            if !relation.is_compared() || is_free {
                held.push((keys[from], keys[to], relation));
            }
        }
        let asked = round("2025", "a", 2025);
        let found = continuity((&old, &new), &[crosswalk("a", "b", &held)], &[(&asked, &old)]);
        prop_assert_eq!(found.total.asked(), new.questions.len());
        prop_assert_eq!(&found.packages, &[(None, found.total)]);
        prop_assert_eq!(&found.areas, &[(Area::Health, found.total)]);
        prop_assert_eq!(found.total.compared() + found.ended.len(), old.questions.len());
    }
}
