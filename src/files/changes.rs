//! Changes from baseline to current as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::dashboards::tables::ChangeLine;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Measure;

    #[test]
    fn changes_keep_their_sign_and_zero_has_none() {
        let fall = ChangeLine {
            municipality_code: "0851",
            measure: Measure::Awareness,
            package: "",
            area: "skole",
            state: "ok",
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
