//! The scores of a round dimension by dimension, for programs that take a page of them at a time: those of the
//! municipalities that the reader may see, and those of the fixed groups, held back where they must be.

use chrono::NaiveDate;

use super::nation::shows_nation;
use super::peer_groups::{Benchmark, Figure, FixedGroups, PeerGroup};
use super::tables::{Dimensions, NATION, ScoreLine, dimension_key, score_lines_of};
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;

/// The scores of a round as far as a reader may see them.
pub struct RoundScores<'a> {
    tallies: &'a ResponseTallies,
    scores: &'a CountryScores,
    scope: &'a Scope,
    /// None in an open round for who may not see every municipality of it.
    groups: Option<FixedGroups>,
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
}

impl<'a> RoundScores<'a> {
    /// The scores of a round for a reader.
    pub fn new(
        round: &Round,
        (tallies, scores): (&'a ResponseTallies, &'a CountryScores),
        scope: &'a Scope,
    ) -> RoundScores<'a> {
        let codes = tallies.municipalities.iter().map(|one| one.municipality.clone());
        let groups = shows_nation(round, scope).then(|| FixedGroups::of(codes, tallies.closes_on));
        RoundScores { tallies, scores, scope, groups }
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

    /// The country, the regions and the kommunegrupper.
    pub fn groups(&self, index: usize) -> Vec<GroupScore<'a>> {
        let Some(fixed) = &self.groups else { return Vec::new() };
        let municipalities = self.tallies.municipalities.iter().zip(&self.scores.municipalities);
        let figures: Vec<Figure> =
            municipalities.map(|(one, scores)| (one.municipality.clone(), scores[index].score)).collect();
        let nation = ScoreLine::of_nation(self.tallies, self.scores, index);
        let score = |(group, benchmark): (&PeerGroup, Benchmark)| GroupScore {
            group: group.clone(),
            line: ScoreLine { valid: benchmark.n().unwrap_or_default(), score: benchmark.mean(), ..nation },
            is_suppressed: benchmark == Benchmark::Suppressed,
        };
        let benchmarks = fixed.benchmarks(&figures, fixed.all(), self.scope);
        fixed.all().iter().zip(benchmarks).map(score).collect()
    }
}
