//! What of an edition can be edited by itself, and how it is named in addresses and in the history.

use crate::domain::Area;

words! {
    /// The kinds of things that an edition is made of.
    pub enum ItemKind {
        /// Title, day and source of the edition.
        Facts = "facts",
        /// The areas that the edition speaks of, all together.
        Areas = "areas",
        /// One of these areas, to be moved.
        Area = "area",
        /// A package.
        Package = "packages",
        /// A recommendation.
        Recommendation = "recommendations",
        /// A question.
        Question = "questions",
        /// A key question, to be moved.
        KeyQuestion = "key-questions",
        /// A scale.
        Scale = "scales",
        /// An option of a scale.
        Option = "options",
        /// A category.
        Category = "categories",
        /// A level.
        Level = "levels",
        /// The links from an earlier edition.
        Crosswalk = "crosswalk",
    }
}

words! {
    /// Where something moves among its like.
    pub enum Step {
        /// Before all others.
        First = "first",
        /// Before the one that is before it.
        Up = "up",
        /// After the one that is after it.
        Down = "down",
        /// After all others.
        Last = "last",
    }
}

/// One thing of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    /// Title, day and source of the edition.
    Facts,
    /// The areas that the edition speaks of, all together.
    Areas,
    /// One of these areas.
    Area(Area),
    /// A package, by its key.
    Package(String),
    /// A recommendation, by the keys of its package and itself.
    Recommendation(String, String),
    /// A question, by its key.
    Question(String),
    /// A key question, by the question's key and the area that is shown.
    KeyQuestion(String, Area),
    /// A scale, by its key.
    Scale(String),
    /// An option, by the keys of its scale and itself.
    Option(String, String),
    /// A category, by its key.
    Category(String),
    /// A level, by its key.
    Level(String),
    /// The links from an earlier edition, by its key.
    Crosswalk(String),
}

/// Stands between the two keys of what is known by two; no key holds it.
const BETWEEN: char = '~';

impl Item {
    /// The item of a kind that `key` names.
    pub fn parse(kind: ItemKind, key: &str) -> Option<Item> {
        let one = || key.to_owned();
        let two = || key.split_once(BETWEEN).map(|(of, key)| (of.to_owned(), key.to_owned()));
        Some(match kind {
            ItemKind::Facts => Item::Facts,
            ItemKind::Areas => Item::Areas,
            ItemKind::Area => Item::Area(key.parse().ok()?),
            ItemKind::Package => Item::Package(one()),
            ItemKind::Recommendation => two().map(|(package, key)| Item::Recommendation(package, key))?,
            ItemKind::Question => Item::Question(one()),
            ItemKind::KeyQuestion => two().and_then(|(key, area)| Some(Item::KeyQuestion(key, area.parse().ok()?)))?,
            ItemKind::Scale => Item::Scale(one()),
            ItemKind::Option => two().map(|(scale, key)| Item::Option(scale, key))?,
            ItemKind::Category => Item::Category(one()),
            ItemKind::Level => Item::Level(one()),
            ItemKind::Crosswalk => Item::Crosswalk(one()),
        })
    }

    /// What kind it is.
    pub fn kind(&self) -> ItemKind {
        match self {
            Item::Facts => ItemKind::Facts,
            Item::Areas => ItemKind::Areas,
            Item::Area(_) => ItemKind::Area,
            Item::Package(_) => ItemKind::Package,
            Item::Recommendation(..) => ItemKind::Recommendation,
            Item::Question(_) => ItemKind::Question,
            Item::KeyQuestion(..) => ItemKind::KeyQuestion,
            Item::Scale(_) => ItemKind::Scale,
            Item::Option(..) => ItemKind::Option,
            Item::Category(_) => ItemKind::Category,
            Item::Level(_) => ItemKind::Level,
            Item::Crosswalk(_) => ItemKind::Crosswalk,
        }
    }

    /// Its key, or both; empty where there is only one of the kind.
    pub fn key(&self) -> String {
        match self {
            Item::Facts | Item::Areas => String::new(),
            Item::Area(area) => area.to_string(),
            Item::Recommendation(of, key) | Item::Option(of, key) => format!("{of}{BETWEEN}{key}"),
            Item::KeyQuestion(key, area) => format!("{key}{BETWEEN}{area}"),
            Item::Package(key)
            | Item::Question(key)
            | Item::Scale(key)
            | Item::Category(key)
            | Item::Level(key)
            | Item::Crosswalk(key) => key.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_found_by_its_kind_and_key() {
        let key = || "a.b".to_owned();
        let items = [
            Item::Facts,
            Item::Areas,
            Item::Area(Area::Schools),
            Item::Package(key()),
            Item::Recommendation(key(), "c".to_owned()),
            Item::Question(key()),
            Item::KeyQuestion(key(), Area::Schools),
            Item::Scale(key()),
            Item::Option(key(), "c".to_owned()),
            Item::Category(key()),
            Item::Level(key()),
            Item::Crosswalk(key()),
        ];
        assert_eq!(items.len(), ItemKind::ALL.len());
        for item in items {
            assert_eq!(Item::parse(item.kind(), &item.key()), Some(item));
        }
        assert_eq!(Item::parse(ItemKind::Recommendation, "tobak"), None);
    }
}
