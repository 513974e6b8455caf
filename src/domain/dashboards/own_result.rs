//! What one post reads of a closed round: its own areas of its municipality beside the country, how its own answers
//! have moved, and where it has most to gain.
//!
//! Figures of an area are of all the municipality's posts together and held back as for any reader of one
//! municipality; single answers are the post's own and nobody else's, because other posts were promised that only
//! figures are made of theirs.

use std::collections::BTreeSet;

use super::municipality::MunicipalityRow;
use super::nation::{NationLine, nation_line};
use super::subjects::RoundFacts;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::{Edition, Measure, OptionIndex, QuestionIndex, Scale};
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::{Area, MunicipalityCode};

/// The most recommendations that are named as those with most to gain.
pub const MOST_GAINS: usize = 5;

/// The most answers that are named as having moved, up and down each.
pub const MOST_MOVED: usize = 5;

/// The result of one post.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnResult {
    /// The round.
    pub round: RoundFacts,
    /// The post's municipality.
    pub code: MunicipalityCode,
    /// Key of the programme's round before, where the municipality's figures of it are shown.
    pub last_round: Option<String>,
    /// The areas of the post.
    pub areas: Vec<OwnArea>,
    /// The post's answers that say more than the last time it gave them, most first.
    pub risen: Vec<Moved>,
    /// Those that say less.
    pub fallen: Vec<Moved>,
    /// The recommendations with most to gain, by the post's own answers.
    pub gains: Vec<Gain>,
}

/// An area of the post: the municipality's figures in it, and the country's.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnArea {
    /// The municipality's, from all its posts that answer for the area.
    pub row: MunicipalityRow,
    /// The country's, held back where it must be.
    pub country: NationLine,
    /// The municipality's score in the round before, 0 to 100.
    pub last: Option<f64>,
    /// How many posts of the municipality answer for the area.
    pub posts: usize,
}

/// One answer of the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnAnswer {
    /// The area.
    pub area: Area,
    /// The question, by its index in the round's edition.
    pub question: QuestionIndex,
    /// What was chosen.
    pub option: OptionIndex,
}

/// What the post chose the last time it was asked the same before.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierAnswer {
    /// Key of the round.
    pub round: String,
    /// The scale that it was answered on.
    pub scale: Scale,
    /// What was chosen.
    pub option: OptionIndex,
    /// Whether the question was reworded since.
    pub reworded: bool,
}

/// An answer of the post that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// As it is now.
    pub now: OwnAnswer,
    /// As it was.
    pub then: EarlierAnswer,
}

/// A recommendation that the post has not carried out in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gain {
    /// The answer that says so.
    pub answer: OwnAnswer,
    /// Place of the package in the edition.
    pub package: usize,
    /// Place of the recommendation in the package.
    pub recommendation: usize,
}

/// What the post has answered, now and before.
#[derive(Debug, Clone, Default)]
pub struct OwnAnswers {
    /// The areas that it was asked about.
    pub areas: Vec<Area>,
    /// What it has handed in, each with what it chose before, if it was asked.
    pub answers: Vec<(OwnAnswer, Option<EarlierAnswer>)>,
}

impl OwnResult {
    /// The result of a post of a municipality; `last` is the programme's round before, counted. None where the
    /// municipality is not in the round's population.
    pub fn new(
        compared: &RoundComparison,
        changes: &CountryChanges,
        (code, own): (&MunicipalityCode, &OwnAnswers),
        last: Option<(&ResponseTallies, &CountryScores)>,
    ) -> Option<OwnResult> {
        let current = &compared.comparison.current;
        let place = current.municipalities.iter().position(|one| one.municipality == *code)?;
        let (municipality, of_municipality) = (&current.municipalities[place], changes.municipalities.get(place)?);
        let scope = Scope::Some(vec![code.clone()]);
        let area = |asked: &Area| {
            let dimension = ScoreDimension { area: Some(*asked), ..ScoreDimension::all_of(Measure::Implementation) };
            let covered = current.area_place(*asked).and_then(|place| municipality.covered(place));
            Some(OwnArea {
                row: MunicipalityRow::new(compared, of_municipality, &dimension)?,
                country: nation_line(&compared.comparison, changes, compared.index_of(&dimension)?, &scope),
                last: last.and_then(|counted| score_of(counted, code, &dimension)),
                posts: covered.map_or(0, |covered| covered.sections),
            })
        };
        let areas: Vec<OwnArea> = own.areas.iter().filter_map(area).collect();
        let edition = compared.edition();
        let (risen, fallen) = moved(edition, own);
        Some(OwnResult {
            round: RoundFacts::of(compared),
            code: code.clone(),
            last_round: last
                .map(|(tallies, _)| tallies.round.clone())
                .filter(|_| areas.iter().any(|one| one.last.is_some())),
            areas,
            risen,
            fallen,
            gains: gains(edition, own),
        })
    }
}

/// A municipality's score of a round in a dimension that names no package, which rounds of all editions share.
fn score_of(
    (tallies, scores): (&ResponseTallies, &CountryScores),
    code: &MunicipalityCode,
    dimension: &ScoreDimension,
) -> Option<f64> {
    let place = tallies.municipalities.iter().position(|one| one.municipality == *code)?;
    let group = tallies.groups.iter().position(|one| one == dimension)?;
    scores.municipalities.get(place)?.get(group)?.score
}

/// Answers that say more and those that say less than before, each with most movement first.
fn moved(edition: &Edition, own: &OwnAnswers) -> (Vec<Moved>, Vec<Moved>) {
    let mut all: Vec<(f64, Moved)> = own
        .answers
        .iter()
        .filter_map(|(now, then)| {
            let then = then.as_ref()?;
            let scale = edition.scale_of(edition.questions.get(now.question)?);
            let by = scale.value(now.option)? - then.scale.value(then.option)?;
            Some((by, Moved { now: *now, then: then.clone() }))
        })
        .collect();
    all.sort_by(|(one, _), (other, _)| other.abs().total_cmp(&one.abs()));
    let those = |wanted: fn(f64) -> bool| {
        all.iter().filter(|(by, _)| wanted(*by)).take(MOST_MOVED).map(|(_, moved)| moved.clone()).collect()
    };
    (those(|by| by > 0.0), those(|by| by < 0.0))
}

/// The recommendations that are furthest from being carried out, each once; of equals, those that the edition holds
/// for central come first.
fn gains(edition: &Edition, own: &OwnAnswers) -> Vec<Gain> {
    let mut all: Vec<(f64, bool, Gain)> = own
        .answers
        .iter()
        .filter_map(|(answer, _)| {
            let question = edition.questions.get(answer.question)?;
            let (package, recommendation) = (question.package?, question.recommendation?);
            let value = edition.scale_of(question).value(answer.option)?;
            let is_central = edition.recommendation_of(question)?.central;
            let is_gain = question.measure == Measure::Implementation && value < 1.0;
            is_gain.then_some((value, !is_central, Gain { answer: *answer, package, recommendation }))
        })
        .collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut named = BTreeSet::new();
    let each_once =
        all.into_iter().map(|(_, _, gain)| gain).filter(|gain| named.insert((gain.package, gain.recommendation)));
    each_once.take(MOST_GAINS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::respondent::edition;

    fn answer(question: QuestionIndex, option: OptionIndex) -> OwnAnswer {
        OwnAnswer { area: Area::PsychiatryDisability, question, option }
    }

    fn then(scale: usize, option: OptionIndex) -> Option<EarlierAnswer> {
        let scale = edition().scales[scale].clone();
        Some(EarlierAnswer { round: "2025".to_owned(), scale, option, reworded: false })
    }

    fn own(answers: Vec<(OwnAnswer, Option<EarlierAnswer>)>) -> OwnAnswers {
        OwnAnswers { areas: vec![Area::PsychiatryDisability], answers }
    }

    #[test]
    fn what_says_more_than_before_has_risen_and_what_says_nothing_has_not_moved() {
        // The lights: green 3, yellow 2, red 1 of 3 points; then "ikke relevant" and "ved ikke", which say nothing.
        let answers = vec![
            (answer(0, 0), then(0, 1)),
            (answer(1, 0), then(0, 2)),
            (answer(2, 2), then(0, 1)),
            (answer(3, 1), then(1, 1)),
            (answer(0, 4), then(0, 2)),
            (answer(1, 1), None),
        ];
        let (risen, fallen) = moved(&edition(), &own(answers));
        let questions = |moved: &[Moved]| moved.iter().map(|one| one.now.question).collect::<Vec<_>>();
        assert_eq!((questions(&risen), questions(&fallen)), (vec![1, 0], vec![2]), "the largest movement first");
    }

    #[test]
    fn a_recommendation_is_named_once_by_its_lowest_answer_and_never_where_it_is_carried_out() {
        let answers = vec![(answer(0, 1), None), (answer(1, 2), None), (answer(2, 0), None), (answer(3, 2), None)];
        let found = gains(&edition(), &own(answers));
        assert!(found.iter().all(|gain| gain.answer.question != 2), "green is carried out: {found:?}");
        let places: BTreeSet<(usize, usize)> = found.iter().map(|gain| (gain.package, gain.recommendation)).collect();
        assert_eq!(places.len(), found.len(), "each once");
        assert!(found.is_sorted_by_key(|gain| edition().scales[0].options[gain.answer.option].points()), "{found:?}");
        let all_done = vec![(answer(0, 0), None), (answer(1, 3), None), (answer(2, 4), None)];
        assert!(gains(&edition(), &own(all_done)).is_empty());
    }
}
