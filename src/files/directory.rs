//! The directory as a table: `municipality_code;department;post;areas;name;email;phone`, a `language` column for
//! those who want letters in English, and a `from_date` for a holder who begins later. Headers, municipalities and
//! areas may be written in Danish too.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use super::tables::{self, Columns, MOST_FAULTS, Row};
use crate::domain::base::addresses::is_address;
use crate::domain::base::days::written_day;
use crate::domain::base::import_errors::{Expected, ImportError, Problem, has_control_characters, shortened};
use crate::domain::rounds::directory::{Areas, DirectoryRow};
use crate::domain::{Area, Language, MunicipalityCode, UnknownWord};

/// The columns of a directory file.
pub const COLUMNS: Columns = Columns {
    required: &["municipality_code", "department", "post", "areas", "name", "email", "phone"],
    optional: &["language", "from_date"],
    also: &[
        ("municipality_code", &["kommune", "kommunekode", "kommunenr", "kommunenummer", "municipality"]),
        ("department", &["afdeling", "center"]),
        ("post", &["stilling", "stillingsbetegnelse"]),
        ("areas", &["områder", "område", "forvaltningsområder", "forvaltningsområde", "area"]),
        ("name", &["navn"]),
        ("email", &["e-mail", "mail", "mailadresse", "e-mailadresse"]),
        ("phone", &["telefon", "telefonnummer", "tlf"]),
        ("language", &["sprog"]),
        ("from_date", &["fra dato", "fra", "gælder fra", "from"]),
    ],
};
/// Longest value, in characters; areas may be longer, an e-mail up to its own limit.
const LONGEST: usize = 200;
const AREAS: usize = 3;
const EMAIL: usize = 5;
const FROM: usize = 8;
/// Most words of an area's name that are separated by commas.
const MOST_COMMAS: usize = 3;

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
    let fault =
        |index: usize, problem| ImportError::new(row.line, COLUMNS.all().nth(index).unwrap_or_default(), problem);
    for (index, cell) in row.cells.iter().enumerate() {
        if has_control_characters(cell) {
            faults.push(fault(index, Problem::ControlCharacters));
        } else if ![AREAS, EMAIL].contains(&index) && cell.chars().nth(LONGEST).is_some() {
            faults.push(fault(index, Problem::TooLong(LONGEST)));
        }
    }
    let values: Vec<String> = row.cells.iter().map(|cell| tables::tidy(cell)).collect();
    let [code, department, post, areas, name, email, phone, language, from] = <[String; 9]>::try_from(values).ok()?;
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
    let language = read_language(&language).unwrap_or_else(|problem| {
        faults.push(fault(7, problem));
        None
    });
    let from = read_day(&from).unwrap_or_else(|problem| {
        faults.push(fault(FROM, problem));
        None
    });
    if faults.len() > faults_before {
        return None;
    }
    let (municipality, areas) = (municipality?, areas?);
    Some(DirectoryRow { line: row.line, municipality, department, post, areas, name, email, phone, language, from })
}

fn read_areas(cell: &str) -> Result<Areas, Problem> {
    let mut areas = Vec::new();
    for part in cell.split('|') {
        // The name of an area may have a comma in it, so as much as possible is taken for one name.
        let words: Vec<&str> = part.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        let mut rest = words.as_slice();
        while let Some(first) = rest.first() {
            let most = rest.len().min(MOST_COMMAS);
            let found = (1..=most).rev().find_map(|length| Some((length, Area::named(&rest[..length].join(", "))?)));
            let Some((length, area)) = found else {
                return Err(Problem::unknown(first, Area::ALL.iter().map(Area::as_str)));
            };
            areas.push(area);
            rest = &rest[length..];
        }
    }
    if areas.is_empty() { Err(Problem::Missing) } else { Ok(Areas::new(&areas)) }
}

fn read_language(cell: &str) -> Result<Option<Language>, Problem> {
    match cell.to_lowercase().as_str() {
        "" => Ok(None),
        "dansk" | "danish" => Ok(Some(Language::Danish)),
        "engelsk" | "english" => Ok(Some(Language::English)),
        word => match word.parse() {
            Ok(language) => Ok(Some(language)),
            Err(UnknownWord { word, known }) => Err(Problem::unknown(&word, known.iter().copied())),
        },
    }
}

/// A day as 2026-12-01, as Danes write it, or as the number that a spreadsheet makes of it.
fn read_day(cell: &str) -> Result<Option<NaiveDate>, Problem> {
    if cell.is_empty() {
        return Ok(None);
    }
    let danish = cell.replace(['/', '-', ' '], ".");
    let day = written_day(cell)
        .or_else(|| NaiveDate::parse_from_str(&danish, "%d.%m.%Y").ok().filter(|day| day.year() >= 1000))
        .or_else(|| day_of_spreadsheet(cell.parse().ok()?));
    day.map(Some).ok_or(Problem::Expected(Expected::Day))
}

/// Spreadsheets count days from the last but one of 1899.
fn day_of_spreadsheet(number: u64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (number < 100_000).then(|| first.checked_add_days(Days::new(number))).flatten()
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
    fn a_file_in_danish_is_read_like_one_in_keys() {
        let text = "Telefon;E-mail;Navn;Områder;Stilling;Afdeling;Kommune;Sprog;Fra-dato\n\
            12345678;a@example.org;Testleder;Teknik, miljø og by, Ældre | Skole og SFO;Leder;Center;Ballerup Kommune;engelsk;1.12.2026\n";
        let rows = read(text.as_bytes()).unwrap();
        assert_eq!((rows[0].municipality.as_str(), rows[0].areas.as_str()), ("0151", "aeldre|skole|teknik-miljoe"));
        assert_eq!((rows[0].language, rows[0].email.as_str()), (Some(Language::English), "a@example.org"));
        let day = NaiveDate::from_ymd_opt(2026, 12, 1);
        assert_eq!(rows[0].from, day);
        for written in ["2026-12-01", "01-12-2026", "1/12/2026", "46357"] {
            assert_eq!(read(text.replace("1.12.2026", written).as_bytes()).unwrap()[0].from, day, "{written}");
        }
        for wrong in ["i morgen", "31.2.2026", "1.12.26", "999999", "-1"] {
            let found = read(text.replace("1.12.2026", wrong).as_bytes()).unwrap_err();
            assert_eq!(found, [ImportError::new(2, "from_date", Problem::Expected(Expected::Day))], "{wrong}");
        }
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
