//! Where figures lead: from the country to a package, a recommendation, a question, a municipality and its answers.

use crate::domain::dashboards::subjects::Subject;
use crate::domain::{Area, MunicipalityCode};

/// A package's result.
pub fn package(round: &str, package: &str) -> String {
    format!("/rounds/{round}/packages/{package}")
}

/// A recommendation's result.
pub fn recommendation(round: &str, package: &str, recommendation: &str) -> String {
    format!("/rounds/{round}/packages/{package}/{recommendation}")
}

/// A question's answers, in one area or over all of them.
pub fn question(round: &str, question: &str, area: Option<Area>) -> String {
    let area = area.map_or_else(String::new, |area| format!("?area={area}"));
    format!("/rounds/{round}/questions/{question}{area}")
}

/// A municipality's answers to a package, in an area, or both; its page where neither is given.
pub fn answers(round: &str, code: &MunicipalityCode, package: Option<&str>, area: Option<Area>) -> String {
    let page = format!("/rounds/{round}/municipalities/{code}");
    match (package, area) {
        (None, None) => page,
        (Some(package), None) => format!("{page}?package={package}#answers"),
        (None, Some(area)) => format!("{page}?area={area}#answers"),
        (Some(package), Some(area)) => format!("{page}?package={package}&area={area}#answers"),
    }
}

/// What a municipality is advised about a recommendation, by the keys of its package and its own.
pub fn advice(round: &str, code: &MunicipalityCode, (package, recommendation): (&str, &str)) -> String {
    format!("/rounds/{round}/municipalities/{code}/advice/{package}/{recommendation}")
}

/// Where a municipality shares an example of a recommendation, by the keys of its package and its own.
pub fn practice(round: &str, code: &MunicipalityCode, (package, recommendation): (&str, &str)) -> String {
    format!("/rounds/{round}/municipalities/{code}/practice/{package}/{recommendation}")
}

/// A municipality's answers to what a column of figures is about; `area` is the one that the page looks at.
pub fn answers_to(round: &str, code: &MunicipalityCode, subject: &Subject, area: Option<Area>) -> String {
    match subject {
        Subject::All => answers(round, code, None, area),
        Subject::Package(package) => answers(round, code, Some(&package.key), area),
        Subject::Area(of, _) => answers(round, code, None, Some(*of)),
    }
}
