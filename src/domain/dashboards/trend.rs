//! The scores of several rounds side by side, each on its own cells (scoring.md §3 and §4).
//!
//! Own scores are comparable only where the same was asked (§5), so two rounds belong to one line only
//! if they asked the same questions of one edition, or of one and its corrections, and made values by one rule.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::peer_groups::{Benchmark, Figure, LEAST_MUNICIPALITIES, nation_benchmark};
use super::subjects::Subject;
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::corrections::are_one;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::{Match, match_questions};
use crate::domain::catalogue::{Label, Measure, Question};
use crate::domain::rounds::Round;
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::scores::{CountryScores, ScoreState, score_groups};
use crate::domain::scoring::tallies::ResponseTallies;

/// How many rounds a trend has at most.
pub const ROUNDS: usize = 10;

/// Scores over rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The rounds, earliest first.
    pub rounds: Vec<TrendRound>,
    /// By measure: all of it, then package by package and area by area in the order of the newest edition that has it.
    pub series: Vec<Series>,
}

/// A round of a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendRound {
    /// Its key.
    pub key: String,
    /// Key of the edition that it asked.
    pub edition: String,
    /// Its last day.
    pub closes_on: NaiveDate,
}

/// One measure, of all, of a package or of an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The measure.
    pub measure: Measure,
    /// What of it.
    pub subject: Subject,
    /// One point a round.
    pub points: Vec<Point>,
}

/// What a round came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The score, or why there is none to show.
    pub standing: PointBasis,
    /// Cells with a value of all that apply, 0 to 1; none where nothing applies or nothing may be shown.
    pub coverage: Option<f64>,
    /// Whether it continues the line from the last score before; rounds between that did not ask are passed over.
    pub is_joined: bool,
}

/// The score, or why there is none to show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PointBasis {
    /// A score, 0 to 100.
    Shown {
        /// Municipalities with a score, or a municipality's cells with a value.
        n: usize,
        /// The score.
        score: f64,
    },
    /// Held back, because single municipalities could be worked out.
    Suppressed,
    /// There is none.
    None(ScoreState),
}

impl Trend {
    /// The series of the same thing, such as the country's beside a municipality's.
    pub fn alike(&self, series: &Series) -> Option<&Series> {
        let is_alike = |one: &&Series| one.measure == series.measure && one.subject.is_same(&series.subject);
        self.series.iter().find(is_alike)
    }
}

impl PointBasis {
    /// Whether it rests on fewer than a benchmark of municipalities must.
    pub fn is_weak(&self) -> bool {
        matches!(self, PointBasis::Shown { n, .. } if *n < LEAST_MUNICIPALITIES)
    }

    /// The score, where there is one to show.
    pub fn score(&self) -> Option<f64> {
        match self {
            PointBasis::Shown { score, .. } => Some(*score),
            PointBasis::Suppressed | PointBasis::None(_) => None,
        }
    }
}

/// The newest closed rounds of a round's programme that are no tests, earliest first.
pub fn trend_rounds<'a>(looked_at: &Round, rounds: &'a [Round]) -> Vec<&'a Round> {
    let mut closed: Vec<&Round> = rounds
        .iter()
        .filter(|round| round.programme == looked_at.programme && round.is_closed() && !round.is_test)
        .collect();
    closed.sort_by(|left, right| (left.closes_on, &left.key).cmp(&(right.closes_on, &right.key)));
    closed.split_off(closed.len().saturating_sub(ROUNDS))
}

/// The nation over rounds, as far as a reader may see it.
pub fn country_trend(rounds: &[(&ResponseTallies, &CountryScores)], scope: &Scope, crosswalks: &[Crosswalk]) -> Trend {
    let tallies: Vec<&ResponseTallies> = rounds.iter().map(|(tallies, _)| *tallies).collect();
    trend((&tallies, crosswalks), |round, index| {
        let (tallies, scores) = rounds[round];
        let figures: Vec<Figure> = tallies
            .municipalities
            .iter()
            .zip(&scores.municipalities)
            .map(|(one, scores)| (one.municipality.clone(), scores[index].score))
            .collect();
        let standing = match nation_benchmark(&figures, scope) {
            Benchmark::Shown { n, mean } => PointBasis::Shown { n, score: mean },
            Benchmark::Suppressed => PointBasis::Suppressed,
            Benchmark::Empty => PointBasis::None(scores.nation[index].state),
        };
        let cells = scores.municipalities.iter().map(|scores| (scores[index].valid, scores[index].applicable));
        let (valid, applicable) = cells.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let is_shown = applicable > 0 && standing.score().is_some();
        (standing, is_shown.then(|| f64::from(valid) / f64::from(applicable)))
    })
}

/// A municipality over rounds; it is in the population of some of them only, perhaps.
pub fn municipality_trend(rounds: &[ResponseTallies], code: &MunicipalityCode, crosswalks: &[Crosswalk]) -> Trend {
    let tallies: Vec<&ResponseTallies> = rounds.iter().collect();
    let scores: Vec<_> = rounds.iter().map(|one| Some(score_groups(one, one.municipality(code)?))).collect();
    trend((&tallies, crosswalks), |round, index| {
        let Some(score) = scores[round].as_ref().map(|scores| &scores[index]) else {
            return (PointBasis::None(ScoreState::NotAsked), None);
        };
        let standing = match score.score {
            Some(value) => PointBasis::Shown { n: score.valid as usize, score: value },
            None => PointBasis::None(score.state),
        };
        (standing, score.coverage)
    })
}

/// `point` gives what a round, by its index, came to in the group at a place of its groups.
fn trend(
    (rounds, crosswalks): (&[&ResponseTallies], &[Crosswalk]),
    point: impl Fn(usize, usize) -> (PointBasis, Option<f64>),
) -> Trend {
    let subjects = subjects(rounds);
    let mut lines = Lines { crosswalks, matchings: HashMap::new() };
    let mut series = Vec::new();
    for measure in MEASURES {
        for subject in &subjects {
            let groups: Vec<Option<ScoreDimension>> = rounds.iter().map(|one| group(one, measure, subject)).collect();
            if groups.iter().all(Option::is_none) {
                continue;
            }
            let mut points: Vec<Point> = Vec::with_capacity(rounds.len());
            for (index, (tallies, group)) in rounds.iter().zip(&groups).enumerate() {
                let at = group.and_then(|group| tallies.groups.iter().position(|one| *one == group));
                let (standing, coverage) =
                    at.map_or((PointBasis::None(ScoreState::NotAsked), None), |at| point(index, at));
                let before =
                    points.iter().rposition(|before| before.standing != PointBasis::None(ScoreState::NotAsked));
                let is_joined =
                    before.filter(|before| points[*before].standing.score().is_some()).is_some_and(|before| {
                        standing.score().is_some()
                            && lines.join((rounds[before], groups[before].as_ref()), (tallies, group.as_ref()))
                    });
                points.push(Point { standing, coverage, is_joined });
            }
            series.push(Series { measure, subject: subject.clone(), points });
        }
    }
    let rounds = rounds.iter().map(|one| TrendRound {
        key: one.round.clone(),
        edition: one.edition.key.clone(),
        closes_on: one.closes_on,
    });
    Trend { rounds: rounds.collect(), series }
}

/// Everything, every package and every area, in the order of the newest edition; those that it does not have come last.
fn subjects(rounds: &[&ResponseTallies]) -> Vec<Subject> {
    let newest_first = || rounds.iter().rev();
    let packages = newest_first()
        .flat_map(|one| &one.edition.packages)
        .map(|package| Subject::Package(Label { key: package.key.clone(), label: package.title.clone() }));
    let areas = newest_first().flat_map(|one| one.areas.iter().map(|asked| Subject::area(&one.edition, asked.area)));
    let mut subjects = vec![Subject::All];
    for subject in packages.chain(areas) {
        if !subjects.iter().any(|known| known.is_same(&subject)) {
            subjects.push(subject);
        }
    }
    subjects
}

fn group(tallies: &ResponseTallies, measure: Measure, subject: &Subject) -> Option<ScoreDimension> {
    let all = ScoreDimension::all_of(measure);
    let group = match subject {
        Subject::All => all,
        Subject::Package(package) => {
            ScoreDimension { package: Some(tallies.edition.find_package(&package.key)?), ..all }
        }
        Subject::Area(area, _) => ScoreDimension { area: Some(*area), ..all },
    };
    tallies.groups.contains(&group).then_some(group)
}

/// Which rounds stand on one line, with what is known of their editions.
struct Lines<'a> {
    crosswalks: &'a [Crosswalk],
    /// How the questions of a later edition correspond to those of an earlier one, by their keys.
    matchings: HashMap<(&'a str, &'a str), Vec<Match>>,
}

impl<'a> Lines<'a> {
    /// Whether a group of one round goes on in that of the next one.
    fn join(
        &mut self,
        (left, left_group): (&'a ResponseTallies, Option<&ScoreDimension>),
        (right, right_group): (&'a ResponseTallies, Option<&ScoreDimension>),
    ) -> bool {
        let (Some(then), Some(now)) = (left_group, right_group) else { return false };
        let keys = (left.edition.key.as_str(), right.edition.key.as_str());
        if left.rule != right.rule || !are_one(keys.0, keys.1, self.crosswalks) {
            return false;
        }
        let matching = self.matchings.entry(keys);
        let matching =
            matching.or_insert_with(|| match_questions(&right.edition, &left.edition, self.crosswalks).questions);
        let meant = |question: &Question, group: &ScoreDimension| {
            question.measure == group.measure
                && (group.package.is_none() || group.package == question.package)
                && group.area.is_none_or(|area| question.areas.contains(&area))
        };
        // Each question that either asked is the same one in the other: a correction changes no more than words.
        let mut followed = vec![false; left.edition.questions.len()];
        for (index, question) in right.edition.questions.iter().enumerate() {
            let before = match matching[index] {
                Match::Compared { question, reworded: false } => Some(question),
                _ => None,
            };
            let was_asked = before.is_some_and(|before| left.asked[before]);
            if meant(question, now) && right.asked[index] != was_asked {
                return false;
            }
            if let Some(before) = before.filter(|_| right.asked[index]) {
                followed[before] = true;
            }
        }
        let earlier = left.edition.questions.iter().enumerate();
        earlier
            .filter(|(index, question)| meant(question, then) && left.asked[*index])
            .all(|(index, _)| followed[index])
    }
}

#[cfg(test)]
mod tests;
