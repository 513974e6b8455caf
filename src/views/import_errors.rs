//! Faults of files in words: where the fault is, what is wrong and what to do about it.

use crate::domain::Language;
use crate::domain::base::import_errors::{Expected, ImportError, Problem};

/// A fault as one line: the line in the file, the key or column, and a sentence.
pub fn describe(fault: &ImportError, language: Language) -> String {
    let (line, problem) = (fault.line.to_string(), sentence(&fault.problem, language));
    if fault.key.is_empty() {
        return tr!(language, "fault-on-line", line = line, problem = problem);
    }
    tr!(language, "fault-at-key", line = line, key = fault.key.as_str(), problem = problem)
}

/// What is wrong and what to do about it.
pub fn sentence(problem: &Problem, language: Language) -> String {
    match problem {
        Problem::Unreadable(cause) => tr!(language, "fault-unreadable", cause = cause.as_str()),
        Problem::NotUtf8 => tr!(language, "fault-not-utf8"),
        Problem::TooBig(most) => tr!(language, "fault-too-big", most = most.to_string()),
        Problem::SheetTooLong(most) => tr!(language, "fault-sheet-too-long", most = most.to_string()),
        Problem::TooMany(most) => tr!(language, "fault-too-many", most = most.to_string()),
        Problem::TooDeep(most) => tr!(language, "fault-too-deep", most = most.to_string()),
        Problem::AnchorOrAlias => tr!(language, "fault-anchor-or-alias"),
        Problem::SeveralDocuments => tr!(language, "fault-several-documents"),
        Problem::BrokenQuote => tr!(language, "fault-broken-quote"),
        Problem::Empty => tr!(language, "fault-empty"),
        Problem::UnknownKey => tr!(language, "fault-unknown-key"),
        Problem::ReservedKey => tr!(language, "fault-reserved-key"),
        Problem::DuplicateKey => tr!(language, "fault-duplicate-key"),
        Problem::Missing => tr!(language, "fault-missing"),
        Problem::Header { unknown, missing } => header(&unknown.join(", "), &missing.join(", "), language),
        Problem::TooFarAhead(days) => tr!(language, "fault-too-far-ahead", limit = days.to_string()),
        Problem::OtherMunicipality(own) => tr!(language, "fault-other-municipality", own = own.as_str()),
        Problem::Expected(expected) => self::expected(*expected, language),
        Problem::Unknown { value, known } if known.is_empty() => {
            tr!(language, "fault-unknown", value = value.as_str())
        }
        Problem::Unknown { value, known } => {
            tr!(language, "fault-unknown-of", value = value.as_str(), known = known.join(", "))
        }
        Problem::Repeated { value, first_line } => {
            tr!(language, "fault-repeated", value = value.as_str(), first = first_line.to_string())
        }
        Problem::ScaleWithoutPoints => tr!(language, "fault-scale-without-points"),
        Problem::TooManyOptions(most) => tr!(language, "fault-too-many-options", most = most.to_string()),
        Problem::QuestionWithoutArea => tr!(language, "fault-question-without-area"),
        Problem::PointsOrBlank => tr!(language, "fault-points-or-blank"),
        Problem::ControlCharacters => tr!(language, "fault-control-characters"),
        Problem::NotAnAddress(value) => tr!(language, "fault-not-an-address", value = value.as_str()),
        Problem::NotALink(value) => tr!(language, "fault-not-a-link", value = value.as_str()),
        Problem::CellCount { found, expected } => {
            let (found, expected) = (*found, *expected);
            tr!(language, "fault-cell-count", found = found, expected = expected)
        }
        Problem::AreaNotCovered(areas) => tr!(language, "fault-area-not-covered", areas = areas.join(", ")),
        Problem::QuestionNotInArea => tr!(language, "fault-question-not-in-area"),
        Problem::NotAsked => tr!(language, "fault-not-asked"),
        Problem::ReasonMissing => tr!(language, "fault-reason-missing"),
        Problem::TooLong(most) => tr!(language, "fault-too-long", most = most.to_string()),
        Problem::LinkedTwice => tr!(language, "fault-linked-twice"),
        // The words of the file, because it is there that they are mended.
        Problem::MeasuresDiffer { from, to } => {
            tr!(language, "fault-measures-differ", from = from.as_str(), to = to.as_str())
        }
        Problem::SameEdition => tr!(language, "fault-same-edition"),
        Problem::Contradicts { first_line } => tr!(language, "fault-contradicts", first = first_line.to_string()),
    }
}

fn header(unknown: &str, missing: &str, language: Language) -> String {
    match (unknown, missing) {
        (unknown, "") => tr!(language, "fault-header-unknown", unknown = unknown),
        ("", missing) => tr!(language, "fault-header-missing", missing = missing),
        (unknown, missing) => tr!(language, "fault-header", unknown = unknown, missing = missing),
    }
}

fn expected(expected: Expected, language: Language) -> String {
    match expected {
        Expected::Text => tr!(language, "fault-expected-text"),
        Expected::List => tr!(language, "fault-expected-list"),
        Expected::Mapping => tr!(language, "fault-expected-mapping"),
        Expected::WholeNumber => tr!(language, "fault-expected-whole-number"),
        Expected::TrueOrFalse => tr!(language, "fault-expected-true-or-false"),
        Expected::Day => tr!(language, "fault-expected-day"),
        Expected::Key => tr!(language, "fault-expected-key"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_place_and_its_cure() {
        let fault = ImportError::new(1204, "scale", Problem::unknown("trafik", ["grad", "ja-nej"]));
        assert_eq!(
            describe(&fault, Language::Danish),
            "Linje 1204, scale: \"trafik\" findes ikke. Skriv en af disse: grad, ja-nej."
        );
        assert_eq!(
            describe(&fault, Language::English),
            "Line 1204, scale: \"trafik\" does not exist. Write one of these: grad, ja-nej."
        );
        let whole_row = ImportError::new(3, "", Problem::CellCount { found: 5, expected: 7 });
        assert_eq!(
            describe(&whole_row, Language::Danish),
            "Linje 3: Rækken har 5 celler, men overskriften har 7. Ret antallet, og sæt tekst med semikolon i anførselstegn."
        );
    }
}
