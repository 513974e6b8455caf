//! What a dashboard has to say in one sentence: what has moved most, by how much, and what that rests on.

use super::country::{NationDashboard, NationRow};
use super::municipality::{MunicipalityDashboard, MunicipalityRow};
use super::package::PackageNation;
use super::peer_groups::Benchmark;
use super::subjects::{Comparable, Subject};
use super::trend::{PointBasis, Trend};
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;

/// What can be said.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Something has moved, up or down.
    Moved(Movement),
    /// Everything that can be compared stands where it stood; of how many municipalities or cells.
    Still(usize),
}

/// Something that has moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// What.
    pub subject: Subject,
    /// By how many points; not 0 when it is rounded.
    pub points: f64,
    /// Municipalities behind it, or a municipality's cells.
    pub n: usize,
    /// Questions of it that can be compared.
    pub comparable: Comparable,
    /// Keys of the rounds that it is held against, earliest first.
    pub baselines: Vec<String>,
    /// Whether it is one of several that could have moved most.
    pub is_most: bool,
}

impl Movement {
    /// Whether it has gone up.
    pub fn is_rise(&self) -> bool {
        self.points > 0.0
    }
}

/// A round-to-round change of a trend's overall line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatestStep<'a> {
    /// By how many points; may be 0 when it is rounded.
    pub points: f64,
    /// Key of the round before.
    pub since: &'a str,
    /// Key of the newest round.
    pub now: &'a str,
    /// Municipalities behind the newest score, or a municipality's cells.
    pub n: usize,
}

/// The largest rise; the largest fall where nothing has risen. What rests on too few municipalities says nothing.
pub fn of_nation(nation: &NationDashboard) -> Option<Finding> {
    largest(nation.packages.iter().filter_map(of_nation_row).collect())
}

/// How a package has moved in the nation.
pub fn of_package(nation: &PackageNation) -> Option<Finding> {
    let (_, row) = nation.cards.iter().find(|(measure, _)| *measure == Measure::Implementation)?;
    largest(vec![of_nation_row(row)?])
}

/// What has moved most in a municipality.
pub fn of_municipality(page: &MunicipalityDashboard) -> Option<Finding> {
    largest(page.packages.iter().filter_map(of_municipality_row).collect())
}

/// The newest step of the implementation of everything; none where its last two scores can't be held against each other.
pub fn latest_step(trend: &Trend) -> Option<LatestStep<'_>> {
    let line = trend.series.iter().find(|one| one.measure == Measure::Implementation && one.subject == Subject::All)?;
    let last = line.points.iter().rposition(|point| point.standing.score().is_some())?;
    let before = line.points[..last].iter().rposition(|point| point.standing.score().is_some())?;
    let (PointBasis::Shown { n, score }, true) = (line.points[last].standing, line.points[last].is_joined) else {
        return None;
    };
    let points = score - line.points[before].standing.score()?;
    Some(LatestStep { points, since: &trend.rounds[before].key, now: &trend.rounds[last].key, n })
}

fn of_nation_row(row: &NationRow) -> Option<Movement> {
    let Benchmark::Shown { n, mean } = row.line.change else { return None };
    (!row.line.change.is_weak()).then(|| Movement {
        subject: row.subject.clone(),
        points: mean,
        n,
        comparable: row.comparable,
        baselines: row.baselines.clone(),
        is_most: false,
    })
}

fn of_municipality_row(row: &MunicipalityRow) -> Option<Movement> {
    Some(Movement {
        subject: row.subject.clone(),
        points: row.change.change?,
        n: row.change.paired as usize,
        comparable: Comparable::of_change(&row.change),
        baselines: row.baselines.clone(),
        is_most: false,
    })
}

fn largest(all: Vec<Movement>) -> Option<Finding> {
    let still = all.iter().map(|one| one.n).max()?;
    let is_most = all.len() > 1;
    let highest = all.iter().max_by(|left, right| left.points.total_cmp(&right.points))?;
    let lowest = all.iter().min_by(|left, right| left.points.total_cmp(&right.points))?;
    let found = if whole(highest.points) > 0 { highest } else { lowest };
    if whole(found.points) == 0 {
        return Some(Finding::Still(still));
    }
    Some(Finding::Moved(Movement { is_most, ..found.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::domain::catalogue::Label;
    use crate::domain::dashboards::trend::{Point, Series, TrendRound};

    fn moved(key: &str, points: f64) -> Movement {
        Movement {
            subject: Subject::Package(Label { key: key.to_owned(), label: Text { da: key.to_owned(), en: None } }),
            points,
            n: 88,
            comparable: Comparable { matched: 14, questions: 18, reworded: false },
            baselines: vec!["2013".to_owned()],
            is_most: false,
        }
    }

    fn key(finding: Option<Finding>) -> Option<(String, i64)> {
        match finding? {
            Finding::Moved(Movement { subject: Subject::Package(package), points, .. }) => {
                Some((package.key, whole(points)))
            }
            _ => None,
        }
    }

    #[test]
    fn a_rise_is_told_before_a_larger_fall_and_a_fall_where_nothing_has_risen() {
        let rises = largest(vec![moved("a", 4.0), moved("b", 22.4), moved("c", -30.0)]);
        assert_eq!(key(rises), Some(("b".to_owned(), 22)));
        assert_eq!(key(largest(vec![moved("a", 0.3), moved("b", -4.0)])), Some(("b".to_owned(), -4)));
    }

    #[test]
    fn what_rounds_to_nothing_has_not_moved_and_nothing_says_nothing() {
        assert_eq!(largest(vec![moved("a", 0.4), moved("b", -0.4)]), Some(Finding::Still(88)));
        assert_eq!(largest(Vec::new()), None);
    }

    #[test]
    fn one_alone_has_not_moved_most() {
        let Some(Finding::Moved(one)) = largest(vec![moved("a", 4.0)]) else { panic!("it moved") };
        assert!(!one.is_most && one.is_rise());
    }

    #[test]
    fn a_step_is_told_only_between_scores_that_belong_together() {
        let point = |score: Option<f64>, is_joined| Point {
            standing: score.map_or(PointBasis::Suppressed, |score| PointBasis::Shown { n: 95, score }),
            coverage: None,
            is_joined,
        };
        let trend = |points: Vec<Point>| Trend {
            rounds: ["2013", "2015", "2017"]
                .map(|key| TrendRound {
                    key: key.to_owned(),
                    edition: "2012".to_owned(),
                    closes_on: "2013-10-01".parse().unwrap(),
                })
                .into(),
            series: vec![Series { measure: Measure::Implementation, subject: Subject::All, points }],
        };
        let joined = trend(vec![point(Some(40.0), false), point(None, false), point(Some(47.0), true)]);
        let step = latest_step(&joined).unwrap();
        assert_eq!((step.points, step.since, step.now, step.n), (7.0, "2013", "2017", 95));
        assert_eq!(latest_step(&trend(vec![point(Some(40.0), false), point(Some(47.0), false)])), None);
    }
}
