//! One recommendation of a round: how each of its questions was answered in each area, then and now.

use super::question::{QuestionSpread, spreads_by_area};
use super::subjects::RoundFacts;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Package, QuestionIndex, Recommendation};
use crate::domain::scoring::round_comparison::{Comparability, RoundComparison};

/// The result of a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct RecommendationDashboard {
    /// The round.
    pub round: RoundFacts,
    /// Place of the package in the edition.
    pub package: usize,
    /// Place of the recommendation in the package.
    pub recommendation: usize,
    /// Its questions in document order.
    pub questions: Vec<RecommendationQuestion>,
}

/// A question of a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct RecommendationQuestion {
    /// The question, by its index in the round's edition.
    pub question: QuestionIndex,
    /// How it belongs to its baseline.
    pub comparability: Comparability,
    /// Its answers over all areas, held back where they must be.
    pub all: QuestionSpread,
    /// The same in each area, where there are several.
    pub areas: Vec<QuestionSpread>,
}

impl RecommendationDashboard {
    /// The result of the recommendation with these keys; none where the round asks nothing of it.
    pub fn new(
        compared: &RoundComparison,
        (package, recommendation): (&str, &str),
        scope: &Scope,
    ) -> Option<RecommendationDashboard> {
        let edition = compared.edition();
        let package = edition.find_package(package)?;
        let recommendation = edition.packages[package].find_recommendation(recommendation)?;
        let questions = questions_of(compared, package, Some(recommendation), scope);
        let is_asked = !questions.is_empty();
        let round = RoundFacts::of(compared);
        is_asked.then_some(RecommendationDashboard { round, package, recommendation, questions })
    }

    /// The package.
    pub fn package(&self) -> &Package {
        &self.round.edition.packages[self.package]
    }

    /// The recommendation itself.
    pub fn recommendation(&self) -> &Recommendation {
        &self.package().recommendations[self.recommendation]
    }
}

/// The asked questions of a recommendation, or of the package itself where none is given.
pub(super) fn questions_of(
    compared: &RoundComparison,
    package: usize,
    recommendation: Option<usize>,
    scope: &Scope,
) -> Vec<RecommendationQuestion> {
    let asked = compared.edition().questions.iter().zip(&compared.comparison.current.asked).enumerate();
    asked
        .filter(|(_, (question, asked))| {
            **asked && question.package == Some(package) && question.recommendation == recommendation
        })
        .map(|(index, _)| {
            let (all, areas) = spreads_by_area(compared, index, scope);
            RecommendationQuestion { question: index, comparability: compared.comparability(index), all, areas }
        })
        .collect()
}
