use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::domain::base::refusals::Refusal;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::error::Error;
use crate::store;
use crate::test_support::{PASSWORD, Reply, TestService};

const ADMIN: &str = "admin@example.org";
const ANNA: &str = "anna@example.org";

async fn send(service: &TestService, path: &str, session: &Cookie<'static>, form: &[(&str, &str)]) -> Reply {
    let own = ("sec-fetch-site", "same-origin");
    service.send(TestRequest::post().uri(path).insert_header(own).cookie(session.clone()).set_form(form)).await
}

fn account(service: &TestService, email: &str) -> Staff {
    service.db.read(|conn| Ok(store::staff::find_by_email(conn, email)?)).unwrap().unwrap()
}

fn letters(service: &TestService) -> Vec<Letter> {
    let all = service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    all.into_iter().map(|(letter, _)| letter).collect()
}

fn refused(outcome: Result<(), Error>) -> Refusal {
    match outcome {
        Err(Error::Refused(refusal)) => refusal,
        _ => panic!("not refused"),
    }
}

#[actix_web::test]
async fn somebody_invited_gets_a_letter_and_stands_in_the_list() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let form = [
        ("email", " Anna@Example.org"),
        ("role", "consultant"),
        ("municipalities", "0751"),
        ("municipalities", "0101"),
    ];
    let answer = send(&service, "/staff", &admin, &form).await;
    let anna = account(&service, ANNA);
    assert_eq!(answer.location, Some(format!("/staff/{}?done=invited", anna.id)));
    assert_eq!((anna.role, anna.municipalities.as_deref()), (Role::Consultant, Some("0101|0751")));
    let letters = letters(&service);
    assert_eq!((letters.len(), letters[0].kind, letters[0].email.as_str()), (1, LetterKind::AccountInvitation, ANNA));
    let list = service.get_as("/staff", &admin).await.body;
    for part in [ANNA, "København, Aarhus", "Inviteret", "Aldrig", ADMIN, "Aktiv"] {
        assert!(list.contains(part), "{part}");
    }
    let page = service.get_as(answer.location.as_deref().unwrap(), &admin).await.body;
    assert!(page.contains("Invitationen bliver sendt") && page.contains("Send et nyt link"));
}

#[actix_web::test]
async fn everything_wrong_with_an_invitation_is_said_at_once_and_nothing_is_lost() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let form = [("email", "anna"), ("role", "coordinator"), ("municipalities", "0101"), ("municipalities", "0751")];
    let answer = send(&service, "/staff", &admin, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["href=\"#email\"", "href=\"#municipalities\"", "value=\"anna\"", "<title>Fejl: "] {
        assert!(answer.body.contains(part), "{part}");
    }
    assert_eq!(answer.body.matches(" checked").count(), 3, "the role and both municipalities");
    let taken = send(&service, "/staff", &admin, &[("email", ADMIN), ("role", "admin")]).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.body.contains("allerede en bruger"));
    let no_role = send(&service, "/staff", &admin, &[("email", ANNA)]).await;
    assert!(no_role.body.contains("href=\"#role\""));
    assert!(letters(&service).is_empty());
}

#[actix_web::test]
async fn another_role_takes_effect_where_the_account_is_signed_in() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let anna = service.account(ANNA, Role::Admin).await;
    let page = format!("/staff/{}", account(&service, ANNA).id);
    let form = [("role", "coordinator"), ("municipalities", "0101")];
    let answer = send(&service, &format!("{page}/rights"), &admin, &form).await;
    assert_eq!(answer.location, Some(format!("{page}?done=rights")));
    assert_eq!(service.get_as("/staff", &anna).await.status, StatusCode::NOT_FOUND);
    let wrong = send(&service, &format!("{page}/rights"), &admin, &[("role", "coordinator")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(account(&service, ANNA).municipalities.as_deref(), Some("0101"));
    let form = service.get_as(&format!("{page}/rights"), &admin).await.body;
    assert_eq!(form.matches(" checked").count(), 2, "what stands is ticked");
}

#[actix_web::test]
async fn a_disabled_account_is_signed_out_and_comes_back_by_a_letter_without_its_password() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let anna = service.account(ANNA, Role::Consultant).await;
    let page = format!("/staff/{}", account(&service, ANNA).id);
    let asked = service.get_as(&format!("{page}/disabling"), &admin).await;
    assert!(asked.body.contains("Deaktivér anna@example.org?"));
    assert_eq!(service.get_as("/", &anna).await.status, StatusCode::OK, "asking does nothing");
    for _ in 0..2 {
        let done = send(&service, &format!("{page}/disabling"), &admin, &[]).await;
        assert_eq!(done.location, Some(format!("{page}?done=disabled")));
    }
    assert_eq!(service.get_as("/", &anna).await.location.as_deref(), Some("/login"));
    let link = send(&service, &format!("{page}/link"), &admin, &[]).await;
    assert_eq!(link.status, StatusCode::CONFLICT);
    for _ in 0..2 {
        let done = send(&service, &format!("{page}/enabling"), &admin, &[]).await;
        assert_eq!(done.location, Some(format!("{page}?done=enabled")));
    }
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(letters(&service).iter().map(|letter| letter.kind).collect::<Vec<_>>(), [LetterKind::AccountInvitation]);
}

#[actix_web::test]
async fn a_new_link_ends_the_password_and_every_session_of_an_account_in_use() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let anna = service.account(ANNA, Role::Consultant).await;
    let page = format!("/staff/{}", account(&service, ANNA).id);
    send(&service, &format!("{page}/link"), &admin, &[]).await;
    assert_eq!(service.get_as("/", &anna).await.location.as_deref(), Some("/login"));
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    service.wait(TimeDelta::minutes(1));
    send(&service, &format!("{page}/link"), &admin, &[]).await;
    let kinds: Vec<LetterKind> = letters(&service).iter().map(|letter| letter.kind).collect();
    assert_eq!(kinds, [LetterKind::AccountInvitation, LetterKind::PasswordReset], "newest first");
}

#[actix_web::test]
async fn an_administrator_signs_an_account_out_everywhere() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let anna = service.account(ANNA, Role::Consultant).await;
    let page = format!("/staff/{}", account(&service, ANNA).id);
    let done = send(&service, &format!("{page}/sign-out"), &admin, &[]).await;
    assert_eq!(done.location, Some(format!("{page}?done=sessions")));
    assert_eq!(service.get_as("/", &anna).await.location.as_deref(), Some("/login"));
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn no_administrator_shuts_or_demotes_themself_and_one_is_always_left() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    let own = account(&service, ADMIN).id;
    for action in ["disabling", "link"] {
        let answer = send(&service, &format!("/staff/{own}/{action}"), &admin, &[]).await;
        assert!(answer.status == StatusCode::CONFLICT && answer.body.contains("din egen bruger"), "{action}");
    }
    let demoted = send(&service, &format!("/staff/{own}/rights"), &admin, &[("role", "consultant")]).await;
    assert_eq!(demoted.status, StatusCode::CONFLICT);
    assert_eq!(account(&service, ADMIN).role, Role::Admin);
    // Two who shut each other at the same time: whoever comes second had the right when the page was opened.
    service.account(ANNA, Role::Admin).await;
    let (db, now, anna) = (&service.db, service.now(), account(&service, ANNA).id);
    commands::accounts::disable(db, &own, &By::staff(&anna, now)).unwrap();
    let by_own = By::staff(&own, now);
    assert_eq!(refused(commands::accounts::disable(db, &anna, &by_own)), Refusal::LastAdministrator);
    let rights = (Role::Consultant, [].as_slice());
    assert_eq!(refused(commands::accounts::change_rights(db, &anna, rights, &by_own)), Refusal::LastAdministrator);
    // One who was only invited can't sign in yet, and does not count.
    service.one_time_link("ny@example.org", Role::Admin, &[]);
    assert_eq!(refused(commands::accounts::disable(db, &anna, &by_own)), Refusal::LastAdministrator);
    assert!(account(&service, ANNA).disabled_at.is_none());
}

#[actix_web::test]
async fn an_account_that_is_not_there_is_not_found() {
    let service = TestService::new();
    let admin = service.account(ADMIN, Role::Admin).await;
    for id in [StaffId::new().to_string(), "noget".to_owned()] {
        for page in ["", "/rights", "/disabling"] {
            assert_eq!(service.get_as(&format!("/staff/{id}{page}"), &admin).await.status, StatusCode::NOT_FOUND);
        }
        for action in ["rights", "disabling", "enabling", "link", "sign-out"] {
            let answer = send(&service, &format!("/staff/{id}/{action}"), &admin, &[("role", "admin")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{action}");
        }
    }
}

#[actix_web::test]
async fn when_an_account_was_last_seen_is_noted_once_in_some_minutes() {
    let service = TestService::new();
    let anna = service.account(ANNA, Role::Consultant).await;
    let begun = service.now();
    let seen = || account(&service, ANNA).seen_at.unwrap();
    assert_eq!(seen(), begun);
    service.wait(TimeDelta::minutes(4));
    service.get_as("/catalogue", &anna).await;
    assert_eq!(seen(), begun, "noted not long ago");
    service.wait(TimeDelta::minutes(1));
    service.get_as("/catalogue", &anna).await;
    // Nobody waits for the note, so it may come a moment later.
    for _ in 0..500 {
        if seen() != begun {
            break;
        }
        actix_web::rt::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(seen(), begun + TimeDelta::minutes(5));
}
