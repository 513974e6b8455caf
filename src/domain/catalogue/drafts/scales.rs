//! Scales with their options, and the categories and levels of recommendations.

use super::contents::OptionContent;
use super::items::{Item, Step};
use super::keys::chosen;
use super::places::{keep_scales, moved, stepped, without};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::{Edition, Label, Recommendation, Scale, ScaleOption};

/// Keys of a scale and of an option of it.
type Keys<'a> = (&'a str, &'a str);

fn find(edition: &Edition, key: &str) -> Result<usize, Refusal> {
    edition.find_scale(key).ok_or(Refusal::NoSuchItem)
}

fn find_option(edition: &Edition, (scale, key): Keys) -> Result<(usize, usize), Refusal> {
    let scale = find(edition, scale)?;
    Ok((scale, edition.scales[scale].find_option(key).ok_or(Refusal::NoSuchItem)?))
}

pub(super) fn add(edition: &mut Edition, scale: &Label) -> Result<Item, Refusal> {
    let key = chosen(&scale.key, &scale.label.da, |key| edition.find_scale(key).is_some())?;
    edition.scales.push(Scale { key: key.clone(), label: scale.label.clone(), options: Vec::new() });
    Ok(Item::Scale(key))
}

pub(super) fn change(edition: &mut Edition, key: &str, scale: &Label) -> Result<Item, Refusal> {
    let index = find(edition, key)?;
    let typed = if scale.key.is_empty() { key } else { &scale.key };
    let key = chosen(typed, "", |other| other != key && edition.find_scale(other).is_some())?;
    edition.scales[index].key.clone_from(&key);
    edition.scales[index].label = scale.label.clone();
    Ok(Item::Scale(key))
}

/// Takes away a scale that no question has.
pub(super) fn remove(edition: &mut Edition, key: &str) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    unused(edition.questions.iter().filter(|question| question.scale == index).count())?;
    keep_scales(edition, &without(edition.scales.len(), index));
    Ok(())
}

pub(super) fn step(edition: &mut Edition, key: &str, step: Step) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    keep_scales(edition, &moved(edition.scales.len(), index, step));
    Ok(())
}

pub(super) fn content(edition: &Edition, key: &str) -> Option<Label> {
    let scale = &edition.scales[edition.find_scale(key)?];
    Some(Label { key: scale.key.clone(), label: scale.label.clone() })
}

pub(super) fn add_option(edition: &mut Edition, content: &OptionContent) -> Result<Item, Refusal> {
    let scale = find(edition, &content.scale)?;
    let key = chosen(&content.key, &content.label.da, |key| edition.scales[scale].find_option(key).is_some())?;
    edition.scales[scale].options.push(option(&key, content));
    Ok(Item::Option(content.scale.clone(), key))
}

/// Writes an option anew; the help of questions follows its key.
pub(super) fn change_option(edition: &mut Edition, keys: Keys, content: &OptionContent) -> Result<Item, Refusal> {
    let (scale, index) = find_option(edition, keys)?;
    let typed = if content.key.is_empty() { keys.1 } else { &content.key };
    let is_taken = |other: &str| other != keys.1 && edition.scales[scale].find_option(other).is_some();
    let key = chosen(typed, "", is_taken)?;
    edition.scales[scale].options[index] = option(&key, content);
    for question in edition.questions.iter_mut().filter(|question| question.scale == scale) {
        for help in question.help.iter_mut().filter(|help| help.option == keys.1) {
            help.option.clone_from(&key);
        }
    }
    Ok(Item::Option(keys.0.to_owned(), key))
}

fn option(key: &str, content: &OptionContent) -> ScaleOption {
    ScaleOption {
        key: key.to_owned(),
        label: content.label.clone(),
        worth: content.worth,
        reason_required: content.reason_required,
    }
}

pub(super) fn remove_option(edition: &mut Edition, keys: Keys) -> Result<(), Refusal> {
    let (scale, index) = find_option(edition, keys)?;
    edition.scales[scale].options.remove(index);
    for question in edition.questions.iter_mut().filter(|question| question.scale == scale) {
        question.help.retain(|help| help.option != keys.1);
    }
    Ok(())
}

pub(super) fn step_option(edition: &mut Edition, keys: Keys, step: Step) -> Result<(), Refusal> {
    let (scale, index) = find_option(edition, keys)?;
    edition.scales[scale].options = stepped(&edition.scales[scale].options, Some(index), step)?;
    // Help stands in the order of the options.
    let options = &edition.scales[scale];
    for question in edition.questions.iter_mut().filter(|question| question.scale == scale) {
        question.help.sort_by_key(|help| options.find_option(&help.option));
    }
    Ok(())
}

pub(super) fn content_of_option(edition: &Edition, keys: Keys) -> Option<OptionContent> {
    let (scale, index) = find_option(edition, keys).ok()?;
    let option = &edition.scales[scale].options[index];
    Some(OptionContent {
        scale: edition.scales[scale].key.clone(),
        key: option.key.clone(),
        label: option.label.clone(),
        worth: option.worth,
        reason_required: option.reason_required,
    })
}

/// Adds a category or a level and returns its key.
pub(super) fn add_label(labels: &mut Vec<Label>, label: &Label) -> Result<String, Refusal> {
    let key = chosen(&label.key, &label.label.da, |key| labels.iter().any(|one| one.key == key))?;
    labels.push(Label { key: key.clone(), label: label.label.clone() });
    Ok(key)
}

pub(super) fn change_category(edition: &mut Edition, key: &str, label: &Label) -> Result<Item, Refusal> {
    let new = change_label(&mut edition.categories, key, label)?;
    for one in recommendations(edition).filter(|one| one.category == key) {
        one.category.clone_from(&new);
    }
    Ok(Item::Category(new))
}

pub(super) fn change_level(edition: &mut Edition, key: &str, label: &Label) -> Result<Item, Refusal> {
    let new = change_label(&mut edition.levels, key, label)?;
    for one in recommendations(edition).filter(|one| one.level.as_deref() == Some(key)) {
        one.level = Some(new.clone());
    }
    Ok(Item::Level(new))
}

fn change_label(labels: &mut [Label], key: &str, label: &Label) -> Result<String, Refusal> {
    let index = labels.iter().position(|one| one.key == key).ok_or(Refusal::NoSuchItem)?;
    let typed = if label.key.is_empty() { key } else { &label.key };
    let new = chosen(typed, "", |other| other != key && labels.iter().any(|one| one.key == other))?;
    labels[index] = Label { key: new.clone(), label: label.label.clone() };
    Ok(new)
}

/// Takes away a category that no recommendation has.
pub(super) fn remove_category(edition: &mut Edition, key: &str) -> Result<(), Refusal> {
    unused(recommendations(edition).filter(|one| one.category == key).count())?;
    remove_label(&mut edition.categories, key)
}

/// Takes away a level that no recommendation has.
pub(super) fn remove_level(edition: &mut Edition, key: &str) -> Result<(), Refusal> {
    unused(recommendations(edition).filter(|one| one.level.as_deref() == Some(key)).count())?;
    remove_label(&mut edition.levels, key)
}

fn remove_label(labels: &mut Vec<Label>, key: &str) -> Result<(), Refusal> {
    let index = labels.iter().position(|one| one.key == key).ok_or(Refusal::NoSuchItem)?;
    labels.remove(index);
    Ok(())
}

fn recommendations(edition: &mut Edition) -> impl Iterator<Item = &mut Recommendation> {
    edition.packages.iter_mut().flat_map(|package| &mut package.recommendations)
}

fn unused(users: usize) -> Result<(), Refusal> {
    if users > 0 { Err(Refusal::ItemInUse(users)) } else { Ok(()) }
}
