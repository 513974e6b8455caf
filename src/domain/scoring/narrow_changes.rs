//! Changes of parts of a group: one recommendation, one question, a level, a selection.

use super::changes::{Change, PairTally, Unpaired};
use super::comparison::{Baseline, Comparison};
use super::dimensions::{Narrowing, Selection};
use super::scores::Tally;
use super::tallies::MunicipalityTallies;
use crate::domain::Area;
use crate::domain::catalogue::{Measure, QuestionIndex};

/// A municipality's change in one group or a part of it.
///
/// At the baseline a level, a category and the central ones are those of the baseline's own
/// edition; a recommendation and a question are the counterparts of today's.
pub fn compare_selection(comparison: &Comparison, municipality: &MunicipalityTallies, selection: &Selection) -> Change {
    let edition = &comparison.current.edition;
    let follows = matches!(selection.narrowing, Narrowing::Recommendation(_) | Narrowing::Question(_));
    let own_slot = selection.group.package.map(|package| package + 1);
    let buckets = Buckets {
        count: 1,
        area: selection.group.area,
        package: selection.group.package,
        now: &|index| selection.holds(edition, index).then_some(0),
        then: &|baseline, index, slot| {
            if follows {
                return baseline.followers[index].filter(|now| selection.holds(edition, *now)).map(|_| 0);
            }
            let old = &baseline.tallies.edition;
            let in_group = slot.is_some_and(|slot| own_slot.is_none_or(|own| own == slot));
            let measured = old.questions[index].measure == selection.group.measure;
            (in_group && measured && selection.narrowing.holds(old, index)).then_some(0)
        },
    };
    let changes = compare_buckets(comparison, municipality, &buckets);
    changes.first().copied().unwrap_or_else(|| nothing_asked(comparison))
}

/// A municipality's change in each question of the current edition, over all areas or in one.
pub fn compare_questions(
    comparison: &Comparison,
    municipality: &MunicipalityTallies,
    area: Option<Area>,
) -> Vec<Change> {
    let buckets = Buckets {
        count: comparison.current.edition.questions.len(),
        area,
        package: None,
        now: &Some,
        then: &|baseline, index, _| baseline.followers[index],
    };
    compare_buckets(comparison, municipality, &buckets)
}

/// A municipality's change in each recommendation of a package, over all areas or in one. Only
/// questions about how far the recommendation is carried out count.
pub fn compare_recommendations(
    comparison: &Comparison,
    municipality: &MunicipalityTallies,
    package: usize,
    area: Option<Area>,
) -> Vec<Change> {
    let edition = &comparison.current.edition;
    let recommendation_of = |index: QuestionIndex| {
        let question = &edition.questions[index];
        let meant = question.measure == Measure::Implementation && question.package == Some(package);
        question.recommendation.filter(|_| meant)
    };
    let buckets = Buckets {
        count: edition.packages.get(package).map_or(0, |package| package.recommendations.len()),
        area,
        package: Some(package),
        now: &recommendation_of,
        then: &|baseline, index, _| baseline.followers[index].and_then(recommendation_of),
    };
    compare_buckets(comparison, municipality, &buckets)
}

/// The part that a baseline question with this slot counts to.
type PartThen<'a> = dyn Fn(&Baseline, QuestionIndex, Option<usize>) -> Option<usize> + 'a;

/// Which part each question counts to, now and at the baseline.
struct Buckets<'a> {
    count: usize,
    area: Option<Area>,
    package: Option<usize>,
    now: &'a dyn Fn(QuestionIndex) -> Option<usize>,
    then: &'a PartThen<'a>,
}

fn compare_buckets(comparison: &Comparison, municipality: &MunicipalityTallies, buckets: &Buckets) -> Vec<Change> {
    let current = &*comparison.current;
    let then = comparison.then(&municipality.municipality);
    let mut pairs = vec![PairTally::default(); buckets.count];
    let (mut now_tallies, mut then_tallies) =
        (vec![Tally::default(); buckets.count], vec![Tally::default(); buckets.count]);
    let mut asked = vec![false; current.edition.questions.len()];

    for covered in &municipality.areas {
        if buckets.area.is_some_and(|area| current.areas[covered.area].area != area) {
            continue;
        }
        let then = comparison.then_in(&then, covered.area);
        for (index, cell) in current.cells_in(covered) {
            let Some(bucket) = (buckets.now)(index) else { continue };
            let mut tally = comparison.pair(&then, index, &cell);
            if std::mem::replace(&mut asked[index], true) {
                (tally.questions, tally.matched) = (0, 0);
            }
            pairs[bucket] += tally;
            now_tallies[bucket].add(&cell);
        }
    }
    for (baseline, covered) in comparison.own_areas(&then) {
        if buckets.area.is_some_and(|area| baseline.area(covered) != area) {
            continue;
        }
        for (index, slot, cell) in baseline.cells_in(covered) {
            if let Some(bucket) = (buckets.then)(baseline, index, slot) {
                then_tallies[bucket].add(&cell);
            }
        }
    }
    let then_coverage = comparison.baseline_min_coverage(buckets.package);
    let tallies = pairs.iter().zip(now_tallies.iter().zip(&then_tallies));
    tallies
        .map(|(pair, (now, then))| {
            let unpaired = Unpaired { baseline: then.score(then_coverage), current: now.score(current.min_coverage) };
            pair.change(current.min_coverage, unpaired)
        })
        .collect()
}

/// A change in nothing.
fn nothing_asked(comparison: &Comparison) -> Change {
    let score = Tally::default().score(comparison.current.min_coverage);
    PairTally::default().change(comparison.current.min_coverage, Unpaired { baseline: score, current: score })
}
