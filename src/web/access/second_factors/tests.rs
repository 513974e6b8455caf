use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Staff};
use crate::domain::base::tokens::Token;
use crate::store;
use crate::test_support::{PASSWORD, Reply, TestService};

const ANNA: &str = "anna@example.org";
const HERE: &str = "192.0.2.1";

mod password;

/// The form that begins to set one up.
const SHOWN: [(&str, &str); 1] = [("password", PASSWORD)];
const SETTINGS: &str = "/account/second-factor";

async fn send(service: &TestService, path: &str, session: &Cookie<'static>, form: &[(&str, &str)]) -> Reply {
    let own = ("sec-fetch-site", "same-origin");
    service.send(TestRequest::post().uri(path).insert_header(own).cookie(session.clone()).set_form(form)).await
}

fn account(service: &TestService, email: &str) -> Staff {
    service.db.read(|conn| Ok(store::staff::find_by_email(conn, email)?)).unwrap().unwrap()
}

/// What the app of an account shows now.
fn app_code(service: &TestService, email: &str) -> String {
    let id = account(service, email).id;
    let factor = service.db.read(|conn| Ok(store::second_factors::find(conn, &id)?)).unwrap().unwrap();
    factor.secret("hemmelig").unwrap().code(service.now())
}

/// Sets a second factor up and gives the codes on paper. The clock moves on, so that the app shows a new code.
async fn enrol(service: &TestService, email: &str, session: &Cookie<'static>) -> Vec<String> {
    assert_eq!(send(service, SETTINGS, session, &SHOWN).await.location.as_deref(), Some(SETTINGS));
    let form = [("code", app_code(service, email))];
    let form = form.each_ref().map(|(name, code)| (*name, code.as_str()));
    let page = send(service, "/account/second-factor/confirmation", session, &form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    service.wait(TimeDelta::seconds(30));
    let codes = page.body.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    codes.collect()
}

/// The cookie of a sign-in that waits for a code.
fn waiting(answer: &Reply) -> Cookie<'static> {
    assert!(answer.location.as_deref().is_some_and(|path| path.starts_with("/login/kode")), "{:?}", answer.location);
    assert!(answer.cookie.as_ref().is_none_or(|session| session.value().is_empty()), "no session before the code");
    let mut set = answer.headers.get_all("set-cookie").map(|value| value.to_str().unwrap().to_owned());
    let set = set.rfind(|set| set.contains("pejl_sign_in=")).unwrap();
    Cookie::parse_encoded(set).unwrap().into_owned()
}

async fn password(service: &TestService, address: &str) -> Cookie<'static> {
    waiting(&service.sign_in(ANNA, PASSWORD, address).await)
}

async fn show_code(service: &TestService, waiting: &Cookie<'static>, code: &str, address: &str) -> Reply {
    let request = TestRequest::post().uri("/login/kode").peer_addr(format!("{address}:5000").parse().unwrap());
    service.send(request.cookie(waiting.clone()).set_form([("code", code), ("return", "/rounds?page=2")])).await
}

async fn is_signed_in(service: &TestService, session: &Cookie<'static>) -> bool {
    service.get_as("/", session).await.status == StatusCode::OK
}

#[actix_web::test]
async fn it_is_set_up_by_a_picture_or_a_key_and_confirmed_by_a_code() {
    let service = TestService::new();
    let elsewhere = service.account(ANNA, Role::Consultant).await;
    let here = service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap();
    assert!(service.get_as(SETTINGS, &here).await.body.contains("Slå totrinsbekræftelse til"));
    send(&service, SETTINGS, &here, &SHOWN).await;
    let page = service.get_as(SETTINGS, &here).await.body;
    assert!(page.contains("<svg role=\"img\"") && page.contains("skriv denne nøgle"));
    let wrong = send(&service, "/account/second-factor/confirmation", &here, &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#code\"") && wrong.body.contains("<title>Fejl"));
    assert!(is_signed_in(&service, &service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap()).await, "not on yet");

    let codes = enrol(&service, ANNA, &here).await;
    assert_eq!(codes.len(), 10);
    assert!(is_signed_in(&service, &here).await && !is_signed_in(&service, &elsewhere).await);
    let page = service.get_as(SETTINGS, &here).await.body;
    assert!(page.contains("10 nødkoder") && !page.contains("<svg role=\"img\""), "the secret is shown no more");
    assert!(codes.iter().all(|code| !page.contains(code)), "nor are the codes");
    assert!(service.get_as("/account", &here).await.body.contains("er slået til"));
    for path in ["", "/confirmation"] {
        let form = [("code", "000000"), ("password", PASSWORD)];
        let again = send(&service, &format!("{SETTINGS}{path}"), &here, &form).await;
        assert!(matches!(again.status, StatusCode::CONFLICT | StatusCode::SEE_OTHER), "what is set stays: {path}");
    }
}

#[actix_web::test]
async fn a_secret_begun_by_somebody_else_is_never_the_one_that_is_confirmed() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    send(&service, SETTINGS, &session, &SHOWN).await;
    let first = app_code(&service, ANNA);
    send(&service, SETTINGS, &session, &SHOWN).await;
    assert_ne!(app_code(&service, ANNA), first);
    let old = send(&service, "/account/second-factor/confirmation", &session, &[("code", &first)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn signing_in_takes_password_and_code_and_goes_where_one_was_going() {
    let service = TestService::new();
    enrol(&service, ANNA, &service.account(ANNA, Role::Consultant).await).await;
    let waiting = password(&service, HERE).await;
    let page =
        service.send(TestRequest::get().uri("/login/kode?return=/rounds%3Fpage%3D2").cookie(waiting.clone())).await;
    assert!(page.body.contains("name=\"return\" value=\"/rounds?page=2\""));
    assert!(page.body.contains("autocomplete=\"one-time-code\""));
    // What waits for a code is no session, under whatever name.
    let planted = Cookie::new("pejl_session", waiting.value().to_owned());
    assert!(!is_signed_in(&service, &planted).await);
    let done = show_code(&service, &waiting, &app_code(&service, ANNA), HERE).await;
    assert_eq!(done.location.as_deref(), Some("/rounds?page=2"));
    assert!(is_signed_in(&service, &done.cookie.unwrap()).await);
    // The sign-in is over: neither it nor its code opens another session.
    service.wait(TimeDelta::seconds(30));
    let again = show_code(&service, &waiting, &app_code(&service, ANNA), HERE).await;
    assert_eq!((again.location.as_deref(), again.cookie), (Some("/login"), None));
}

#[actix_web::test]
async fn a_code_is_good_once_and_so_is_each_on_paper() {
    let service = TestService::new();
    let paper = enrol(&service, ANNA, &service.account(ANNA, Role::Consultant).await).await;
    let code = app_code(&service, ANNA);
    let first = show_code(&service, &password(&service, HERE).await, &code, HERE).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = show_code(&service, &password(&service, HERE).await, &code, HERE).await;
    assert_eq!((second.status, second.cookie), (StatusCode::UNPROCESSABLE_ENTITY, None));
    let typed = paper[0].to_uppercase().replace('-', " ");
    let by_paper = show_code(&service, &password(&service, HERE).await, &typed, HERE).await;
    let session = by_paper.cookie.unwrap();
    assert!(service.get_as(SETTINGS, &session).await.body.contains("9 nødkoder"));
    let again = show_code(&service, &password(&service, HERE).await, &paper[0], HERE).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn a_sign_in_waits_ten_minutes_and_not_beyond_a_new_password() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    enrol(&service, ANNA, &session).await;
    assert_eq!(service.get("/login/kode").await.location.as_deref(), Some("/login"), "without a password");
    let waiting = password(&service, HERE).await;
    service.wait(TimeDelta::minutes(10));
    let late = show_code(&service, &waiting, &app_code(&service, ANNA), HERE).await;
    assert_eq!((late.location.as_deref(), late.cookie), (Some("/login"), None));
    let waiting = password(&service, HERE).await;
    let new = [("current", PASSWORD), ("password", "en helt ny sætning"), ("repeated", "en helt ny sætning")];
    assert_eq!(send(&service, "/account/password", &session, &new).await.status, StatusCode::SEE_OTHER);
    let over = show_code(&service, &waiting, &app_code(&service, ANNA), HERE).await;
    assert_eq!(over.location.as_deref(), Some("/login"));
}

#[actix_web::test]
async fn guessing_codes_ends_soon_and_keeps_the_owner_from_nothing() {
    let service = TestService::new();
    enrol(&service, ANNA, &service.account(ANNA, Role::Consultant).await).await;
    let owners = show_code(&service, &password(&service, HERE).await, &app_code(&service, ANNA), HERE).await;
    assert_eq!(owners.status, StatusCode::SEE_OTHER);
    // Somebody who knows the password tries from thirty places, and ten times from the last.
    for place in 0..30 {
        let address = format!("198.51.100.{place}");
        let wrong = show_code(&service, &password(&service, &address).await, "000000", &address).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    service.wait(TimeDelta::seconds(30));
    let refused =
        show_code(&service, &password(&service, "203.0.113.1").await, &app_code(&service, ANNA), "203.0.113.1").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers.contains_key("retry-after") && refused.cookie.is_none());
    let owner = show_code(&service, &password(&service, HERE).await, &app_code(&service, ANNA), HERE).await;
    assert_eq!(owner.status, StatusCode::SEE_OTHER, "from a place that is known");
}

#[actix_web::test]
async fn whoever_reads_somebodys_mail_does_not_get_past_the_code() {
    let service = TestService::new();
    enrol(&service, ANNA, &service.account(ANNA, Role::Consultant).await).await;
    let key = commands::staff::reset(&service.db, ANNA, &By::command_line(service.now())).unwrap();
    let used =
        service.post(&format!("/adgang/{}", key.as_str()), &[("password", PASSWORD), ("repeated", PASSWORD)]).await;
    let waiting = waiting(&used);
    let done = show_code(&service, &waiting, &app_code(&service, ANNA), HERE).await;
    assert!(is_signed_in(&service, &done.cookie.unwrap()).await);
}

#[actix_web::test]
async fn an_administrator_resets_somebody_elses_only() {
    let service = TestService::new();
    let anna = service.account(ANNA, Role::Consultant).await;
    enrol(&service, ANNA, &anna).await;
    let admin = service.account("admin@example.org", Role::Admin).await;
    enrol(&service, "admin@example.org", &admin).await;
    let list = service.get_as("/staff", &admin).await.body;
    assert_eq!(list.matches("<td>Ja</td>").count(), 2, "{list}");
    let page = format!("/staff/{}", account(&service, ANNA).id);
    assert!(service.get_as(&page, &admin).await.body.contains("Nulstil totrinsbekræftelse"));
    let done = send(&service, &format!("{page}/second-factor-reset"), &admin, &[]).await;
    assert_eq!(done.location, Some(format!("{page}?done=factor")));
    assert!(!is_signed_in(&service, &anna).await);
    assert!(is_signed_in(&service, &service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap()).await);
    let own = format!("/staff/{}/second-factor-reset", account(&service, "admin@example.org").id);
    assert_eq!(send(&service, &own, &admin, &[]).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn an_administrator_without_one_reaches_nothing_but_its_page() {
    let service = TestService::with_settings(&[("REQUIRE_TOTP", "admin")]);
    let admin = service.account(ANNA, Role::Admin).await;
    for path in ["/", "/rounds", "/staff", "/letters", "/account", "/catalogue", "/staff/new"] {
        let answer = service.get_as(path, &admin).await;
        assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::SEE_OTHER, Some(SETTINGS)), "{path}");
    }
    let invited = send(&service, "/staff", &admin, &[("email", "ny@example.org"), ("role", "admin")]).await;
    assert_eq!(invited.location.as_deref(), Some(SETTINGS));
    let language = send(&service, "/account/language", &admin, &[("language", "en")]).await;
    assert_eq!(language.location.as_deref(), Some(SETTINGS));
    let page = service.get_as(SETTINGS, &admin).await.body;
    assert!(page.contains("Din rolle kræver") && page.contains("action=\"/logout\""));
    let consultant = service.account("bo@example.org", Role::Consultant).await;
    assert!(is_signed_in(&service, &consultant).await, "of others it is not required");
    enrol(&service, ANNA, &admin).await;
    assert_eq!(service.get_as("/staff", &admin).await.status, StatusCode::OK);
    let form = [("password", PASSWORD), ("removal", &app_code(&service, ANNA))];
    send(&service, &format!("{SETTINGS}/removal"), &admin, &form).await;
    assert_eq!(service.get_as("/staff", &admin).await.location.as_deref(), Some(SETTINGS), "at once");
}

#[actix_web::test]
async fn the_policy_may_be_for_all_or_for_nobody() {
    let everybody = TestService::with_settings(&[("REQUIRE_TOTP", "all")]);
    let consultant = everybody.account("bo@example.org", Role::Consultant).await;
    assert_eq!(everybody.get_as("/rounds", &consultant).await.location.as_deref(), Some(SETTINGS));
    let nobody = TestService::new();
    let admin = nobody.account(ANNA, Role::Admin).await;
    assert_eq!(nobody.get_as("/staff", &admin).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn operators_take_one_away_from_the_last_administrator() {
    let service = TestService::new();
    enrol(&service, ANNA, &service.account(ANNA, Role::Admin).await).await;
    let by = By::command_line(service.now());
    commands::second_factors::reset_by_email(&service.db, " Anna@Example.org", &by).unwrap();
    assert!(is_signed_in(&service, &service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap()).await);
    assert!(commands::second_factors::reset_by_email(&service.db, "ingen@example.org", &by).is_err());
}

#[actix_web::test]
async fn with_another_secret_key_codes_on_paper_still_work() {
    let service = TestService::new();
    let paper = enrol(&service, ANNA, &service.account(ANNA, Role::Consultant).await).await;
    let (db, now) = (&service.db, service.now());
    let id = account(&service, ANNA).id;
    let waiting = db.write(|conn| {
        let token = Token::random();
        store::sign_ins::insert(conn, &token.hash(), &id, now + TimeDelta::minutes(1))?;
        Ok(token)
    });
    let waiting = waiting.unwrap();
    let origin = crate::domain::access::rate_limits::Origin { address: HERE.parse().unwrap(), mark: None };
    let attempt = crate::domain::access::rate_limits::Attempt::code("en anden", ANNA, origin, now);
    let begun = commands::sessions::begin(db, &attempt, ANNA).unwrap();
    let app = app_code(&service, ANNA);
    let open = |code: &str| commands::sessions::open_with_code(db, "en anden", (&begun, &waiting, code), now);
    assert!(open(&app).is_err());
    assert!(open(&paper[3]).is_ok());
}
