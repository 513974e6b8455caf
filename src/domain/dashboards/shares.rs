//! How the key questions and the judgement of each package were answered in every round, for the share of the best
//! answer over the years.

use super::nation::{RoundSpread, Spread, nation_spread};
use super::question::QuestionSpread;
use crate::domain::access::staff::Scope;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::{Matching, match_questions};
use crate::domain::catalogue::{Measure, QuestionIndex};
use crate::domain::scoring::tallies::ResponseTallies;
use crate::domain::{Area, Text};

/// The answers over rounds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shares {
    /// The questions that the newest edition names as its key questions.
    pub key: Vec<QuestionSpread>,
    /// The judgement of each package.
    pub overall: Vec<QuestionSpread>,
}

impl Shares {
    /// The answers in closed rounds, earliest first, as far as a reader may see them. A round that did not ask what
    /// can be held against the newest wording has no bar.
    pub fn new(rounds: &[&ResponseTallies], crosswalks: &[Crosswalk], scope: &Scope) -> Shares {
        let Some(newest) = rounds.last() else { return Shares::default() };
        let edition = &newest.edition;
        let matched = rounds.iter().map(|one| match_questions(edition, &one.edition, crosswalks));
        let rounds: Vec<(&ResponseTallies, Matching)> = rounds.iter().copied().zip(matched).collect();
        let spread = |question: QuestionIndex, area: Option<Area>, heading: Text| QuestionSpread {
            key: edition.questions[question].key.clone(),
            area,
            heading,
            bars: rounds.iter().filter_map(|round| bar(round, (question, area), scope)).collect(),
        };
        let key = edition.key_questions.iter().filter(|one| newest.asked[one.question]);
        let overall = edition.questions.iter().zip(&newest.asked).enumerate();
        let overall = overall.filter(|(_, (question, asked))| question.measure == Measure::Overall && **asked);
        Shares {
            key: key
                .map(|one| {
                    let heading = edition.question_wording(&edition.questions[one.question], one.area);
                    spread(one.question, Some(one.area), heading)
                })
                .collect(),
            overall: overall
                .map(|(index, (question, _))| {
                    let package = question.package.map(|package| &edition.packages[package].title);
                    spread(index, None, package.unwrap_or(&question.text).clone())
                })
                .collect(),
        }
    }
}

/// How a round answered a question of the newest edition.
fn bar(
    (tallies, matching): &(&ResponseTallies, Matching),
    (question, area): (QuestionIndex, Option<Area>),
    scope: &Scope,
) -> Option<RoundSpread> {
    let then = matching.questions.get(question)?.compared().filter(|then| tallies.asked[*then])?;
    let spread = nation_spread(tallies, then, area, scope);
    // A round that asked it elsewhere, but not in the area, has nothing to say either.
    (spread != Spread::Empty).then(|| RoundSpread {
        round: tallies.round.clone(),
        scale: tallies.edition.scale_of(&tallies.edition.questions[then]).clone(),
        spread,
    })
}
