//! How the answers to each question of a round spread over its options, in the country.

use serde::Serialize;
use utoipa::ToSchema;

use super::cursor::Blocks;
use super::editions::Measure;
use super::scores::Missing;
use super::{area_name, figure, package_title};
use crate::domain::catalogue::{QuestionIndex, ScaleOption};
use crate::domain::dashboards::nation::Spread;
use crate::domain::dashboards::round_figures::{AskedSpreads, RoundSpreads};
use crate::domain::{Area, Language};

/// How often an option was chosen. Each municipality weighs 1, split evenly over its answers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Share {
    /// The key of the round.
    #[schema(example = "2026")]
    pub round: String,
    /// The key of the question.
    pub question: String,
    /// The key of the area; null for all areas that the question is put to.
    pub area: Option<String>,
    /// What the area is called.
    pub area_name: Option<String>,
    /// What the question measures.
    pub measure: Measure,
    /// The key of its package; null where it belongs to none.
    pub package: Option<String>,
    /// The title of its package.
    pub package_title: Option<String>,
    /// The key of the option.
    pub option: String,
    /// What people read of it.
    pub label: String,
    /// Its points; null for an answer without a score, such as "don't know".
    pub points: Option<u32>,
    /// Its share of all answers, 0 to 1, with four decimals; null where `reason` says why.
    #[schema(minimum = 0, maximum = 1)]
    pub share: Option<f64>,
    /// Its share of the answers with a score; null for an answer without one.
    #[schema(minimum = 0, maximum = 1)]
    pub valid_share: Option<f64>,
    /// Municipalities that answered; null where it is held back.
    pub n: Option<usize>,
    /// Municipalities with an answer that has a score; null where it is held back.
    pub valid_n: Option<usize>,
    /// Why there is no share; null where there is one.
    pub reason: Option<Missing>,
}

/// The spreads of a round that are meant, in a language.
pub struct Distributions<'a> {
    /// What the reader may see.
    pub spreads: &'a RoundSpreads<'a>,
    /// What of it is meant.
    pub asked: &'a AskedSpreads,
    /// The language of labels.
    pub language: Language,
}

impl Blocks for Distributions<'_> {
    type Entry = Share;

    fn keys(&self) -> Vec<String> {
        let edition = self.spreads.edition();
        let key = |(question, area): (QuestionIndex, Option<Area>)| {
            format!("{} {}", edition.questions[question].key, area.map(|area| area.to_string()).unwrap_or_default())
        };
        self.spreads.places(self.asked).into_iter().map(key).collect()
    }

    fn entries(&self, place: usize) -> Vec<(String, Share)> {
        let Some(&(index, area)) = self.spreads.places(self.asked).get(place) else { return Vec::new() };
        let (edition, language) = (self.spreads.edition(), self.language);
        let question = &edition.questions[index];
        let package = question.package.and_then(|index| edition.packages.get(index));
        let spread = self.spreads.spread(index, area);
        let (distribution, reason) = match &spread {
            Spread::Shown(distribution) => (Some(distribution), None),
            Spread::Suppressed => (None, Some(Missing::Suppressed)),
            Spread::Empty => (None, Some(Missing::NoFigures)),
        };
        let options = edition.scale_of(question).options.iter().enumerate();
        let share = |(place, option): (usize, &ScaleOption)| {
            let part = distribution.and_then(|one| one.options.get(place));
            let n = |held: Option<usize>| if reason == Some(Missing::NoFigures) { Some(0) } else { held };
            Share {
                round: self.spreads.round().to_owned(),
                question: question.key.clone(),
                area: area.map(|area| area.to_string()),
                area_name: area.and_then(|area| area_name(edition, area.as_str(), language)),
                measure: question.measure.into(),
                package: package.map(|package| package.key.clone()),
                package_title: package.and_then(|package| package_title(edition, &package.key, language)),
                option: option.key.clone(),
                label: option.label.in_language(language).to_owned(),
                points: option.points().map(u32::from),
                share: figure(part.and_then(|part| part.share)),
                valid_share: figure(part.and_then(|part| part.valid_share)),
                n: n(distribution.map(|one| one.n)),
                valid_n: n(distribution.map(|one| one.valid_n)),
                reason,
            }
        };
        options.map(|option| (option.1.key.clone(), share(option))).collect()
    }
}
