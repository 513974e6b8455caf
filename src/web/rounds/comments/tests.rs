use calamine::{Data, Reader, Xlsx};
use diesel::prelude::*;

use crate::domain::access::staff::Role;
use crate::domain::answering::answers::Answer;
use crate::schema::{answers, sections};
use crate::test_support::respondent::{AskedPost, EMPLOYMENT, PSYCHIATRY, at};
use crate::test_support::staff;

const COMMENTS: &str = "/rounds/2026/comments";

/// Psychiatry is handed in with something written beside two answers; employment is a draft.
fn asked() -> AskedPost {
    let asked = AskedPost::new();
    asked.change(|conn, _| {
        let done = (sections::handed_in_at.eq(at(11, 0)), sections::returned.eq("3.1."));
        diesel::update(sections::table.find(PSYCHIATRY)).set(done).execute(conn)?;
        let said = |text: &str| Some(text.to_owned());
        let answer = |section, question, choice| Answer { section, question, choice, revision: 1, ..Answer::default() };
        let rows = [
            Answer { reason: said("=Ingen Øvrige botilbud"), ..answer(PSYCHIATRY, 0, Some(3)) },
            Answer { comment: said("Vi er <i gang>"), quote: said("Planen er god"), ..answer(PSYCHIATRY, 2, Some(1)) },
            Answer { comment: said("Kun en kladde"), ..answer(EMPLOYMENT, 1, Some(0)) },
        ];
        rows.iter().try_for_each(|row| diesel::insert_into(answers::table).values(row).execute(conn).map(|_| ()))
    });
    asked
}

#[actix_web::test]
async fn what_leaders_wrote_is_read_with_its_answer_and_no_draft_is() {
    let asked = asked();
    let page = asked.get_as(COMMENTS, staff(Role::Coordinator, Some("0151"))).await;
    assert_eq!(page.status, 200);
    for text in ["2 svar med begrundelse", "=Ingen Øvrige botilbud", "Vi er &lt;i gang&gt;", "Planen er god"] {
        assert!(page.body.contains(text), "{text}: {}", page.body);
    }
    assert!(!page.body.contains("Kun en kladde"));
    let post = format!("/rounds/2026/posts/{}#psychiatry", asked.invitation.id).replace("#psychiatry", "#");
    assert!(page.body.contains(&post) && page.body.contains("/rounds/2026/municipalities/0151"), "{}", page.body);
    let round = asked.get_as("/rounds/2026", staff(Role::Coordinator, Some("0151"))).await;
    assert!(round.body.contains(&format!("href=\"{COMMENTS}\"")));
}

#[actix_web::test]
async fn nobody_reads_more_than_the_leaders_were_told() {
    let asked = asked();
    for (role, codes, is_shown) in [
        (Role::Coordinator, Some("0101"), false),
        (Role::Consultant, Some("0101|0147"), false),
        (Role::Consultant, Some("0101|0151"), true),
        (Role::Consultant, None, true),
        (Role::Admin, None, true),
    ] {
        let chosen = format!("{COMMENTS}?municipality=0151");
        let is_seen = codes.is_none_or(|codes| codes.contains("0151"));
        assert_eq!(asked.get_as(&chosen, staff(role, codes)).await.status, if is_seen { 200 } else { 404 });
        for path in [COMMENTS, &chosen, "/rounds/2026/comments.csv"] {
            let body = asked.get_as(path, staff(role, codes)).await.body;
            assert_eq!(body.contains("botilbud"), is_shown, "{role:?} {codes:?} {path}: {body}");
        }
    }
    assert_eq!(asked.get(COMMENTS).await.status, 303);
}

#[actix_web::test]
async fn they_are_found_by_words_area_package_and_answer() {
    let asked = asked();
    let edition = crate::test_support::respondent::edition();
    let scale = &edition.scales[edition.questions[0].scale];
    let answer = format!("answer={}.{}", scale.key, scale.options[3].key);
    for (query, found) in [
        ("q=%C3%98VRIGE+botilbud", [true, false]),
        ("q=plan", [false, true]),
        ("q=findes+ikke", [false, false]),
        ("area=psykiatri-handicap", [true, true]),
        ("area=skole", [false, false]),
        (answer.as_str(), [true, false]),
    ] {
        let page = asked.get_as(&format!("{COMMENTS}?{query}"), staff(Role::Admin, None)).await.body;
        assert_eq!(["botilbud</div>", "Planen er god"].map(|text| page.contains(text)), found, "{query}: {page}");
    }
}

#[actix_web::test]
async fn files_hold_the_same_and_no_formula() {
    let asked = asked();
    let csv = asked.get_as("/rounds/2026/comments.csv?q=botilbud", staff(Role::Admin, None)).await.body;
    assert!(csv.starts_with("\u{feff}municipality_code;municipality;region;post;"), "{csv}");
    assert!(csv.contains(";'=Ingen Øvrige botilbud;") && csv.lines().count() == 2, "{csv}");
    let file = asked.get_as("/rounds/2026/comments.xlsx", staff(Role::Admin, None)).await.bytes;
    let mut book = Xlsx::new(std::io::Cursor::new(file)).unwrap();
    let sheet = book.worksheet_range("Tal").unwrap();
    assert_eq!((sheet.height(), sheet.width()), (3, 13));
    let texts: Vec<String> = sheet.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(texts.iter().any(|text| text == "=Ingen Øvrige botilbud"), "{texts:?}");
    assert!(sheet.cells().all(|(_, _, cell)| matches!(cell, Data::String(_) | Data::Empty)));
    assert!(book.worksheet_formula("Tal").unwrap().is_empty());
}
