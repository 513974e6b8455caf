//! The directory as a table: `municipality_code;department;post;areas;name;email;phone`, and a
//! `language` column for those who want letters in English.

use std::collections::HashMap;

use super::tables::{self, Columns, MOST_FAULTS, Row};
use crate::domain::base::addresses::is_address;
use crate::domain::base::import_errors::{ImportError, Problem, has_control_characters, shortened};
use crate::domain::rounds::directory::{Areas, DirectoryRow};
use crate::domain::{Area, Language, MunicipalityCode, UnknownWord};

/// The columns of a directory file.
pub const COLUMNS: Columns = Columns {
    required: &["municipality_code", "department", "post", "areas", "name", "email", "phone"],
    optional: &["language"],
};
/// Longest value, in characters; areas may be longer, an e-mail up to its own limit.
const LONGEST: usize = 200;
const AREAS: usize = 3;
const EMAIL: usize = 5;

/// Reads a directory file. Errs with every fault in order of lines.
pub fn read(bytes: &[u8]) -> Result<Vec<DirectoryRow>, Vec<ImportError>> {
    let mut faults = Vec::new();
    let mut seen: HashMap<(MunicipalityCode, String), usize> = HashMap::new();
    let mut rows = Vec::new();
    for row in tables::read(bytes, COLUMNS)? {
        if faults.len() >= MOST_FAULTS {
            break;
        }
        let Some(row) = directory_row(&row, &mut faults) else { continue };
        let key = (row.municipality.clone(), row.post.clone());
        let first_line = *seen.entry(key).or_insert(row.line);
        if first_line != row.line {
            faults.push(ImportError::new(row.line, "post", Problem::repeated(&row.post, first_line)));
        }
        rows.push(row);
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn directory_row(row: &Row, faults: &mut Vec<ImportError>) -> Option<DirectoryRow> {
    let faults_before = faults.len();
    let fault = |index: usize, problem| {
        let names = COLUMNS.required.iter().chain(COLUMNS.optional);
        ImportError::new(row.line, names.copied().nth(index).unwrap_or_default(), problem)
    };
    for (index, cell) in row.cells.iter().enumerate() {
        if has_control_characters(cell) {
            faults.push(fault(index, Problem::ControlCharacters));
        } else if ![AREAS, EMAIL].contains(&index) && cell.chars().nth(LONGEST).is_some() {
            faults.push(fault(index, Problem::TooLong(LONGEST)));
        }
    }
    let values: Vec<String> = row.cells.iter().map(|cell| tables::tidy(cell)).collect();
    let [code, department, post, areas, name, email, phone, language] = <[String; 8]>::try_from(values).ok()?;
    let municipality = tables::municipality(&code).map_err(|problem| faults.push(fault(0, problem))).ok();
    for (index, value) in [(1, &department), (2, &post)] {
        if value.is_empty() {
            faults.push(fault(index, Problem::Missing));
        }
    }
    let areas = read_areas(&areas).map_err(|problem| faults.push(fault(AREAS, problem))).ok();
    if !email.is_empty() && !is_address(&email) && !has_control_characters(&row.cells[EMAIL]) {
        faults.push(fault(EMAIL, Problem::NotAnAddress(shortened(&email))));
    }
    let language = match language.to_lowercase().parse::<Language>() {
        Ok(language) => Some(language),
        Err(UnknownWord { word, known }) => {
            if !word.is_empty() {
                faults.push(fault(7, Problem::unknown(&word, known.iter().copied())));
            }
            None
        }
    };
    if faults.len() > faults_before {
        return None;
    }
    let (municipality, areas) = (municipality?, areas?);
    Some(DirectoryRow { line: row.line, municipality, department, post, areas, name, email, phone, language })
}

fn read_areas(cell: &str) -> Result<Areas, Problem> {
    let words = cell.split('|').map(str::trim).filter(|word| !word.is_empty());
    let areas: Result<Vec<Area>, UnknownWord> = words.map(str::parse).collect();
    match areas {
        Ok(areas) if areas.is_empty() => Err(Problem::Missing),
        Ok(areas) => Ok(Areas::new(&areas)),
        Err(UnknownWord { word, known }) => Err(Problem::unknown(&word, known.iter().copied())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::xlsx::tests::workbook;
    use proptest::prelude::*;

    const HEADER: &str = "municipality_code;department;post;areas;name;email;phone;language\n";

    fn faults(rows: &str) -> Vec<(usize, String, Problem)> {
        let found = read(format!("{HEADER}{rows}").as_bytes()).unwrap_err();
        found.into_iter().map(|fault| (fault.line, fault.key, fault.problem)).collect()
    }

    #[test]
    fn rows_are_read_tidied() {
        let text =
            "151; Center  for Voksne;Leder;sundhed | psykiatri-handicap|;Testleder A;a@example.org;'+45 12 34;EN\n";
        let rows = read(format!("{HEADER}{text}0751;C;Leder;skole;;;;\n").as_bytes()).unwrap();
        assert_eq!((rows[0].municipality.as_str(), rows[0].department.as_str()), ("0151", "Center for Voksne"));
        assert_eq!((rows[0].areas.as_str(), rows[0].phone.as_str()), ("sundhed|psykiatri-handicap", "+45 12 34"));
        assert_eq!((rows[0].language, rows[1].language), (Some(Language::English), None));
    }

    #[test]
    fn a_workbook_is_read_like_a_csv() {
        let cells = |row: usize, values: &[&str]| -> String {
            let cell = |(index, value): (usize, &&str)| {
                let column = char::from(b'A' + index as u8);
                format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{value}</t></is></c>")
            };
            let cells: String = values.iter().enumerate().map(cell).collect();
            format!("<row r=\"{row}\">{cells}</row>")
        };
        let header = cells(1, COLUMNS.required);
        let row = cells(5, &["151", "Center", "Leder", "sundhed", "Testleder"])
            .replace("<c r=\"A5\" t=\"inlineStr\"><is><t>151</t></is></c>", "<c r=\"A5\"><v>151</v></c>");
        let rows = read(&workbook(&format!("{header}{row}"), "<sst/>")).unwrap();
        assert_eq!((rows[0].line, rows[0].municipality.as_str(), rows[0].email.as_str()), (5, "0151", ""));
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let areas = Area::ALL.iter().map(Area::as_str);
        let named = |line, key: &str, problem| (line, key.to_owned(), problem);
        assert_eq!(
            faults(
                "0411;C;P;sundhed;;;;\n0151;;;;;;;\n0151;C;P;helse;;a b@example.org;;fr\n0151;C;P;skole;;;;\n0151;C; P;skole;;;;\n"
            ),
            [
                named(2, "municipality_code", Problem::unknown("0411", [])),
                named(3, "department", Problem::Missing),
                named(3, "post", Problem::Missing),
                named(3, "areas", Problem::Missing),
                named(4, "areas", Problem::unknown("helse", areas)),
                named(4, "email", Problem::NotAnAddress("a b@example.org".into())),
                named(4, "language", Problem::unknown("fr", ["da", "en"])),
                named(6, "post", Problem::repeated("P", 5)),
            ]
        );
        assert_eq!(faults(&format!("0151;C;{};skole;;;;\n", "å".repeat(201)))[0].2, Problem::TooLong(200));
        let injected = "0151;C;P;skole;\"A\nB\";\"a@example.org\r\nBcc: b@example.org\";;\n";
        assert_eq!(
            faults(injected),
            [named(2, "name", Problem::ControlCharacters), named(2, "email", Problem::ControlCharacters),]
        );
    }

    proptest! {
        #[test]
        fn odd_rows_never_panic(rows in "([;\"\n=|@a]|0151|skole|\\PC){0,40}") {
            let _ = read(format!("{HEADER}{rows}").as_bytes());
        }
    }
}
