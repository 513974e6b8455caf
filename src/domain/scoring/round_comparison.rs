//! A round held against its baselines, and what each question of it is at the baseline.

use std::sync::Arc;

use super::baselines::BaselineRounds;
use super::comparison::{Baseline, Comparison};
use super::dimensions::ScoreDimension;
use crate::domain::catalogue::matching::Match;
use crate::domain::catalogue::{Edition, QuestionIndex};
use crate::domain::rounds::Round;

/// A round, what it is held against, and both counted.
#[derive(Debug, Clone)]
pub struct RoundComparison {
    /// The round looked at.
    pub round: Round,
    /// Which round serves each package and question as baseline.
    pub choice: BaselineRounds,
    /// Both counted.
    pub comparison: Arc<Comparison>,
}

/// What a question of the round is at its baseline (scoring.md §5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparability {
    /// The same question.
    Same(QuestionIndex),
    /// The same question in other words.
    Reworded(QuestionIndex),
    /// Linked to a question that was not asked at the baseline.
    NotAsked(QuestionIndex),
    /// One of several that this baseline question became; not compared.
    Split(Vec<QuestionIndex>),
    /// Made of these baseline questions; not compared.
    Merged(Vec<QuestionIndex>),
    /// No link leads to the baseline.
    New,
    /// Nothing was asked before.
    NoBaseline,
}

impl Comparability {
    /// The baseline questions it has to do with.
    pub fn origins(&self) -> &[QuestionIndex] {
        match self {
            Comparability::Same(question) | Comparability::Reworded(question) | Comparability::NotAsked(question) => {
                std::slice::from_ref(question)
            }
            Comparability::Split(questions) | Comparability::Merged(questions) => questions,
            Comparability::New | Comparability::NoBaseline => &[],
        }
    }
}

impl RoundComparison {
    /// The edition that the round asks.
    pub fn edition(&self) -> &Edition {
        &self.comparison.current.edition
    }

    /// The baseline round of a question.
    pub fn baseline_of(&self, question: QuestionIndex) -> Option<&Baseline> {
        self.comparison.baselines.get((*self.choice.questions.get(question)?)?)
    }

    /// Keys of the rounds that a group's questions are held against, earliest first; several where
    /// its packages were first asked in different years.
    pub fn baseline_rounds(&self, group: &ScoreDimension) -> Vec<&str> {
        let current = &self.comparison.current;
        let mut baselines: Vec<usize> = current
            .edition
            .questions
            .iter()
            .enumerate()
            .filter(|(index, question)| {
                current.asked[*index]
                    && question.measure == group.measure
                    && (group.package.is_none() || question.package == group.package)
                    && group.area.is_none_or(|area| question.areas.contains(&area))
            })
            .filter_map(|(index, _)| self.choice.questions[index])
            .collect();
        baselines.sort_unstable();
        baselines.dedup();
        baselines.iter().filter_map(|index| self.choice.rounds.get(*index).map(String::as_str)).collect()
    }

    /// What a question is at its baseline.
    pub fn comparability(&self, question: QuestionIndex) -> Comparability {
        let Some(baseline) = self.baseline_of(question) else {
            return if self.comparison.baselines.is_empty() { Comparability::NoBaseline } else { Comparability::New };
        };
        match baseline.matching.questions.get(question) {
            Some(&Match::Compared { question, .. }) if !baseline.tallies.asked[question] => {
                Comparability::NotAsked(question)
            }
            Some(&Match::Compared { question, reworded: true }) => Comparability::Reworded(question),
            Some(&Match::Compared { question, .. }) => Comparability::Same(question),
            Some(Match::Split(origins)) => Comparability::Split(origins.clone()),
            Some(Match::Merged(origins)) => Comparability::Merged(origins.clone()),
            Some(Match::New) | None => Comparability::New,
        }
    }

    /// Where a group stands in the order of scores and changes; none where nothing of it is asked.
    pub fn index_of(&self, group: &ScoreDimension) -> Option<usize> {
        self.comparison.current.groups.iter().position(|one| one == group)
    }
}
