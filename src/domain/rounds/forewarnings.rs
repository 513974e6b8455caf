//! What opening a round costs that cannot be mended afterwards, told before it opens.

use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::match_questions;
use crate::domain::rounds::Round;

/// What is told of a round that waits to open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forewarnings {
    /// Why it can't open as its edition is now.
    pub obstacle: Option<Refusal>,
    /// Rounds of the programme that are open: key, and how many posts would be asked in both.
    pub open: Vec<(String, usize)>,
    /// The programme's last round where it asked another edition and questions do not compare.
    pub forerunner: Option<Forerunner>,
}

/// The last round of a programme before another, seen from the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forerunner {
    /// Its key.
    pub round: String,
    /// Key of its edition.
    pub edition: String,
    /// Whether crosswalks lead from its edition to the other.
    pub is_linked: bool,
    /// How many questions are asked now.
    pub asked: usize,
    /// How many of them do not compare with it.
    pub lost: usize,
}

/// The programme's last closed round that is no test, of rounds in any order.
pub fn last_before<'a>(round: &Round, rounds: &'a [Round]) -> Option<&'a Round> {
    let is_before = |one: &&Round| {
        one.programme == round.programme && one.is_closed() && !one.is_test && one.closes_on < round.closes_on
    };
    rounds.iter().filter(is_before).max_by_key(|one| (one.closes_on, &one.key))
}

/// What does not compare with the last round; nothing where all does or both ask the same edition.
pub fn forerunner(
    (round, edition): (&Round, &Edition),
    (last, earlier): (&Round, &Edition),
    crosswalks: &[Crosswalk],
) -> Option<Forerunner> {
    if edition.key == earlier.key {
        return None;
    }
    let matching = match_questions(edition, earlier, crosswalks);
    let asked = edition.questions.iter().zip(&matching.questions).filter(|(question, _)| round.asks(edition, question));
    let compares: Vec<bool> = asked
        .map(|(_, found)| found.compared().is_some_and(|index| last.asks(earlier, &earlier.questions[index])))
        .collect();
    let lost = compares.iter().filter(|compares| !**compares).count();
    (lost > 0).then(|| Forerunner {
        round: last.key.clone(),
        edition: earlier.key.clone(),
        is_linked: matching.questions.iter().any(|found| !found.origins().is_empty()),
        asked: compares.len(),
        lost,
    })
}
