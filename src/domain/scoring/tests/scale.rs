//! How long a national round takes to count and score; run by hand with `--ignored --nocapture`.

use std::sync::Arc;
use std::time::Instant;

use super::fixtures::{edition, package, question, round};
use crate::domain::Area;
use crate::domain::base::municipalities;
use crate::domain::catalogue::{Edition, Measure, Question};
use crate::domain::scoring::baselines::BaselineRounds;
use crate::domain::scoring::comparison::{Comparison, compare_country, compare_groups};
use crate::domain::scoring::scores::{score_country, score_groups};
use crate::domain::scoring::tallies::{ResponseTallies, ReturnedSection, encode_return};

const PACKAGES: usize = 11;
const QUESTIONS: usize = 250;
const POSTS: usize = 6;

/// 250 questions in 11 packages, each put to all of 8 areas.
fn national_edition() -> Edition {
    let areas = &Area::ALL[..8];
    let packages = (0..PACKAGES).map(|index| package(&format!("p{index}"), 23)).collect();
    let ask = |index: usize| Question {
        package: Some(index % PACKAGES),
        recommendation: Some(index / PACKAGES),
        ..question(&format!("q{index}"), Measure::Implementation, index % 2, areas)
    };
    edition("national", areas, packages, (0..QUESTIONS).map(ask).collect())
}

fn sections(seed: usize) -> impl Iterator<Item = ReturnedSection> {
    municipalities::all().iter().enumerate().flat_map(move |(index, municipality)| {
        (0..8 * POSTS).map(move |post| {
            let option = |question: usize| (question, (question * 7 + index * 3 + post * 11 + seed) % 5);
            ReturnedSection {
                municipality: municipality.code(),
                area: Area::ALL[post % 8],
                returned: Some(encode_return(QUESTIONS, &(0..QUESTIONS).map(option).collect::<Vec<_>>())),
            }
        })
    })
}

#[test]
#[ignore = "a measurement, not a check"]
fn the_country_page_of_a_national_round() {
    let edition = Arc::new(national_edition());
    let years: [Vec<ReturnedSection>; 2] = [sections(1).collect(), sections(2).collect()];
    let start = Instant::now();
    let [then, now] = [("2013", 2013), ("2026", 2026)]
        .into_iter()
        .zip(years)
        .map(|((key, year), sections)| {
            Arc::new(ResponseTallies::count(edition.clone(), &round(key, "national", year), sections))
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_else(|_| unreachable!());
    println!("count two rounds: {:?}", start.elapsed());
    let choice = BaselineRounds::single(&edition, "2013");
    let start = Instant::now();
    let comparison = Comparison::new(now, vec![then], choice, &[]);
    println!("prepare the comparison: {:?}", start.elapsed());
    let start = Instant::now();
    let scores = score_country(&comparison.current);
    println!("scores of one round, all groups: {:?}", start.elapsed());
    let start = Instant::now();
    let changes = compare_country(&comparison);
    println!("scores of two rounds and changes: {:?}", start.elapsed());
    let start = Instant::now();
    let municipality = &comparison.current.municipalities[0];
    let one = (score_groups(&comparison.current, municipality), compare_groups(&comparison, municipality));
    println!("one municipality, scores and changes: {:?}", start.elapsed());
    assert_eq!((scores.municipalities.len(), changes.municipalities.len()), (98, 98));
    assert_eq!(one.0.len(), one.1.len());
}
