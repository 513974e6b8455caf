//! One package of a round: the country's figures of it by measure and area, its recommendations, and the
//! municipalities that a reader may see.

use super::country::NationRow;
use super::heat::HeatTable;
use super::nation::shows_nation;
use super::recommendation::{RecommendationQuestion, questions_of};
use super::subjects::{RoundFacts, Subject};
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Measure, Package};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::transitions::{Transitions, transitions};

/// The result of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageDashboard {
    /// The round.
    pub round: RoundFacts,
    /// Place of the package in the edition.
    pub package: usize,
    /// The nation's figures; none in an open round of which the reader may not see every municipality.
    pub nation: Option<PackageNation>,
    /// Each recommendation that is asked about, by its place in the package, with its questions.
    pub recommendations: Vec<(usize, Vec<RecommendationQuestion>)>,
    /// The questions about the package itself.
    pub questions: Vec<RecommendationQuestion>,
    /// The municipalities that the reader may see: implementation of the package, in all and by area.
    pub heat: HeatTable,
    /// Where the answers to it went; none for who may not see each municipality, because they rest on fewer of them
    /// than the other figures.
    pub transitions: Vec<Transitions>,
}

/// The nation in one package.
#[derive(Debug, Clone, PartialEq)]
pub struct PackageNation {
    /// Each measure over the whole package.
    pub cards: Vec<(Measure, NationRow)>,
    /// Implementation of the package in each area.
    pub areas: Vec<NationRow>,
}

impl PackageDashboard {
    /// The result of the package with this key; none where the round asks nothing of it.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        key: &str,
        scope: &Scope,
    ) -> Option<PackageDashboard> {
        let edition = compared.edition();
        let package = edition.find_package(key)?;
        let recommendations = (0..edition.packages[package].recommendations.len())
            .map(|one| (one, questions_of(compared, package, Some(one), scope)))
            .filter(|(_, questions)| !questions.is_empty())
            .collect::<Vec<_>>();
        let questions = questions_of(compared, package, None, scope);
        if recommendations.is_empty() && questions.is_empty() {
            return None;
        }
        Some(PackageDashboard {
            round: RoundFacts::of(compared),
            package,
            nation: shows_nation(&compared.round, scope).then(|| PackageNation::new(compared, changes, package, scope)),
            recommendations,
            questions,
            heat: HeatTable::of_package(compared, changes, scope, package),
            transitions: match scope {
                Scope::All => {
                    let group =
                        ScoreDimension { package: Some(package), ..ScoreDimension::all_of(Measure::Implementation) };
                    transitions(&compared.comparison, &compared.comparison.current.municipalities, &group.into())
                }
                Scope::Some(_) => Vec::new(),
            },
        })
    }

    /// The package itself.
    pub fn package(&self) -> &Package {
        &self.round.edition.packages[self.package]
    }
}

impl PackageNation {
    fn new(compared: &RoundComparison, changes: &CountryChanges, package: usize, scope: &Scope) -> PackageNation {
        let row = |dimension: ScoreDimension| NationRow::new(compared, changes, scope, &dimension);
        let of = |measure| ScoreDimension { package: Some(package), ..ScoreDimension::all_of(measure) };
        let areas = compared.comparison.current.areas.iter();
        PackageNation {
            cards: MEASURES.into_iter().filter_map(|measure| Some((measure, row(of(measure))?))).collect(),
            areas: areas
                .filter_map(|asked| {
                    let dimension = ScoreDimension { area: Some(asked.area), ..of(Measure::Implementation) };
                    Some(NationRow { subject: Subject::area(compared.edition(), asked.area), ..row(dimension)? })
                })
                .collect(),
        }
    }
}
