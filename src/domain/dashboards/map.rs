//! One figure of every municipality that a reader may see, for a map.

use super::subjects::{Missing, RoundFacts, Subject, areas_asked, measures_asked};
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::{AreaLabel, Label, Measure};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{Area, MunicipalityCode};

words! {
    /// What of a municipality is shown.
    #[derive(Default)]
    pub enum MapFigure {
        /// Its score now.
        #[default]
        Score = "score",
        /// Its paired change since the baseline.
        Change = "change",
    }
}

/// What a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapWanted {
    /// Score or change.
    pub figure: MapFigure,
    /// The measure.
    pub measure: Measure,
    /// Key of the package; none means all.
    pub package: Option<String>,
    /// The area; none means all.
    pub area: Option<Area>,
}

/// The figure of every municipality in scope.
#[derive(Debug, Clone, PartialEq)]
pub struct MapDashboard {
    /// The round.
    pub round: RoundFacts,
    /// What was asked for; what the round does not know is left out of it.
    pub wanted: MapWanted,
    /// The measures that can be asked for.
    pub measures: Vec<Measure>,
    /// The packages that can be asked for.
    pub packages: Vec<Label>,
    /// The areas that can be asked for.
    pub areas: Vec<AreaLabel>,
    /// What the figures are about: the package asked for, else the area, else everything.
    pub subject: Subject,
    /// The municipalities that the reader may see, largest figure first; those without one last, by name.
    pub rows: Vec<MapRow>,
}

/// A municipality's figure.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRow {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// Score from 0 to 100, or change in points.
    pub value: Option<f64>,
    /// Why there is none; none also where the round has no baseline at all.
    pub missing: Option<Missing>,
}

impl MapDashboard {
    /// The map of a round.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        mut wanted: MapWanted,
    ) -> MapDashboard {
        let (current, edition) = (&compared.comparison.current, compared.edition());
        let package = wanted.package.as_deref().and_then(|key| edition.find_package(key));
        wanted.package = package.map(|index| edition.packages[index].key.clone());
        wanted.area = wanted.area.filter(|area| current.areas.iter().any(|asked| asked.area == *area));
        let dimension = ScoreDimension { package, area: wanted.area, ..ScoreDimension::all_of(wanted.measure) };
        let index = compared.index_of(&dimension);
        let seen = current.municipalities.iter().zip(&changes.municipalities);
        let seen = seen.filter(|(one, _)| scope.holds(&one.municipality));
        let rows = seen.map(|(one, changes)| {
            let change = index.and_then(|index| changes.get(index));
            let (value, missing) = change.map_or((None, Some(Missing::NotAsked)), |change| match wanted.figure {
                MapFigure::Score => of_score(change),
                MapFigure::Change => (change.change, Missing::change(compared, &dimension, change)),
            });
            MapRow { municipality: one.municipality.clone(), value, missing }
        });
        MapDashboard {
            round: RoundFacts::of(compared),
            measures: measures_asked(compared),
            packages: edition
                .packages
                .iter()
                .map(|package| Label { key: package.key.clone(), label: package.title.clone() })
                .collect(),
            areas: areas_asked(compared),
            subject: Subject::of(edition, &dimension),
            rows: largest_first(rows.collect()),
            wanted,
        }
    }

    /// How many municipalities have a figure.
    pub fn n(&self) -> usize {
        self.rows.iter().filter(|row| row.value.is_some()).count()
    }
}

fn of_score(change: &Change) -> (Option<f64>, Option<Missing>) {
    let score = &change.unpaired.current;
    (score.score, Missing::score(score))
}

fn largest_first(mut rows: Vec<MapRow>) -> Vec<MapRow> {
    rows.sort_by(|left, right| {
        // None is less than any figure.
        let order = right.value.is_some().cmp(&left.value.is_some());
        let order = order.then_with(|| right.value.unwrap_or(0.0).total_cmp(&left.value.unwrap_or(0.0)));
        order.then_with(|| names::compare(left.municipality.name(), right.municipality.name()))
    });
    rows
}
