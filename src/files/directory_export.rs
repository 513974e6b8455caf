//! The directory as a file to keep or to fill in: CSV for Excel, or a workbook. Brought back, it changes nothing.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::cells::{Dialect, Sheet, neutralised};
use crate::domain::Language;
use crate::domain::rounds::directory::{DirectoryEntry, Holder};

/// In which words a file is written. Both are read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Columns, municipalities and areas by their keys.
    Keys,
    /// By their names in a language, for people who fill the file in.
    Names(Language),
}

const COLUMNS: usize = 9;

impl Wording {
    fn header(self) -> [&'static str; COLUMNS] {
        match self {
            Wording::Keys => {
                ["municipality_code", "department", "post", "areas", "name", "email", "phone", "language", "from_date"]
            }
            Wording::Names(Language::Danish) => {
                ["Kommune", "Afdeling", "Stilling", "Områder", "Navn", "E-mail", "Telefon", "Sprog", "Fra dato"]
            }
            Wording::Names(Language::English) => {
                ["Municipality", "Department", "Post", "Areas", "Name", "Email", "Phone", "Language", "From date"]
            }
        }
    }

    fn row(self, entry: &DirectoryEntry) -> [String; COLUMNS] {
        let of_holder = |value: fn(&Holder) -> &str| entry.holder.as_ref().map_or("", value).to_owned();
        let language = entry.holder.as_ref().map_or(Language::default(), |holder| holder.language);
        let (municipality, areas, spoken) = match self {
            Wording::Keys => {
                let post = &entry.post;
                (post.municipality_code.to_string(), post.areas.as_str().to_owned(), language.as_str())
            }
            Wording::Names(reader) => {
                let areas: Vec<&str> = entry.post.areas.iter().map(|area| area.name(reader)).collect();
                (entry.post.municipality_code.authority(), areas.join(" | "), name_of(language, reader))
            }
        };
        [
            municipality,
            entry.department.clone(),
            entry.post.title.clone(),
            areas,
            of_holder(|holder| &holder.name),
            of_holder(|holder| &holder.email),
            of_holder(|holder| &holder.phone),
            spoken.to_owned(),
            String::new(),
        ]
    }
}

fn name_of(language: Language, reader: Language) -> &'static str {
    match (language, reader) {
        (Language::Danish, Language::Danish) => "dansk",
        (Language::Danish, Language::English) => "Danish",
        (Language::English, Language::Danish) => "engelsk",
        (Language::English, Language::English) => "English",
    }
}

/// Posts as CSV for Excel.
pub fn csv(entries: &[&DirectoryEntry], wording: Wording) -> Vec<u8> {
    let mut sheet = Sheet::new(Dialect::Excel, &wording.header());
    for entry in entries {
        wording.row(entry).iter().for_each(|cell| sheet.text(cell));
        sheet.end_row();
    }
    sheet.into_bytes()
}

/// Posts as a workbook of one sheet. Its cells are texts, which no spreadsheet takes for formulas; only what begins
/// with an apostrophe is neutralised, because a reader takes such an apostrophe away.
///
/// # Errors
/// When there is more than a sheet can hold.
pub fn xlsx(entries: &[&DirectoryEntry], wording: Wording) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(wording.header()) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, entry) in (1..).zip(entries) {
        for (column, cell) in (0..).zip(wording.row(entry)) {
            let cell = if cell.starts_with('\'') { neutralised(&cell) } else { cell };
            sheet.write_string(row, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::directory::{DepartmentId, Post, PostId, compare};
    use crate::files::directory::read;

    fn entry(code: &str, title: &str, phone: &str) -> DirectoryEntry {
        let post = Post {
            id: PostId::new(),
            municipality_code: code.parse().unwrap(),
            department_id: DepartmentId::new(),
            title: title.into(),
            areas: "aeldre|teknik-miljoe".parse().unwrap(),
        };
        let holder = Holder {
            post_id: post.id.clone(),
            name: "Testleder; A".into(),
            email: "a@example.org".into(),
            phone: phone.into(),
            language: Language::English,
        };
        DirectoryEntry { post, department: "Center, Ø".into(), holder: Some(holder), retired_at: None, planned: None }
    }

    #[test]
    fn a_file_brought_back_changes_nothing_in_whichever_words_and_form() {
        let all = [entry("0101", "=Chef", "+45 12"), entry("0400", "'=Leder", "-"), entry("0151", "@Leder", "'+45")];
        let shown: Vec<&DirectoryEntry> = all.iter().collect();
        for wording in [Wording::Keys, Wording::Names(Language::Danish), Wording::Names(Language::English)] {
            for file in [csv(&shown, wording), xlsx(&shown, wording).unwrap()] {
                let rows = read(&file).unwrap();
                let diff = compare(&all, &rows);
                assert_eq!((diff.unchanged, diff.new.len(), diff.changed.len()), (3, 0, 0), "{wording:?} {rows:?}");
            }
        }
    }

    #[test]
    fn a_text_file_has_nothing_that_a_spreadsheet_takes_for_a_formula() {
        let all = [entry("0101", "=cmd|x", "+45 12")];
        let text = String::from_utf8(csv(&[&all[0]], Wording::Keys)).unwrap();
        assert!(
            text.starts_with("\u{feff}municipality_code;") && text.contains(";'=cmd|x;") && text.contains(";'+45 12;")
        );
    }
}
