//! Changes from baseline to current as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use super::scores::NATION;
use crate::domain::Area;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::comparison::CountryChanges;
use crate::domain::scoring::tallies::ResponseTallies;

const HEADER: &[&str] = &[
    "municipality_code",
    "measure",
    "package",
    "area",
    "questions",
    "matched",
    "comparable",
    "paired",
    "paired_baseline",
    "paired_current",
    "paired_change",
];

/// A paired change of a municipality, or of the nation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeLine<'a> {
    /// Municipality code, or [`super::scores::NATION`].
    pub municipality_code: &'a str,
    /// The measure.
    pub measure: Measure,
    /// Key of the package, empty for all.
    pub package: &'a str,
    /// Key of the area, empty for all.
    pub area: &'a str,
    /// Questions in the current round; none for the nation.
    pub questions: Option<usize>,
    /// Questions with a match in the baseline; none for the nation.
    pub matched: Option<usize>,
    /// Comparable cells; none for the nation.
    pub comparable: Option<usize>,
    /// Paired cells; for the nation the municipalities with a change.
    pub paired: usize,
    /// Mean at the baseline over the paired cells, 0 to 100.
    pub paired_baseline: Option<f64>,
    /// Mean now over the paired cells, 0 to 100.
    pub paired_current: Option<f64>,
    /// Current minus baseline, in percentage points.
    pub paired_change: Option<f64>,
}

/// Writes changes in the order given.
pub fn write<'a>(dialect: Dialect, lines: impl IntoIterator<Item = ChangeLine<'a>>) -> Vec<u8> {
    let mut sheet = Sheet::new(dialect, HEADER);
    for line in lines {
        let words = [line.municipality_code, line.measure.as_str(), line.package, line.area];
        words.iter().for_each(|word| sheet.text(word));
        let counts = [line.questions, line.matched, line.comparable, Some(line.paired)];
        counts.into_iter().for_each(|count| sheet.count(count));
        let numbers = [line.paired_baseline, line.paired_current, line.paired_change];
        numbers.into_iter().for_each(|number| sheet.number(number));
        sheet.end_row();
    }
    sheet.into_bytes()
}

/// A comparison's changes line by line: for each group every municipality, then the nation.
pub fn lines<'a>(current: &'a ResponseTallies, country: &'a CountryChanges) -> Vec<ChangeLine<'a>> {
    let mut lines = Vec::new();
    for (index, group) in current.groups.iter().enumerate() {
        let line = ChangeLine {
            municipality_code: NATION,
            measure: group.measure,
            package: group.package.map_or("", |package| &current.edition.packages[package].key),
            area: group.area.as_ref().map_or("", Area::as_str),
            questions: None,
            matched: None,
            comparable: None,
            paired: country.nation[index].n,
            paired_baseline: None,
            paired_current: None,
            paired_change: country.nation[index].change,
        };
        lines.extend(current.municipalities.iter().zip(&country.municipalities).map(|(municipality, changes)| {
            let change = &changes[index];
            ChangeLine {
                municipality_code: municipality.municipality.as_str(),
                questions: Some(change.questions as usize),
                matched: Some(change.matched as usize),
                comparable: Some(change.comparable as usize),
                paired: change.paired as usize,
                paired_baseline: change.baseline,
                paired_current: change.current,
                paired_change: change.change,
                ..line
            }
        }));
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_keep_their_sign_and_zero_has_none() {
        let fall = ChangeLine {
            municipality_code: "0851",
            measure: Measure::Awareness,
            package: "",
            area: "skole",
            questions: Some(4),
            matched: Some(3),
            comparable: Some(3),
            paired: 3,
            paired_baseline: Some(100.0),
            paired_current: Some(200.0 / 3.0),
            paired_change: Some(-100.0 / 3.0),
        };
        let still = ChangeLine { paired_current: None, paired_change: Some(-0.000_01), ..fall };
        let header = HEADER.join(";");
        assert_eq!(
            String::from_utf8(write(Dialect::Machine, [fall, still])).unwrap(),
            format!(
                "{header}\n0851;awareness;;skole;4;3;3;3;100.0000;66.6667;-33.3333\n0851;awareness;;skole;4;3;3;3;100.0000;;0.0000\n"
            )
        );
    }
}
