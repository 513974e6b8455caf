//! The changes and spreads of a round piece by piece, for programs that take a page of them at a time, as far as a
//! reader may see them. Scores stand in `group_scores`.

use chrono::NaiveDate;

use super::nation::{NationLine, Spread, nation_line, shows_nation};
use super::question::visible_spread;
use super::tables::{ChangeLine, Dimensions, NATION, change_lines_of, dimension_key};
use crate::domain::Area;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::tallies::ResponseTallies;

/// The changes of a round as far as a reader may see them.
pub struct RoundChanges<'a> {
    compared: &'a RoundComparison,
    changes: &'a CountryChanges,
    scope: &'a Scope,
}

impl<'a> RoundChanges<'a> {
    /// The changes of a round for a reader.
    pub fn new(compared: &'a RoundComparison, changes: &'a CountryChanges, scope: &'a Scope) -> RoundChanges<'a> {
        RoundChanges { compared, changes, scope }
    }

    fn current(&self) -> &'a ResponseTallies {
        &self.compared.comparison.current
    }

    /// The edition that was asked.
    pub fn edition(&self) -> &'a Edition {
        self.compared.edition()
    }

    /// The key of the round.
    pub fn round(&self) -> &'a str {
        &self.current().round
    }

    /// The last day of the round, on which regions count.
    pub fn closes_on(&self) -> NaiveDate {
        self.current().closes_on
    }

    /// The places of the dimensions that are meant.
    pub fn dimensions(&self, meant: &Dimensions) -> Vec<usize> {
        meant.places(self.current())
    }

    /// What tells a dimension from every other one of the round.
    pub fn key(&self, index: usize) -> String {
        dimension_key(self.current(), index)
    }

    /// Keys of the rounds that a dimension is held against, earliest first.
    pub fn baselines(&self, index: usize) -> Vec<String> {
        let baselines = self.compared.baseline_rounds(&self.current().groups[index]);
        baselines.into_iter().map(str::to_owned).collect()
    }

    /// The municipalities in scope, in order of code.
    pub fn municipalities(&self, index: usize) -> Vec<ChangeLine<'a>> {
        let mut lines = change_lines_of(self.current(), self.changes, self.scope, index);
        lines.retain(|line| line.municipality_code != NATION);
        lines
    }

    /// The nation: its line in files, and what of it the reader may see. None in an open round for who may not see
    /// every municipality of it.
    pub fn nation(&self, index: usize) -> Option<(ChangeLine<'a>, NationLine)> {
        if !shows_nation(&self.compared.round, self.scope) {
            return None;
        }
        let line = change_lines_of(self.current(), self.changes, &Scope::All, index).pop()?;
        Some((line, nation_line(&self.compared.comparison, self.changes, index, self.scope)))
    }
}

/// The spreads of a round's questions as far as a reader may see them.
pub struct RoundSpreads<'a> {
    compared: &'a RoundComparison,
    scope: &'a Scope,
}

/// Which spreads of a round are meant; every one where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskedSpreads {
    /// Of this question alone.
    pub question: Option<QuestionIndex>,
    /// Of questions of this package alone, by its place.
    pub package: Option<usize>,
    /// In this area alone; none within means all areas together.
    pub area: Option<Option<Area>>,
}

impl<'a> RoundSpreads<'a> {
    /// The spreads of a round for a reader.
    pub fn new(compared: &'a RoundComparison, scope: &'a Scope) -> RoundSpreads<'a> {
        RoundSpreads { compared, scope }
    }

    /// The edition that was asked.
    pub fn edition(&self) -> &'a Edition {
        self.compared.edition()
    }

    /// The key of the round.
    pub fn round(&self) -> &'a str {
        &self.compared.round.key
    }

    /// Those that are meant: each question over all its areas, and in each of them where there are several.
    pub fn places(&self, meant: &AskedSpreads) -> Vec<(QuestionIndex, Option<Area>)> {
        let current = &self.compared.comparison.current;
        let questions = current.edition.questions.iter().enumerate().filter(|(index, question)| {
            current.asked[*index]
                && meant.question.is_none_or(|wanted| wanted == *index)
                && (meant.package.is_none() || meant.package == question.package)
        });
        let places = questions.flat_map(|(index, question)| {
            let several = question.areas.iter().copied().filter(|_| question.areas.len() > 1);
            std::iter::once(None).chain(several.map(Some)).map(move |area| (index, area))
        });
        places.filter(|(_, area)| meant.area.is_none_or(|wanted| wanted == *area)).collect()
    }

    /// One of them.
    pub fn spread(&self, question: QuestionIndex, area: Option<Area>) -> Spread {
        visible_spread(self.compared, question, area, self.scope)
    }
}
