//! Scores as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::dashboards::tables::ScoreLine;

const HEADER: &[&str] = &[
    "round",
    "municipality_code",
    "measure",
    "package",
    "area",
    "state",
    "asked",
    "applicable",
    "valid",
    "coverage",
    "score",
    "strict_score",
];

/// Writes scores in the order given.
pub fn write<'a>(dialect: Dialect, lines: impl IntoIterator<Item = ScoreLine<'a>>) -> Vec<u8> {
    let mut sheet = Sheet::new(dialect, HEADER);
    for line in lines {
        let words = [line.round, line.municipality_code, line.measure.as_str(), line.package, line.area, line.state];
        words.iter().for_each(|word| sheet.text(word));
        [line.asked, line.applicable, Some(line.valid)].into_iter().for_each(|count| sheet.count(count));
        [line.coverage, line.score, line.strict_score].into_iter().for_each(|number| sheet.number(number));
        sheet.end_row();
    }
    sheet.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Measure;
    use crate::domain::dashboards::tables::NATION;

    const MUNICIPALITY: ScoreLine = ScoreLine {
        round: "2013",
        municipality_code: "0151",
        measure: Measure::Implementation,
        package: "tobak",
        area: "",
        state: "ok",
        asked: Some(4),
        applicable: Some(4),
        valid: 3,
        coverage: Some(0.75),
        score: Some(200.0 / 3.0),
        strict_score: Some(50.0),
    };

    #[test]
    fn scores_are_written_for_programs_and_for_excel() {
        let nation = ScoreLine {
            municipality_code: NATION,
            asked: None,
            applicable: None,
            coverage: None,
            strict_score: None,
            ..MUNICIPALITY
        };
        let header = HEADER.join(";");
        assert_eq!(
            String::from_utf8(write(Dialect::Machine, [MUNICIPALITY, nation])).unwrap(),
            format!(
                "{header}\n2013;0151;implementation;tobak;;ok;4;4;3;0.7500;66.6667;50.0000\n2013;DK;implementation;tobak;;ok;;;3;;66.6667;\n"
            )
        );
        assert_eq!(
            String::from_utf8(write(Dialect::Excel, [ScoreLine { round: "=1", ..MUNICIPALITY }])).unwrap(),
            format!("\u{feff}{header}\n'=1;0151;implementation;tobak;;ok;4;4;3;0,7500;66,6667;50,0000\n")
        );
    }
}
