//! Facts about the editions and the crosswalk that the program ships.

use super::tests::shipped;
use crate::domain::catalogue::matching::{Match, match_questions};
use crate::domain::catalogue::{Edition, Measure, Question};
use crate::domain::{Area, Language};

fn editions() -> [Edition; 2] {
    let (from, to, _) = shipped();
    [from, to]
}

#[test]
fn questions_that_make_themes_concrete_compare_and_keep_their_words_and_scale() {
    let (old, new, walk) = shipped();
    let matching = match_questions(&new, &old, &[walk]);
    for (package, compared, of) in [("tobak", 5, 7), ("alkohol", 5, 9), ("mental-sundhed", 2, 5)] {
        let index = new.find_package(package);
        let asked = new
            .questions
            .iter()
            .zip(&matching.questions)
            .filter(|(question, _)| question.package == index && question.measure == Measure::Implementation);
        let found: Vec<bool> = asked.map(|(_, found)| found.compared().is_some()).collect();
        assert_eq!((found.iter().filter(|one| **one).count(), found.len()), (compared, of), "{package}");
    }
    for (question, found) in new.questions.iter().zip(&matching.questions) {
        if let Match::Compared { question: before, reworded: false } = found {
            let before = &old.questions[*before];
            let scales = [(&new, question), (&old, before)].map(|(edition, one)| edition.scale_of(one).key.clone());
            assert_eq!((&question.text, &scales[0]), (&before.text, &scales[1]), "{}", question.key);
        }
    }
}

#[test]
fn psychiatry_and_disability_is_asked_about_every_package_that_concerns_it() {
    let [_, new] = editions();
    let asked: Vec<&str> = new
        .questions
        .iter()
        .filter(|question| question.areas.contains(&Area::PsychiatryDisability))
        .filter_map(|question| Some(new.packages[question.package?].key.as_str()))
        .collect();
    for package in ["tobak", "alkohol", "mental-sundhed", "mad-og-maaltider", "seksuel-sundhed", "stoffer"] {
        assert!(asked.contains(&package), "{package}");
    }
}

#[test]
fn every_category_and_level_of_an_edition_is_used_and_named_in_english() {
    for edition in editions() {
        let all: Vec<_> = edition.packages.iter().flat_map(|package| &package.recommendations).collect();
        for label in &edition.categories {
            assert!(all.iter().any(|one| one.category == label.key), "{}: {}", edition.key, label.key);
            assert_ne!(label.label.in_language(Language::English), "", "{}", label.key);
        }
        for label in &edition.levels {
            assert!(all.iter().any(|one| one.level.as_ref() == Some(&label.key)), "{}: {}", edition.key, label.key);
        }
    }
}

#[test]
fn every_shipped_note_on_a_source_is_in_danish_and_no_status_hides_in_it() {
    for edition in editions() {
        let packages = edition.packages.iter().map(|one| (&one.key, &one.source));
        let recommendations = edition.packages.iter().flat_map(|package| &package.recommendations);
        let recommendations = recommendations.map(|one| (&one.key, &one.source));
        let questions = edition.questions.iter().map(|one| (&one.key, &one.source));
        for (key, source) in packages.chain(recommendations).chain(questions) {
            assert!(source.en.is_none() || source.da.is_some(), "{key}");
            let notes = source.da.iter().chain(&source.en);
            for word in ["verified", "unconfirmed"] {
                assert!(notes.clone().all(|note| !note.starts_with(word)), "{key}");
            }
        }
        let whole = |question: &&Question| question.recommendation.is_none();
        assert!(edition.questions.iter().filter(whole).all(|one| one.source.da.is_some()), "{}", edition.key);
    }
}
