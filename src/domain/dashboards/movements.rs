//! What has risen and fallen most, and who stands farthest from the country: ranked, and never of anything that rests
//! on fewer than five municipalities or cells.

use super::country::NationRow;
use super::nation::{RoundSpread, shows_nation};
use super::peer_groups::{Figure, LEAST_MUNICIPALITIES, nation_benchmark};
use super::question::implementation_questions;
use super::subjects::{RoundFacts, Subject, measures_asked};
use super::wanted::WantedRecommendations;
use crate::domain::access::staff::Scope;
use crate::domain::base::names;
use crate::domain::catalogue::{Measure, QuestionIndex};
use crate::domain::scoring::changes::Change;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::{MunicipalityCode, Text};

/// The fewest cells that a municipality's place among others rests on.
pub const LEAST_CELLS: usize = 5;

/// How many of the largest and of the smallest are shown.
pub const SHOWN: usize = 10;

words! {
    /// What is ranked.
    pub enum Ranking {
        /// The nation's packages by their change.
        Packages = "packages",
        /// The nation's areas by their change.
        Areas = "areas",
        /// Recommendations by the change of their best answer's share.
        Recommendations = "recommendations",
        /// The municipalities that the reader may see by their change.
        Municipalities = "municipalities",
        /// The same by their distance from the country.
        Gaps = "gaps",
    }
}

/// The page of the largest changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Movements {
    /// The round.
    pub round: RoundFacts,
    /// The measure looked at.
    pub measure: Measure,
    /// Which recommendations are ranked; a package narrows every ranking. What the edition does not know is left out.
    pub about: WantedRecommendations,
    /// The measures that can be looked at.
    pub measures: Vec<Measure>,
    /// Each ranking with its rows.
    pub rankings: Vec<(Ranking, Ranked)>,
}

/// Rows by how much they have moved, the largest rise first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranked {
    /// The largest and the smallest.
    pub rows: Vec<RankedRow>,
    /// How many there are in all.
    pub all: usize,
    /// How many are left out because they rest on too little.
    pub too_few: usize,
    /// Whether what is ranked may not be shown to this reader at all.
    pub is_hidden: bool,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedRow {
    /// What it is about.
    pub about: RankedSubject,
    /// Score, or share in percent, at the baseline; the country's for a gap.
    pub from: f64,
    /// The same now; the municipality's own for a gap.
    pub to: f64,
    /// `to` less `from` in points, not rounded.
    pub change: f64,
    /// Municipalities that it rests on, or a municipality's cells.
    pub n: usize,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum RankedSubject {
    /// A package or an area.
    Nation(Subject),
    /// A question of a recommendation.
    Recommendation {
        /// The question, by its index in the round's edition.
        question: QuestionIndex,
        /// The title of the recommendation.
        title: Text,
    },
    /// A municipality.
    Municipality(MunicipalityCode),
}

impl Movements {
    /// The rankings of a round as one reader may see them.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        scope: &Scope,
        (measure, mut about): (Measure, WantedRecommendations),
    ) -> Movements {
        let package = compared.edition().find_package(&about.package);
        if package.is_none() {
            about.package.clear();
        }
        let all = ScoreDimension { package, ..ScoreDimension::all_of(measure) };
        let packages = (0..compared.edition().packages.len())
            .filter(|index| package.is_none_or(|wanted| wanted == *index))
            .map(|index| ScoreDimension { package: Some(index), ..all });
        let areas = &compared.comparison.current.areas;
        let areas = areas.iter().map(|asked| ScoreDimension { area: Some(asked.area), ..all });
        let rankings = vec![
            (Ranking::Packages, of_nation(compared, changes, scope, packages)),
            (Ranking::Areas, of_nation(compared, changes, scope, areas)),
            (Ranking::Recommendations, of_recommendations(compared, scope, (measure, &about))),
            (Ranking::Municipalities, of_municipalities(compared, changes, scope, &all)),
            (Ranking::Gaps, gaps(compared, changes, scope, &all)),
        ];
        Movements { round: RoundFacts::of(compared), measure, about, measures: measures_asked(compared), rankings }
    }

    /// The rows of a ranking.
    pub fn ranked(&self, ranking: Ranking) -> Option<&Ranked> {
        self.rankings.iter().find(|(one, _)| *one == ranking).map(|(_, ranked)| ranked)
    }
}

impl Ranked {
    fn hidden() -> Ranked {
        Ranked { is_hidden: true, ..Ranked::default() }
    }

    /// The rows that rest on `least` or more, in order, and of more than twice [`SHOWN`] only both ends.
    fn of(rows: impl IntoIterator<Item = RankedRow>, least: usize) -> Ranked {
        let (mut rows, too_few): (Vec<RankedRow>, Vec<RankedRow>) = rows.into_iter().partition(|row| row.n >= least);
        rows.sort_by(|left, right| {
            right.change.total_cmp(&left.change).then_with(|| names::compare(left.about.name(), right.about.name()))
        });
        let all = rows.len();
        if all > 2 * SHOWN {
            rows.drain(SHOWN..all - SHOWN);
        }
        Ranked { rows, all, too_few: too_few.len(), is_hidden: false }
    }

    /// Whether the rows between both ends are left out.
    pub fn is_cut(&self) -> bool {
        self.rows.len() < self.all
    }
}

impl RankedSubject {
    /// Its Danish name, which equal rows stand by.
    fn name(&self) -> &str {
        match self {
            RankedSubject::Nation(Subject::All) => "",
            RankedSubject::Nation(Subject::Package(package)) => &package.label.da,
            RankedSubject::Nation(Subject::Area(_, label)) => &label.da,
            RankedSubject::Recommendation { title, .. } => &title.da,
            RankedSubject::Municipality(code) => code.name(),
        }
    }
}

fn of_nation(
    compared: &RoundComparison,
    changes: &CountryChanges,
    scope: &Scope,
    dimensions: impl Iterator<Item = ScoreDimension>,
) -> Ranked {
    if !shows_nation(&compared.round, scope) {
        return Ranked::hidden();
    }
    let rows = dimensions.filter_map(|dimension| {
        let row = NationRow::new(compared, changes, scope, &dimension)?;
        let (from, to, change) = (row.line.paired_baseline.mean()?, row.line.paired_current.mean()?, row.line.change);
        // In one package an area's row is about the area.
        let subject = dimension.area.map_or(row.subject, |area| Subject::area(compared.edition(), area));
        let about = RankedSubject::Nation(subject);
        Some(RankedRow { about, from, to, change: change.mean()?, n: change.n()? })
    });
    Ranked::of(rows, LEAST_MUNICIPALITIES)
}

/// Each question about a recommendation that is held against its baseline, by the share of the best answer.
fn of_recommendations(
    compared: &RoundComparison,
    scope: &Scope,
    (measure, wanted): (Measure, &WantedRecommendations),
) -> Ranked {
    if measure != Measure::Implementation {
        return Ranked::default();
    }
    if !shows_nation(&compared.round, scope) {
        return Ranked::hidden();
    }
    let rows = implementation_questions(compared, scope, wanted).into_iter().filter_map(|(question, title, bars)| {
        let [then, now] = &bars[..] else { return None };
        let of = |bar: &RoundSpread| Some((100.0 * bar.top_box()?, bar.distribution()?.n));
        let ((from, n_then), (to, n_now)) = (of(then)?, of(now)?);
        let about = RankedSubject::Recommendation { question, title };
        Some(RankedRow { about, from, to, change: to - from, n: n_then.min(n_now) })
    });
    Ranked::of(rows, LEAST_MUNICIPALITIES)
}

/// The changes of the municipalities in scope in one dimension.
fn seen<'a>(
    compared: &'a RoundComparison,
    changes: &'a CountryChanges,
    scope: &'a Scope,
    dimension: &ScoreDimension,
) -> impl Iterator<Item = (&'a MunicipalityCode, &'a Change)> {
    let index = compared.index_of(dimension);
    let all = compared.comparison.current.municipalities.iter().zip(&changes.municipalities);
    all.filter(|(one, _)| scope.holds(&one.municipality))
        .filter_map(move |(one, changes)| Some((&one.municipality, changes.get(index?)?)))
}

fn of_municipalities(
    compared: &RoundComparison,
    changes: &CountryChanges,
    scope: &Scope,
    dimension: &ScoreDimension,
) -> Ranked {
    let rows = seen(compared, changes, scope, dimension).filter_map(|(code, change)| {
        let about = RankedSubject::Municipality(code.clone());
        let n = change.paired as usize;
        Some(RankedRow { about, from: change.baseline?, to: change.current?, change: change.change?, n })
    });
    Ranked::of(rows, LEAST_CELLS)
}

/// How far each municipality in scope is from the mean of all, which is held back as on the country's page.
fn gaps(compared: &RoundComparison, changes: &CountryChanges, scope: &Scope, dimension: &ScoreDimension) -> Ranked {
    let figures: Vec<Figure> = seen(compared, changes, &Scope::All, dimension)
        .map(|(code, change)| (code.clone(), change.unpaired.current.score))
        .collect();
    let nation = nation_benchmark(&figures, scope);
    let Some(from) = nation.mean().filter(|_| shows_nation(&compared.round, scope) && !nation.is_weak()) else {
        return Ranked::hidden();
    };
    let rows = seen(compared, changes, scope, dimension).filter_map(|(code, change)| {
        let score = &change.unpaired.current;
        let (about, to) = (RankedSubject::Municipality(code.clone()), score.score?);
        Some(RankedRow { about, from, to, change: to - from, n: score.valid as usize })
    });
    Ranked::of(rows, LEAST_CELLS)
}

#[cfg(test)]
mod tests;
