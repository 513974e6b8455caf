use diesel::prelude::*;

use crate::domain::Text;
use crate::mail::{Mailbox, Mailer, Worker};
use crate::schema::editions;
use crate::test_support::respondent::{AskedPost, PSYCHIATRY, at, edition};

const HAND_OVER: &str = "/svar/stilling/afsnit/psykiatri-handicap/overdragelse";

#[actix_web::test]
async fn a_section_goes_to_a_colleague_and_an_earlier_link_stops() {
    let asked = AskedPost::with_helper();
    let reply = asked.post(HAND_OVER, &[("navn", "Bo Ny"), ("mail", "bo@example.org")]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, "/svar/stilling/overdraget"));
    assert!(asked.get("/svar/stilling/overblik").await.body.contains("Overdraget til Bo Ny"));
    assert_eq!(asked.section(PSYCHIATRY).helper_email.as_deref(), Some("bo@example.org"));
    assert_eq!(asked.get("/svar/hjaelper").await.status, 404);
}

#[actix_web::test]
async fn a_section_taken_back_keeps_its_answers() {
    let asked = AskedPost::with_helper();
    asked.post("/svar/hjaelper/afsnit/psykiatri-handicap", &[("q0", "1")]).await;
    let reply = asked.post("/svar/stilling/afsnit/psykiatri-handicap/hjemtagelse", &[]).await;
    assert_eq!(reply.status, 303);
    assert_eq!(asked.section(PSYCHIATRY).helper_name, None);
    assert_eq!(asked.get("/svar/hjaelper").await.status, 404);
    assert_eq!(asked.answers()[0].writer.as_deref(), Some("Anna Hjælper"));
}

#[actix_web::test]
async fn a_wrong_address_is_shown_again_as_typed() {
    let asked = AskedPost::new();
    for path in [HAND_OVER, "/svar/stilling/overdragelse"] {
        let reply = asked.post(path, &[("navn", "Bo\nBcc: x"), ("mail", "bo<at>example.org")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("href=\"#navn\"") && reply.body.contains("href=\"#mail\""));
        assert!(reply.body.contains("value=\"bo&lt;at&gt;example.org\""));
    }
    assert_eq!(asked.section(PSYCHIATRY).helper_name, None);
}

#[actix_web::test]
async fn a_successor_gets_everything_and_the_old_link_stops() {
    let asked = AskedPost::with_helper();
    let reply = asked
        .post("/svar/stilling/overdragelse", &[("navn", "Nina Ny"), ("mail", "nina@example.org"), ("bekraeftet", "ja")])
        .await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, "/svar/stilling/videresendt"));
    let done = asked.get(reply.leads_to()).await;
    assert!(done.status == 200 && done.body.contains("Nina Ny får en mail") && !done.body.contains("href=\"/\""));
    let invitation = asked.stored_invitation();
    assert_eq!(
        (invitation.name.as_str(), invitation.email.as_str(), invitation.phone.as_str()),
        ("Nina Ny", "nina@example.org", "")
    );
    assert_eq!(asked.get("/svar/stilling").await.status, 404);
    assert_eq!(asked.get("/svar/hjaelper").await.status, 200, "a helper goes on");
    asked.clock.set(at(12, 6));
    assert_eq!(asked.get(reply.leads_to()).await.status, 404, "the name is not shown for long");
}

#[actix_web::test]
async fn everything_is_handed_on_only_when_name_and_address_were_seen_once_more() {
    let asked = AskedPost::new();
    let before = asked.snapshot();
    let page = asked.get("/svar/stilling/overdragelse?navn=Nina+Ny&mail=nina%40example.org").await;
    assert_eq!(page.status, 200);
    for fact in ["Nina Ny", "nina@example.org", "virker dit eget link ikke længere", "method=\"post\""] {
        assert!(page.body.contains(fact), "{fact}");
    }
    assert!(page.body.contains("name=\"bekraeftet\" value=\"ja\""));
    let direct = asked.post("/svar/stilling/overdragelse", &[("navn", "Nina Ny"), ("mail", "nina@example.org")]).await;
    assert!(direct.status == 422 && direct.body.contains("virker dit eget link ikke længere"), "{}", direct.body);
    let wrong = asked.get("/svar/stilling/overdragelse?navn=Nina&mail=nina%3Cat%3Eexample.org").await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"nina&lt;at&gt;example.org\""));
    assert_eq!(asked.snapshot(), before);
    assert!(asked.get("/svar/stilling/overdragelse").await.body.contains("form method=\"get\""));
}

#[actix_web::test]
async fn a_stopped_link_says_so_and_whom_to_write_to_and_a_made_up_one_does_not() {
    let asked = AskedPost::with_helper();
    asked.post(HAND_OVER, &[("navn", "Bo Ny"), ("mail", "bo@example.org")]).await;
    for path in ["/svar/hjaelper", "/svar/hjaelper/overblik"] {
        let stopped = asked.get(path).await;
        assert_eq!(stopped.status, 404);
        for fact in ["Linket virker ikke længere", "mailto:hjaelp@example.org", "href=\"/svar/hjaelper\""] {
            assert!(stopped.body.contains(fact), "{path}: {fact}");
        }
        assert!(!stopped.body.contains("href=\"/\"") && !stopped.body.contains("/login"), "{}", stopped.body);
    }
    assert!(asked.get("/svar/findes-ikke").await.body.contains("Siden findes ikke"));
    assert!(
        !asked.get("/svar/stilling/overblik").await.body.contains("href=\"/\""),
        "the name leads to the link's page"
    );
}

/// The letters that wait, as they are sent.
async fn deliver(asked: &AskedPost) -> Vec<String> {
    let mailbox = Mailbox::default();
    let mailer = Mailer::memory(&mailbox);
    let (db, clock) = (asked.db.clone(), asked.clock.clone());
    Worker::new(db, clock, mailer, crate::editions::load, &asked.config).unwrap().deliver_due().await.unwrap();
    mailbox.all().into_iter().map(|letter| letter.rendered.text).collect()
}

#[actix_web::test]
async fn letters_call_and_order_the_sections_as_the_pages_of_the_edition_do() {
    let asked = AskedPost::new();
    let mut renamed = edition();
    renamed.areas.reverse();
    renamed.areas[0].label = Text::from("Job og uddannelse");
    crate::editions::insert_for_tests("renamed", renamed);
    asked.change(|conn, _| diesel::update(editions::table).set(editions::content_hash.eq("renamed")).execute(conn));
    let employment = "/svar/stilling/afsnit/beskaeftigelse";
    asked.post(&format!("{employment}/overdragelse"), &[("navn", "Bo Ny"), ("mail", "bo@example.org")]).await;
    let letters = deliver(&asked).await;
    assert!(letters[0].contains("Det gælder Job og uddannelse."), "{letters:?}");
    asked.post(employment, &[("q1", "0")]).await;
    asked.post("/svar/stilling/afsnit/psykiatri-handicap", &[("q0", "0")]).await;
    asked.post("/svar/stilling/indsendelse", &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    let (receipt, page) = (deliver(&asked).await, asked.get("/svar/stilling/kvittering").await.body);
    for text in [&receipt[0], &page] {
        assert!(text.find("Job og uddannelse") < text.find("Psykiatri"), "{text}");
    }
}
