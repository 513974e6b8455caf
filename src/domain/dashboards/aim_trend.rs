//! How many municipalities reach an aim in each of several rounds: one aim for all of them, so that they are held
//! against the same.

use std::collections::HashMap;

use super::aims::{AimBasis, AimedRound, Reached};
use super::subjects::Subject;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::{Match, match_questions};
use crate::domain::rounds::aims::Aim;
use crate::domain::scoring::tallies::ResponseTallies;

/// An aim over rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct AimTrend {
    /// The rounds by key, earliest first, with what counts in each.
    pub rounds: Vec<(String, AimBasis)>,
    /// Each package in the order of the newest edition that has it, and all of them last.
    pub series: Vec<AimSeries>,
}

/// A package, or all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct AimSeries {
    /// What it is about.
    pub subject: Subject,
    /// One point a round; none where nothing that counts was asked of it.
    pub points: Vec<Option<AimPoint>>,
}

/// What a round came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AimPoint {
    /// How many reach the aim.
    pub reached: Reached,
    /// Whether it was asked as in the last round before that asked it, so that the two may be compared.
    pub is_joined: bool,
}

/// A step from a round to the next one that asked the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AimStep<'a> {
    /// Key of the earlier round.
    pub since: &'a str,
    /// How many reached the aim then.
    pub before: usize,
    /// Key of the later round.
    pub now: &'a str,
    /// How many reach it.
    pub count: usize,
    /// Of how many.
    pub n: usize,
}

/// The aim over rounds, earliest first, as far as a reader may see it.
pub fn aim_trend(rounds: &[&ResponseTallies], aim: &Aim, scope: &Scope, crosswalks: &[Crosswalk]) -> AimTrend {
    let aimed: Vec<AimedRound> = rounds.iter().map(|tallies| AimedRound::new(tallies, aim)).collect();
    let mut matchings = Matchings { crosswalks, known: HashMap::new() };
    let mut series = Vec::new();
    for subject in subjects(&aimed) {
        let mut points: Vec<Option<AimPoint>> = Vec::with_capacity(aimed.len());
        for (index, round) in aimed.iter().enumerate() {
            let point = place(round, &subject).map(|package| {
                let before = points.iter().rposition(Option::is_some).map(|before| &aimed[before]);
                let is_joined = before.is_some_and(|before| {
                    let matching = matchings.between(rounds[index], before.tallies);
                    round.alike(package, before, matching).is_some()
                });
                AimPoint { reached: round.reached(package, scope), is_joined }
            });
            points.push(point);
        }
        series.push(AimSeries { subject, points });
    }
    AimTrend { rounds: aimed.into_iter().map(|one| (one.tallies.round.clone(), one.basis)).collect(), series }
}

impl AimTrend {
    /// The newest step of all packages together; none where its last two rounds can't be compared or shown.
    pub fn latest_step(&self) -> Option<AimStep<'_>> {
        let all = self.series.iter().find(|one| one.subject == Subject::All)?;
        let shown = |place: usize| match all.points[place]?.reached {
            Reached::Shown { count, n, .. } => Some((count, n)),
            Reached::Suppressed | Reached::Empty => None,
        };
        let last = all.points.iter().rposition(Option::is_some)?;
        let before = all.points[..last].iter().rposition(Option::is_some)?;
        let ((count, n), (then, _)) = (shown(last)?, shown(before)?);
        all.points[last].is_some_and(|point| point.is_joined).then(|| AimStep {
            since: &self.rounds[before].0,
            before: then,
            now: &self.rounds[last].0,
            count,
            n,
        })
    }
}

/// The packages in the order of the newest round that asked them, and all of them.
fn subjects(rounds: &[AimedRound]) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for round in rounds.iter().rev() {
        for package in round.asked_packages() {
            let subject = round.subject(Some(package));
            if !subjects.iter().any(|known| known.is_same(&subject)) {
                subjects.push(subject);
            }
        }
    }
    subjects.push(Subject::All);
    subjects
}

/// Where a round has what a subject is about, all of them being none; nothing where it asked none of it.
fn place(round: &AimedRound, subject: &Subject) -> Option<Option<usize>> {
    let mut asked = round.asked_packages();
    match subject {
        Subject::Package(package) => {
            let place = round.tallies.edition.find_package(&package.key)?;
            asked.any(|one| one == place).then_some(Some(place))
        }
        Subject::All => asked.next().map(|_| None),
        Subject::Area(..) => None,
    }
}

/// How the questions of later editions correspond to those of earlier ones, each pair worked out once.
struct Matchings<'a> {
    crosswalks: &'a [Crosswalk],
    known: HashMap<(&'a str, &'a str), Vec<Match>>,
}

impl<'a> Matchings<'a> {
    fn between(&mut self, now: &'a ResponseTallies, then: &'a ResponseTallies) -> &[Match] {
        let keys = (now.edition.key.as_str(), then.edition.key.as_str());
        let crosswalks = self.crosswalks;
        self.known.entry(keys).or_insert_with(|| match_questions(&now.edition, &then.edition, crosswalks).questions)
    }
}
