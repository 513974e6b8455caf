use diesel::prelude::*;

use crate::domain::rounds::RoundStatus;
use crate::domain::rounds::extension_requests::ExtensionRequest;
use crate::schema::{extension_requests, invitations, rounds};
use crate::test_support::day;
use crate::test_support::respondent::{AskedPost, HELPER, TOKEN, at};

fn requests(asked: &AskedPost) -> Vec<ExtensionRequest> {
    let all = extension_requests::table.select(ExtensionRequest::as_select());
    asked.db.read(|conn| Ok(all.load(conn)?)).unwrap()
}

fn page() -> String {
    format!("/svar/{TOKEN}/mere-tid")
}

#[actix_web::test]
async fn a_post_asks_for_more_time_once_however_often_the_form_is_sent() {
    let asked = AskedPost::new();
    let landing = asked.get(&format!("/svar/{TOKEN}")).await.body;
    assert!(landing.contains(&format!("href=\"{}\"", page())), "{landing}");
    let form = [("begrundelse", "Ny leder\r\nfra november"), ("dag", "2026-10-22")];
    for _ in 0..2 {
        let reply = asked.post(&page(), &form).await;
        assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, page().as_str()));
    }
    let [request] = requests(&asked).try_into().unwrap();
    assert_eq!((request.reason.as_str(), request.wished_day), ("Ny leder\nfra november", Some(day(2026, 10, 22))));
    let shown = asked.get(&page()).await.body;
    for said in ["Du bad om mere tid den 1. oktober 2026", "Ny leder", "Ønsket frist: 22. oktober 2026"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(!shown.contains("<textarea"), "there is nothing more to ask");
    let other = asked.post(&page(), &[("begrundelse", "Noget andet"), ("dag", "")]).await;
    assert!(other.status == 409 && other.body.contains("Du har allerede bedt om mere tid"), "{}", other.body);
    assert_eq!(requests(&asked).len(), 1);
}

#[actix_web::test]
async fn a_faulty_request_comes_back_as_it_was_typed() {
    let asked = AskedPost::new();
    let faulty = asked.post(&page(), &[("begrundelse", ""), ("dag", "2026-12-24")]).await;
    assert_eq!(faulty.status, 422);
    for said in ["href=\"#begrundelse\"", "href=\"#dag\"", "value=\"2026-12-24\"", "højst to uger efter"] {
        assert!(faulty.body.contains(said), "{said}: {}", faulty.body);
    }
    let citizen = [("begrundelse", "Sag 010190-1234"), ("dag", "")];
    let doubted = asked.post(&page(), &citizen).await;
    assert!(doubted.status == 422 && doubted.body.contains("name=\"cpr\""), "{}", doubted.body);
    assert!(requests(&asked).is_empty());
    let sworn = asked.post(&page(), &[citizen.as_slice(), &[("cpr", "ja")]].concat()).await;
    assert_eq!((sworn.status.as_u16(), requests(&asked).len()), (303, 1));
}

#[actix_web::test]
async fn a_colleague_asks_for_nothing() {
    let asked = AskedPost::with_helper();
    let path = format!("/svar/{HELPER}/mere-tid");
    assert_eq!(asked.get(&path).await.status, 404);
    assert_eq!(asked.post(&path, &[("begrundelse", "Ferie"), ("dag", "")]).await.status, 404);
    assert!(!asked.get(&format!("/svar/{HELPER}")).await.body.contains("mere-tid"));
}

#[actix_web::test]
async fn where_there_is_no_use_in_it_nothing_is_asked() {
    let form = [("begrundelse", "Ferie"), ("dag", "")];
    let refused = async |asked: &AskedPost, status: u16, said: &str| {
        let shown = asked.get(&page()).await;
        assert!(shown.status == 200 && !shown.body.contains("<textarea"), "{said}");
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
        for form in [form.as_slice(), &[("begrundelse", ""), ("dag", "")]] {
            let reply = asked.post(&page(), form).await.status.as_u16();
            assert!(reply == status || (reply == 422 && status == 409), "{said}: {reply}");
        }
        assert!(requests(asked).is_empty());
    };
    let late = AskedPost::new();
    late.clock.set(day(2026, 10, 16).and_hms_opt(4, 0, 0).unwrap());
    refused(&late, 409, "Fristen er udløbet").await;
    let closed = AskedPost::new();
    closed.change(|conn, _| diesel::update(rounds::table).set(rounds::status.eq(RoundStatus::Closed)).execute(conn));
    refused(&closed, 409, "Runden er ikke åben").await;
    let extended = AskedPost::new();
    extended.change(|conn, _| {
        diesel::update(invitations::table).set(invitations::extended_to.eq(day(2026, 10, 20))).execute(conn)
    });
    refused(&extended, 409, "Din frist er forlænget til 20. oktober 2026").await;
    let done = AskedPost::new();
    done.change(|conn, _| {
        diesel::update(invitations::table).set(invitations::handed_in_at.eq(at(11, 0))).execute(conn)
    });
    refused(&done, 409, "Du har indsendt alle dine svar").await;
}
