//! The scores of a round dimension by dimension, for programs that take a page of them at a time: those of the
//! municipalities that the reader may see, and those of the fixed groups, held back where they must be.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::aims::AimedRound;
use super::nation::shows_nation;
use super::peer_groups::{Benchmark, Figure, FixedGroups, LEAST_MUNICIPALITIES, PeerGroup};
use super::tables::{Dimensions, NATION, ScoreLine, dimension_key, score_lines_of};
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Edition, Measure};
use crate::domain::rounds::Round;
use crate::domain::rounds::aims::Aim;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;

/// The scores of a round as far as a reader may see them.
pub struct RoundScores<'a> {
    tallies: &'a ResponseTallies,
    scores: &'a CountryScores,
    scope: &'a Scope,
    /// None in an open round for who may not see every municipality of it.
    groups: Option<FixedGroups>,
    aim: Option<&'a Aim>,
    /// Worked out when the first dimension is told that is held to the aim.
    aimed: OnceCell<AimedRound<'a>>,
}

/// The score of a fixed group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupScore<'a> {
    /// The group.
    pub group: PeerGroup,
    /// Its mean, with how many municipalities it rests on.
    pub line: ScoreLine<'a>,
    /// Whether it is held back, because single municipalities could be worked out.
    pub is_suppressed: bool,
    /// How many of it reach what the round is held to; none where that is nothing, or another dimension is held to it.
    pub aim: Option<AimStanding>,
}

/// How far a municipality or a group is from what the round is held to.
#[derive(Debug, Clone, PartialEq)]
pub struct AimStanding {
    /// The score to reach.
    pub aim: u8,
    /// Key of the level whose recommendations count; none for all of them.
    pub level: Option<String>,
    /// The score that is held against it, where it may be shown.
    pub score: Option<f64>,
    /// Municipalities that reach it and those that have such a score, where they may be shown; of a municipality itself.
    pub reached: Option<(usize, usize)>,
}

impl<'a> RoundScores<'a> {
    /// The scores of a round for a reader.
    pub fn new(
        round: &'a Round,
        (tallies, scores): (&'a ResponseTallies, &'a CountryScores),
        scope: &'a Scope,
    ) -> RoundScores<'a> {
        let codes = tallies.municipalities.iter().map(|one| one.municipality.clone());
        let groups = shows_nation(round, scope).then(|| FixedGroups::of(codes, tallies.closes_on));
        RoundScores { tallies, scores, scope, groups, aim: round.aim.as_ref(), aimed: OnceCell::new() }
    }

    /// The edition that was asked.
    pub fn edition(&self) -> &'a Edition {
        &self.tallies.edition
    }

    /// The last day of the round, on which regions count.
    pub fn closes_on(&self) -> NaiveDate {
        self.tallies.closes_on
    }

    /// The places of the dimensions that are meant.
    pub fn dimensions(&self, meant: &Dimensions) -> Vec<usize> {
        meant.places(self.tallies)
    }

    /// What tells a dimension from every other one of the round.
    pub fn key(&self, index: usize) -> String {
        dimension_key(self.tallies, index)
    }

    /// The municipalities in scope, in order of code.
    pub fn municipalities(&self, index: usize) -> Vec<ScoreLine<'a>> {
        let mut lines = score_lines_of(self.tallies, self.scores, self.scope, index);
        lines.retain(|line| line.municipality_code != NATION);
        lines
    }

    /// The round by its aim; none where that is nothing. The implementation of packages over all areas is held to it.
    fn aimed(&self, dimension: &ScoreDimension) -> Option<&AimedRound<'a>> {
        let aim = self.aim.filter(|_| dimension.measure == Measure::Implementation && dimension.area.is_none())?;
        Some(self.aimed.get_or_init(|| AimedRound::new(self.tallies, aim)))
    }

    /// How far a municipality in scope is from the aim in a dimension.
    pub fn aim_of_municipality(&self, index: usize, code: &str) -> Option<AimStanding> {
        let dimension = &self.tallies.groups[index];
        let aimed = self.aimed(dimension)?;
        let place = self.tallies.municipalities.iter().position(|one| one.municipality.as_str() == code)?;
        let score = aimed.score(place, dimension.package)?.score;
        let reached = score.map(|score| (usize::from(aimed.basis.aim.is_reached_by(score)), 1));
        Some(AimStanding { score, reached, ..standing(aimed) })
    }

    /// How many of each fixed group reach the aim.
    fn aim_of_groups(&self, fixed: &FixedGroups, dimension: &ScoreDimension) -> Option<Vec<AimStanding>> {
        let aimed = self.aimed(dimension)?;
        let scores = aimed.figures(dimension.package);
        let is_reached = |score: f64| if aimed.basis.aim.is_reached_by(score) { 1.0 } else { 0.0 };
        let reach: Vec<Figure> = scores.iter().map(|(code, score)| (code.clone(), score.map(is_reached))).collect();
        // Both are held back alike, which depends only on who has a score.
        let means = fixed.benchmarks(&scores, fixed.all(), self.scope);
        let shares = fixed.benchmarks(&reach, fixed.all(), self.scope);
        let one = |(mean, share): (Benchmark, Benchmark)| {
            let enough = |one: &Benchmark| one.n().filter(|n| *n >= LEAST_MUNICIPALITIES);
            let reached = enough(&share).zip(share.mean()).map(|(n, share)| ((share * n as f64).round() as usize, n));
            AimStanding { score: mean.mean().filter(|_| enough(&mean).is_some()), reached, ..standing(aimed) }
        };
        Some(means.into_iter().zip(shares).map(one).collect())
    }

    /// The country, the regions and the kommunegrupper.
    pub fn groups(&self, index: usize) -> Vec<GroupScore<'a>> {
        let Some(fixed) = &self.groups else { return Vec::new() };
        let municipalities = self.tallies.municipalities.iter().zip(&self.scores.municipalities);
        let figures: Vec<Figure> =
            municipalities.map(|(one, scores)| (one.municipality.clone(), scores[index].score)).collect();
        let nation = ScoreLine::of_nation(self.tallies, self.scores, index);
        let aims = self.aim_of_groups(fixed, &self.tallies.groups[index]);
        let score = |(place, (group, benchmark)): (usize, (&PeerGroup, Benchmark))| GroupScore {
            aim: aims.as_ref().and_then(|aims| aims.get(place)).cloned(),
            group: group.clone(),
            line: ScoreLine { valid: benchmark.n().unwrap_or_default(), score: benchmark.mean(), ..nation },
            is_suppressed: benchmark == Benchmark::Suppressed,
        };
        let benchmarks = fixed.benchmarks(&figures, fixed.all(), self.scope);
        fixed.all().iter().zip(benchmarks).enumerate().map(score).collect()
    }
}

/// The aim, with nothing yet of who reaches it.
fn standing(aimed: &AimedRound) -> AimStanding {
    AimStanding {
        aim: aimed.basis.aim.score(),
        level: aimed.basis.level.as_ref().map(|level| level.key.clone()),
        score: None,
        reached: None,
    }
}
