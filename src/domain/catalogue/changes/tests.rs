use proptest::prelude::*;

use super::*;
use crate::domain::Area;
use crate::domain::catalogue::{About, KeyQuestion, Label, Question, Worth};
use crate::files::catalogue::tests;

fn shipped() -> Edition {
    tests::shipped().1
}

/// Changes the questions, and keeps the key questions pointing at the same ones as far as they are there.
fn with_questions(edition: &mut Edition, change: impl FnOnce(&mut Vec<Question>)) {
    let firsts: Vec<(String, Area)> =
        edition.key_questions.iter().map(|one| (edition.questions[one.question].key.clone(), one.area)).collect();
    change(&mut edition.questions);
    let found = |(key, area): (String, Area)| Some(KeyQuestion { question: edition.find_question(&key)?, area });
    edition.key_questions = firsts.into_iter().filter_map(found).collect();
}

/// One edit of many kinds; `number` says of what.
fn edit(edition: &mut Edition, kind: u8, number: usize) {
    let questions = edition.questions.len();
    let at = number % questions;
    let package = number % edition.packages.len();
    match kind {
        0 => edition.questions[at].text.da.push_str(" nu"),
        1 => with_questions(edition, |all| drop(all.remove(at))),
        2 => with_questions(edition, |all| {
            let key = format!("{}-{}", all[at].key, all.len());
            all.insert(at, Question { key, ..all[at].clone() });
        }),
        3 => with_questions(edition, |all| {
            let next = (at + 1) % questions;
            if (all[at].package, all[at].recommendation) == (all[next].package, all[next].recommendation) {
                all.swap(at, next);
            }
        }),
        4 => drop(edition.questions[at].areas.pop()),
        5 => edition.questions[at].hint = Some(Text::from("Svar for dit eget område")),
        6 => edition.questions[at].text.en = None,
        7 => edition.scales[0].options[number % 3].worth = Worth::Points(7),
        8 => edition.scales[1].options.rotate_left(1),
        9 => edition.packages[package].link = None,
        10 => edition.packages[package].title.da.push('!'),
        11 => {
            if let Some(one) = edition.packages[package].recommendations.first_mut() {
                one.central = !one.central;
            }
        }
        12 => edition.categories.push(Label { key: format!("k{number}"), label: Text::from("Ny") }),
        13 => drop(edition.levels.pop()),
        14 => edition.key_questions = Vec::new(),
        15 => edition.published_on = None,
        16 => edition.source.en = None,
        17 => edition.areas.swap(0, 1 + number % 5),
        18 => edition.questions[at].source.status = None,
        19 => swap_packages(edition, package),
        20 => edition.questions[at].about = About::ALL.get(number % 4).copied(),
        _ => edition.key.push('x'),
    }
}

fn swap_packages(edition: &mut Edition, first: usize) {
    let second = (first + 1) % edition.packages.len();
    edition.packages.swap(first, second);
    with_questions(edition, |all| {
        for question in all.iter_mut() {
            question.package = match question.package {
                Some(place) if place == first => Some(second),
                Some(place) if place == second => Some(first),
                other => other,
            };
        }
        let last = |place: Option<usize>| place.unwrap_or(usize::MAX);
        all.sort_by_key(|question| (last(question.package), last(question.recommendation)));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_edit_shows_and_nothing_else_does(edits in prop::collection::vec((0u8..22, 0usize..500), 0..6)) {
        let before = shipped();
        let mut after = before.clone();
        for (kind, number) in &edits {
            edit(&mut after, *kind, *number);
        }
        prop_assert_eq!(before == after, compare(&before, &after).is_empty());
        prop_assert_eq!(compare(&after, &after), []);
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(edits in prop::collection::vec((0u8..22, 0usize..500), 0..6)) {
        let before = shipped();
        let mut after = before.clone();
        for (kind, number) in &edits {
            edit(&mut after, *kind, *number);
        }
        let (there, back) = (summaries(&compare(&before, &after)), summaries(&compare(&after, &before)));
        for kind in Kind::ALL {
            let of = |all: &BTreeMap<Kind, Summary>| all.get(&kind).copied().unwrap_or_default();
            prop_assert_eq!(of(&there).added, of(&back).removed);
            prop_assert_eq!(of(&there).changed, of(&back).changed);
            prop_assert_eq!(of(&there).moved, of(&back).moved);
        }
    }
}

#[test]
fn a_rewording_is_one_change_of_one_field() {
    let (before, mut after) = (shipped(), shipped());
    after.questions[3].text.da = "Er det sådan?".to_owned();
    let changes = compare(&before, &after);
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].kind, &changes[0].key), (Kind::Question, &before.questions[3].key));
    let What::Changed { moved: None, fields } = &changes[0].what else { panic!("{:?}", changes[0]) };
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0].field, Field::Wording);
    assert_eq!(fields[0].before, Some(Value::Text(before.questions[3].text.da.clone())));
    assert_eq!(fields[0].after, Some(Value::Text("Er det sådan?".to_owned())));
}

#[test]
fn a_recommendation_in_another_package_moved_there_and_is_neither_new_nor_gone() {
    let (before, mut after) = (shipped(), shipped());
    let moved = after.packages[0].recommendations.remove(0);
    let (key, target) = (moved.key.clone(), after.packages[1].title.clone());
    after.packages[1].recommendations.push(moved);
    let changes = compare(&before, &after);
    let one = changes.iter().find(|one| one.kind == Kind::Recommendation && one.key == key).unwrap();
    let wanted = Move::Elsewhere { from: before.packages[0].title.clone(), to: target };
    assert_eq!(one.what, What::Changed { moved: Some(wanted), fields: Vec::new() });
}

#[test]
fn one_package_that_goes_to_the_front_is_all_that_moved() {
    let (before, mut after) = (shipped(), shipped());
    for place in (1..after.packages.len()).rev() {
        let first = place - 1;
        swap_packages(&mut after, first);
    }
    assert_eq!(after.packages[0].key, before.packages[before.packages.len() - 1].key);
    let changes = compare(&before, &after);
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(changes[0].what, What::Changed { moved: Some(Move::Order), fields: Vec::new() });
}

#[test]
fn a_key_that_a_draft_holds_twice_hides_nothing() {
    let (before, mut after) = (shipped(), shipped());
    let twice = after.questions[0].clone();
    after.questions.insert(0, twice);
    let is_added = |one: &Change| one.kind == Kind::Question && one.what == What::Added;
    let added = compare(&before, &after).into_iter().filter(is_added).count();
    assert_eq!(added, 1);
}
