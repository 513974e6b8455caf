use crate::domain::access::audit::By;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;

use super::client_address;
use crate::commands;
use crate::domain::access::rate_limits::{Attempt, Origin};
use crate::domain::access::staff::Role;
use crate::domain::mail::letters::LetterKind;
use crate::store;
use crate::test_support::{PASSWORD, TestService};

const ANNA: &str = "anna@example.org";
const HERE: &str = "192.0.2.1";

#[actix_web::test]
async fn signing_in_goes_back_to_the_page_that_was_asked_for() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    let answer = service.sign_in(" Anna@Example.org", PASSWORD, HERE).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location.as_deref(), Some("/rounds?page=2"));
    let home = service.get_as("/", &answer.cookie.unwrap()).await;
    assert_eq!(home.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_signed_in_account_keeps_its_menu_where_nothing_is() {
    let service = TestService::new();
    let cookie = service.account(ANNA, Role::Consultant).await;
    for path in ["/findes-ikke", "/letters", "/rounds/ukendt"] {
        let page = service.get_as(path, &cookie).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        for part in ["Siden findes ikke", "href=\"/rounds\"", ANNA, "Log af", "din bruger har ikke adgang til siden"] {
            assert!(page.body.contains(part), "{path}: {part}");
        }
        assert!(!page.body.contains("seneste mail"), "{path}");
    }
    for (path, cookie) in [("/findes-ikke", None), ("/svar/ukendt", Some(&cookie))] {
        let page = match cookie {
            Some(cookie) => service.get_as(path, cookie).await,
            None => service.get(path).await,
        };
        assert!(page.body.contains("seneste mail") && !page.body.contains("Log af"), "{path}");
    }
}

#[actix_web::test]
async fn signing_in_never_leads_to_another_site() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    let form = [("email", ANNA), ("password", PASSWORD), ("return", "//evil.example")];
    assert_eq!(service.post("/login", &form).await.location.as_deref(), Some("/"));
    let page = service.get("/login?return=https://evil.example").await;
    assert!(page.body.contains("name=\"return\" value=\"/\""));
}

#[actix_web::test]
async fn whoever_is_not_signed_in_is_sent_to_sign_in() {
    let service = TestService::new();
    let answer = service.get("/").await;
    assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::SEE_OTHER, Some("/login")));
    assert_eq!(super::auth::sign_in_address("/rounds/a?b=ø&c"), "/login?return=/rounds/a%3Fb%3D%C3%B8%26c");
    let page = service.get("/login?return=/rounds/a%3Fb%3Dc%26d").await;
    assert!(page.body.contains("name=\"return\" value=\"/rounds/a?b=c&amp;d\""));
}

#[actix_web::test]
async fn no_cookie_is_for_scripts_or_other_sites_or_without_tls() {
    let service = TestService::with_settings(&[("BASE_URL", "https://pejl.example.org")]);
    let cookie = service.account(ANNA, Role::Admin).await;
    assert_eq!(cookie.name(), "__Host-pejl_session");
    let signed_in = service.sign_in(ANNA, PASSWORD, HERE).await;
    let own = ("sec-fetch-site", "same-origin");
    let signed_out = service.send(TestRequest::post().uri("/logout").insert_header(own).cookie(cookie)).await;
    let chosen = service.post("/sprog", &[("language", "en"), ("return_to", "/")]).await;
    let mut names = Vec::new();
    for headers in [signed_in.headers, signed_out.headers, chosen.headers] {
        for set in headers.get_all("set-cookie") {
            let cookie = Cookie::parse_encoded(set.to_str().unwrap()).unwrap();
            assert_eq!((cookie.http_only(), cookie.secure()), (Some(true), Some(true)), "{cookie}");
            assert_eq!((cookie.same_site(), cookie.path()), (Some(SameSite::Lax), Some("/")), "{cookie}");
            // A name with this beginning is refused by browsers where a domain is given.
            assert_eq!(cookie.domain(), None);
            names.push(cookie.name().to_owned());
        }
    }
    assert_eq!(names, ["__Host-pejl_session", "__Host-pejl_browser", "__Host-pejl_session", "sprog"]);
}

#[actix_web::test]
async fn every_sign_in_opens_a_new_session() {
    let service = TestService::new();
    let first = service.account(ANNA, Role::Admin).await;
    let second = service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap();
    assert_ne!(first.value(), second.value());
}

#[actix_web::test]
async fn signing_out_ends_the_session() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Admin).await;
    let answer = service
        .send(
            TestRequest::post().uri("/logout").insert_header(("sec-fetch-site", "same-origin")).cookie(session.clone()),
        )
        .await;
    assert_eq!(answer.location.as_deref(), Some("/login"));
    assert_eq!(answer.cookie.unwrap().value(), "");
    assert_eq!(service.get_as("/", &session).await.location.as_deref(), Some("/login"));
}

#[actix_web::test]
async fn a_session_ends_after_twelve_hours() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Admin).await;
    service.wait(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert_eq!(service.get_as("/", &session).await.status, StatusCode::OK);
    service.wait(TimeDelta::seconds(1));
    assert_eq!(service.get_as("/", &session).await.location.as_deref(), Some("/login"));
}

#[actix_web::test]
async fn a_disabled_account_cannot_sign_in() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Admin).await;
    commands::staff::disable(&service.db, ANNA, &By::command_line(service.now())).unwrap();
    assert_eq!(service.get_as("/", &session).await.location.as_deref(), Some("/login"));
    assert_eq!(service.sign_in(ANNA, PASSWORD, HERE).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn an_account_disabled_while_its_password_is_checked_gets_no_session() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    let (db, now) = (&service.db, service.now());
    let attempt = Attempt::new("", ANNA, here(), now);
    let begun = commands::sessions::begin(db, &attempt, ANNA).unwrap();
    commands::staff::disable(db, ANNA, &By::command_line(now)).unwrap();
    assert!(commands::sessions::open(db, &begun, None, now).is_err());
}

#[actix_web::test]
async fn all_failures_read_the_same() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    service.one_time_link("uden@example.org", Role::Admin, &[]);
    let mut pages = Vec::new();
    for email in [ANNA, "uden@example.org", "ingen@example.org", "ikke en adresse"] {
        let answer = service.sign_in(email, "en forkert sætning", HERE).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.cookie.is_none() && answer.body.contains("href=\"#email\""));
        assert!(answer.body.contains("<title>Fejl: Log på"));
        pages.push(answer.body.replace(email, "X"));
    }
    pages.dedup();
    assert_eq!(pages.len(), 1);
}

#[actix_web::test]
async fn failed_sign_ins_are_throttled_per_account_and_address() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    service.account("bo@example.org", Role::Admin).await;
    for _ in 0..10 {
        assert_eq!(service.sign_in(ANNA, "en forkert sætning", HERE).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let throttled = service.sign_in(ANNA, PASSWORD, HERE).await;
    assert_eq!(throttled.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(throttled.cookie.is_none() && throttled.body.contains("Vent"));
    // Colleagues behind the same address, and the same account from elsewhere, still get in.
    assert_eq!(service.sign_in("bo@example.org", PASSWORD, HERE).await.status, StatusCode::SEE_OTHER);
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.2").await.status, StatusCode::SEE_OTHER);
    service.wait(TimeDelta::minutes(15));
    assert_eq!(service.sign_in(ANNA, PASSWORD, HERE).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn an_account_has_30_failures_from_anywhere_and_an_address_100_with_any_account() {
    let service = TestService::new();
    for place in 0..30 {
        service.sign_in(ANNA, "", &format!("198.51.100.{place}")).await;
    }
    assert_eq!(service.sign_in(ANNA, "", "203.0.113.1").await.status, StatusCode::TOO_MANY_REQUESTS);
    for place in 0..100 {
        service.sign_in(&format!("nr{place}@example.org"), "", HERE).await;
    }
    let answer = service.sign_in("en-til@example.org", "", HERE).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
}

#[actix_web::test]
async fn signing_in_takes_its_own_count_back() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    for _ in 0..9 {
        service.sign_in(ANNA, "en forkert sætning", HERE).await;
    }
    for _ in 0..40 {
        assert_eq!(service.sign_in(ANNA, PASSWORD, HERE).await.status, StatusCode::SEE_OTHER);
    }
    service.sign_in(ANNA, "en forkert sætning", HERE).await;
    let attempt = Attempt::new("hemmelig", ANNA, here(), service.now());
    assert_eq!(counts(&service, &attempt, false), [1, 10, 9, 9, 9], "what a success from a known place leaves");
}

#[actix_web::test]
async fn windows_that_are_over_are_deleted() {
    let service = TestService::new();
    let old = Attempt::new("hemmelig", ANNA, here(), service.now());
    service.sign_in(ANNA, "", HERE).await;
    service.wait(TimeDelta::minutes(15));
    service.sign_in(ANNA, "", HERE).await;
    assert_eq!(counts(&service, &old, false), [0, 2, 0, 2, 0], "the day goes on");
    service.wait(TimeDelta::days(1));
    service.sign_in(ANNA, "", HERE).await;
    assert_eq!(counts(&service, &old, false), [0; 5]);
}

fn here() -> Origin<'static> {
    Origin { address: HERE.parse().unwrap(), mark: None }
}

fn counts(service: &TestService, attempt: &Attempt, is_known: bool) -> Vec<i32> {
    let count = |subject| service.db.read(|conn| Ok(store::rate_limits::count(conn, &subject)?)).unwrap();
    attempt.subjects(is_known).into_iter().map(count).collect()
}

#[test]
fn a_proxy_is_believed_only_on_this_machine() {
    let seen = |peer: &str, forwarded: &str| {
        let request = TestRequest::get().peer_addr(peer.parse().unwrap());
        let request = request.insert_header(("x-forwarded-for", forwarded)).to_http_request();
        client_address(&request, &[]).to_string()
    };
    assert_eq!(seen("192.0.2.1:5000", "198.51.100.1"), "192.0.2.1");
    assert_eq!(seen("127.0.0.1:5000", "198.51.100.1, 203.0.113.9"), "203.0.113.9");
    assert_eq!(seen("[::1]:5000", "2001:db8::1"), "2001:db8::1");
    assert_eq!(seen("127.0.0.1:5000", "noget andet"), "127.0.0.1");
}

#[actix_web::test]
async fn an_administrators_page_does_not_exist_for_others() {
    use super::auth::{Admin, Visitor};
    use actix_web::{App, HttpResponse, test, web};
    let service = TestService::new();
    let admin = service.account(ANNA, Role::Admin).await;
    let consultant = service.account("bo@example.org", Role::Consultant).await;
    let page = async |_: Admin, visitor: Visitor| {
        HttpResponse::Ok().body(format!("{}{}", visitor.frame.path, visitor.staff.email))
    };
    let app = App::new().app_data(service.shared.clone()).route("/letters", web::get().to(page));
    let app = test::init_service(app).await;
    let get = |cookie| TestRequest::get().uri("/letters?x=1").cookie(cookie).to_request();
    let seen = test::call_and_read_body(&app, get(admin)).await;
    assert_eq!(seen, "/letters?x=1anna@example.org");
    assert_eq!(test::call_service(&app, get(consultant)).await.status(), StatusCode::NOT_FOUND);
    let nobody = test::call_service(&app, TestRequest::get().uri("/letters?x=1").to_request()).await;
    assert_eq!(nobody.headers().get("location").unwrap(), "/login?return=/letters%3Fx%3D1");
}

fn letters(service: &TestService) -> Vec<LetterKind> {
    let all = service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    all.into_iter().map(|(letter, _)| letter.kind).collect()
}

#[actix_web::test]
async fn whoever_signs_in_from_a_new_place_gets_a_letter_and_nobody_else() {
    let service = TestService::new();
    service.account(ANNA, Role::Admin).await;
    let first = service.sign_in(ANNA, PASSWORD, HERE).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(letters(&service), [], "nothing is new the first time");
    service.sign_in(ANNA, PASSWORD, HERE).await;
    assert_eq!(letters(&service), [], "a known place");
    service.sign_in(ANNA, "en forkert sætning", "198.51.100.1").await;
    assert_eq!(letters(&service), [], "nobody has signed in");
    let mut mark = first.headers.get_all("set-cookie").map(|value| value.to_str().unwrap().to_owned());
    let mark = mark.rfind(|set| set.starts_with("pejl_browser=")).unwrap();
    let mark = Cookie::parse_encoded(mark).unwrap().into_owned();
    let form = [("email", ANNA), ("password", PASSWORD)];
    let elsewhere = TestRequest::post().uri("/login").peer_addr("198.51.100.1:5000".parse().unwrap()).cookie(mark);
    assert_eq!(service.send(elsewhere.set_form(form)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(letters(&service), [], "a known browser, which is taken to many places");
    service.sign_in(ANNA, PASSWORD, "203.0.113.1").await;
    assert_eq!(letters(&service), [LetterKind::NewSignIn]);
    service.wait(TimeDelta::minutes(1));
    service.sign_in(ANNA, PASSWORD, "203.0.113.1").await;
    assert_eq!(letters(&service).len(), 1, "once a place");
    // A mark of somebody else's account is none.
    service.account("bo@example.org", Role::Admin).await;
    service.sign_in("bo@example.org", PASSWORD, HERE).await;
    let bos = service.sign_in("bo@example.org", PASSWORD, "203.0.113.2").await;
    assert_eq!((bos.status, letters(&service).len()), (StatusCode::SEE_OTHER, 2));
}
