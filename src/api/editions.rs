//! Editions of the catalogue, and what each asks.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::cursor::Blocks;
use super::package_title;
use crate::domain::Language;
use crate::domain::catalogue::{Edition as Stored, Measure as Measured};

/// A published edition of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Edition {
    /// Its key.
    #[schema(example = "2018")]
    pub key: String,
    /// Its title.
    pub title: String,
    /// The day of publication.
    pub published_on: Option<NaiveDate>,
    /// The key of the edition that it corrects, if it corrects one.
    pub corrects: Option<String>,
    /// Its packages, in order.
    pub packages: Vec<Package>,
    /// The areas that it speaks of, in order.
    pub areas: Vec<Area>,
    /// Its answer scales.
    pub scales: Vec<Scale>,
}

/// A prevention package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Package {
    /// Its key, the same in every edition that has it.
    #[schema(example = "tobak")]
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its recommendations, in order.
    pub recommendations: Vec<Recommendation>,
}

/// A recommendation of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Recommendation {
    /// Its key, unique in the package.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The key of its category.
    pub category: String,
    /// The key of its level, where the edition has levels.
    pub level: Option<String>,
    /// Whether the edition names it among the central ones.
    pub central: bool,
}

/// An area of a municipality's work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Area {
    /// Its key.
    #[schema(example = "sundhed")]
    pub key: String,
    /// What the edition calls it.
    pub name: String,
}

/// An answer scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Scale {
    /// Its key.
    pub key: String,
    /// Its options, in order.
    pub options: Vec<ScaleOption>,
}

/// An option of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ScaleOption {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Its points; null for an answer without a score, such as "don't know".
    pub points: Option<u32>,
}

/// A question of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Question {
    /// Its key, unique in the edition.
    pub key: String,
    /// Its wording; `{area}` stands for the name of the area that it is put to.
    pub text: String,
    /// What it measures.
    pub measure: Measure,
    /// The key of its package; null where it belongs to none.
    pub package: Option<String>,
    /// The title of its package.
    pub package_title: Option<String>,
    /// The key of its recommendation; null where it is about none.
    pub recommendation: Option<String>,
    /// The key of its scale.
    pub scale: String,
    /// The keys of the areas that it is put to.
    pub areas: Vec<String>,
}

/// What is measured; the three are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How far recommendations are carried out.
    Implementation,
    /// How well the packages are known.
    Awareness,
    /// A judgement of a whole package.
    Overall,
}

impl From<Measured> for Measure {
    fn from(measure: Measured) -> Measure {
        match measure {
            Measured::Implementation => Measure::Implementation,
            Measured::Awareness => Measure::Awareness,
            Measured::Overall => Measure::Overall,
        }
    }
}

impl Edition {
    /// An edition in a language.
    pub fn new(edition: &Stored, language: Language) -> Edition {
        let packages = edition.packages.iter().map(|package| Package {
            key: package.key.clone(),
            title: package.title.in_language(language).to_owned(),
            recommendations: package
                .recommendations
                .iter()
                .map(|one| Recommendation {
                    key: one.key.clone(),
                    title: one.title.in_language(language).to_owned(),
                    category: one.category.clone(),
                    level: one.level.clone(),
                    central: one.central,
                })
                .collect(),
        });
        let scales = edition.scales.iter().map(|scale| Scale {
            key: scale.key.clone(),
            options: scale
                .options
                .iter()
                .map(|option| ScaleOption {
                    key: option.key.clone(),
                    label: option.label.in_language(language).to_owned(),
                    points: option.points().map(u32::from),
                })
                .collect(),
        });
        let area = |area: &crate::domain::catalogue::AreaLabel| Area {
            key: area.area.to_string(),
            name: area.label.in_language(language).to_owned(),
        };
        Edition {
            key: edition.key.clone(),
            title: edition.title.in_language(language).to_owned(),
            published_on: edition.published_on,
            corrects: edition.correction.as_ref().map(|correction| correction.of.clone()),
            packages: packages.collect(),
            areas: edition.areas.iter().map(area).collect(),
            scales: scales.collect(),
        }
    }
}

/// The questions of an edition.
pub struct Questions<'a> {
    /// The edition.
    pub edition: &'a Stored,
    /// The language of their texts.
    pub language: Language,
}

impl Blocks for Questions<'_> {
    type Entry = Question;

    fn keys(&self) -> Vec<String> {
        vec![String::new()]
    }

    fn entries(&self, _: usize) -> Vec<(String, Question)> {
        let (edition, language) = (self.edition, self.language);
        let told = edition.questions.iter().map(|question| {
            let package = question.package.and_then(|index| edition.packages.get(index));
            let told = Question {
                key: question.key.clone(),
                text: question.text.in_language(language).to_owned(),
                measure: question.measure.into(),
                package: package.map(|package| package.key.clone()),
                package_title: package.and_then(|package| package_title(edition, &package.key, language)),
                recommendation: edition.recommendation_of(question).map(|one| one.key.clone()),
                scale: edition.scale_of(question).key.clone(),
                areas: question.areas.iter().map(ToString::to_string).collect(),
            };
            (question.key.clone(), told)
        });
        told.collect()
    }
}
