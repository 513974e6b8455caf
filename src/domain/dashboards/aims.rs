//! How far municipalities are from what a round is held to (scoring.md §4): per package, now, and at the baseline
//! where both rounds asked the same.

use super::peer_groups::{Benchmark, Figure, LEAST_MUNICIPALITIES, nation_benchmark};
use super::subjects::{Missing, Subject};
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::matching::Match;
use crate::domain::catalogue::{Edition, Label, QuestionIndex};
use crate::domain::rounds::aims::Aim;
use crate::domain::scoring::dimensions::Narrowing;
use crate::domain::scoring::narrowed::{MeantQuestions, NarrowedScores, score_packages};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::Score;
use crate::domain::scoring::tallies::{MunicipalityTallies, ResponseTallies};

/// What a round is held to, and which of its recommendations count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AimBasis {
    /// The aim.
    pub aim: Aim,
    /// The level whose recommendations count; none where all of them do.
    pub level: Option<Label>,
}

/// How many municipalities reach the aim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reached {
    /// So many of those that have a score.
    Shown {
        /// Those that reach it.
        count: usize,
        /// Those that have a score.
        n: usize,
        /// Their mean score.
        mean: f64,
    },
    /// Held back, because they are few, or single ones could be worked out.
    Suppressed,
    /// No municipality has a score.
    Empty,
}

/// A package, or all of them, in the nation.
#[derive(Debug, Clone, PartialEq)]
pub struct NationAimRow {
    /// What it is about.
    pub subject: Subject,
    /// How many reach it now.
    pub now: Reached,
    /// Key of the baseline round and how many reached the same aim then; none where that can't be compared.
    pub then: Option<(String, Reached)>,
}

/// The nation and its aim.
#[derive(Debug, Clone, PartialEq)]
pub struct NationAim {
    /// The aim.
    pub basis: AimBasis,
    /// The packages that are asked, in the edition's order.
    pub packages: Vec<NationAimRow>,
    /// All of them together.
    pub all: NationAimRow,
}

/// A package, or all of them, in one municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnAimRow {
    /// What it is about.
    pub subject: Subject,
    /// The score of what counts.
    pub score: Score,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// Whether it reaches the aim; none without a score.
    pub is_reached: Option<bool>,
}

/// One municipality and its aim.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnAim {
    /// The aim.
    pub basis: AimBasis,
    /// The packages that are asked, in the edition's order.
    pub packages: Vec<OwnAimRow>,
    /// All of them together.
    pub all: OwnAimRow,
}

impl AimBasis {
    /// What counts in an edition: the recommendations of the aim's level, and all of them where it names none or the
    /// edition does not have it.
    pub fn of(aim: &Aim, edition: &Edition) -> AimBasis {
        let level = aim.level().and_then(|key| edition.levels.iter().find(|level| level.key == key));
        AimBasis { aim: aim.clone(), level: level.cloned() }
    }

    /// Whether the aim names a level that the edition does not have, so that more counts than it says.
    pub fn lacks_level(&self) -> bool {
        self.level.is_none() && self.aim.level().is_some()
    }

    /// The questions that count.
    pub fn meant(&self, edition: &Edition) -> MeantQuestions {
        let level = self.level.as_ref().map(|level| Narrowing::Level(level.key.clone()));
        MeantQuestions::new(edition, level.unwrap_or(Narrowing::Everything))
    }
}

impl NationAim {
    /// The nation of a round; none where the round is held to nothing.
    pub fn new(compared: &RoundComparison, scope: &Scope) -> Option<NationAim> {
        let now = AimedRound::new(&compared.comparison.current, compared.round.aim.as_ref()?);
        let comparison = &compared.comparison;
        let baselines: Vec<AimedRound> =
            comparison.baselines.iter().map(|one| AimedRound::new(&one.tallies, &now.basis.aim)).collect();
        let row = |package: Option<usize>| {
            // Everything has one baseline only where each package has the same.
            let baseline = match package {
                Some(package) => compared.choice.packages[package],
                None => (baselines.len() == 1).then_some(0),
            };
            let then = baseline.and_then(|place| {
                let (then, matching) = (baselines.get(place)?, &comparison.baselines[place].matching.questions);
                let was = now.alike(package, then, matching)?;
                Some((then.tallies.round.clone(), then.reached(was, scope)))
            });
            NationAimRow { subject: now.subject(package), now: now.reached(package, scope), then }
        };
        let packages = now.asked_packages().map(|package| row(Some(package))).collect();
        let all = row(None);
        Some(NationAim { packages, all, basis: now.basis })
    }

    /// What of a subject is held to the aim.
    pub fn find(&self, subject: &Subject) -> Option<&NationAimRow> {
        self.packages.iter().chain([&self.all]).find(|row| row.subject.is_same(subject))
    }
}

impl OwnAim {
    /// A municipality of a round; none where the round is held to nothing.
    pub fn new(compared: &RoundComparison, municipality: &MunicipalityTallies) -> Option<OwnAim> {
        let tallies = &*compared.comparison.current;
        let basis = AimBasis::of(compared.round.aim.as_ref()?, &tallies.edition);
        let meant = basis.meant(&tallies.edition);
        let NarrowedScores { packages, all } = score_packages(tallies, municipality, &meant);
        let row = |subject: Subject, score: Score| OwnAimRow {
            subject,
            missing: Missing::score(&score),
            is_reached: score.score.map(|value| basis.aim.is_reached_by(value)),
            score,
        };
        let asked = asked_packages(tallies, &meant);
        let packages = asked.map(|index| row(package(&tallies.edition, index), packages[index])).collect();
        let all = row(Subject::All, all);
        Some(OwnAim { packages, all, basis })
    }

    /// What of a subject is held to the aim.
    pub fn find(&self, subject: &Subject) -> Option<&OwnAimRow> {
        self.packages.iter().chain([&self.all]).find(|row| row.subject.is_same(subject))
    }

    /// The packages that reach the aim, and those that have a score.
    pub fn standing(&self) -> (Vec<&OwnAimRow>, usize) {
        let scored = self.packages.iter().filter(|row| row.is_reached.is_some());
        (self.packages.iter().filter(|row| row.is_reached == Some(true)).collect(), scored.count())
    }
}

/// A round whose municipalities are scored by what counts.
pub(super) struct AimedRound<'a> {
    pub(super) tallies: &'a ResponseTallies,
    pub(super) basis: AimBasis,
    meant: MeantQuestions,
    scores: Vec<NarrowedScores>,
}

impl<'a> AimedRound<'a> {
    /// A round by an aim.
    pub(super) fn new(tallies: &'a ResponseTallies, aim: &Aim) -> AimedRound<'a> {
        let basis = AimBasis::of(aim, &tallies.edition);
        let meant = basis.meant(&tallies.edition);
        let scores = tallies.municipalities.iter().map(|one| score_packages(tallies, one, &meant)).collect();
        AimedRound { tallies, basis, meant, scores }
    }

    /// The score of each municipality in a package, or in all of them.
    pub(super) fn figures(&self, package: Option<usize>) -> Vec<Figure> {
        let of = |scores: &NarrowedScores| package.map_or(scores.all, |package| scores.packages[package]).score;
        self.tallies
            .municipalities
            .iter()
            .zip(&self.scores)
            .map(|(one, all)| (one.municipality.clone(), of(all)))
            .collect()
    }

    /// The score of a municipality, by its place.
    pub(super) fn score(&self, municipality: usize, package: Option<usize>) -> Option<&Score> {
        let scores = self.scores.get(municipality)?;
        package.map_or(Some(&scores.all), |package| scores.packages.get(package))
    }

    /// How many reach the aim, as far as a reader may see it.
    pub(super) fn reached(&self, package: Option<usize>, scope: &Scope) -> Reached {
        let figures = self.figures(package);
        match nation_benchmark(&figures, scope) {
            // So few say nothing of the country, also to who sees each of them.
            Benchmark::Shown { n, .. } if n < LEAST_MUNICIPALITIES => Reached::Suppressed,
            Benchmark::Shown { n, mean } => {
                let scores = figures.iter().filter_map(|(_, score)| *score);
                Reached::Shown { count: scores.filter(|score| self.basis.aim.is_reached_by(*score)).count(), n, mean }
            }
            Benchmark::Suppressed => Reached::Suppressed,
            Benchmark::Empty => Reached::Empty,
        }
    }

    /// The packages of which something that counts is asked.
    pub(super) fn asked_packages(&self) -> impl Iterator<Item = usize> {
        asked_packages(self.tallies, &self.meant)
    }

    pub(super) fn subject(&self, of: Option<usize>) -> Subject {
        of.map_or(Subject::All, |index| package(&self.tallies.edition, index))
    }

    /// The questions that count and are asked, of a package or of all.
    fn asked(&self, package: Option<usize>) -> impl Iterator<Item = QuestionIndex> {
        let questions = self.tallies.edition.questions.iter().enumerate();
        questions
            .filter(move |(index, question)| {
                self.tallies.asked[*index]
                    && self.meant.holds(*index)
                    && (package.is_none() || question.package == package)
            })
            .map(|(index, _)| index)
    }

    /// The same package in an earlier round, where both asked the same questions that count and made values by one
    /// rule; `matching` says what each question of this round is in that one's edition.
    pub(super) fn alike(&self, package: Option<usize>, then: &AimedRound, matching: &[Match]) -> Option<Option<usize>> {
        let was = match package {
            Some(index) => Some(then.tallies.edition.find_package(&self.tallies.edition.packages[index].key)?),
            None => None,
        };
        let before: Vec<QuestionIndex> = then.asked(was).collect();
        let mut now = 0;
        let same = self.asked(package).all(|index| {
            now += 1;
            matches!(matching.get(index), Some(Match::Compared { question, reworded: false }) if before.contains(question))
        });
        (same && now == before.len() && now > 0 && self.tallies.rule == then.tallies.rule).then_some(was)
    }
}

fn package(edition: &Edition, index: usize) -> Subject {
    let package = &edition.packages[index];
    Subject::Package(Label { key: package.key.clone(), label: package.title.clone() })
}

fn asked_packages(tallies: &ResponseTallies, meant: &MeantQuestions) -> impl Iterator<Item = usize> {
    let questions = tallies.edition.questions.iter().enumerate();
    let asked: Vec<Option<usize>> = questions
        .filter(|(index, _)| tallies.asked[*index] && meant.holds(*index))
        .map(|(_, question)| question.package)
        .collect();
    (0..tallies.edition.packages.len()).filter(move |index| asked.contains(&Some(*index)))
}

#[cfg(test)]
mod tests;
