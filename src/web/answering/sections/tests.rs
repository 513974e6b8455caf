use crate::test_support::day;
use crate::test_support::respondent::{AskedPost, EMPLOYMENT, PSYCHIATRY, at};

const HAND_IN: &str = "/svar/stilling/indsendelse";
const PSYCHIATRY_PAGE: &str = "/svar/stilling/afsnit/psykiatri-handicap";
const EMPLOYMENT_PAGE: &str = "/svar/stilling/afsnit/beskaeftigelse";

#[actix_web::test]
async fn handing_in_freezes_the_answers() {
    let asked = AskedPost::new();
    asked.post(PSYCHIATRY_PAGE, &[("q0", "0"), ("q1", "4"), ("q2", "3"), ("b2", "Intet køkken"), ("q3", "1")]).await;
    let reply = asked.post(HAND_IN, &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, "/svar/stilling/overblik"));
    let section = asked.section(PSYCHIATRY);
    assert_eq!((section.returned.as_deref(), section.handed_in_at), (Some("0431"), Some(at(12, 0))));
    assert_eq!(asked.stored_invitation().handed_in_at, None, "one section is still a draft");
    asked.post(EMPLOYMENT_PAGE, &[("q1", "2"), ("q3", "0")]).await;
    asked.clock.set(at(13, 0));
    let reply = asked.post(HAND_IN, &[("afsnit", "alle")]).await;
    assert_eq!(reply.leads_to(), "/svar/stilling/kvittering");
    assert_eq!(asked.section(EMPLOYMENT).returned.as_deref(), Some(".2.0"));
    assert_eq!(asked.section(PSYCHIATRY).handed_in_at, Some(at(12, 0)), "what was in before keeps its time");
    assert_eq!(asked.stored_invitation().handed_in_at, Some(at(13, 0)));
    let receipt = asked.get(reply.leads_to()).await.body;
    for fact in ["Indsendt 1. oktober 2026 kl. 15.00", "Intet køkken", "Ved ikke", "Alt er indsendt"] {
        assert!(receipt.contains(fact), "{fact}");
    }
}

#[actix_web::test]
async fn missing_answers_are_asked_about_once() {
    let asked = AskedPost::new();
    asked.post(PSYCHIATRY_PAGE, &[("q0", "0")]).await;
    let page = asked.post(HAND_IN, &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!((page.status.as_u16(), page.leads_to()), (303, "/svar/stilling/indsend?sporg=psykiatri-handicap"));
    let page = asked.get(page.leads_to()).await;
    assert!(page.body.contains("<title>Advarsel: "));
    assert!(page.body.contains(&format!("href=\"{PSYCHIATRY_PAGE}?mangler=svar#q1\"")), "the first one is the way on");
    let first = asked.get(&format!("{PSYCHIATRY_PAGE}?mangler=svar")).await.body;
    for fact in ["<title>Fejl: Psykiatri", "data-error-summary", "href=\"#q1\"", "3 spørgsmål mangler svar"] {
        assert!(first.contains(fact), "{fact}");
    }
    assert!(page.body.contains("Der mangler 3 svar. Indsend alligevel?"));
    assert!(page.body.contains(&format!("href=\"{PSYCHIATRY_PAGE}#q2\"")));
    assert_eq!(asked.section(PSYCHIATRY).returned, None);
    let confirmed = asked.post(HAND_IN, &[("afsnit", "psykiatri-handicap"), ("bekraeft", "ja")]).await;
    assert_eq!(confirmed.status, 303);
    assert_eq!(asked.section(PSYCHIATRY).returned.as_deref(), Some("0..."));
}

#[actix_web::test]
async fn a_missing_reason_is_refused_whatever_is_confirmed() {
    let asked = AskedPost::new();
    asked.post(PSYCHIATRY_PAGE, &[("q0", "3")]).await;
    let reply = asked.post(HAND_IN, &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, "/svar/stilling/indsend?sporg=alle"));
    let reply = asked.get(reply.leads_to()).await;
    assert!(reply.body.contains(&format!("href=\"{PSYCHIATRY_PAGE}#b0\"")), "{}", reply.body);
    assert_eq!(asked.section(PSYCHIATRY).returned, None);
}

#[actix_web::test]
async fn an_answer_without_its_reason_is_missing_everywhere() {
    let asked = AskedPost::new();
    let saved = asked.post(PSYCHIATRY_PAGE, &[("q0", "3"), ("b0", ""), ("q1", "0")]).await;
    assert_eq!(
        (saved.status.as_u16(), saved.leads_to()),
        (303, format!("{PSYCHIATRY_PAGE}?mangler=begrundelse").as_str())
    );
    let page = asked.get(&format!("{PSYCHIATRY_PAGE}?mangler=begrundelse")).await.body;
    for fact in ["<title>Fejl: ", "href=\"#b0\"", "1 af 4 besvaret", "der mangler en begrundelse"] {
        assert!(page.contains(fact), "{fact}");
    }
    assert!(!page.contains("href=\"#q2\""), "only reasons are pointed at");
    assert!(
        asked.get("/svar/stilling/overblik").await.body.contains("Du har svaret på 0 af 4"),
        "the other area of question 2 has none"
    );
    assert!(asked.get("/svar/stilling/indsend").await.body.contains("#b0\""));
    let draft = asked.post(&format!("{PSYCHIATRY_PAGE}/kladde"), &[("q2", "3"), ("b2", ""), ("r2", "0")]).await;
    assert!(draft.body.contains("men spørgsmål 3 mangler en begrundelse"), "{}", draft.body);
    let later = asked.post(PSYCHIATRY_PAGE, &[("q1", "0"), ("videre", "senere")]).await;
    assert_eq!(later.leads_to(), "/svar/stilling/overblik?gemt=ja", "whoever goes on later may go");
}

#[actix_web::test]
async fn the_receipt_says_thanks_only_for_what_is_handed_in() {
    let asked = AskedPost::new();
    let receipt = "/svar/stilling/kvittering";
    let none = asked.get(receipt).await.body;
    assert!(none.contains("\"pj-title\">Intet er indsendt endnu") && !none.contains("Tak for"), "{none}");
    asked.post(PSYCHIATRY_PAGE, &[("q0", "0")]).await;
    asked.post(HAND_IN, &[("afsnit", "psykiatri-handicap"), ("bekraeft", "ja")]).await;
    let some = asked.get(receipt).await.body;
    assert!(some.contains("Tak for dine svar") && some.contains("1 afsnit er ikke indsendt endnu"), "{some}");
}

#[actix_web::test]
async fn after_the_deadline_every_page_says_what_counts_and_whom_to_write_to() {
    let asked = AskedPost::new();
    asked.clock.set(day(2026, 11, 20).and_hms_opt(12, 0, 0).unwrap());
    for page in ["", "/overblik", "/indsend", "/kvittering", "/afsnit/beskaeftigelse"] {
        let body = asked.get(&format!("/svar/stilling{page}")).await.body;
        assert!(body.contains("Kun det, der er indsendt, tæller med"), "{page}");
        assert!(body.contains("mailto:hjaelp@example.org"), "{page}");
    }
    assert!(asked.post(HAND_IN, &[("afsnit", "alle")]).await.body.contains("mailto:hjaelp@example.org"));
}

#[actix_web::test]
async fn saving_as_one_goes_is_promised_only_where_script_runs() {
    let asked = AskedPost::new();
    for page in ["/svar/stilling", PSYCHIATRY_PAGE] {
        let body = asked.get(page).await.body;
        assert!(body.contains("<span hidden data-with-script>Svarene gemmes, mens du svarer."), "{page}");
        assert!(body.contains("<span data-without-script>Svarene gemmes, når du trykker på"), "{page}");
        assert_eq!(body.matches("mens du svarer").count(), 1, "{page}");
    }
}

#[actix_web::test]
async fn taking_back_makes_a_draft_of_it_again() {
    let asked = AskedPost::new();
    asked.post(PSYCHIATRY_PAGE, &[("q0", "0")]).await;
    asked.post(HAND_IN, &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    assert!(asked.stored_invitation().handed_in_at.is_some());
    let reply = asked.post("/svar/stilling/tilbagetagelse", &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, PSYCHIATRY_PAGE));
    let section = asked.section(PSYCHIATRY);
    assert_eq!((section.returned, section.handed_in_at), (None, None));
    assert_eq!(asked.stored_invitation().handed_in_at, None);
    assert_eq!(asked.answers()[0].choice, Some(0), "the answers stay");
    assert!(asked.section(EMPLOYMENT).returned.is_some(), "the other section stays handed in");
    let again = asked.post("/svar/stilling/tilbagetagelse", &[("afsnit", "psykiatri-handicap")]).await;
    assert_eq!(again.status, 303, "the same form sent twice");
}

#[actix_web::test]
async fn an_unknown_area_is_not_found() {
    let asked = AskedPost::new();
    assert_eq!(asked.post(HAND_IN, &[("afsnit", "skole")]).await.status, 404);
    assert_eq!(asked.post(HAND_IN, &[("afsnit", "andet")]).await.status, 404);
    assert_eq!(asked.get("/svar/stilling/afsnit/skole").await.status, 404);
}
