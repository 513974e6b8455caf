//! What the things of a draft are called, also while they have no title yet.

use crate::domain::catalogue::drafts::{Item, ItemKind};
use crate::domain::catalogue::{Edition, Label};
use crate::domain::{Language, Text};
use crate::views::catalogue::wording;

/// What a thing is called: its title, or its key where it has none or is gone.
pub(super) fn name(edition: &Edition, item: &Item, language: Language) -> String {
    match item {
        Item::Facts => titled(&edition.title, &edition.key, language),
        Item::Areas => tr!(language, "draft-areas"),
        Item::Area(area) => edition.area_name(*area, language).to_owned(),
        Item::Package(key) => edition
            .find_package(key)
            .map_or_else(|| key.clone(), |at| titled(&edition.packages[at].title, key, language)),
        Item::Recommendation(package, key) => {
            let package = edition.find_package(package).map(|at| &edition.packages[at]);
            let found = package.and_then(|package| Some(&package.recommendations[package.find_recommendation(key)?]));
            found.map_or_else(|| key.clone(), |one| titled(&one.title, key, language))
        }
        Item::Question(key) | Item::KeyQuestion(key, _) => {
            let found = edition.find_question(key).map(|at| wording(&edition.questions[at], language));
            found.filter(|text| !text.is_empty()).unwrap_or_else(|| key.clone())
        }
        Item::Scale(key) => {
            edition.find_scale(key).map_or_else(|| key.clone(), |at| titled(&edition.scales[at].label, key, language))
        }
        Item::Option(scale, key) => {
            let scale = edition.find_scale(scale).map(|at| &edition.scales[at]);
            let found = scale.and_then(|scale| Some(&scale.options[scale.find_option(key)?]));
            found.map_or_else(|| key.clone(), |one| titled(&one.label, key, language))
        }
        Item::Category(key) => labelled(&edition.categories, key, language),
        Item::Level(key) => labelled(&edition.levels, key, language),
        Item::Crosswalk(key) => key.clone(),
    }
}

fn labelled(labels: &[Label], key: &str, language: Language) -> String {
    labels.iter().find(|one| one.key == key).map_or_else(|| key.to_owned(), |one| titled(&one.label, key, language))
}

/// A title, or the key of what has none.
pub(super) fn titled(title: &Text, key: &str, language: Language) -> String {
    let title = title.in_language(language);
    if title.is_empty() { key.to_owned() } else { title.to_owned() }
}

/// What kind of thing it is.
pub(super) fn kind(kind: ItemKind, language: Language) -> String {
    match kind {
        ItemKind::Facts => tr!(language, "draft-kind-facts"),
        ItemKind::Areas | ItemKind::Area => tr!(language, "draft-kind-areas"),
        ItemKind::Package => tr!(language, "draft-kind-package"),
        ItemKind::Recommendation => tr!(language, "draft-kind-recommendation"),
        ItemKind::Question => tr!(language, "draft-kind-question"),
        ItemKind::KeyQuestion => tr!(language, "draft-kind-key-question"),
        ItemKind::Scale => tr!(language, "draft-kind-scale"),
        ItemKind::Option => tr!(language, "draft-kind-option"),
        ItemKind::Category => tr!(language, "draft-kind-category"),
        ItemKind::Level => tr!(language, "draft-kind-level"),
        ItemKind::Crosswalk => tr!(language, "draft-kind-crosswalk"),
    }
}
