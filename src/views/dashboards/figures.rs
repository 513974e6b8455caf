//! How figures read: whole numbers, changes in points, shares, and the words for why there is none.
//!
//! Everything is rounded here, once, by the domain's rule; a difference arrives already taken.

use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::peer_groups::Benchmark;
use crate::domain::dashboards::subjects::{Comparable, Missing, Subject};

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
    tr!(language, "figure-points", count = whole(value), change = change(value))
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

/// What a figure is about, in words; `all` stands for everything.
pub fn subject(subject: &Subject, all: &str, language: Language) -> String {
    match subject {
        Subject::All => all.to_owned(),
        Subject::Package(package) => package.label.in_language(language).to_owned(),
        Subject::Area(_, label) => label.in_language(language).to_owned(),
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

/// Why there is no figure.
pub fn why(missing: Missing, language: Language) -> String {
    match missing {
        Missing::NotAsked => tr!(language, "state-not-asked"),
        Missing::NotApplicable => tr!(language, "state-not-applicable"),
        Missing::Insufficient(coverage) => {
            tr!(language, "state-insufficient", coverage = percent(coverage, language))
        }
        Missing::InsufficientPairs(coverage) => {
            tr!(language, "state-insufficient-pair", coverage = percent(coverage, language))
        }
        Missing::NotComparable => tr!(language, "state-not-comparable"),
        Missing::FirstAsked => tr!(language, "state-first-asked"),
        Missing::NobodyHasOne => tr!(language, "state-insufficient-all"),
        Missing::Suppressed => tr!(language, "figure-suppressed-long"),
    }
}

/// "14 af 18 spørgsmål", with a star where some were reworded; [`REWORDED`] stands in the caption.
pub fn comparable(one: &Comparable, language: Language) -> String {
    let count = tr!(language, "figure-comparable", matched = one.matched, questions = one.questions);
    if one.reworded { format!("{count}{REWORDED}") } else { count }
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
pub fn round_names<Key: AsRef<str>>(keys: &[Key], language: Language) -> String {
    let and = tr!(language, "figure-and");
    match keys {
        [] => NONE.to_owned(),
        [one] => one.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            format!("{} {and} {}", before.join(", "), last.as_ref())
        }
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
        assert_eq!(round_names::<&str>(&[], Language::Danish), NONE);
    }
}
