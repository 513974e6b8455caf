//! Which question of an earlier edition a question is held against (scoring.md §5).

use std::collections::{HashMap, HashSet};

use super::crosswalk::{Crosswalk, Relation};
use crate::domain::catalogue::{Edition, QuestionIndex};

/// What a question of the current edition is at the baseline edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Compared with this question.
    Compared {
        /// Its index in the baseline edition.
        question: QuestionIndex,
        /// Whether any link on the way is a rewording.
        reworded: bool,
    },
    /// One of several that this baseline question became; compared nowhere.
    Split(Vec<QuestionIndex>),
    /// Made of these baseline questions; compared nowhere.
    Merged(Vec<QuestionIndex>),
    /// No link leads to the baseline edition.
    New,
}

/// How the questions of two editions correspond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// Per question of the current edition.
    pub questions: Vec<Match>,
    /// Questions of the baseline edition that no link leads to.
    pub retired: Vec<QuestionIndex>,
}

impl Match {
    /// The baseline question it is compared with.
    pub fn compared(&self) -> Option<QuestionIndex> {
        match self {
            Match::Compared { question, .. } => Some(*question),
            _ => None,
        }
    }

    /// Every baseline question it has to do with.
    pub fn origins(&self) -> &[QuestionIndex] {
        match self {
            Match::Compared { question, .. } => std::slice::from_ref(question),
            Match::Split(questions) | Match::Merged(questions) => questions,
            Match::New => &[],
        }
    }
}

/// A question of some edition, by keys.
type Place<'a> = (&'a str, &'a str);

/// Matches the questions of two editions by the crosswalks, following chains of links over
/// editions in between; the shortest chain decides. Within one edition a question is itself.
///
/// Two questions that are each linked as comparable to the same later one are a merger.
pub fn match_questions(current: &Edition, baseline: &Edition, crosswalks: &[Crosswalk]) -> Matching {
    if current.key == baseline.key {
        let itself = |question| Match::Compared { question, reworded: false };
        return Matching { questions: (0..current.questions.len()).map(itself).collect(), retired: Vec::new() };
    }
    let mut links: HashMap<Place, Vec<(Place, Relation)>> = HashMap::new();
    for crosswalk in crosswalks {
        for link in &crosswalk.links {
            let earlier = ((crosswalk.from.as_str(), link.from.as_str()), link.relation);
            links.entry((&crosswalk.to, &link.to)).or_default().push(earlier);
            // What was corrected is compared with its correction as well, for a round may have gone on with it.
            if crosswalk.corrects && link.relation.is_compared() {
                let later = ((crosswalk.to.as_str(), link.to.as_str()), link.relation);
                links.entry((&crosswalk.from, &link.from)).or_default().push(later);
            }
        }
    }
    let places: HashMap<&str, QuestionIndex> =
        baseline.questions.iter().enumerate().map(|(index, question)| (question.key.as_str(), index)).collect();
    let questions: Vec<Match> = current
        .questions
        .iter()
        .map(|question| {
            let reached = follow((&current.key, &question.key), &baseline.key, &links);
            classify(reached.iter().filter_map(|(key, relation)| Some((*places.get(key)?, *relation))).collect())
        })
        .collect();
    let linked: HashSet<QuestionIndex> = questions.iter().flat_map(|one| one.origins()).copied().collect();
    let retired = (0..baseline.questions.len()).filter(|index| !linked.contains(index)).collect();
    Matching { questions, retired }
}

/// The questions of the baseline edition at the end of the shortest chains, each with the relation
/// of its weakest link.
fn follow<'a>(
    start: Place<'a>,
    baseline: &str,
    links: &HashMap<Place<'a>, Vec<(Place<'a>, Relation)>>,
) -> Vec<(&'a str, Relation)> {
    let mut seen = HashSet::from([start]);
    let mut frontier = vec![(start, Relation::Identical)];
    while !frontier.is_empty() {
        let mut next: Vec<(Place, Relation)> = Vec::new();
        for (index, so_far) in &frontier {
            for (earlier, relation) in links.get(index).into_iter().flatten() {
                let relation = (*so_far).max(*relation);
                match next.iter_mut().find(|(known, _)| known == earlier) {
                    Some((_, known)) => *known = (*known).min(relation),
                    None if seen.insert(*earlier) => next.push((*earlier, relation)),
                    None => {}
                }
            }
        }
        let reached: Vec<(&str, Relation)> = next
            .iter()
            .filter(|((edition, _), _)| *edition == baseline)
            .map(|((_, question), relation)| (*question, *relation))
            .collect();
        if !reached.is_empty() {
            return reached;
        }
        frontier = next;
    }
    Vec::new()
}

fn classify(reached: Vec<(QuestionIndex, Relation)>) -> Match {
    let mut compared = reached.iter().filter(|(_, relation)| relation.is_compared());
    let (first, second) = (compared.next(), compared.next());
    let origins = || reached.iter().map(|(question, _)| *question).collect();
    match (first, second) {
        (Some(&(question, relation)), None) => Match::Compared { question, reworded: relation == Relation::Reworded },
        (Some(_), Some(_)) => Match::Merged(origins()),
        (None, _) if reached.is_empty() => Match::New,
        (None, _) if reached.iter().any(|(_, relation)| *relation == Relation::Split) => Match::Split(origins()),
        (None, _) => Match::Merged(origins()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::crosswalk::Link;
    use crate::domain::scoring::tests::fixtures::edition_with_questions;

    fn crosswalk(from: &str, to: &str, links: &[(&str, &str, Relation)]) -> Crosswalk {
        let link = |&(from, to, relation): &(&str, &str, Relation)| Link {
            from: from.to_owned(),
            to: to.to_owned(),
            relation,
        };
        Crosswalk {
            from: from.to_owned(),
            to: to.to_owned(),
            links: links.iter().map(link).collect(),
            ..Crosswalk::default()
        }
    }

    #[test]
    fn only_identical_and_reworded_links_are_compared_and_the_rest_is_listed() {
        let old = edition_with_questions("a", &["same", "old words", "whole", "left", "right", "gone"]);
        let new = edition_with_questions("b", &["same", "new words", "part 1", "part 2", "both", "added"]);
        let walk = crosswalk(
            "a",
            "b",
            &[
                ("same", "same", Relation::Identical),
                ("old words", "new words", Relation::Reworded),
                ("whole", "part 1", Relation::Split),
                ("whole", "part 2", Relation::Split),
                ("left", "both", Relation::Merged),
                ("right", "both", Relation::Merged),
            ],
        );
        let matching = match_questions(&new, &old, &[walk]);
        assert_eq!(
            matching.questions,
            [
                Match::Compared { question: 0, reworded: false },
                Match::Compared { question: 1, reworded: true },
                Match::Split(vec![2]),
                Match::Split(vec![2]),
                Match::Merged(vec![3, 4]),
                Match::New,
            ]
        );
        assert_eq!(matching.retired, [5]);
    }

    #[test]
    fn the_same_key_without_a_link_is_no_match() {
        let old = edition_with_questions("a", &["same"]);
        let new = edition_with_questions("b", &["same"]);
        let matching = match_questions(&new, &old, &[]);
        assert_eq!((matching.questions, matching.retired), (vec![Match::New], vec![0]));
    }

    #[test]
    fn a_chain_is_reworded_if_one_link_is_and_broken_if_one_link_splits() {
        let first = edition_with_questions("a", &["p1", "q1", "r1"]);
        let last = edition_with_questions("c", &["p3", "q3", "r3"]);
        let early = crosswalk(
            "a",
            "b",
            &[("p1", "p2", Relation::Reworded), ("q1", "q2", Relation::Identical), ("r1", "r2", Relation::Identical)],
        );
        let late = crosswalk(
            "b",
            "c",
            &[("p2", "p3", Relation::Identical), ("q2", "q3", Relation::Split), ("r2", "r3", Relation::Identical)],
        );
        let matching = match_questions(&last, &first, &[late, early]);
        assert_eq!(
            matching.questions,
            [
                Match::Compared { question: 0, reworded: true },
                Match::Split(vec![1]),
                Match::Compared { question: 2, reworded: false },
            ]
        );
    }

    #[test]
    fn a_direct_link_goes_before_a_chain_and_circles_end() {
        let first = edition_with_questions("a", &["p", "q"]);
        let last = edition_with_questions("c", &["p", "q"]);
        let walks = [
            crosswalk("a", "c", &[("p", "p", Relation::Identical)]),
            crosswalk("a", "b", &[("p", "p", Relation::Reworded)]),
            crosswalk("b", "c", &[("p", "p", Relation::Reworded), ("q", "q", Relation::Identical)]),
            crosswalk("c", "b", &[("q", "q", Relation::Identical)]),
        ];
        let matching = match_questions(&last, &first, &walks);
        assert_eq!(matching.questions, [Match::Compared { question: 0, reworded: false }, Match::New]);
    }

    #[test]
    fn two_comparable_links_into_one_question_are_a_merger() {
        let old = edition_with_questions("a", &["left", "right"]);
        let new = edition_with_questions("b", &["both"]);
        let walk = crosswalk("a", "b", &[("left", "both", Relation::Identical), ("right", "both", Relation::Reworded)]);
        assert_eq!(match_questions(&new, &old, &[walk]).questions, [Match::Merged(vec![0, 1])]);
    }

    #[test]
    fn a_correction_compares_with_what_it_corrects_in_both_directions_and_so_does_what_follows_either() {
        let corrected = edition_with_questions("a", &["p", "q"]);
        let correction = edition_with_questions("a.1", &["p", "q"]);
        let next = edition_with_questions("b", &["p", "q"]);
        let links = [("p", "p", Relation::Identical), ("q", "q", Relation::Reworded)];
        let walks = [
            Crosswalk { corrects: true, ..crosswalk("a", "a.1", &links) },
            crosswalk("a", "b", &[("p", "p", Relation::Identical), ("q", "q", Relation::Identical)]),
        ];
        let compared = |question, reworded| Match::Compared { question, reworded };
        for (current, baseline) in [(&correction, &corrected), (&corrected, &correction), (&next, &correction)] {
            let found = match_questions(current, baseline, &walks).questions;
            assert_eq!(found, [compared(0, false), compared(1, true)], "{} and {}", current.key, baseline.key);
        }
        assert_eq!(match_questions(&corrected, &next, &walks).questions, [Match::New, Match::New]);
    }
}
