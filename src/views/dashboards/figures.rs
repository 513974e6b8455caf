//! How figures read: whole numbers, changes in points, shares, and the words for why there is none.
//!
//! Everything is rounded here, once, by the domain's rule; a difference arrives already taken.

use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::benchmarks::Benchmark;
use crate::domain::scoring::changes::{Change, ChangeState};
use crate::domain::scoring::dimensions::ScoreDimension;
use crate::domain::scoring::round_comparison::RoundComparison;
use crate::domain::scoring::scores::{Score, ScoreState};

/// Stands where there is no figure.
pub const NONE: &str = "–";

/// Stands after a count of questions some of which were reworded.
pub const REWORDED: &str = "*";

/// A score as a whole number with a real minus sign.
pub fn number(value: f64) -> String {
    whole(value).to_string().replace('-', "−")
}

/// A score, or a dash.
pub fn number_or_dash(value: impl Into<Option<f64>>) -> String {
    value.into().map_or_else(|| NONE.to_owned(), number)
}

/// A change in points with its sign; 0 has none.
pub fn change(value: f64) -> String {
    if whole(value) > 0 { format!("+{}", number(value)) } else { number(value) }
}

/// A change, or a dash.
pub fn change_or_dash(value: impl Into<Option<f64>>) -> String {
    value.into().map_or_else(|| NONE.to_owned(), change)
}

/// A change with its unit, "+9 point".
pub fn change_in_points(value: f64, language: Language) -> String {
    tr!(language, "figure-points", change = change(value))
}

/// A share from 0 to 1 as a whole percentage that does not break over lines.
pub fn percent(share: f64, language: Language) -> String {
    match language {
        Language::Danish => format!("{}\u{a0}%", number(100.0 * share)),
        Language::English => format!("{}%", number(100.0 * share)),
    }
}

/// A share, or a dash.
pub fn percent_or_dash(share: Option<f64>, language: Language) -> String {
    share.map_or_else(|| NONE.to_owned(), |share| percent(share, language))
}

/// Whether a row's rounded change differs from the difference of its rounded ends.
pub fn looks_off(from: f64, to: f64) -> bool {
    whole(to - from) != whole(to) - whole(from)
}

/// A measure in a word or two.
pub fn measure(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Implementation => tr!(language, "measure-implementation"),
        Measure::Awareness => tr!(language, "measure-awareness"),
        Measure::Overall => tr!(language, "measure-overall"),
    }
}

/// What a measure is, in a sentence.
pub fn measure_explained(measure: Measure, language: Language) -> String {
    match measure {
        Measure::Implementation => tr!(language, "measure-implementation-explained"),
        Measure::Awareness => tr!(language, "measure-awareness-explained"),
        Measure::Overall => tr!(language, "measure-overall-explained"),
    }
}

/// Why a score is not shown; none where it is.
pub fn why_no_score(score: &Score, language: Language) -> Option<String> {
    match score.state {
        ScoreState::Ok => None,
        ScoreState::NotAsked => Some(tr!(language, "state-not-asked")),
        ScoreState::NotApplicable => Some(tr!(language, "state-not-applicable")),
        ScoreState::Insufficient => {
            Some(tr!(language, "state-insufficient", coverage = percent(score.coverage.unwrap_or(0.0), language)))
        }
    }
}

/// Why a paired change is not shown; none where it is.
fn why_no_change(change: &Change, language: Language) -> Option<String> {
    match change.state {
        ChangeState::Ok => None,
        ChangeState::NotAsked => Some(tr!(language, "state-not-asked")),
        ChangeState::NotComparable => Some(tr!(language, "state-not-comparable")),
        ChangeState::NotApplicable => Some(tr!(language, "state-not-applicable")),
        ChangeState::Insufficient => {
            Some(tr!(language, "state-insufficient-pair", coverage = percent(change.coverage.unwrap_or(0.0), language)))
        }
    }
}

/// Why a paired change is not shown in a group, which goes without saying where the round has no baseline at all.
pub fn why_not_compared(
    held: &RoundComparison,
    group: &ScoreDimension,
    change: &Change,
    language: Language,
) -> Option<String> {
    match change.state {
        ChangeState::NotComparable => not_comparable(held, group, language),
        _ => why_no_change(change, language),
    }
}

/// That a group can't be compared, and whether that is because it is asked for the first time; none where
/// the round has no baseline at all, which its page says once.
pub fn not_comparable(held: &RoundComparison, group: &ScoreDimension, language: Language) -> Option<String> {
    if held.choice.rounds.is_empty() {
        return None;
    }
    let is_first = held.baseline_rounds(group).is_empty();
    Some(if is_first { tr!(language, "state-first-asked") } else { tr!(language, "state-not-comparable") })
}

/// "14 af 18 spørgsmål", with a star where some were reworded; [`REWORDED`] stands in the caption.
pub fn comparable(matched: usize, questions: usize, is_reworded: bool, language: Language) -> String {
    let count = tr!(language, "figure-comparable", matched = matched, questions = questions);
    if is_reworded { format!("{count}{REWORDED}") } else { count }
}

/// A mean with its n, or why it is not shown.
pub fn benchmark(one: &Benchmark, language: Language) -> String {
    match *one {
        Benchmark::Shown { n, mean } if one.is_weak() => {
            tr!(language, "figure-mean-with-few", mean = number(mean), n = n)
        }
        Benchmark::Shown { n, mean } => tr!(language, "figure-mean-with-n", mean = number(mean), n = n),
        Benchmark::Suppressed => tr!(language, "figure-suppressed"),
        Benchmark::Empty => NONE.to_owned(),
    }
}

/// Names of rounds side by side, "2013 og 2014".
pub fn round_names(keys: &[&str], language: Language) -> String {
    let and = tr!(language, "figure-and");
    match keys {
        [] => NONE.to_owned(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} {and} {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_share_of_28_of_95_reads_29() {
        assert_eq!(percent(28.0 / 95.0, Language::Danish), "29\u{a0}%");
        assert_eq!(change(100.0 * 42.0 / 95.0 - 100.0 * 33.0 / 95.0), "+9");
    }

    #[test]
    fn a_fall_has_a_real_minus_sign_and_no_change_has_none() {
        assert_eq!([change(-3.5), change(0.4), change(-0.4), number(-0.2)], ["−4", "0", "0", "0"]);
    }

    #[test]
    fn rounded_ends_may_differ_from_the_rounded_change() {
        assert!(!looks_off(30.0, 40.0));
        assert!(looks_off(10.4, 20.6));
    }

    #[test]
    fn rounds_are_listed_as_people_say_them() {
        assert_eq!(round_names(&["2013", "2014"], Language::Danish), "2013 og 2014");
        assert_eq!(round_names(&[], Language::Danish), NONE);
    }
}
