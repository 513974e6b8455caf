//! A municipality beside others: what the nation, its region and its kommunegruppe score, and how far from each of
//! them it is.

use chrono::NaiveDate;

use super::peer_groups::{Benchmark, Figure, FixedGroups, PeerGroup};
use super::subjects::{Missing, Subject};
use crate::domain::MunicipalityCode;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Label, Measure};
use crate::domain::rounds::Round;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;

/// A municipality beside the nation, its region and its kommunegruppe, in the newest closed round.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmarks {
    /// The municipality.
    pub code: MunicipalityCode,
    /// Key of the closed round that the means are of.
    pub round: String,
    /// Its last day.
    pub closes_on: NaiveDate,
    /// Whether that is the round looked at.
    pub is_same_round: bool,
    /// The groups, the nation first.
    pub peer_groups: Vec<PeerGroup>,
    /// One row per package, and one for all.
    pub rows: Vec<BenchmarkRow>,
}

/// One package.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkRow {
    /// The package of the round looked at, or all.
    pub subject: Subject,
    /// The municipality's own score in the round of the means.
    pub own: Option<f64>,
    /// Why it has none.
    pub missing: Option<Missing>,
    /// The groups' means, in their order.
    pub means: Vec<Benchmark>,
}

/// How far a municipality is from a group in a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    /// The package.
    pub subject: Subject,
    /// Place of the group among the groups.
    pub peer_group: usize,
    /// By how many points the municipality is above it.
    pub points: f64,
}

impl BenchmarkRow {
    /// By how many points the municipality is above a group, where both may be shown.
    pub fn difference(&self, peer_group: usize) -> Option<f64> {
        Some(self.own? - self.means.get(peer_group)?.mean()?)
    }
}

impl Benchmarks {
    /// The benchmarks of a municipality from the scores of a closed round.
    pub fn new(
        compared: &RoundComparison,
        code: &MunicipalityCode,
        (tallies, scores): (&ResponseTallies, &CountryScores),
        scope: &Scope,
    ) -> Benchmarks {
        let day = tallies.closes_on;
        let own_groups = [PeerGroup::region_of(code, day), PeerGroup::municipality_group_of(code)];
        let peer_groups: Vec<PeerGroup> =
            std::iter::once(PeerGroup::Nation).chain(own_groups.into_iter().flatten()).collect();
        let own_index = tallies.municipalities.iter().position(|one| one.municipality == *code);
        let fixed = FixedGroups::of(tallies.municipalities.iter().map(|one| one.municipality.clone()), day);
        let row = |subject: Subject, dimension: ScoreDimension| {
            let index = tallies.groups.iter().position(|one| *one == dimension)?;
            let figures: Vec<Figure> = tallies
                .municipalities
                .iter()
                .zip(&scores.municipalities)
                .map(|(one, scores)| (one.municipality.clone(), scores[index].score))
                .collect();
            let own = own_index.map(|own| &scores.municipalities[own][index]);
            Some(BenchmarkRow {
                subject,
                own: own.and_then(|own| own.score),
                missing: own.map_or(Some(Missing::NotAsked), Missing::score),
                means: fixed.benchmarks(&figures, &peer_groups, scope),
            })
        };
        let implementation = ScoreDimension::all_of(Measure::Implementation);
        let packages = compared.edition().packages.iter().enumerate().filter_map(|(now, package)| {
            let subject = Subject::Package(Label { key: package.key.clone(), label: package.title.clone() });
            let then = tallies.edition.find_package(&package.key);
            let dimension = |package| ScoreDimension { package: Some(package), ..implementation };
            let found = then.and_then(|then| row(subject.clone(), dimension(then)));
            // What is asked now and was not then has a row that says so.
            let unknown = BenchmarkRow {
                subject,
                own: None,
                missing: Some(Missing::NotAsked),
                means: vec![Benchmark::Empty; peer_groups.len()],
            };
            found.or_else(|| compared.index_of(&dimension(now)).map(|_| unknown))
        });
        let rows: Vec<BenchmarkRow> = packages.chain(row(Subject::All, implementation)).collect();
        let is_same_round = tallies.round == compared.round.key;
        let (code, round) = (code.clone(), tallies.round.clone());
        Benchmarks { code, round, closes_on: day, is_same_round, peer_groups, rows }
    }

    /// The largest difference of a package from a group that rests on enough municipalities to say something; of equals,
    /// the first.
    pub fn largest(&self) -> Option<Distance> {
        let mut largest: Option<Distance> = None;
        for row in self.rows.iter().filter(|row| row.subject != Subject::All) {
            for (place, mean) in row.means.iter().enumerate().filter(|(_, mean)| !mean.is_weak()) {
                let Some(points) = row.difference(place).filter(|_| mean.mean().is_some()) else { continue };
                if largest.as_ref().is_none_or(|found| points.abs() > found.points.abs()) {
                    largest = Some(Distance { subject: row.subject.clone(), peer_group: place, points });
                }
            }
        }
        largest
    }
}

/// The round that an open or coming round is benchmarked against: itself once closed, else the
/// newest closed one of its programme. Tests never serve, except that a test is held against itself.
pub fn benchmarked_round<'a>(looked_at: &'a Round, rounds: &'a [Round]) -> Option<&'a Round> {
    if looked_at.is_closed() {
        return Some(looked_at);
    }
    rounds
        .iter()
        .filter(|round| round.programme == looked_at.programme && round.is_closed() && !round.is_test)
        .max_by(|left, right| (left.closes_on, &left.key).cmp(&(right.closes_on, &right.key)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;

    fn row(key: &str, own: Option<f64>, means: &[Benchmark]) -> BenchmarkRow {
        let label = Label { key: key.to_owned(), label: Text { da: key.to_owned(), en: None } };
        let subject = if key.is_empty() { Subject::All } else { Subject::Package(label) };
        BenchmarkRow { subject, own, missing: None, means: means.to_vec() }
    }

    fn benchmarks(rows: Vec<BenchmarkRow>) -> Benchmarks {
        Benchmarks {
            code: "0751".parse().unwrap(),
            round: "2017".to_owned(),
            closes_on: NaiveDate::default(),
            is_same_round: true,
            peer_groups: vec![PeerGroup::Nation, PeerGroup::MunicipalityGroup(2)],
            rows,
        }
    }

    const fn of(n: usize, mean: f64) -> Benchmark {
        Benchmark::Shown { n, mean }
    }

    #[test]
    fn the_largest_difference_may_be_a_fall_and_is_of_a_package() {
        let rows = vec![
            row("tobak", Some(60.0), &[of(95, 50.0), of(6, 55.0)]),
            row("alkohol", Some(40.0), &[of(95, 42.0), of(6, 53.5)]),
            row("", Some(99.0), &[of(95, 0.0), of(6, 0.0)]),
        ];
        let largest = benchmarks(rows).largest().unwrap();
        let Subject::Package(package) = &largest.subject else { panic!("a package") };
        assert_eq!((package.key.as_str(), largest.peer_group, largest.points), ("alkohol", 1, -13.5));
    }

    #[test]
    fn what_is_held_back_or_rests_on_few_or_has_no_own_score_is_no_difference_to_speak_of() {
        let rows = vec![
            row("few", Some(90.0), &[Benchmark::Suppressed, of(4, 10.0)]),
            row("none", None, &[of(95, 10.0), Benchmark::Empty]),
        ];
        assert_eq!(rows[0].difference(0), None);
        assert_eq!(rows[0].difference(1), Some(80.0), "it is told in its row, where it is grey");
        assert_eq!(benchmarks(rows).largest(), None);
    }
}
