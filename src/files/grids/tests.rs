use calamine::{Data, Reader, Xlsx};

use super::workbook::ROWS_OF_A_TABLE;
use super::*;

fn head() -> GridHead {
    let column = |key, label: &str, kind| column(key, label.to_owned(), format!("Om {label}"), kind);
    GridHead {
        title: "Scorer".to_owned(),
        notes: vec!["Alle tal er genererede".to_owned()],
        columns: vec![
            column("name", "Kommune", Kind::Text),
            column("n", "Antal", Kind::Count),
            column("score", "Score", Kind::Score),
        ],
        language: Language::Danish,
    }
}

fn row(name: &str, n: usize, score: Option<f64>) -> Vec<Value<'_>> {
    vec![Value::text(name), Value::count(n), Value::Number(score)]
}

fn opened(file: Vec<u8>) -> Xlsx<std::io::Cursor<Vec<u8>>> {
    Xlsx::new(std::io::Cursor::new(file)).unwrap()
}

#[test]
fn a_workbook_has_the_table_with_numbers_as_numbers_and_a_sheet_that_explains_it() {
    let mut file = Vec::new();
    let rows = [row("=1+1", 3, Some(66.666)), row("Ærø", 5, None)];
    let bars = Bars { names: 0, bars: [1, 2], rows: 2 };
    xlsx(&mut file, &head(), rows, Some(bars)).unwrap();
    let mut book = opened(file.clone());
    assert_eq!(book.sheet_names(), ["Tal", "Forklaring"]);
    let sheet = book.worksheet_range("Tal").unwrap();
    assert_eq!(sheet.get_value((0, 2)), Some(&Data::String("Score".into())));
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=1+1".into())), "a text, and no formula");
    assert_eq!(sheet.get_value((1, 2)), Some(&Data::Float(66.666)));
    assert!(matches!(sheet.get_value((2, 2)), None | Some(Data::Empty)), "no score is no zero");
    assert!(book.worksheet_formula("Tal").unwrap().is_empty());
    book.load_tables().unwrap();
    assert_eq!(book.table_names(), [&"Pejl".to_owned()]);
    let about = book.worksheet_range("Forklaring").unwrap();
    let texts: Vec<String> = about.cells().map(|(_, _, cell)| cell.to_string()).collect();
    for text in ["Scorer", "Alle tal er genererede", "Kommune", "name", "Om Score"] {
        assert!(texts.iter().any(|one| one == text), "{text}: {texts:?}");
    }
}

#[test]
fn a_table_longer_than_a_native_one_has_a_filter_and_every_row() {
    let mut file = Vec::new();
    let rows = (0..ROWS_OF_A_TABLE + 1).map(|n| row("Ærø", n, Some(1.0)));
    xlsx(&mut file, &head(), rows, None).unwrap();
    let mut book = opened(file);
    assert_eq!(book.worksheet_range("Tal").unwrap().height(), ROWS_OF_A_TABLE + 2);
    book.load_tables().unwrap();
    assert!(book.table_names().is_empty());
    let mut none = Vec::new();
    xlsx(&mut none, &head(), [], None).unwrap();
    assert_eq!(opened(none).worksheet_range("Tal").unwrap().height(), 1, "a table of nothing has its header");
}

#[test]
fn a_text_file_has_the_keys_and_nothing_that_a_spreadsheet_takes_for_a_formula() {
    let text = csv(Dialect::Generated, &head(), [row("=1+1", 3, Some(66.666))]);
    assert_eq!(String::from_utf8(text).unwrap(), "\u{feff}name;n;score;generated\n'=1+1;3;66,6660;1\n");
}
