//! One question of a round: how it was answered then and now, as far as one reader may see it; and the questions
//! of a round that fit a search.

use std::sync::Arc;

use super::municipality_answers::{AnswerSorting, MunicipalityAnswer, municipality_answers};
use super::nation::{RoundSpread, Spread, nation_spread, shows_nation, spreads};
use super::subjects::RoundFacts;
use super::wanted::WantedRecommendations;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Edition, Measure, Question, QuestionIndex};
use crate::domain::scoring::dimensions::{Narrowing, ScoreDimension, Selection};
use crate::domain::scoring::round_comparison::{Comparability, RoundComparison};
use crate::domain::scoring::transitions::{Transitions, transitions};
use crate::domain::{Area, Language, Text};

/// The answers to a question over time.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionSpread {
    /// Key of the question.
    pub key: String,
    /// The area; none means all that it is put to.
    pub area: Option<Area>,
    /// The package that it judges, or its wording.
    pub heading: Text,
    /// One bar a round, earliest first, held back where they must be.
    pub bars: Vec<RoundSpread>,
}

/// The page of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionDashboard {
    /// The round.
    pub round: RoundFacts,
    /// The question, by its index in the round's edition.
    pub question: QuestionIndex,
    /// The area looked at; none means all that it is put to.
    pub area: Option<Area>,
    /// The answers over time, earliest first, held back where they must be.
    pub bars: Vec<RoundSpread>,
    /// What each municipality that the reader may see answered.
    pub municipalities: Vec<MunicipalityAnswer>,
    /// How they are sorted.
    pub sorting: AnswerSorting,
    /// Where the answers went; none for who may not see each municipality.
    pub transitions: Vec<Transitions>,
    /// How it belongs to its baseline.
    pub comparability: Comparability,
    /// The baseline that it is held against, and its questions there.
    pub baseline: Option<BaselineWording>,
}

/// What was asked at the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct BaselineWording {
    /// Key of the round.
    pub round: String,
    /// The edition that it asked.
    pub edition: Arc<Edition>,
    /// The questions, by their index in that edition.
    pub questions: Vec<QuestionIndex>,
}

impl QuestionDashboard {
    /// The answers to the question with this key; none where the round does not ask it.
    pub fn new(
        compared: &RoundComparison,
        (key, area): (&str, Option<Area>),
        scope: &Scope,
        sorting: AnswerSorting,
    ) -> Option<QuestionDashboard> {
        let current = &compared.comparison.current;
        let question = current.edition.find_question(key).filter(|index| current.asked[*index])?;
        let asked = &current.edition.questions[question];
        let area = area.filter(|area| asked.areas.contains(area));
        let comparability = compared.comparability(question);
        let baseline = compared.baseline_of(question).map(|baseline| BaselineWording {
            round: baseline.tallies.round.clone(),
            edition: baseline.tallies.edition.clone(),
            questions: comparability.origins().to_vec(),
        });
        // Transitions rest on fewer municipalities than either bar, so they are for who may see each of them.
        let transitions = match scope {
            Scope::All => {
                let group = ScoreDimension { measure: asked.measure, package: asked.package, area };
                let selection = Selection { group, narrowing: Narrowing::Question(question) };
                transitions(&compared.comparison, &current.municipalities, &selection)
            }
            Scope::Some(_) => Vec::new(),
        };
        let (round, bars) = (RoundFacts::of(compared), visible_spreads(compared, question, area, scope));
        let municipalities = municipality_answers(compared, (question, area), scope, sorting);
        Some(QuestionDashboard {
            round,
            question,
            area,
            bars,
            municipalities,
            sorting,
            transitions,
            comparability,
            baseline,
        })
    }

    /// The question itself.
    pub fn asked(&self) -> &Question {
        &self.round.edition.questions[self.question]
    }
}

/// The questions that the edition names as its key questions.
pub(super) fn key_questions(compared: &RoundComparison, scope: &Scope) -> Vec<QuestionSpread> {
    let (edition, asked) = (compared.edition(), &compared.comparison.current.asked);
    let known = edition.key_questions.iter().filter(|one| asked[one.question]);
    known
        .map(|one| {
            let heading = edition.question_wording(&edition.questions[one.question], one.area);
            spread(compared, (one.question, Some(one.area)), heading, scope)
        })
        .collect()
}

/// The questions about the recommendations that are asked for, each with its recommendation's title and its answers over all areas.
pub(super) fn implementation_questions(
    compared: &RoundComparison,
    scope: &Scope,
    wanted: &WantedRecommendations,
) -> Vec<(QuestionIndex, Text, Vec<RoundSpread>)> {
    let edition = compared.edition();
    let asked = edition.questions.iter().zip(&compared.comparison.current.asked).enumerate();
    asked
        .filter(|(_, (question, asked))| **asked && question.measure == Measure::Implementation)
        .filter(|(_, (question, _))| wanted.holds(edition, question))
        .filter_map(|(index, (question, _))| {
            let title = edition.recommendation_of(question)?.title.clone();
            Some((index, title, visible_spreads(compared, index, None, scope)))
        })
        .collect()
}

/// The judgement of each package.
pub(super) fn overall_questions(compared: &RoundComparison, scope: &Scope) -> Vec<QuestionSpread> {
    let edition = compared.edition();
    let questions = edition.questions.iter().zip(&compared.comparison.current.asked).enumerate();
    questions
        .filter(|(_, (question, asked))| question.measure == Measure::Overall && **asked)
        .map(|(index, (question, _))| {
            let package = question.package.map(|package| &edition.packages[package].title);
            spread(compared, (index, None), package.unwrap_or(&question.text).clone(), scope)
        })
        .collect()
}

/// A question over all its areas, and in each of them where there are several.
pub(super) fn spreads_by_area(
    compared: &RoundComparison,
    question: QuestionIndex,
    scope: &Scope,
) -> (QuestionSpread, Vec<QuestionSpread>) {
    let edition = compared.edition();
    let asked = &edition.questions[question];
    let areas = asked.areas.iter().filter(|_| asked.areas.len() > 1);
    let all = spread(compared, (question, None), asked.text.clone(), scope);
    (all, areas.map(|area| spread(compared, (question, Some(*area)), edition.area_text(*area), scope)).collect())
}

fn spread(
    compared: &RoundComparison,
    (question, area): (QuestionIndex, Option<Area>),
    heading: Text,
    scope: &Scope,
) -> QuestionSpread {
    let key = compared.edition().questions[question].key.clone();
    QuestionSpread { key, area, heading, bars: visible_spreads(compared, question, area, scope) }
}

/// A question then and now; of an open round nothing is shown to who may not see every municipality.
fn visible_spreads(
    compared: &RoundComparison,
    question: QuestionIndex,
    area: Option<Area>,
    scope: &Scope,
) -> Vec<RoundSpread> {
    let is_hidden =
        |bar: &RoundSpread| *scope != Scope::All && !compared.round.is_closed() && bar.round == compared.round.key;
    let held_back = |bar| if is_hidden(&bar) { RoundSpread { spread: Spread::Suppressed, ..bar } } else { bar };
    spreads(compared, question, area, scope).into_iter().map(held_back).collect()
}

/// The spread of a question now; of an open round nothing is shown to who may not see every municipality.
pub fn visible_spread(
    compared: &RoundComparison,
    question: QuestionIndex,
    area: Option<Area>,
    scope: &Scope,
) -> Spread {
    if !shows_nation(&compared.round, scope) {
        return Spread::Suppressed;
    }
    nation_spread(&compared.comparison.current, question, area, scope)
}

/// What is searched for; what is empty does not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Words that must all stand in the wording, the recommendation or the package.
    pub words: String,
    /// Which recommendations they are about.
    pub about: WantedRecommendations,
    /// An area.
    pub area: Option<Area>,
}

/// The questions of a round.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionList {
    /// The round.
    pub round: RoundFacts,
    /// What was searched for.
    pub search: Search,
    /// The areas in which something is asked.
    pub areas: Vec<Area>,
    /// What was found, in document order, by index with how it belongs to its baseline.
    pub found: Vec<(QuestionIndex, Comparability)>,
}

impl QuestionList {
    /// The asked questions that fit a search in the reader's language.
    pub fn new(compared: &RoundComparison, search: Search, language: Language) -> QuestionList {
        let (edition, current) = (compared.edition(), &compared.comparison.current);
        let words = search.words.to_lowercase();
        let found = (0..edition.questions.len())
            .filter(|index| current.asked[*index])
            .filter(|index| fits(edition, &edition.questions[*index], &search, &words, language))
            .map(|index| (index, compared.comparability(index)))
            .collect();
        let areas = current.areas.iter().map(|asked| asked.area).collect();
        QuestionList { round: RoundFacts::of(compared), search, areas, found }
    }
}

fn fits(edition: &Edition, question: &Question, search: &Search, words: &str, language: Language) -> bool {
    let package = question.package.map(|index| &edition.packages[index]);
    let in_area = search.area.is_none_or(|area| question.areas.contains(&area));
    if !search.about.holds(edition, question) || !in_area {
        return false;
    }
    let recommendation = edition.recommendation_of(question);
    let texts = [Some(&question.text), package.map(|one| &one.title), recommendation.map(|one| &one.title)];
    let text: String =
        texts.into_iter().flatten().map(|text| text.in_language(language).to_lowercase() + " ").collect();
    words.split_whitespace().all(|word| text.contains(word))
}
