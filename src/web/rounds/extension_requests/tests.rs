use diesel::prelude::*;

use crate::domain::access::staff::{Role, Staff};
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::RoundStatus;
use crate::schema::{letters, rounds};
use crate::store;
use crate::test_support::respondent::{AskedPost, TOKEN};
use crate::test_support::{admin, day, staff};

/// A post of Ballerup that has asked for more time, if it likes until a day.
async fn asking(until: &str) -> AskedPost {
    let asked = AskedPost::new();
    ask(&asked, until).await;
    asked
}

async fn ask(asked: &AskedPost, until: &str) {
    let form = [("begrundelse", "Vi mangler en leder"), ("dag", until)];
    assert_eq!(asked.post(&format!("/svar/{TOKEN}/mere-tid"), &form).await.status, 303);
}

fn coordinator() -> Staff {
    staff(Role::Coordinator, Some("0151"))
}

fn page(asked: &AskedPost) -> String {
    format!("/rounds/2026/posts/{}/extension-request", asked.invitation.id)
}

fn request(asked: &AskedPost) -> String {
    let all = asked.db.read(|conn| Ok(store::extension_requests::list_by_invitation(conn, &asked.invitation.id)?));
    all.unwrap().pop().unwrap().id.to_string()
}

fn sent(asked: &AskedPost) -> Vec<LetterKind> {
    let all = letters::table.order(letters::id).select(Letter::as_select());
    let all: Vec<Letter> = asked.db.read(|conn| Ok(all.load(conn)?)).unwrap();
    all.into_iter().map(|letter| letter.kind).collect()
}

#[actix_web::test]
async fn a_coordinator_is_told_at_home_and_in_the_list_and_gives_time_with_one_click() {
    let asked = asking("2026-10-22").await;
    let path = page(&asked);
    for page in ["/", "/rounds/2026/municipalities/0151/status"] {
        let shown = asked.get_as(page, coordinator()).await.body;
        assert!(shown.contains("Beder om mere tid") && shown.contains(&path), "{page}: {shown}");
        let to_others = asked.get_as(page, staff(Role::Consultant, Some("0151"))).await.body;
        assert!(!to_others.contains(&path), "{page}: {to_others}");
    }
    let shown = asked.get_as(&path, coordinator()).await.body;
    assert!(shown.contains("Vi mangler en leder") && shown.contains("Forlæng fristen til 22. oktober 2026"), "{shown}");
    let click = [("request", request(&asked)), ("last_day", "2026-10-22".to_owned())];
    let click: Vec<(&str, &str)> = click.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        let reply = asked.post_as(&format!("{path}/granting"), &click, coordinator()).await;
        assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, "/rounds/2026/municipalities/0151/status"));
    }
    assert_eq!(asked.stored_invitation().extended_to, Some(day(2026, 10, 22)));
    assert_eq!(sent(&asked), [LetterKind::Extended], "one letter for two clicks");
    let done = asked.get_as(&path, coordinator()).await.body;
    assert!(done.contains("Fristen er forlænget til 22. oktober 2026") && !done.contains("granting"), "{done}");
    assert!(!asked.get_as("/", coordinator()).await.body.contains("Beder om mere tid"));
    let told = asked.get(&format!("/svar/{TOKEN}/mere-tid")).await.body;
    assert!(told.contains("Din frist er forlænget til 22. oktober 2026"), "{told}");
}

#[actix_web::test]
async fn a_request_is_declined_with_a_sentence_and_can_be_made_again() {
    let asked = asking("").await;
    let path = page(&asked);
    let no = request(&asked);
    let form = [("request", no.as_str()), ("because", "")];
    let empty = asked.post_as(&format!("{path}/declining"), &form, admin()).await;
    assert!(empty.status == 422 && empty.body.contains("href=\"#because\""), "{}", empty.body);
    let form = [("request", no.as_str()), ("because", "Udvalget mødes 20. oktober.")];
    for _ in 0..2 {
        assert_eq!(asked.post_as(&format!("{path}/declining"), &form, coordinator()).await.status, 303);
    }
    assert_eq!(sent(&asked), [LetterKind::ExtensionDeclined]);
    let told = asked.get(&format!("/svar/{TOKEN}/mere-tid")).await.body;
    assert!(told.contains("Udvalget mødes 20. oktober.") && told.contains("<textarea"), "{told}");
    let late = [("request", no.as_str()), ("last_day", "2026-10-22")];
    let late = asked.post_as(&format!("{path}/granting"), &late, admin()).await;
    assert!(late.status == 409 && late.body.contains("Ønsket om mere tid er besvaret"), "{}", late.body);
    assert_eq!(asked.stored_invitation().extended_to, None);
    for time in 0..2 {
        asked.clock.set(day(2026, 10, 2 + time).and_hms_opt(12, 0, 0).unwrap());
        ask(&asked, "").await;
        let form = [("request", request(&asked)), ("because", format!("Stadig nej {time}"))];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(asked.post_as(&format!("{path}/declining"), &form, admin()).await.status, 303);
    }
    let last = asked.get(&format!("/svar/{TOKEN}/mere-tid")).await.body;
    assert!(!last.contains("<textarea") && last.contains("tre gange"), "{last}");
}

#[actix_web::test]
async fn a_request_is_not_there_for_other_municipalities_and_consultants() {
    let asked = asking("").await;
    let (path, request) = (page(&asked), request(&asked));
    let form = [("request", request.as_str()), ("last_day", "2026-10-22"), ("because", "Nej")];
    for other in [staff(Role::Coordinator, Some("0101")), staff(Role::Consultant, Some("0151"))] {
        assert_eq!(asked.get_as(&path, other.clone()).await.status, 404);
        for answer in ["granting", "declining"] {
            assert_eq!(asked.post_as(&format!("{path}/{answer}"), &form, other.clone()).await.status, 404);
        }
    }
    assert!(sent(&asked).is_empty() && asked.stored_invitation().extended_to.is_none());
}

#[actix_web::test]
async fn an_answer_gives_at_most_two_weeks_and_none_in_a_closed_round() {
    let asked = asking("").await;
    let (path, request) = (page(&asked), request(&asked));
    let give = |last_day: &'static str| [("request", request.clone()), ("last_day", last_day.to_owned())];
    for (day, said) in [("2026-10-30", "højst to uger efter"), ("2026-10-15", "efter rundens sidste dag"), ("", "Vælg")]
    {
        let form = give(day);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = asked.post_as(&format!("{path}/granting"), &form, coordinator()).await;
        assert!(reply.status == 422 && reply.body.contains(said), "{day}: {}", reply.body);
    }
    asked.change(|conn, _| diesel::update(rounds::table).set(rounds::status.eq(RoundStatus::Closed)).execute(conn));
    let shown = asked.get_as(&path, coordinator()).await;
    assert!(shown.status == 200 && shown.body.contains("Runden tager ikke længere imod svar"), "{}", shown.body);
    let late = [("request", request.as_str()), ("because", "Nej")];
    assert_eq!(asked.post_as(&format!("{path}/declining"), &late, coordinator()).await.status, 409);
    assert!(sent(&asked).is_empty());
}
