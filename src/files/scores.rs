//! Scores as a table for programs and spreadsheets.

use super::cells::{Dialect, Sheet};
use crate::domain::Area;
use crate::domain::catalogue::Measure;
use crate::domain::scoring::scores::CountryScores;
use crate::domain::scoring::tallies::ResponseTallies;

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

/// The word that stands for the nation in the column of municipality codes.
pub const NATION: &str = "DK";

/// A score of a municipality, or of the nation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreLine<'a> {
    /// Key of the round.
    pub round: &'a str,
    /// Municipality code, or [`NATION`].
    pub municipality_code: &'a str,
    /// The measure.
    pub measure: Measure,
    /// Key of the package, empty for all.
    pub package: &'a str,
    /// Key of the area, empty for all.
    pub area: &'a str,
    /// The word for the state.
    pub state: &'a str,
    /// Asked cells; none for the nation.
    pub asked: Option<usize>,
    /// Applicable cells; none for the nation.
    pub applicable: Option<usize>,
    /// Valid cells; for the nation the municipalities with a score.
    pub valid: usize,
    /// Share of applicable cells that are valid, 0 to 1.
    pub coverage: Option<f64>,
    /// Score, 0 to 100.
    pub score: Option<f64>,
    /// Score with "ved ikke" as 0, 0 to 100.
    pub strict_score: Option<f64>,
}

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

/// A round's scores line by line: for each group every municipality, then the nation.
pub fn lines<'a>(returns: &'a ResponseTallies, country: &'a CountryScores) -> Vec<ScoreLine<'a>> {
    let mut lines = Vec::new();
    for (index, group) in returns.groups.iter().enumerate() {
        let line = ScoreLine {
            round: &returns.round,
            municipality_code: NATION,
            measure: group.measure,
            package: group.package.map_or("", |package| &returns.edition.packages[package].key),
            area: group.area.as_ref().map_or("", Area::as_str),
            state: country.nation[index].state.as_str(),
            asked: None,
            applicable: None,
            valid: country.nation[index].n,
            coverage: None,
            score: country.nation[index].score,
            strict_score: None,
        };
        lines.extend(returns.municipalities.iter().zip(&country.municipalities).map(|(municipality, scores)| {
            let score = &scores[index];
            ScoreLine {
                municipality_code: municipality.municipality.as_str(),
                state: score.state.as_str(),
                asked: Some(score.asked as usize),
                applicable: Some(score.applicable as usize),
                valid: score.valid as usize,
                coverage: score.coverage,
                score: score.score,
                strict_score: score.strict_score,
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
