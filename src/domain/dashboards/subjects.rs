//! What figures are about, what a page says of its round, and why a figure is missing: by key for programs, with
//! the edition's own texts for people.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::catalogue::{AreaLabel, Edition, Label, Measure, Question};
use crate::domain::rounds::Rule;
use crate::domain::scoring::changes::{Change, ChangeState};
use crate::domain::scoring::dimensions::{MEASURES, ScoreDimension};
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::{Score, ScoreState};
use crate::domain::{Area, Text};

/// What a row or column of figures is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Everything of a measure.
    All,
    /// A package, by key and title.
    Package(Label),
    /// An area as the edition names it.
    Area(Area, Text),
}

/// What a page of figures says of its round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundFacts {
    /// Its key.
    pub key: String,
    /// Whether its figures move no more.
    pub is_closed: bool,
    /// Whether the figures are read from a release.
    pub is_published: bool,
    /// Whether it is a test, which counts nowhere.
    pub is_test: bool,
    /// Its last day, on which regions count.
    pub closes_on: NaiveDate,
    /// How several posts' answers become one value.
    pub rule: Rule,
    /// Least coverage of a score that is shown, 0 to 1.
    pub min_coverage: f64,
    /// Keys of the rounds that it is held against, earliest first.
    pub baselines: Vec<String>,
    /// The edition that it asks.
    pub edition: Arc<Edition>,
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Missing {
    /// Nothing of it was asked there; never a zero.
    NotAsked,
    /// All of it is "ikke relevant".
    NotApplicable,
    /// Too few cells have a value; the share that has, 0 to 1.
    Insufficient(f64),
    /// Too few cells have a value in both rounds; the share that has, 0 to 1.
    InsufficientPairs(f64),
    /// None of it can be held against the baseline.
    NotComparable,
    /// It is asked for the first time.
    FirstAsked,
    /// No municipality has a figure.
    NobodyHasOne,
    /// Held back, because single municipalities could be worked out.
    Suppressed,
}

/// How many questions can be held against the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparable {
    /// Those that can.
    pub matched: usize,
    /// All that are asked now.
    pub questions: usize,
    /// Whether one of them was reworded.
    pub reworded: bool,
}

impl Subject {
    /// Whether both are about the same thing, whatever the editions call it.
    pub fn is_same(&self, other: &Subject) -> bool {
        match (self, other) {
            (Subject::All, Subject::All) => true,
            (Subject::Package(one), Subject::Package(other)) => one.key == other.key,
            (Subject::Area(one, _), Subject::Area(other, _)) => one == other,
            _ => false,
        }
    }

    /// The package or the area of a dimension, the area first.
    pub fn of(edition: &Edition, dimension: &ScoreDimension) -> Subject {
        match (dimension.area, dimension.package.and_then(|index| edition.packages.get(index))) {
            (_, Some(package)) => Subject::package(package.key.clone(), package.title.clone()),
            (Some(area), None) => Subject::area(edition, area),
            (None, None) => Subject::All,
        }
    }

    /// An area as the edition names it.
    pub fn area(edition: &Edition, area: Area) -> Subject {
        Subject::Area(area, edition.area_text(area))
    }

    fn package(key: String, label: Text) -> Subject {
        Subject::Package(Label { key, label })
    }
}

impl RoundFacts {
    /// The facts of a compared round.
    pub fn of(compared: &RoundComparison) -> RoundFacts {
        let round = &compared.round;
        RoundFacts {
            key: round.key.clone(),
            is_closed: round.is_closed(),
            is_published: round.is_published(),
            is_test: round.is_test,
            closes_on: round.closes_on,
            rule: round.rule,
            min_coverage: round.min_coverage,
            baselines: compared.choice.rounds.clone(),
            edition: compared.comparison.current.edition.clone(),
        }
    }
}

/// The measures of which a round asks anything.
pub fn measures_asked(compared: &RoundComparison) -> Vec<Measure> {
    let is_asked = |measure: &Measure| compared.index_of(&ScoreDimension::all_of(*measure)).is_some();
    MEASURES.into_iter().filter(is_asked).collect()
}

/// The areas in which a round asks anything.
pub fn areas_asked(compared: &RoundComparison) -> Vec<AreaLabel> {
    let areas = compared.comparison.current.areas.iter();
    areas.map(|asked| AreaLabel { area: asked.area, label: compared.edition().area_text(asked.area) }).collect()
}

impl Missing {
    /// Why a score is not shown; none where it is.
    pub fn score(score: &Score) -> Option<Missing> {
        match score.state {
            ScoreState::Ok => None,
            ScoreState::NotAsked => Some(Missing::NotAsked),
            ScoreState::NotApplicable => Some(Missing::NotApplicable),
            ScoreState::Insufficient => Some(Missing::Insufficient(score.coverage.unwrap_or(0.0))),
        }
    }

    /// Why a paired change is not shown; none where it is, or where that goes without saying because the round
    /// has no baseline at all, which its page says once.
    pub fn change(compared: &RoundComparison, dimension: &ScoreDimension, change: &Change) -> Option<Missing> {
        match change.state {
            ChangeState::Ok => None,
            ChangeState::NotAsked => Some(Missing::NotAsked),
            ChangeState::NotApplicable => Some(Missing::NotApplicable),
            ChangeState::Insufficient => Some(Missing::InsufficientPairs(change.coverage.unwrap_or(0.0))),
            ChangeState::NotComparable => Missing::comparison(compared, dimension),
        }
    }

    /// That something can't be compared, and whether that is because it is asked for the first time; none where
    /// the round has no baseline at all.
    pub fn comparison(compared: &RoundComparison, dimension: &ScoreDimension) -> Option<Missing> {
        if compared.choice.rounds.is_empty() {
            return None;
        }
        let is_first = compared.baseline_rounds(dimension).is_empty();
        Some(if is_first { Missing::FirstAsked } else { Missing::NotComparable })
    }
}

impl Comparable {
    /// Over the whole round.
    pub fn over_all(compared: &RoundComparison, dimension: &ScoreDimension) -> Comparable {
        let comparison = &compared.comparison;
        let current = &comparison.current;
        let is_meant = |question: &Question| {
            question.measure == dimension.measure
                && (dimension.package.is_none() || question.package == dimension.package)
                && dimension.area.is_none_or(|area| question.areas.contains(&area))
        };
        let questions = current.edition.questions.iter().zip(&current.asked);
        let meant =
            questions.zip(&comparison.counterparts).filter(|((question, asked), _)| **asked && is_meant(question));
        let counterparts: Vec<_> = meant.map(|(_, counterpart)| *counterpart).collect();
        let matched = || counterparts.iter().flatten();
        Comparable {
            matched: matched().count(),
            questions: counterparts.len(),
            reworded: matched().any(|one| one.reworded),
        }
    }

    /// In one municipality.
    pub fn of_change(change: &Change) -> Comparable {
        Comparable { matched: change.matched as usize, questions: change.questions as usize, reworded: change.reworded }
    }
}
