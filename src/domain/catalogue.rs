//! Editions of the catalogue: packages, recommendations, questions and scales.
//!
//! An edition is read whole from its document, is immutable once published, and is kept in memory
//! as one value; a question and an option are known to the database by their position in it.

pub mod changes;
pub mod continuity;
pub mod corrections;
pub mod crosswalk;
pub mod drafts;
pub mod likeness;
pub mod lineage;
pub mod matching;
pub mod publication;
mod scales;
pub mod shapes;
pub mod sources;
pub mod stored;

pub use scales::{Blank, MOST_OPTIONS, OptionIndex, Scale, ScaleOption, Worth};

use chrono::NaiveDate;

use super::{Area, Language, Text};
use crate::domain::catalogue::corrections::Correction;
use crate::domain::catalogue::sources::{Source, SourceStatus};

words! {
    /// What a question measures; the three are never merged into one index (scoring.md §1).
    pub enum Measure {
        /// How far a recommendation is carried out.
        Implementation = "implementation",
        /// How well the packages are known in an area.
        Awareness = "awareness",
        /// A self-rated judgement of a whole package.
        Overall = "overall",
    }
}

words! {
    /// Whom a question is about, so that leaders of one house and of ten answer the same.
    pub enum About {
        /// What whoever answers is the leader of, be it a house, several, or an area.
        Unit = "unit",
        /// The whole area in the municipality.
        Area = "area",
        /// The whole municipality.
        Municipality = "municipality",
    }
}

words! {
    /// Whether an edition can still change.
    pub enum EditionStatus {
        /// May be edited, or imported again.
        Draft = "draft",
        /// Immutable; rounds may ask it.
        Published = "published",
    }
}

/// The place of a question in its edition, counted from 0 in document order.
pub type QuestionIndex = usize;

/// A set of packages (2012-13, 2018, ...): a draft that is being written, or published and immutable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// The short name that rounds and crosswalks use.
    pub key: String,
    /// Title for people.
    pub title: Text,
    /// The day of publication.
    pub published_on: Option<NaiveDate>,
    /// Where the content comes from.
    pub source: Source,
    /// The published edition that it puts right, and why; none where it is an edition of its own.
    pub correction: Option<Correction>,
    /// Names of the categories that recommendations carry; free per edition.
    pub categories: Vec<Label>,
    /// Names of the levels that recommendations carry; free per edition.
    pub levels: Vec<Label>,
    /// The scales its questions use.
    pub scales: Vec<Scale>,
    /// The areas it speaks of, in the order of its pages and exports.
    pub areas: Vec<AreaLabel>,
    /// Its packages in order.
    pub packages: Vec<Package>,
    /// All questions in document order: each package's recommendations, then the package's own, then the edition's.
    pub questions: Vec<Question>,
    /// The questions that the country's page shows first, each in one area.
    pub key_questions: Vec<KeyQuestion>,
}

/// A question that an edition names as one to be shown first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyQuestion {
    /// The question; it is put to the area.
    pub question: QuestionIndex,
    /// The area that is shown.
    pub area: Area,
}

/// A key and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The key used in the document.
    pub key: String,
    /// What people read.
    pub label: Text,
}

/// An area as this edition names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaLabel {
    /// The area of the fixed list.
    pub area: Area,
    /// The edition's own name for it.
    pub label: Text,
}

/// A forebyggelsespakke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The key, the same in every edition that has the package.
    pub key: String,
    /// What people read.
    pub title: Text,
    /// The public page of the published package.
    pub link: Option<String>,
    /// Where the facts about it come from.
    pub source: Source,
    /// Its recommendations in order.
    pub recommendations: Vec<Recommendation>,
}

/// An anbefaling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// The key, unique in the package.
    pub key: String,
    /// Our own short title.
    pub title: Text,
    /// Key of the category.
    pub category: String,
    /// Key of the level, where the edition has levels and the level is known.
    pub level: Option<String>,
    /// Whether the edition names it among the central ones.
    pub central: bool,
    /// Where the fact comes from.
    pub source: Source,
}

impl Recommendation {
    /// True where the catalogue says that the recommendation was not read in a source.
    pub fn is_unconfirmed(&self) -> bool {
        self.source.status == Some(SourceStatus::Unconfirmed)
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key, unique in the edition.
    pub key: String,
    /// The wording; `{area}` in it stands for the area's name.
    pub text: Text,
    /// Help to whoever answers, such as what to answer for.
    pub hint: Option<Text>,
    /// Whom it is about, where the edition says so.
    pub about: Option<About>,
    /// What options of its scale mean for this question, as when an answer is yellow; not every option has help.
    pub help: Vec<OptionHelp>,
    /// Where the wording comes from.
    pub source: Source,
    /// What it measures.
    pub measure: Measure,
    /// Place in `Edition::scales`.
    pub scale: usize,
    /// The areas it is put to.
    pub areas: Vec<Area>,
    /// Place in `Edition::packages`, if it belongs to a package.
    pub package: Option<usize>,
    /// Place in that package's recommendations, if it is about one.
    pub recommendation: Option<usize>,
}

/// What an option means for one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionHelp {
    /// Key of the option.
    pub option: String,
    /// What it means.
    pub text: Text,
}

impl Edition {
    /// The place of the question with this key.
    pub fn find_question(&self, key: &str) -> Option<QuestionIndex> {
        self.questions.iter().position(|question| question.key == key)
    }

    /// The place of the package with this key.
    pub fn find_package(&self, key: &str) -> Option<usize> {
        self.packages.iter().position(|package| package.key == key)
    }

    /// The place of the scale with this key.
    pub fn find_scale(&self, key: &str) -> Option<usize> {
        self.scales.iter().position(|scale| scale.key == key)
    }

    /// The questions that belong to a recommendation of a package, to a package itself, or to neither.
    pub fn questions_of(&self, place: (Option<usize>, Option<usize>)) -> &[Question] {
        // Questions are in document order, in which what belongs to none comes last.
        let rank = |(package, recommendation): (Option<usize>, Option<usize>)| {
            (package.unwrap_or(usize::MAX), recommendation.unwrap_or(usize::MAX))
        };
        let of = |question: &Question| rank((question.package, question.recommendation));
        let start = self.questions.partition_point(|question| of(question) < rank(place));
        let rest = &self.questions[start..];
        &rest[..rest.partition_point(|question| of(question) == rank(place))]
    }

    /// The scale of a question.
    pub fn scale_of(&self, question: &Question) -> &Scale {
        &self.scales[question.scale]
    }

    /// The recommendation that a question is about.
    pub fn recommendation_of(&self, question: &Question) -> Option<&Recommendation> {
        self.packages.get(question.package?)?.recommendations.get(question.recommendation?)
    }

    /// What the edition calls an area, or the common name where it does not speak of it.
    pub fn area_name(&self, area: Area, language: Language) -> &str {
        self.areas
            .iter()
            .find(|entry| entry.area == area)
            .map_or_else(|| area.name(language), |entry| entry.label.in_language(language))
    }

    /// The same in every language.
    pub fn area_text(&self, area: Area) -> Text {
        let name = |language| self.area_name(area, language).to_owned();
        Text { da: name(Language::Danish), en: Some(name(Language::English)) }
    }

    /// Where an area stands among the edition's, those that it does not speak of last; the order of every list.
    pub fn area_place(&self, area: Area) -> (usize, Area) {
        (self.areas.iter().position(|entry| entry.area == area).unwrap_or(usize::MAX), area)
    }

    /// The wording of a question as put to one area.
    pub fn question_text(&self, question: &Question, area: Area, language: Language) -> String {
        question.text_about(self.area_name(area, language), language)
    }

    /// The same in every language.
    pub fn question_wording(&self, question: &Question, area: Area) -> Text {
        let wording = |language| self.question_text(question, area, language);
        Text { da: wording(Language::Danish), en: Some(wording(Language::English)) }
    }

    /// The label of a category or level key in `labels`, or the key itself where it has none.
    pub fn label_of<'a>(labels: &'a [Label], key: &'a str, language: Language) -> &'a str {
        labels.iter().find(|entry| entry.key == key).map_or(key, |entry| entry.label.in_language(language))
    }
}

impl Question {
    /// The wording as put to one area.
    pub fn text_about(&self, area: &str, language: Language) -> String {
        self.text.in_language(language).replace("{area}", area)
    }

    /// The wording as put to several areas at once. Editions are worded for one, so "området {area}" and "the {area} area"
    /// become plural.
    pub fn text_about_several(&self, areas: &str, language: Language) -> String {
        let text = self.text.in_language(language);
        let text = match language {
            Language::Danish => text.replace("området {area}", "områderne {area}"),
            Language::English => text.replace("{area} area", "{area} areas"),
        };
        text.replace("{area}", areas)
    }

    /// What an option of its scale means for it, where somebody has said.
    pub fn help_for(&self, option: &str) -> Option<&Text> {
        self.help.iter().find(|help| help.option == option).map(|help| &help.text)
    }
}

impl Package {
    /// The place of the recommendation with this key.
    pub fn find_recommendation(&self, key: &str) -> Option<usize> {
        self.recommendations.iter().position(|one| one.key == key)
    }
}
