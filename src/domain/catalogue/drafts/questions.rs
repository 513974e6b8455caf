//! Questions, and which of them are shown first.

use super::contents::{Place, QuestionContent};
use super::items::{Item, Step};
use super::keys::{chosen, slug};
use super::places::{arrange, keep_questions, moved, without};
use crate::domain::Area;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{Edition, KeyQuestion, Measure, Question, QuestionIndex};

fn find(edition: &Edition, key: &str) -> Result<QuestionIndex, Refusal> {
    edition.find_question(key).ok_or(Refusal::NoSuchItem)
}

pub(super) fn add(edition: &mut Edition, content: &QuestionContent) -> Result<Item, Refusal> {
    let title = title(edition, content);
    let typed = if content.key.trim().is_empty() { made(edition, &title) } else { content.key.clone() };
    let key = chosen(&typed, "", |key| edition.find_question(key).is_some())?;
    let question = question(edition, &key, content)?;
    edition.questions.push(question);
    set_key_areas(edition, edition.questions.len() - 1, content);
    arrange(edition);
    Ok(Item::Question(key))
}

/// A key for a new question, after its package and what it is about, as in `tobak.rygestop`.
fn made(edition: &Edition, (package, about): &(Option<String>, String)) -> String {
    let about = slug(about);
    let key = package.as_ref().map_or_else(|| about.clone(), |package| format!("{package}.{about}"));
    super::keys::unique(&key, |key| edition.find_question(key).is_some())
}

/// The package that a question belongs to, and the words that its key is made from.
fn title(edition: &Edition, content: &QuestionContent) -> (Option<String>, String) {
    let wording = content.text.da.replace("{area}", "");
    match &content.place {
        Place::Edition => (None, wording),
        Place::Package(package) if content.measure == Measure::Overall => (Some(package.clone()), "samlet".to_owned()),
        Place::Package(package) => (Some(package.clone()), wording),
        Place::Recommendation(package, key) => {
            let found = edition.find_package(package).map(|index| &edition.packages[index]);
            let found = found.and_then(|package| package.recommendations.iter().find(|one| one.key == *key));
            (Some(package.clone()), found.map_or(wording, |one| one.key.clone()))
        }
    }
}

/// A question as it is written.
fn question(edition: &Edition, key: &str, content: &QuestionContent) -> Result<Question, Refusal> {
    let (package, recommendation) = place(edition, &content.place)?;
    let scale = edition.find_scale(&content.scale).ok_or(Refusal::NoSuchItem)?;
    let options = &edition.scales[scale];
    let mut help = content.help.clone();
    help.retain(|help| options.find_option(&help.option).is_some());
    help.sort_by_key(|help| options.find_option(&help.option));
    help.dedup_by(|later, earlier| later.option == earlier.option);
    let mut areas = Vec::new();
    for area in &content.areas {
        if !areas.contains(area) {
            areas.push(*area);
        }
    }
    Ok(Question {
        key: key.to_owned(),
        text: content.text.clone(),
        hint: content.hint.clone(),
        about: content.about,
        help,
        source: content.source.clone(),
        measure: content.measure,
        scale,
        areas,
        package,
        recommendation,
    })
}

fn place(edition: &Edition, place: &Place) -> Result<(Option<usize>, Option<usize>), Refusal> {
    let package = |key: &str| edition.find_package(key).ok_or(Refusal::NoSuchItem);
    Ok(match place {
        Place::Edition => (None, None),
        Place::Package(key) => (Some(package(key)?), None),
        Place::Recommendation(of, key) => {
            let of = package(of)?;
            let one = edition.packages[of].find_recommendation(key).ok_or(Refusal::NoSuchItem)?;
            (Some(of), Some(one))
        }
    })
}

/// Writes a question anew. In another place it comes last.
pub(super) fn change(edition: &mut Edition, key: &str, content: &QuestionContent) -> Result<Item, Refusal> {
    let index = find(edition, key)?;
    let typed = if content.key.trim().is_empty() { key } else { &content.key };
    let key = chosen(typed, "", |other| other != key && edition.find_question(other).is_some())?;
    let mut changed = question(edition, &key, content)?;
    // Boxes are ticked in the edition's order, which is no reason to call the question changed.
    let same = |one: &[Area], other: &[Area]| one.len() == other.len() && one.iter().all(|area| other.contains(area));
    if same(&changed.areas, &edition.questions[index].areas) {
        changed.areas.clone_from(&edition.questions[index].areas);
    }
    let before = std::mem::replace(&mut edition.questions[index], changed);
    set_key_areas(edition, index, content);
    let stays = {
        let now = &edition.questions[index];
        (now.package, now.recommendation) == (before.package, before.recommendation)
    };
    let all = edition.questions.len();
    let order = if stays { (0..all).collect() } else { moved(all, index, Step::Last) };
    keep_questions(edition, &order);
    Ok(Item::Question(key))
}

/// Makes the question one of those shown first in these areas and in no other; those that are so already keep
/// their place.
fn set_key_areas(edition: &mut Edition, index: QuestionIndex, content: &QuestionContent) {
    edition.key_questions.retain(|one| one.question != index || content.key_areas.contains(&one.area));
    for area in &content.key_areas {
        let one = KeyQuestion { question: index, area: *area };
        if !edition.key_questions.contains(&one) {
            edition.key_questions.push(one);
        }
    }
}

pub(super) fn remove(edition: &mut Edition, key: &str) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    keep_questions(edition, &without(edition.questions.len(), index));
    Ok(())
}

/// Moves a question among those of its place.
pub(super) fn step(edition: &mut Edition, key: &str, step: Step) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    let of = |question: &Question| (question.package, question.recommendation);
    let place = of(&edition.questions[index]);
    let start = edition.questions.iter().position(|one| of(one) == place).unwrap_or_default();
    let siblings = edition.questions_of(place).len();
    let mut order: Vec<QuestionIndex> = (0..edition.questions.len()).collect();
    for (new, old) in moved(siblings, index - start, step).into_iter().enumerate() {
        order[start + new] = start + old;
    }
    keep_questions(edition, &order);
    Ok(())
}

pub(super) fn content(edition: &Edition, key: &str) -> Option<QuestionContent> {
    let index = edition.find_question(key)?;
    let question = &edition.questions[index];
    let key_areas = edition.key_questions.iter().filter(|one| one.question == index).map(|one| one.area).collect();
    Some(QuestionContent {
        key: question.key.clone(),
        place: place_of(edition, question),
        text: question.text.clone(),
        hint: question.hint.clone(),
        about: question.about,
        help: question.help.clone(),
        source: question.source.clone(),
        measure: question.measure,
        scale: edition.scale_of(question).key.clone(),
        areas: question.areas.clone(),
        key_areas,
    })
}

/// What a question belongs to.
fn place_of(edition: &Edition, question: &Question) -> Place {
    let Some(package) = question.package.map(|index| &edition.packages[index]) else { return Place::Edition };
    match question.recommendation.map(|index| &package.recommendations[index]) {
        Some(one) => Place::Recommendation(package.key.clone(), one.key.clone()),
        None => Place::Package(package.key.clone()),
    }
}
