//! Municipality by package as a table of scores, for the municipalities that a reader may see.

use std::cmp::Ordering;

use super::subjects::Subject;
use super::wanted::{Sorting, Wanted};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::Score;

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatTable {
    /// Everything, then the packages; the areas where the measure knows no packages.
    pub columns: Vec<Subject>,
    /// The municipalities that the reader may see, in the order asked for.
    pub rows: Vec<HeatRow>,
}

/// A municipality's scores.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// Its scores in the order of the columns.
    pub scores: Vec<Score>,
}

impl HeatTable {
    pub(super) fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        wanted: &Wanted,
    ) -> HeatTable {
        let columns = columns(compared, wanted);
        let seen = compared.comparison.current.municipalities.iter().zip(&changes.municipalities);
        let rows = seen.filter(|(one, _)| scope.holds(&one.municipality)).map(|(one, changes)| HeatRow {
            municipality: one.municipality.clone(),
            scores: columns
                .iter()
                .filter_map(|dimension| Some(changes.get(compared.index_of(dimension)?)?.unpaired.current))
                .collect(),
        });
        HeatTable {
            rows: sorted(rows.collect(), wanted.sorting),
            columns: columns.iter().map(|dimension| column_subject(compared, wanted, dimension)).collect(),
        }
    }
}

fn columns(compared: &RoundComparison, wanted: &Wanted) -> Vec<ScoreDimension> {
    let all = wanted.dimension();
    let is_asked = |dimension: &ScoreDimension| compared.index_of(dimension).is_some();
    let packages = (0..compared.edition().packages.len()).map(|index| ScoreDimension { package: Some(index), ..all });
    let packages: Vec<ScoreDimension> = packages.filter(is_asked).collect();
    let areas = compared.comparison.current.areas.iter().map(|asked| ScoreDimension { area: Some(asked.area), ..all });
    let rest = match (packages.is_empty(), all.area) {
        (true, None) => areas.filter(is_asked).collect(),
        _ => packages,
    };
    std::iter::once(all).filter(is_asked).chain(rest).collect()
}

fn column_subject(compared: &RoundComparison, wanted: &Wanted, dimension: &ScoreDimension) -> Subject {
    if *dimension == wanted.dimension() { Subject::All } else { Subject::of(compared.edition(), dimension) }
}

/// The rows in the order asked for; those without a figure come last either way, and equal ones by name.
fn sorted(mut rows: Vec<HeatRow>, sorting: Sorting) -> Vec<HeatRow> {
    let by_name = |left: &HeatRow, right: &HeatRow| names::compare(left.municipality.name(), right.municipality.name());
    let turned = |order: Ordering| if sorting.descending { order.reverse() } else { order };
    rows.sort_by(|left, right| {
        let Some(column) = sorting.column else { return turned(by_name(left, right)) };
        let score = |row: &HeatRow| row.scores.get(column).and_then(|score| score.score);
        let order = match (score(left), score(right)) {
            (Some(left), Some(right)) => turned(left.total_cmp(&right)),
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
        };
        order.then_with(|| by_name(left, right))
    });
    rows
}
