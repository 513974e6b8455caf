//! Packages and their recommendations.

use super::contents::{PackageContent, RecommendationContent};
use super::items::{Item, Step};
use super::keys::chosen;
use super::places::{arrange, keep_packages, keep_recommendations, moved, without};
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::shapes::is_reserved;
use crate::domain::catalogue::{Edition, Package, Recommendation};

/// Keys of a package and of a recommendation in it.
type Keys<'a> = (&'a str, &'a str);

fn find(edition: &Edition, key: &str) -> Result<usize, Refusal> {
    edition.find_package(key).ok_or(Refusal::NoSuchItem)
}

fn find_recommendation(edition: &Edition, (package, key): Keys) -> Result<(usize, usize), Refusal> {
    let package = find(edition, package)?;
    let index = edition.packages[package].find_recommendation(key).ok_or(Refusal::NoSuchItem)?;
    Ok((package, index))
}

fn unreserved(typed: &str) -> Result<(), Refusal> {
    let typed = typed.trim();
    if is_reserved(typed) { Err(Refusal::ReservedCatalogueKey(typed.to_owned())) } else { Ok(()) }
}

pub(super) fn add(edition: &mut Edition, content: &PackageContent) -> Result<Item, Refusal> {
    unreserved(&content.key)?;
    // One that is made from a title keeps clear of them by a number, as of keys that are taken.
    let is_taken = |key: &str| is_reserved(key) || edition.find_package(key).is_some();
    let key = chosen(&content.key, &content.title.da, is_taken)?;
    edition.packages.push(Package {
        key: key.clone(),
        title: content.title.clone(),
        link: content.link.clone(),
        source: content.source.clone(),
        recommendations: Vec::new(),
    });
    Ok(Item::Package(key))
}

pub(super) fn change(edition: &mut Edition, key: &str, content: &PackageContent) -> Result<Item, Refusal> {
    let index = find(edition, key)?;
    let typed = if content.key.is_empty() { key } else { &content.key };
    if typed != key {
        unreserved(typed)?;
    }
    let key = chosen(typed, "", |other| other != key && edition.find_package(other).is_some())?;
    let package = &mut edition.packages[index];
    package.key.clone_from(&key);
    package.title = content.title.clone();
    package.link = content.link.clone();
    package.source = content.source.clone();
    Ok(Item::Package(key))
}

pub(super) fn remove(edition: &mut Edition, key: &str) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    keep_packages(edition, &without(edition.packages.len(), index));
    Ok(())
}

pub(super) fn step(edition: &mut Edition, key: &str, step: Step) -> Result<(), Refusal> {
    let index = find(edition, key)?;
    keep_packages(edition, &moved(edition.packages.len(), index, step));
    Ok(())
}

pub(super) fn content(edition: &Edition, key: &str) -> Option<PackageContent> {
    let package = &edition.packages[edition.find_package(key)?];
    Some(PackageContent {
        key: package.key.clone(),
        title: package.title.clone(),
        link: package.link.clone(),
        source: package.source.clone(),
    })
}

pub(super) fn add_recommendation(edition: &mut Edition, content: &RecommendationContent) -> Result<Item, Refusal> {
    let package = find(edition, &content.package)?;
    let is_taken = |key: &str| edition.packages[package].find_recommendation(key).is_some();
    let key = chosen(&content.key, &content.title.da, is_taken)?;
    edition.packages[package].recommendations.push(recommendation(&key, content));
    Ok(Item::Recommendation(content.package.clone(), key))
}

fn recommendation(key: &str, content: &RecommendationContent) -> Recommendation {
    Recommendation {
        key: key.to_owned(),
        title: content.title.clone(),
        category: content.category.clone(),
        level: content.level.clone(),
        central: content.central,
        source: content.source.clone(),
    }
}

/// Writes a recommendation anew. Under another package it comes last, and its questions go with it.
pub(super) fn change_recommendation(
    edition: &mut Edition,
    keys: Keys,
    content: &RecommendationContent,
) -> Result<Item, Refusal> {
    let (from, index) = find_recommendation(edition, keys)?;
    let to = find(edition, &content.package)?;
    let typed = if content.key.is_empty() { keys.1 } else { &content.key };
    let is_itself = |key: &str| from == to && key == keys.1;
    let is_taken = |key: &str| !is_itself(key) && edition.packages[to].find_recommendation(key).is_some();
    let key = chosen(typed, "", is_taken)?;
    let changed = recommendation(&key, content);
    if from == to {
        edition.packages[from].recommendations[index] = changed;
        return Ok(Item::Recommendation(content.package.clone(), key));
    }
    let new = edition.packages[to].recommendations.len();
    edition.packages[to].recommendations.push(changed);
    for question in &mut edition.questions {
        if (question.package, question.recommendation) == (Some(from), Some(index)) {
            (question.package, question.recommendation) = (Some(to), Some(new));
        }
    }
    keep_recommendations(edition, from, &without(edition.packages[from].recommendations.len(), index));
    arrange(edition);
    Ok(Item::Recommendation(content.package.clone(), key))
}

pub(super) fn remove_recommendation(edition: &mut Edition, keys: Keys) -> Result<(), Refusal> {
    let (package, index) = find_recommendation(edition, keys)?;
    keep_recommendations(edition, package, &without(edition.packages[package].recommendations.len(), index));
    Ok(())
}

pub(super) fn step_recommendation(edition: &mut Edition, keys: Keys, step: Step) -> Result<(), Refusal> {
    let (package, index) = find_recommendation(edition, keys)?;
    keep_recommendations(edition, package, &moved(edition.packages[package].recommendations.len(), index, step));
    Ok(())
}

pub(super) fn content_of_recommendation(edition: &Edition, keys: Keys) -> Option<RecommendationContent> {
    let (package, index) = find_recommendation(edition, keys).ok()?;
    let one = &edition.packages[package].recommendations[index];
    Some(RecommendationContent {
        package: edition.packages[package].key.clone(),
        key: one.key.clone(),
        title: one.title.clone(),
        category: one.category.clone(),
        level: one.level.clone(),
        central: one.central,
        source: one.source.clone(),
    })
}
