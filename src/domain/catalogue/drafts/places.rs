//! Keeping the places by which the things of an edition refer to each other true while they move and go.

use super::items::Step;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{Edition, KeyQuestion, QuestionIndex};

/// The places `0..len` in a new order, in which the one at `index` has made its step.
pub(super) fn moved(len: usize, index: usize, step: Step) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let to = match step {
        Step::First => 0,
        Step::Up => index.saturating_sub(1),
        Step::Down => (index + 1).min(len - 1),
        Step::Last => len - 1,
    };
    let one = order.remove(index);
    order.insert(to, one);
    order
}

/// All places but one.
pub(super) fn without(len: usize, index: usize) -> Vec<usize> {
    (0..len).filter(|place| *place != index).collect()
}

/// The things at these places, in this order.
pub(super) fn taken<T: Clone>(things: &[T], order: &[usize]) -> Vec<T> {
    order.iter().map(|place| things[*place].clone()).collect()
}

/// The things with the one at a place a step on.
pub(super) fn stepped<T: Clone>(things: &[T], place: Option<usize>, step: Step) -> Result<Vec<T>, Refusal> {
    let place = place.ok_or(Refusal::NoSuchItem)?;
    Ok(taken(things, &moved(things.len(), place, step)))
}

/// Where each of the old places went; none where it is gone.
fn went(len: usize, order: &[usize]) -> Vec<Option<usize>> {
    let mut went = vec![None; len];
    for (new, old) in order.iter().enumerate() {
        went[*old] = Some(new);
    }
    went
}

/// Keeps these packages in this order; questions of the others go with them.
pub(super) fn keep_packages(edition: &mut Edition, order: &[usize]) {
    let went = went(edition.packages.len(), order);
    edition.packages = taken(&edition.packages, order);
    for question in &mut edition.questions {
        question.package = question.package.map(|package| went[package].unwrap_or(usize::MAX));
    }
    let stays = |question: QuestionIndex, edition: &Edition| edition.questions[question].package != Some(usize::MAX);
    let kept: Vec<usize> = (0..edition.questions.len()).filter(|question| stays(*question, edition)).collect();
    keep_questions(edition, &kept);
}

/// The same of a package's recommendations.
pub(super) fn keep_recommendations(edition: &mut Edition, package: usize, order: &[usize]) {
    let went = went(edition.packages[package].recommendations.len(), order);
    edition.packages[package].recommendations = taken(&edition.packages[package].recommendations, order);
    let mut kept = Vec::new();
    for (index, question) in edition.questions.iter_mut().enumerate() {
        let recommendation = question.recommendation.filter(|_| question.package == Some(package));
        match recommendation.map(|one| went[one]) {
            Some(None) => continue,
            Some(new) => question.recommendation = new,
            None => {}
        }
        kept.push(index);
    }
    keep_questions(edition, &kept);
}

/// Keeps these questions, brought into document order; in one place they stand in the order given.
pub(super) fn keep_questions(edition: &mut Edition, kept: &[QuestionIndex]) {
    let mut order = kept.to_vec();
    order.sort_by_key(|question| {
        let question = &edition.questions[*question];
        (question.package.unwrap_or(usize::MAX), question.recommendation.unwrap_or(usize::MAX))
    });
    let went = went(edition.questions.len(), &order);
    edition.questions = taken(&edition.questions, &order);
    edition.key_questions = edition
        .key_questions
        .iter()
        .filter_map(|one| Some(KeyQuestion { question: went[one.question]?, area: one.area }))
        .collect();
}

/// Brings the questions into document order.
pub(super) fn arrange(edition: &mut Edition) {
    let all: Vec<QuestionIndex> = (0..edition.questions.len()).collect();
    keep_questions(edition, &all);
}

/// Keeps these scales in this order; no question has another one.
pub(super) fn keep_scales(edition: &mut Edition, order: &[usize]) {
    let went = went(edition.scales.len(), order);
    edition.scales = taken(&edition.scales, order);
    for question in &mut edition.questions {
        question.scale = went[question.scale].unwrap_or_default();
    }
}
