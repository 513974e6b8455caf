//! Which earlier round each package is held against (scoring.md §5): one baseline for all is
//! wrong, because packages were first asked in different years.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::catalogue::Edition;
use crate::domain::catalogue::crosswalk::Crosswalk;
use crate::domain::catalogue::matching::{Matching, match_questions};
use crate::domain::rounds::Round;

/// An administrator's choice of baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Key of the package; none for the questions without one.
    pub package: Option<String>,
    /// Key of the round.
    pub round: String,
}

/// The baseline rounds of a round.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BaselineRounds {
    /// Keys of the rounds that serve as baseline, earliest first.
    pub rounds: Vec<String>,
    /// Per package of the current edition the place in `rounds`; none where it is not asked or has no baseline.
    pub packages: Vec<Option<usize>>,
    /// Per question of the current edition the place in `rounds`; a question's package decides,
    /// and one without package has its own earliest round.
    pub questions: Vec<Option<usize>>,
}

impl BaselineRounds {
    /// Everything of an edition held against one round.
    pub fn single(edition: &Edition, round: &str) -> BaselineRounds {
        BaselineRounds {
            rounds: vec![round.to_owned()],
            packages: vec![Some(0); edition.packages.len()],
            questions: vec![Some(0); edition.questions.len()],
        }
    }
}

/// The baseline of each package and of each question without package: the earliest round of the
/// same programme that asked it, closed before the current one and not a test. A pin goes before
/// that; a pin to a round that cannot serve leaves no baseline rather than silently another.
///
/// `candidates` are rounds with their editions, in any order; the current round may be among them.
pub fn baseline_rounds(
    current: &Round,
    edition: &Edition,
    candidates: &[(&Round, &Edition)],
    crosswalks: &[Crosswalk],
    pins: &[Pin],
) -> BaselineRounds {
    let mut usable: Vec<(&Round, &Edition)> =
        candidates.iter().copied().filter(|(round, _)| can_serve(round, current)).collect();
    usable.sort_by(|(left, _), (right, _)| (left.closes_on, &left.key).cmp(&(right.closes_on, &right.key)));
    let pinned_to = |package: Option<&str>| pins.iter().find(|pin| pin.package.as_deref() == package);
    let serves =
        |candidate: &Round, package: Option<&str>| pinned_to(package).is_none_or(|pin| pin.round == candidate.key);

    let packages: Vec<Option<usize>> = edition
        .packages
        .iter()
        .map(|package| {
            if !current.asks_package(package) {
                return None;
            }
            usable.iter().position(|(round, asked)| {
                let known = asked.find_package(&package.key).map(|index| &asked.packages[index]);
                known.is_some_and(|package| round.asks_package(package)) && serves(round, Some(&package.key))
            })
        })
        .collect();
    // Many rounds ask one edition, and matching two editions takes long.
    let mut matchings: HashMap<&str, Matching> = HashMap::new();
    for (_, asked) in &usable {
        matchings.entry(&asked.key).or_insert_with(|| match_questions(edition, asked, crosswalks));
    }
    let questions: Vec<Option<usize>> = edition
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| match question.package {
            Some(package) => packages[package],
            None => usable.iter().position(|(round, asked)| {
                let compared = matchings.get(asked.key.as_str()).and_then(|one| one.questions[index].compared());
                serves(round, None) && compared.is_some_and(|question| round.asks(asked, &asked.questions[question]))
            }),
        })
        .collect();
    keep_used(usable.iter().map(|(round, _)| round.key.clone()).collect(), packages, questions)
}

/// Whether a round can be another's baseline.
pub fn can_serve(round: &Round, current: &Round) -> bool {
    round.programme == current.programme
        && round.is_closed()
        && !round.is_test
        && round.key != current.key
        && round.closes_on < current.closes_on
}

/// Leaves only the rounds that something is held against.
fn keep_used(keys: Vec<String>, packages: Vec<Option<usize>>, questions: Vec<Option<usize>>) -> BaselineRounds {
    let used: Vec<usize> =
        (0..keys.len()).filter(|index| packages.iter().chain(&questions).any(|one| *one == Some(*index))).collect();
    let renumber = |places: Vec<Option<usize>>| -> Vec<Option<usize>> {
        places.into_iter().map(|index| used.iter().position(|one| Some(*one) == index)).collect()
    };
    let rounds = used.iter().filter_map(|index| keys.get(*index).cloned()).collect();
    BaselineRounds { rounds, packages: renumber(packages), questions: renumber(questions) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::RoundStatus;
    use crate::domain::scoring::tests::fixtures::{round, small_edition};

    fn year(year: i32, packages: Option<&str>) -> Round {
        Round { packages: packages.map(str::to_owned), ..round(&year.to_string(), "small", year) }
    }

    /// Keys of the baseline rounds of packages "p" and "q" and of the questions without package.
    fn choose(candidates: &[Round], pins: &[Pin]) -> [Option<String>; 3] {
        let edition = small_edition();
        let candidates: Vec<(&Round, &Edition)> = candidates.iter().map(|round| (round, &edition)).collect();
        let choice = baseline_rounds(&year(2020, None), &edition, &candidates, &[], pins);
        let free = edition.questions.iter().position(|question| question.package.is_none()).unwrap();
        [choice.packages[0], choice.packages[1], choice.questions[free]]
            .map(|index| index.map(|index| choice.rounds[index].clone()))
    }

    fn keys(keys: [&str; 3]) -> [Option<String>; 3] {
        keys.map(|key| (!key.is_empty()).then(|| key.to_owned()))
    }

    #[test]
    fn each_package_has_the_earliest_round_that_asked_it() {
        let rounds = [year(2016, None), year(2014, Some("q")), year(2013, Some("p"))];
        assert_eq!(choose(&rounds, &[]), keys(["2013", "2014", "2013"]));
    }

    #[test]
    fn tests_drafts_other_programmes_and_later_rounds_never_serve() {
        let rounds = [
            Round { is_test: true, ..year(2013, None) },
            Round { status: RoundStatus::Open, ..year(2014, None) },
            Round { programme: "other".to_owned(), ..year(2015, None) },
            year(2020, None),
            year(2021, None),
        ];
        assert_eq!(choose(&rounds, &[]), keys(["", "", ""]));
    }

    #[test]
    fn a_pin_goes_before_the_earliest_round() {
        let rounds = [year(2013, None), year(2016, None)];
        let pin =
            |package: Option<&str>, round: &str| Pin { package: package.map(str::to_owned), round: round.to_owned() };
        assert_eq!(choose(&rounds, &[pin(Some("q"), "2016")]), keys(["2013", "2016", "2013"]));
        assert_eq!(choose(&rounds, &[pin(None, "2016")]), keys(["2013", "2013", "2016"]));
        assert_eq!(choose(&rounds, &[pin(Some("p"), "1999")]), keys(["", "2013", "2013"]));
    }

    #[test]
    fn a_package_that_is_not_asked_now_has_no_baseline() {
        let edition = small_edition();
        let earlier = year(2013, None);
        let choice = baseline_rounds(&year(2020, Some("q")), &edition, &[(&earlier, &edition)], &[], &[]);
        assert_eq!(choice.packages, [None, Some(0)]);
    }
}
