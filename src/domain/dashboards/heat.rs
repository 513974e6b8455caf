//! Municipality by package as a table of scores, for the municipalities that a reader may see.

use std::cmp::Ordering;

use super::subjects::Subject;
use super::wanted::{Sorting, Wanted};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::Measure;
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
    /// One package: everything of it, then its areas, by name of the municipalities.
    pub(super) fn of_package(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        package: usize,
    ) -> HeatTable {
        let all = ScoreDimension { package: Some(package), ..ScoreDimension::all_of(Measure::Implementation) };
        let areas = compared.comparison.current.areas.iter();
        let columns: Vec<ScoreDimension> = std::iter::once(all)
            .chain(areas.map(|asked| ScoreDimension { area: Some(asked.area), ..all }))
            .filter(|dimension| compared.index_of(dimension).is_some())
            .collect();
        let subject = |dimension: &ScoreDimension| {
            dimension.area.map_or(Subject::All, |area| Subject::area(compared.edition(), area))
        };
        HeatTable {
            rows: sorted(rows(compared, changes, scope, &columns), Sorting::default()),
            columns: columns.iter().map(subject).collect(),
        }
    }

    pub(super) fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        wanted: &Wanted,
    ) -> HeatTable {
        let columns = columns(compared, wanted);
        HeatTable {
            rows: sorted(rows(compared, changes, scope, &columns), wanted.sorting),
            columns: columns.iter().map(|dimension| column_subject(compared, wanted, dimension)).collect(),
        }
    }
}

fn rows(
    compared: &RoundComparison,
    changes: &CountryChanges,
    scope: &Scope,
    columns: &[ScoreDimension],
) -> Vec<HeatRow> {
    let places: Vec<usize> = columns.iter().filter_map(|dimension| compared.index_of(dimension)).collect();
    let seen = compared.comparison.current.municipalities.iter().zip(&changes.municipalities);
    seen.filter(|(one, _)| scope.holds(&one.municipality))
        .map(|(one, changes)| HeatRow {
            municipality: one.municipality.clone(),
            scores: places.iter().filter_map(|place| Some(changes.get(*place)?.unpaired.current)).collect(),
        })
        .collect()
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
