use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use crate::commands;
use crate::domain::Language;
use crate::domain::access::audit::By;
use crate::domain::access::staff::Role;
use crate::store;
use crate::test_support::{PASSWORD, Reply, TestService};

const ANNA: &str = "anna@example.org";
const NEW: &str = "en helt ny sætning";

async fn send(service: &TestService, path: &str, session: &Cookie<'static>, form: &[(&str, &str)]) -> Reply {
    let own = ("sec-fetch-site", "same-origin");
    service.send(TestRequest::post().uri(path).insert_header(own).cookie(session.clone()).set_form(form)).await
}

async fn is_signed_in(service: &TestService, session: &Cookie<'static>) -> bool {
    service.get_as("/", session).await.status == StatusCode::OK
}

fn passwords<'a>(current: &'a str, password: &'a str, repeated: &'a str) -> [(&'static str, &'a str); 3] {
    [("current", current), ("password", password), ("repeated", repeated)]
}

#[actix_web::test]
async fn a_changed_password_signs_out_everywhere_else() {
    let service = TestService::new();
    let elsewhere = service.account(ANNA, Role::Consultant).await;
    let here = service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.cookie.unwrap();
    let reset = commands::own_account::send_reset(&service.db, (ANNA, false), &By::visitor(service.now()));
    reset.unwrap();
    let answer = send(&service, "/account/password", &here, &passwords(PASSWORD, NEW, NEW)).await;
    assert_eq!(answer.location.as_deref(), Some("/account?done=password"));
    assert!(is_signed_in(&service, &here).await && !is_signed_in(&service, &elsewhere).await);
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(service.sign_in(ANNA, NEW, "192.0.2.1").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn what_is_wrong_with_a_password_stands_at_its_field_and_changes_nothing() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let tries = [
        (passwords("forkert sætning", NEW, NEW), "#current", "Den nuværende adgangskode er forkert"),
        (passwords(PASSWORD, "kort", "kort"), "#password", "mindst 12 tegn"),
        (passwords(PASSWORD, NEW, "noget andet end det"), "#repeated", "ikke ens"),
    ];
    for (form, field, said) in tries {
        let answer = send(&service, "/account/password", &session, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.body.contains(&format!("href=\"{field}\"")) && answer.body.contains(said), "{field}");
        assert!(!form.iter().any(|(_, typed)| answer.body.contains(&format!("value=\"{typed}\""))));
    }
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn guessing_the_present_password_ends_soon() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let wrong = passwords("forkert sætning", NEW, NEW);
    for _ in 0..10 {
        assert_eq!(
            send(&service, "/account/password", &session, &wrong).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    let right = send(&service, "/account/password", &session, &passwords(PASSWORD, NEW, NEW)).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(right.headers.contains_key("retry-after"));
}

#[actix_web::test]
async fn the_page_tells_where_one_is_signed_in_and_ends_the_others() {
    let service = TestService::new();
    let elsewhere = service.account(ANNA, Role::Consultant).await;
    service.wait(chrono::TimeDelta::hours(1));
    let here = service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.cookie.unwrap();
    service.account("bo@example.org", Role::Consultant).await;
    let page = service.get_as("/account", &here).await.body;
    assert_eq!((page.matches("Denne browser").count(), page.matches("En anden browser").count()), (1, 1));
    assert!(page.contains("1. september 2026 kl. 10.00") && page.contains("1. september 2026 kl. 11.00"));
    let answer = send(&service, "/account/sign-out", &here, &[]).await;
    assert_eq!(answer.location.as_deref(), Some("/account?done=sessions"));
    assert!(is_signed_in(&service, &here).await && !is_signed_in(&service, &elsewhere).await);
    let page = service.get_as("/account?done=sessions", &here).await.body;
    assert!(!page.contains("En anden browser") && !page.contains("action=\"/account/sign-out\""));
}

#[actix_web::test]
async fn letters_are_written_in_the_language_chosen() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let answer = send(&service, "/account/language", &session, &[("language", "en")]).await;
    assert_eq!(answer.location.as_deref(), Some("/account?done=language"));
    assert_eq!(
        send(&service, "/account/language", &session, &[("language", "de")]).await.status,
        StatusCode::NOT_FOUND
    );
    commands::own_account::send_reset(&service.db, (ANNA, false), &By::visitor(service.now())).unwrap();
    let letters = service.db.read(|conn| Ok(store::ledger::list(conn, 10, 0)?)).unwrap();
    assert_eq!(letters[0].0.language, Language::English);
}
