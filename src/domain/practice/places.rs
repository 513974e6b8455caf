//! One recommendation as a municipality was asked about it in a round.

use crate::domain::MunicipalityCode;
use crate::domain::catalogue::{Edition, Package, Recommendation};
use crate::domain::rounds::Round;

/// A recommendation of a municipality in a round, by the keys that addresses name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPlace {
    /// Key of the round.
    pub round: String,
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// Key of the package.
    pub package: String,
    /// Key of the recommendation.
    pub recommendation: String,
}

/// The recommendation with these keys and its package.
pub fn find_recommendation<'a>(
    edition: &'a Edition,
    (package, recommendation): (&str, &str),
) -> Option<(&'a Package, &'a Recommendation)> {
    let package = &edition.packages[edition.find_package(package)?];
    Some((package, &package.recommendations[package.find_recommendation(recommendation)?]))
}

/// Whether a round asks anything about the recommendation with these keys.
pub fn is_asked(round: &Round, edition: &Edition, (package, recommendation): (&str, &str)) -> bool {
    let Some(package) = edition.find_package(package) else { return false };
    let Some(place) = edition.packages[package].find_recommendation(recommendation) else { return false };
    edition.questions_of((Some(package), Some(place))).iter().any(|question| round.asks(edition, question))
}
