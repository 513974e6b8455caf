//! The country in a round: every figure of its page, charts and files, as far as one reader may see it.

use super::aims::NationAim;
use super::heat::{AreaHeat, HeatTable};
use super::nation::{NationLine, nation_line, shows_nation};
use super::peer_groups::Benchmark;
use super::published::{PublishedShare, SHARES};
use super::question::{QuestionSpread, key_questions, overall_questions};
use super::subjects::{Comparable, Missing, RoundFacts, Subject, areas_asked, measures_asked};
use super::wanted::Wanted;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::{AreaLabel, Measure};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::MunicipalityTallies;
use crate::domain::scoring::transitions::{Transitions, transitions};
use crate::domain::{MunicipalityCode, Text};

/// The country as one reader may see it. What the reader may not see is not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryDashboard {
    /// The round.
    pub round: RoundFacts,
    /// What was asked for.
    pub wanted: Wanted,
    /// What can be asked for: the measures and the areas of the round.
    pub measures: Vec<Measure>,
    /// The areas in which something is asked.
    pub areas: Vec<AreaLabel>,
    /// The nation's figures; none in an open round of which the reader may not see every municipality.
    pub nation: Option<NationDashboard>,
    /// Key of the newest closed round, where this one is open and the nation is not shown.
    pub closed: Option<String>,
    /// Municipalities that the reader may see and that have handed in nothing, by name.
    pub without_answers: Vec<MunicipalityCode>,
    /// Those that have handed in a part, by name; none once the round is closed.
    pub partly_answered: Vec<MunicipalityCode>,
    /// The municipalities that the reader may see.
    pub heat: HeatTable,
}

/// The nation's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct NationDashboard {
    /// Each measure over everything.
    pub cards: Vec<(Measure, NationRow)>,
    /// Municipalities that have handed in anything, and all that were asked.
    pub answered: (usize, usize),
    /// The questions that the edition names as its key questions.
    pub key_questions: Vec<QuestionSpread>,
    /// A row for each package with the measure asked for, in the area asked for.
    pub packages: Vec<NationRow>,
    /// What the round is held to, and how many municipalities reach it; none where that is nothing, or where another
    /// measure or one area is looked at.
    pub aim: Option<NationAim>,
    /// A row for each area in which the measure is asked; none where one area is looked at.
    pub areas: Vec<NationRow>,
    /// Each area by each package; empty where one area is looked at, or the measure knows no packages.
    pub areas_by_package: AreaHeat,
    /// The self-rated judgement of each package.
    pub overall: Vec<QuestionSpread>,
    /// Published shares of the rounds in `overall`, with the title of the package.
    pub published: Vec<(Text, PublishedShare)>,
}

/// The nation in one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct NationRow {
    /// What it is about.
    pub subject: Subject,
    /// Keys of the rounds that it is held against, earliest first.
    pub baselines: Vec<String>,
    /// The means, held back where they must be.
    pub line: NationLine,
    /// What can be compared.
    pub comparable: Comparable,
    /// Cells with a value of all that apply, 0 to 1; none where the score is not shown.
    pub coverage: Option<f64>,
    /// Why there is no paired change to show.
    pub missing: Option<Missing>,
}

impl CountryDashboard {
    /// The dashboard of a round. `closed` is the key of the newest closed round.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        (scope, closed): (&Scope, Option<&str>),
        wanted: Wanted,
    ) -> CountryDashboard {
        let current = &compared.comparison.current;
        let shows_nation = shows_nation(&compared.round, scope);
        let seen = || current.municipalities.iter().filter(|one| scope.holds(&one.municipality));
        let has_part =
            |one: &&MunicipalityTallies| is_begun(one) && one.areas.iter().any(|area| area.returned < area.sections);
        let partly = seen().filter(|one| !compared.round.is_closed() && has_part(one));
        CountryDashboard {
            round: RoundFacts::of(compared),
            wanted,
            measures: measures_asked(compared),
            areas: areas_asked(compared),
            nation: shows_nation.then(|| NationDashboard::new(compared, changes, scope, &wanted)),
            closed: closed.filter(|_| !shows_nation).map(str::to_owned),
            without_answers: by_name(seen().filter(|one| !is_begun(one))),
            partly_answered: by_name(partly),
            heat: HeatTable::new(compared, changes, scope, &wanted),
        }
    }
}

impl NationDashboard {
    fn new(compared: &RoundComparison, changes: &CountryChanges, scope: &Scope, wanted: &Wanted) -> NationDashboard {
        let current = &compared.comparison.current;
        let row = |dimension: ScoreDimension| NationRow::new(compared, changes, scope, &dimension);
        let packages = (0..current.edition.packages.len())
            .filter_map(|package| row(ScoreDimension { package: Some(package), ..wanted.dimension() }));
        let measure = ScoreDimension::all_of(wanted.measure);
        let areas = current.areas.iter().filter(|_| wanted.area.is_none());
        let is_all = wanted.dimension() == ScoreDimension::all_of(Measure::Implementation);
        let overall = overall_questions(compared, scope);
        NationDashboard {
            cards: MEASURES
                .into_iter()
                .filter_map(|measure| Some((measure, row(ScoreDimension::all_of(measure))?)))
                .collect(),
            answered: (current.municipalities.iter().filter(|one| is_begun(one)).count(), current.municipalities.len()),
            key_questions: key_questions(compared, scope),
            packages: packages.collect(),
            aim: is_all.then(|| NationAim::new(compared, scope)).flatten(),
            areas: areas.filter_map(|asked| row(ScoreDimension { area: Some(asked.area), ..measure })).collect(),
            areas_by_package: AreaHeat::new(compared, changes, scope, wanted),
            published: published(compared, &overall),
            overall,
        }
    }
}

impl NationRow {
    /// The nation in a dimension; none where nothing of it is asked.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        dimension: &ScoreDimension,
    ) -> Option<NationRow> {
        let index = compared.index_of(dimension)?;
        let line = nation_line(&compared.comparison, changes, index, scope);
        let missing = match (line.current, line.change) {
            (_, Benchmark::Shown { .. }) => None,
            (Benchmark::Suppressed, _) | (_, Benchmark::Suppressed) => Some(Missing::Suppressed),
            (Benchmark::Empty, _) => Some(Missing::NobodyHasOne),
            (Benchmark::Shown { .. }, _) => Missing::comparison(compared, dimension),
        };
        let scores = changes.municipalities.iter().filter_map(|changes| Some(changes.get(index)?.unpaired.current));
        let (valid, applicable) =
            scores.fold((0, 0), |(valid, applicable), score| (valid + score.valid, applicable + score.applicable));
        let is_shown = line.current.n().is_some() && applicable > 0;
        Some(NationRow {
            subject: Subject::of(compared.edition(), dimension),
            baselines: compared.baseline_rounds(dimension).into_iter().map(str::to_owned).collect(),
            comparable: Comparable::over_all(compared, dimension),
            coverage: is_shown.then(|| f64::from(valid) / f64::from(applicable)),
            missing,
            line,
        })
    }
}

/// Where the answers about recommendations went, over all municipalities; nothing for who may not see each of them,
/// because they rest on fewer municipalities than the means do.
pub fn country_transitions(compared: &RoundComparison, scope: &Scope) -> Vec<Transitions> {
    match scope {
        Scope::All => {
            let group = ScoreDimension::all_of(Measure::Implementation);
            transitions(&compared.comparison, &compared.comparison.current.municipalities, &group.into())
        }
        Scope::Some(_) => Vec::new(),
    }
}

fn is_begun(one: &MunicipalityTallies) -> bool {
    one.areas.iter().any(|area| area.returned > 0)
}

fn by_name<'a>(municipalities: impl Iterator<Item = &'a MunicipalityTallies>) -> Vec<MunicipalityCode> {
    let mut codes: Vec<MunicipalityCode> = municipalities.map(|one| one.municipality.clone()).collect();
    codes.sort_by(|left, right| names::compare(left.name(), right.name()));
    codes
}

/// The published shares among those of the rounds whose answers are shown, by key.
fn published(compared: &RoundComparison, shown: &[QuestionSpread]) -> Vec<(Text, PublishedShare)> {
    let rounds: Vec<&str> = shown.iter().flat_map(|one| &one.bars).map(|bar| bar.round.as_str()).collect();
    let edition = compared.edition();
    let known = SHARES.iter().filter(|share| rounds.contains(&share.year.to_string().as_str()));
    known
        .filter_map(|share| Some((edition.packages[edition.find_package(share.package)?].title.clone(), *share)))
        .collect()
}
