//! From the parts of an edition to the functions that add, change, take away and move them.

use super::contents::{Content, Facts};
use super::items::{Item, Step};
use super::places::stepped;
use super::{packages, questions, scales};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{AreaLabel, Edition, KeyQuestion};

pub(super) fn add(edition: &mut Edition, content: &Content) -> Result<Item, Refusal> {
    match content {
        Content::Package(package) => packages::add(edition, package),
        Content::Recommendation(one) => packages::add_recommendation(edition, one),
        Content::Question(question) => questions::add(edition, question),
        Content::Scale(scale) => scales::add(edition, scale),
        Content::Option(option) => scales::add_option(edition, option),
        Content::Category(label) => Ok(Item::Category(scales::add_label(&mut edition.categories, label)?)),
        Content::Level(label) => Ok(Item::Level(scales::add_label(&mut edition.levels, label)?)),
        Content::Facts(facts) => Ok(set_facts(edition, facts)),
        Content::Areas(areas) => Ok(set_areas(edition, areas)),
    }
}

pub(super) fn change(edition: &mut Edition, item: &Item, content: &Content) -> Result<Item, Refusal> {
    match (item, content) {
        (Item::Facts, Content::Facts(facts)) => Ok(set_facts(edition, facts)),
        (Item::Areas, Content::Areas(areas)) => Ok(set_areas(edition, areas)),
        (Item::Package(key), Content::Package(package)) => packages::change(edition, key, package),
        (Item::Recommendation(of, key), Content::Recommendation(one)) => {
            packages::change_recommendation(edition, (of, key), one)
        }
        (Item::Question(key), Content::Question(question)) => questions::change(edition, key, question),
        (Item::Scale(key), Content::Scale(scale)) => scales::change(edition, key, scale),
        (Item::Option(scale, key), Content::Option(option)) => scales::change_option(edition, (scale, key), option),
        (Item::Category(key), Content::Category(label)) => scales::change_category(edition, key, label),
        (Item::Level(key), Content::Level(label)) => scales::change_level(edition, key, label),
        _ => Err(Refusal::NoSuchItem),
    }
}

pub(super) fn remove(edition: &mut Edition, item: &Item) -> Result<(), Refusal> {
    match item {
        Item::Package(key) => packages::remove(edition, key),
        Item::Recommendation(of, key) => packages::remove_recommendation(edition, (of, key)),
        Item::Question(key) => questions::remove(edition, key),
        Item::KeyQuestion(..) => {
            let place = find_key_question(edition, item).ok_or(Refusal::NoSuchItem)?;
            edition.key_questions.remove(place);
            Ok(())
        }
        Item::Scale(key) => scales::remove(edition, key),
        Item::Option(scale, key) => scales::remove_option(edition, (scale, key)),
        Item::Category(key) => scales::remove_category(edition, key),
        Item::Level(key) => scales::remove_level(edition, key),
        Item::Facts | Item::Areas | Item::Area(_) | Item::Crosswalk(_) => Err(Refusal::NoSuchItem),
    }
}

pub(super) fn step(edition: &mut Edition, item: &Item, step: Step) -> Result<(), Refusal> {
    match item {
        Item::Package(key) => packages::step(edition, key, step),
        Item::Recommendation(of, key) => packages::step_recommendation(edition, (of, key), step),
        Item::Question(key) => questions::step(edition, key, step),
        Item::KeyQuestion(..) => {
            edition.key_questions = stepped(&edition.key_questions, find_key_question(edition, item), step)?;
            Ok(())
        }
        Item::Area(area) => {
            let place = edition.areas.iter().position(|one| one.area == *area);
            edition.areas = stepped(&edition.areas, place, step)?;
            Ok(())
        }
        Item::Scale(key) => scales::step(edition, key, step),
        Item::Option(scale, key) => scales::step_option(edition, (scale, key), step),
        Item::Category(key) => {
            let place = edition.categories.iter().position(|one| one.key == *key);
            edition.categories = stepped(&edition.categories, place, step)?;
            Ok(())
        }
        Item::Level(key) => {
            let place = edition.levels.iter().position(|one| one.key == *key);
            edition.levels = stepped(&edition.levels, place, step)?;
            Ok(())
        }
        Item::Facts | Item::Areas | Item::Crosswalk(_) => Err(Refusal::NoSuchItem),
    }
}

pub(super) fn content(edition: &Edition, item: &Item) -> Option<Content> {
    match item {
        Item::Facts => Some(Content::Facts(Facts {
            title: edition.title.clone(),
            published_on: edition.published_on,
            reason: edition.correction.as_ref().map(|correction| correction.reason.clone()),
            source: edition.source.clone(),
        })),
        Item::Areas => Some(Content::Areas(edition.areas.clone())),
        Item::Package(key) => packages::content(edition, key).map(Content::Package),
        Item::Recommendation(of, key) => {
            packages::content_of_recommendation(edition, (of, key)).map(Content::Recommendation)
        }
        Item::Question(key) => questions::content(edition, key).map(|one| Content::Question(Box::new(one))),
        Item::Scale(key) => scales::content(edition, key).map(Content::Scale),
        Item::Option(scale, key) => scales::content_of_option(edition, (scale, key)).map(Content::Option),
        Item::Category(key) => edition.categories.iter().find(|one| one.key == *key).cloned().map(Content::Category),
        Item::Level(key) => edition.levels.iter().find(|one| one.key == *key).cloned().map(Content::Level),
        Item::Area(_) | Item::KeyQuestion(..) | Item::Crosswalk(_) => None,
    }
}

fn find_key_question(edition: &Edition, item: &Item) -> Option<usize> {
    let Item::KeyQuestion(key, area) = item else { return None };
    let question = edition.find_question(key)?;
    edition.key_questions.iter().position(|one| *one == KeyQuestion { question, area: *area })
}

fn set_facts(edition: &mut Edition, facts: &Facts) -> Item {
    edition.title = facts.title.clone();
    edition.published_on = facts.published_on;
    edition.source = facts.source.clone();
    if let (Some(correction), Some(reason)) = (&mut edition.correction, &facts.reason) {
        correction.reason.clone_from(reason);
    }
    Item::Facts
}

fn set_areas(edition: &mut Edition, areas: &[AreaLabel]) -> Item {
    edition.areas = Vec::new();
    for one in areas {
        if edition.areas.iter().all(|known| known.area != one.area) {
            edition.areas.push(one.clone());
        }
    }
    Item::Areas
}
