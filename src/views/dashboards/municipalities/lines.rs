//! A municipality's changes as rows of a chart.

use crate::domain::Language;
use crate::domain::dashboards::municipality::{MunicipalityDashboard, MunicipalityRow};
use crate::domain::dashboards::subjects::{Comparable, Subject};
use crate::views::dashboards::aims;
use crate::views::dashboards::dumbbells::{Line, Words};
use crate::views::dashboards::figures::{comparable, subject, why};

/// A row of the chart for each row of figures; `address` is the page that a row leads into.
pub fn lines(rows: &[MunicipalityRow], address: Option<&str>, language: Language) -> Vec<Line> {
    rows.iter().map(|row| line(row, address, language)).collect()
}

/// The same of a municipality's packages, with whether they reach what the round is held to.
pub fn package_lines(page: &MunicipalityDashboard, address: Option<&str>, language: Language) -> Vec<Line> {
    let aim = page.aim.as_ref();
    let lines = lines(&page.packages, address, language).into_iter().zip(&page.packages);
    lines.map(|(line, row)| aims::own_line(line, &row.subject, aim, language)).collect()
}

/// The words of their chart.
pub fn package_words(page: &MunicipalityDashboard, language: Language) -> Words {
    let words = Words::of_change(&page.round.key, language);
    aims::held_to(words, page.aim.as_ref().map(|aim| &aim.basis), language)
}

/// Where the answers behind a row stand; `address` is the municipality's page.
pub fn answers_of(address: &str, subject: &Subject) -> Option<String> {
    match subject {
        Subject::All => None,
        Subject::Package(package) => Some(format!("{address}?package={}#answers", package.key)),
        Subject::Area(area, _) => Some(format!("{address}?area={area}#answers")),
    }
}

/// Where there is a paired change, both points are of the cells it rests on, so that the line is as
/// long as the change; else the score now stands alone.
fn line(row: &MunicipalityRow, address: Option<&str>, language: Language) -> Line {
    let change = &row.change;
    let link = address.and_then(|address| answers_of(address, &row.subject));
    let bare = Line { label: subject(&row.subject, "", language), link, ..Line::default() };
    if change.change.is_some() {
        let rests = vec![comparable(&Comparable::of_change(change), language)];
        return Line { from: change.baseline, to: change.current, change: change.change, rests, ..bare };
    }
    let note = row.score_missing.or(row.change_missing).map(|missing| why(missing, language));
    Line { to: change.unpaired.current.score, is_unpaired: true, note, ..bare }
}
