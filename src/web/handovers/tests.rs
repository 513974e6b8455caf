use crate::web::respondent::world::{PSYCHIATRY, World};

const HAND_OVER: &str = "/svar/stilling/afsnit/psykiatri-handicap/overdragelse";

#[actix_web::test]
async fn a_section_goes_to_a_colleague_and_an_earlier_link_stops() {
    let world = World::with_helper();
    let reply = world.post(HAND_OVER, &[("navn", "Bo Ny"), ("mail", "bo@example.org")]).await;
    assert_eq!((reply.status, reply.location.as_str()), (303, "/svar/stilling/overblik"));
    assert!(world.get(&reply.location).await.body.contains("Overdraget til Bo Ny"));
    assert_eq!(world.section(PSYCHIATRY).helper_email.as_deref(), Some("bo@example.org"));
    assert_eq!(world.get("/svar/hjaelper").await.status, 404);
}

#[actix_web::test]
async fn a_section_taken_back_keeps_its_answers() {
    let world = World::with_helper();
    world.post("/svar/hjaelper/afsnit/psykiatri-handicap", &[("q0", "1")]).await;
    let reply = world.post("/svar/stilling/afsnit/psykiatri-handicap/hjemtagelse", &[]).await;
    assert_eq!(reply.status, 303);
    assert_eq!(world.section(PSYCHIATRY).helper_name, None);
    assert_eq!(world.get("/svar/hjaelper").await.status, 404);
    assert_eq!(world.answers()[0].writer.as_deref(), Some("Anna Hjælper"));
}

#[actix_web::test]
async fn a_wrong_address_is_shown_again_as_typed() {
    let world = World::new();
    for path in [HAND_OVER, "/svar/stilling/overdragelse"] {
        let reply = world.post(path, &[("navn", "Bo\nBcc: x"), ("mail", "bo<at>example.org")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("href=\"#navn\"") && reply.body.contains("href=\"#mail\""));
        assert!(reply.body.contains("value=\"bo&lt;at&gt;example.org\""));
    }
    assert_eq!(world.section(PSYCHIATRY).helper_name, None);
}

#[actix_web::test]
async fn a_successor_gets_everything_and_the_old_link_stops() {
    let world = World::with_helper();
    let reply = world.post("/svar/stilling/overdragelse", &[("navn", "Nina Ny"), ("mail", "nina@example.org")]).await;
    assert!(reply.status == 200 && reply.body.contains("Nina Ny får en mail"));
    let invitation = world.stored_invitation();
    assert_eq!(
        (invitation.name.as_str(), invitation.email.as_str(), invitation.phone.as_str()),
        ("Nina Ny", "nina@example.org", "")
    );
    assert_eq!(world.get("/svar/stilling").await.status, 404);
    assert_eq!(world.get("/svar/hjaelper").await.status, 200, "a helper goes on");
}
