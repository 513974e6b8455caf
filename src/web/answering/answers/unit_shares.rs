//! In how many of one's units an answer holds, from the page to all who read it.

use diesel::prelude::*;

use crate::domain::access::staff::Role;
use crate::domain::answering::answers::UnitShare;
use crate::domain::rounds::RoundStatus;
use crate::schema::{rounds, sections};
use crate::test_support::respondent::{AskedPost, EMPLOYMENT, PSYCHIATRY, hidden};
use crate::test_support::staff;

const SECTION: &str = "/svar/stilling/afsnit/psykiatri-handicap";
const SAID: &str = "Enheder, det gælder: De fleste";

/// Whether the list of a question stands on a page outside what a browser shows only without script.
fn shows_list(page: &str, name: &str) -> bool {
    let select = format!("name=\"{name}\"");
    page.split("<noscript>").enumerate().any(|(place, part)| {
        let shown = if place == 0 { part } else { part.split_once("</noscript>").map_or("", |(_, rest)| rest) };
        shown.contains(&select)
    })
}

#[actix_web::test]
async fn it_is_asked_under_an_answer_that_is_true_in_part_of_a_question_about_ones_own_unit() {
    let asked = AskedPost::new();
    let page = asked.get(SECTION).await.body;
    assert!(
        page.contains("<template data-template=\"units-0\">") && page.contains("value=\"1\" data-adds=\"units-0\"")
    );
    assert!(page.contains("name=\"e0\"") && !shows_list(&page, "e0"), "without script it is there at once: {page}");
    assert!(!page.contains("name=\"e2\"") && !page.contains("name=\"e3\""), "others are not about the own unit");
    asked.post(SECTION, &[("q0", "1"), ("r0", "0"), ("q2", "1"), ("r2", "0")]).await;
    let page = asked.get(SECTION).await.body;
    assert!(shows_list(&page, "e0") && !page.contains("name=\"e2\""), "{page}");
}

#[actix_web::test]
async fn it_is_saved_with_the_answer_shown_wherever_the_answer_is_and_goes_with_it() {
    let asked = AskedPost::new();
    let page = asked.get(SECTION).await.body;
    let (r0, r1) = (hidden(&page, "r0"), hidden(&page, "r1"));
    let along = hidden(&page, "s1-beskaeftigelse");
    let form =
        [("q0", "1"), ("e0", "most"), ("r0", r0), ("q1", "2"), ("e1", "few"), ("r1", r1), ("s1-beskaeftigelse", along)];
    let reply = asked.post(&format!("{SECTION}/kladde"), &form).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    let stored = |asked: &AskedPost| -> Vec<_> {
        asked.answers().iter().map(|answer| (answer.section, answer.question, answer.unit_share)).collect()
    };
    assert_eq!(
        stored(&asked),
        [(PSYCHIATRY, 0, Some(UnitShare::Most)), (PSYCHIATRY, 1, None), (EMPLOYMENT, 1, None)],
        "red asks for none"
    );
    let page = asked.get(SECTION).await.body;
    assert!(page.contains("<option value=\"most\" selected>De fleste</option>"), "{page}");
    let form = [
        ("q1", "1"),
        ("e1", "few"),
        ("r1", hidden(&page, "r1")),
        ("s1-beskaeftigelse", hidden(&page, "s1-beskaeftigelse")),
    ];
    asked.post(SECTION, &form).await;
    assert_eq!(stored(&asked)[1..], [(PSYCHIATRY, 1, Some(UnitShare::Few)), (EMPLOYMENT, 1, Some(UnitShare::Few))]);
    for path in ["indsend", "udskrift"] {
        let body = asked.get(&format!("/svar/stilling/{path}")).await.body;
        assert!(body.contains(SAID) && body.contains("Enheder, det gælder: Få"), "{path}: {body}");
    }
    let page = asked.get(SECTION).await.body;
    asked.post(SECTION, &[("q0", "1"), ("e0", ""), ("r0", hidden(&page, "r0"))]).await;
    assert_eq!(stored(&asked)[0], (PSYCHIATRY, 0, None), "it can be taken away again");
}

#[actix_web::test]
async fn whoever_wrote_at_the_same_time_is_told_it() {
    let asked = AskedPost::new();
    asked.post(SECTION, &[("q0", "1"), ("e0", "most"), ("r0", "0")]).await;
    let told = asked.post(&format!("{SECTION}/kladde"), &[("q0", "2"), ("r0", "0")]).await;
    assert!(told.body.contains(&format!("Gul ({SAID})")), "{}", told.body);
}

#[actix_web::test]
async fn it_is_handed_in_with_the_answer_and_never_counts() {
    let (plain, told) = (AskedPost::new(), AskedPost::new());
    for (asked, share) in [(&plain, ""), (&told, "most")] {
        let form = [("q0", "1"), ("e0", share), ("r0", "0"), ("q1", "0"), ("q2", "0"), ("q3", "0")];
        asked.post(SECTION, &form).await;
        let reply = asked.post("/svar/stilling/indsendelse", &[("afsnit", "psykiatri-handicap")]).await;
        assert_eq!(reply.status, 303, "{}", reply.body);
    }
    let returned = |asked: &AskedPost| asked.section(PSYCHIATRY).returned;
    assert!(returned(&told).is_some());
    assert_eq!(returned(&told), returned(&plain), "figures are counted from this alone");
    let admin = || staff(Role::Admin, None);
    let path = format!("/rounds/2026/posts/{}", told.invitation.id);
    let read = told.get_as(&path, staff(Role::Consultant, Some("0151"))).await.body;
    assert!(read.contains(SAID), "{read}");
    assert!(told.get("/svar/stilling/kvittering").await.body.contains(SAID));
    let figures = "/rounds/2026/municipalities/0151";
    let [with, without] = [told.get_as(figures, admin()).await, plain.get_as(figures, admin()).await];
    let stripped = |asked: &AskedPost, body: &str| body.replace(asked.invitation.id.as_str(), "");
    assert_eq!(stripped(&told, &with.body), stripped(&plain, &without.body));
}

#[actix_web::test]
async fn the_next_round_shows_it_beside_the_last_answer() {
    let asked = AskedPost::new();
    asked.post(SECTION, &[("q0", "1"), ("e0", "most"), ("r0", "0")]).await;
    asked.change(|conn, asked| {
        let before = (
            rounds::key.eq("2025"),
            rounds::status.eq(RoundStatus::Closed),
            rounds::opens_on.eq(crate::test_support::day(2025, 9, 1)),
        );
        diesel::update(rounds::table).set(before).execute(conn)?;
        diesel::update(sections::table.find(PSYCHIATRY)).set(sections::returned.eq("1...")).execute(conn)?;
        let next =
            crate::test_support::respondent::round("2026", RoundStatus::Open, crate::test_support::day(2026, 9, 1));
        diesel::insert_into(rounds::table).values(&next).execute(conn)?;
        let id = crate::domain::rounds::invitations::InvitationId::new();
        let invitation = crate::domain::rounds::invitations::Invitation {
            id,
            round_id: next.id.clone(),
            ..asked.invitation.clone()
        };
        diesel::insert_into(crate::schema::invitations::table).values(&invitation).execute(conn)?;
        let section =
            crate::test_support::respondent::section(&invitation, 7, crate::domain::Area::PsychiatryDisability);
        diesel::insert_into(sections::table).values(&section).execute(conn)?;
        crate::test_support::respondent::insert_link(conn, &invitation, ("naeste", None))
    });
    let page = asked.get("/svar/naeste/afsnit/psykiatri-handicap").await.body;
    assert!(page.contains(&format!("<p>Gul ({SAID})</p>")), "{page}");
}
