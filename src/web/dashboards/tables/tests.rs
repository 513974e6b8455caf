use calamine::{Data, Range, Reader, Xlsx};

use crate::domain::access::staff::Role;
use crate::test_support::{Reply, measured_rounds};

fn sheet(reply: &Reply) -> Range<Data> {
    let mut book = Xlsx::new(std::io::Cursor::new(reply.bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Tal", "Forklaring"]);
    assert!(book.worksheet_formula("Tal").unwrap().is_empty());
    book.worksheet_range("Tal").unwrap()
}

/// The row in which each of the words is a cell.
fn row<'a>(sheet: &'a Range<Data>, words: &[&str]) -> &'a [Data] {
    let texts = |row: &[Data]| row.iter().map(Data::to_string).collect::<Vec<String>>();
    let has = |row: &&[Data]| words.iter().all(|word| texts(row).iter().any(|text| text == word));
    sheet.rows().find(has).unwrap_or_else(|| panic!("{words:?}: {sheet:?}"))
}

#[actix_web::test]
async fn scores_and_changes_have_names_regions_and_numbers_that_are_numbers() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let scores = sheet(&service.get_as("/rounds/2015/tables/scores.xlsx", &admin).await);
    let aarhus = row(&scores, &["0751", "Implementering", "tobak", "Alle områder"]);
    assert!(aarhus.contains(&Data::String("Region Midtjylland".into())), "{aarhus:?}");
    assert!(aarhus.contains(&Data::Float(75.0)) && aarhus.contains(&Data::Float(2.0)), "{aarhus:?}");
    row(&scores, &["DK", "Hele landet", "Implementering"]);
    let changes = sheet(&service.get_as("/rounds/2015/municipalities/0751/tables/changes.xlsx", &admin).await);
    assert_eq!(row(&changes, &["0751", "tobak", "Alle områder"]).last(), Some(&Data::Float(75.0)));
    assert!(changes.rows().all(|row| row[0] != Data::String("DK".into())));
}

#[actix_web::test]
async fn figures_in_files_are_those_of_the_pages() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/country", &admin).await.body;
    let figures = service.get_as("/rounds/2015/tables/figures.csv", &admin).await.body;
    // Seven municipalities have a change: six of 50 points and one of 75.
    assert!(page.contains("+54") && figures.contains(";53,5714;7;7;0;0;2;2;"), "{figures}");
    let book = sheet(&service.get_as("/rounds/2015/tables/figures.xlsx", &admin).await);
    row(&book, &["tobak", "Tobak", "2013", "ok"]);
    let spread = "/rounds/2015/questions/tobak.samlet/tables/distribution";
    let csv = service.get_as(&format!("{spread}.csv"), &admin).await.body;
    assert!(csv.contains("\n2013;hoej;I høj grad;ok;0,0000;0,0000;8;8\n"), "{csv}");
    assert!(csv.contains("\n2015;hoej;I høj grad;ok;1,0000;1,0000;8;8\n"), "{csv}");
    row(&sheet(&service.get_as(&format!("{spread}.xlsx"), &admin).await), &["2015", "I høj grad", "ok"]);
    let trend = sheet(&service.get_as("/rounds/2015/municipalities/0751/tables/trend.xlsx", &admin).await);
    row(&trend, &["2015", "0751", "Aarhus", "Alle pakker", "75"]);
}

#[actix_web::test]
async fn a_reader_of_some_municipalities_gets_theirs_and_no_figure_of_too_few_others() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851", "0101"]).await;
    let spread = service.get_as("/rounds/2015/questions/tobak.samlet/tables/distribution.csv", &consultant).await.body;
    assert!(spread.contains("2015;hoej;I høj grad;suppressed;;;;\n"), "{spread}");
    for path in ["questions/tobak.kurser/tables/answers.csv", "tables/status.csv", "tables/answers.csv"] {
        let csv = service.get_as(&format!("/rounds/2015/{path}"), &consultant).await.body;
        assert!(csv.contains("Aarhus") && !csv.contains("Frederiksberg"), "{path}: {csv}");
    }
    let scores = sheet(&service.get_as("/rounds/2015/tables/scores.xlsx", &consultant).await);
    let codes: Vec<String> = scores.rows().skip(1).map(|row| row[1].to_string()).collect();
    assert!(codes.iter().all(|code| ["0751", "0461", "0851", "0101"].contains(&code.as_str())), "{codes:?}");
}

#[actix_web::test]
async fn every_answer_that_was_handed_in_is_a_row_and_none_of_a_round_that_is_not_begun() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let csv = service.get_as("/rounds/2015/tables/answers.csv", &admin).await.body;
    // Eight municipalities answered four questions, but 0155 only three.
    assert_eq!(csv.lines().count(), 1 + 31, "{csv}");
    assert!(csv.contains("0751;Aarhus;Region Midtjylland;2;Sundhedschef;Sundhed;Tobak;Implementering;tobak.kurser;Grøn: færdig;100,0000"), "{csv}");
    let book = sheet(&service.get_as("/rounds/2015/tables/answers.xlsx", &admin).await);
    assert_eq!(book.height(), 32);
    row(&book, &["0155", "Tobak", "Samlet vurdering", "I høj grad", "100"]);
    let open = service.get_as("/rounds/2026/tables/answers.csv", &admin).await.body;
    assert_eq!(open.lines().count(), 1, "{open}");
}

#[actix_web::test]
async fn status_says_who_has_answered() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let csv = service.get_as("/rounds/2026/tables/status.csv", &admin).await.body;
    assert!(csv.contains("\n0751;Aarhus;Region Midtjylland;2;1;0;0;0;0;0,0000;\n"), "{csv}");
    let book = sheet(&service.get_as("/rounds/2015/tables/status.xlsx", &admin).await);
    assert_eq!(book.height(), 9, "eight municipalities under the header");
}
