//! A trend as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::dashboards::subjects::Subject;
use crate::domain::dashboards::trend::{PointBasis, Trend};

const HEADER: &[&str] =
    &["round", "edition", "municipality_code", "measure", "package", "state", "n", "coverage", "score", "continues"];

/// Stands for a score that is held back.
const SUPPRESSED: &str = "suppressed";

/// Writes a trend line by line: each measure and package, round by round. `municipality_code` is
/// `DK` for the nation. `continues` is 1 where the score may be held against the
/// last score before.
pub fn write(dialect: Dialect, municipality_code: &str, trend: &Trend) -> Vec<u8> {
    let mut sheet = Sheet::new(dialect, HEADER);
    for series in &trend.series {
        // Areas have no column here; the workbook and its CSV have one.
        let package = match &series.subject {
            Subject::All => "",
            Subject::Package(package) => package.key.as_str(),
            Subject::Area(..) => continue,
        };
        for (round, point) in trend.rounds.iter().zip(&series.points) {
            let (state, n) = match point.standing {
                PointBasis::Shown { n, .. } => ("ok", Some(n)),
                PointBasis::Suppressed => (SUPPRESSED, None),
                PointBasis::None(state) => (state.as_str(), None),
            };
            let words = [&round.key, &round.edition, municipality_code, series.measure.as_str(), package, state];
            words.iter().for_each(|word| sheet.text(word));
            sheet.count(n);
            sheet.number(point.coverage);
            sheet.number(point.standing.score());
            sheet.count(Some(usize::from(point.is_joined)));
            sheet.end_row();
        }
    }
    sheet.into_bytes()
}
