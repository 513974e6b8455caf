//! Municipality by package as a table of scores, for the municipalities that a reader may see.

use super::nation::shows_nation;
use super::peer_groups::{Benchmark, Figure, FixedGroups, PeerGroup, nation_benchmark};
use super::subjects::Subject;
use super::wanted::{Sorting, Wanted};
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::Score;
use crate::domain::{Area, MunicipalityCode};

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatTable {
    /// Everything, then the packages; the areas where the measure knows no packages.
    pub columns: Vec<Subject>,
    /// The municipalities that the reader may see, in the order asked for.
    pub rows: Vec<HeatRow>,
    /// The regions that the rows stand by, in order; none where they stand all together.
    pub regions: Vec<HeatRegion>,
}

/// A region whose municipalities stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRegion {
    /// Its name on the round's last day.
    pub name: String,
    /// How many of the rows are its municipalities.
    pub rows: usize,
    /// The mean of all its municipalities in each column, held back where it must be.
    pub means: Vec<Benchmark>,
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
            regions: Vec::new(),
        }
    }

    pub(super) fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        wanted: &Wanted,
    ) -> HeatTable {
        let columns = columns(compared, wanted);
        let mut rows = sorted(rows(compared, changes, scope, &columns), wanted.sorting);
        let regions =
            if wanted.by_region { by_region(compared, changes, (scope, &columns), &mut rows) } else { Vec::new() };
        HeatTable {
            rows,
            columns: columns.iter().map(|dimension| column_subject(compared, wanted, dimension)).collect(),
            regions,
        }
    }
}

/// The nation's scores by area and package.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AreaHeat {
    /// Everything, then the packages.
    pub columns: Vec<Subject>,
    /// Each area with its means; none where nothing of it is asked there.
    pub rows: Vec<(Subject, Vec<Option<Benchmark>>)>,
}

impl AreaHeat {
    pub(super) fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        wanted: &Wanted,
    ) -> AreaHeat {
        let columns = columns(compared, wanted);
        if wanted.area.is_some() || columns.iter().all(|dimension| dimension.package.is_none()) {
            return AreaHeat::default();
        }
        let mean = |dimension: &ScoreDimension| {
            let index = compared.index_of(dimension)?;
            let all = compared.comparison.current.municipalities.iter().zip(&changes.municipalities);
            let score = |changes: &[Change]| changes.get(index)?.unpaired.current.score;
            let figures: Vec<Figure> = all.map(|(one, changes)| (one.municipality.clone(), score(changes))).collect();
            Some(nation_benchmark(&figures, scope))
        };
        let row = |area: Area| {
            let means: Vec<Option<Benchmark>> =
                columns.iter().map(|column| mean(&ScoreDimension { area: Some(area), ..*column })).collect();
            (Subject::area(compared.edition(), area), means)
        };
        let areas = compared.comparison.current.areas.iter().map(|asked| row(asked.area));
        let asked = areas.filter(|(_, means)| means.iter().any(Option::is_some));
        AreaHeat {
            rows: sorted_areas(asked.collect(), wanted.areas),
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

/// Puts the rows of a region together, in the order that they had, and gives the regions by name with their means.
fn by_region(
    compared: &RoundComparison,
    changes: &CountryChanges,
    (scope, columns): (&Scope, &[ScoreDimension]),
    rows: &mut [HeatRow],
) -> Vec<HeatRegion> {
    let day = compared.round.closes_on;
    let region = |code: &MunicipalityCode| match PeerGroup::region_of(code, day) {
        Some(PeerGroup::Region(name)) => name,
        _ => String::new(),
    };
    rows.sort_by(|left, right| names::compare(&region(&left.municipality), &region(&right.municipality)));
    let mut names: Vec<String> = rows.iter().map(|row| region(&row.municipality)).collect();
    names.dedup();
    let asked: Vec<PeerGroup> = names.iter().cloned().map(PeerGroup::Region).collect();
    let municipalities = || compared.comparison.current.municipalities.iter().map(|one| one.municipality.clone());
    let fixed = FixedGroups::of(municipalities(), day);
    let shows = shows_nation(&compared.round, scope);
    let means = columns.iter().filter_map(|dimension| compared.index_of(dimension)).map(|index| {
        let scores = changes.municipalities.iter().map(|changes| changes.get(index)?.unpaired.current.score);
        let figures: Vec<Figure> = municipalities().zip(scores).collect();
        match shows {
            true => fixed.benchmarks(&figures, &asked, scope),
            false => vec![Benchmark::Suppressed; asked.len()],
        }
    });
    let means: Vec<Vec<Benchmark>> = means.collect();
    let of_region = |(index, name): (usize, String)| HeatRegion {
        rows: rows.iter().filter(|row| region(&row.municipality) == name).count(),
        means: means.iter().map(|column| column[index]).collect(),
        name,
    };
    names.into_iter().enumerate().map(of_region).collect()
}

/// Everything of what is asked for, then its packages; its areas where the measure knows no packages.
pub(super) fn columns(compared: &RoundComparison, wanted: &Wanted) -> Vec<ScoreDimension> {
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
    rows.sort_by(|left, right| {
        let Some(column) = sorting.column else { return sorting.turned(by_name(left, right)) };
        let score = |row: &HeatRow| row.scores.get(column).and_then(|score| score.score);
        sorting.figures(score(left), score(right)).then_with(|| by_name(left, right))
    });
    rows
}

/// The areas in the order asked for; those without a mean to show come last either way, and equal ones as in the edition.
fn sorted_areas(
    mut rows: Vec<(Subject, Vec<Option<Benchmark>>)>,
    sorting: Sorting,
) -> Vec<(Subject, Vec<Option<Benchmark>>)> {
    let Some(column) = sorting.column else {
        if sorting.descending {
            rows.reverse();
        }
        return rows;
    };
    let mean = |means: &[Option<Benchmark>]| match means.get(column) {
        Some(Some(Benchmark::Shown { mean, .. })) => Some(*mean),
        _ => None,
    };
    rows.sort_by(|(_, left), (_, right)| sorting.figures(mean(left), mean(right)));
    rows
}
