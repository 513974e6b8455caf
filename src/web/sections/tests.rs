use crate::web::respondent::world::{EMPLOYMENT, PSYCHIATRY, World, at};

const HAND_IN: &str = "/svar/stilling/indsendelse";
const PSYCHIATRY_PAGE: &str = "/svar/stilling/afsnit/psykiatri-handicap";
const EMPLOYMENT_PAGE: &str = "/svar/stilling/afsnit/beskaeftigelse";

#[actix_web::test]
async fn handing_in_freezes_the_answers() {
    let world = World::new();
    world.post(PSYCHIATRY_PAGE, &[("q0", "0"), ("q1", "4"), ("q2", "3"), ("b2", "Intet køkken"), ("q3", "1")]).await;
    let reply = world.post(HAND_IN, &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!((reply.status, reply.location.as_str()), (303, "/svar/stilling/overblik"));
    let section = world.section(PSYCHIATRY);
    assert_eq!((section.returned.as_deref(), section.handed_in_at), (Some("0431"), Some(at(12, 0))));
    assert_eq!(world.stored_invitation().handed_in_at, None, "one section is still a draft");
    world.post(EMPLOYMENT_PAGE, &[("q1", "2"), ("q3", "0")]).await;
    world.service.clock.set(at(13, 0));
    let reply = world.post(HAND_IN, &[("afsnit", "alle")]).await;
    assert_eq!(reply.location, "/svar/stilling/kvittering");
    assert_eq!(world.section(EMPLOYMENT).returned.as_deref(), Some(".2.0"));
    assert_eq!(world.section(PSYCHIATRY).handed_in_at, Some(at(12, 0)), "what was in before keeps its time");
    assert_eq!(world.stored_invitation().handed_in_at, Some(at(13, 0)));
    let receipt = world.get(&reply.location).await.body;
    for fact in ["Indsendt 1. oktober 2026 kl. 15.00", "Intet køkken", "Ved ikke", "Alt er indsendt"] {
        assert!(receipt.contains(fact), "{fact}");
    }
}

#[actix_web::test]
async fn missing_answers_are_asked_about_once() {
    let world = World::new();
    world.post(PSYCHIATRY_PAGE, &[("q0", "0")]).await;
    let asked = world.post(HAND_IN, &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("Der mangler 3 svar. Indsend alligevel?"));
    assert!(asked.body.contains(&format!("href=\"{PSYCHIATRY_PAGE}#q2\"")));
    assert_eq!(world.section(PSYCHIATRY).returned, None);
    let confirmed = world.post(HAND_IN, &[("afsnit", "psykiatri-handicap"), ("bekraeft", "ja")]).await;
    assert_eq!(confirmed.status, 303);
    assert_eq!(world.section(PSYCHIATRY).returned.as_deref(), Some("0..."));
}

#[actix_web::test]
async fn a_missing_reason_is_refused_whatever_is_confirmed() {
    let world = World::new();
    world.post(PSYCHIATRY_PAGE, &[("q0", "3")]).await;
    let reply = world.post(HAND_IN, &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains(&format!("href=\"{PSYCHIATRY_PAGE}#b0\"")), "{}", reply.body);
    assert_eq!(world.section(PSYCHIATRY).returned, None);
}

#[actix_web::test]
async fn taking_back_makes_a_draft_of_it_again() {
    let world = World::new();
    world.post(PSYCHIATRY_PAGE, &[("q0", "0")]).await;
    world.post(HAND_IN, &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    assert!(world.stored_invitation().handed_in_at.is_some());
    let reply = world.post("/svar/stilling/tilbagetagelse", &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!((reply.status, reply.location.as_str()), (303, PSYCHIATRY_PAGE));
    let section = world.section(PSYCHIATRY);
    assert_eq!((section.returned, section.handed_in_at), (None, None));
    assert_eq!(world.stored_invitation().handed_in_at, None);
    assert_eq!(world.answers()[0].choice, Some(0), "the answers stay");
    assert!(world.section(EMPLOYMENT).returned.is_some(), "the other section stays handed in");
    let again = world.post("/svar/stilling/tilbagetagelse", &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!(again.status, 303, "the same form sent twice");
}

#[actix_web::test]
async fn an_unknown_area_is_not_found() {
    let world = World::new();
    assert_eq!(world.post(HAND_IN, &[("afsnit", "skole")]).await.status, 404);
    assert_eq!(world.post(HAND_IN, &[("afsnit", "andet")]).await.status, 404);
    assert_eq!(world.get("/svar/stilling/afsnit/skole").await.status, 404);
}
