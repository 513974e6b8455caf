use crate::domain::access::audit::By;
use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::commands;
use crate::domain::access::staff::{Draft, Role};
use crate::domain::base::refusals::Refusal;
use crate::error::Error;
use crate::test_support::{PASSWORD, TestService};

const ANNA: &str = "anna@example.org";
const TWICE: [(&str, &str); 2] = [("password", PASSWORD), ("repeated", PASSWORD)];

#[actix_web::test]
async fn a_one_time_link_works_once() {
    let service = TestService::new();
    let link = service.one_time_link(ANNA, Role::Consultant, &[]);
    let used = service.post(&link, &TWICE).await;
    assert_eq!((used.status, used.location.as_deref()), (StatusCode::SEE_OTHER, Some("/")));
    assert_eq!(service.get_as("/", &used.cookie.unwrap()).await.status, StatusCode::OK);
    assert_eq!(service.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.post(&link, &TWICE).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn opening_a_one_time_link_changes_nothing() {
    let service = TestService::new();
    let link = service.one_time_link(ANNA, Role::Consultant, &[]);
    for _ in 0..3 {
        let page = service.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.cookie.is_none() && page.body.contains(ANNA));
    }
    assert!(service.post(&link, &TWICE).await.cookie.is_some());
}

#[actix_web::test]
async fn unknown_used_and_expired_links_look_alike() {
    let service = TestService::new();
    let used = service.one_time_link(ANNA, Role::Consultant, &[]);
    service.post(&used, &TWICE).await;
    let expired = service.one_time_link("bo@example.org", Role::Consultant, &[]);
    service.wait(TimeDelta::days(7));
    let mut pages = Vec::new();
    for link in [used.as_str(), expired.as_str(), "/adgang/ukendt"] {
        let answer = service.get(link).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        pages.push(answer.body);
    }
    pages.dedup();
    assert_eq!(pages.len(), 1);
}

#[actix_web::test]
async fn a_password_that_cannot_be_chosen_leaves_the_link_working() {
    let service = TestService::new();
    let link = service.one_time_link(ANNA, Role::Consultant, &[]);
    let short = service.post(&link, &[("password", "kort"), ("repeated", "kort")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("href=\"#password\"") && !short.body.contains("kort\""));
    let differ = service.post(&link, &[("password", PASSWORD), ("repeated", "noget andet")]).await;
    assert!(differ.body.contains("href=\"#repeated\""));
    assert_eq!(service.post(&link, &TWICE).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn a_reset_ends_sessions_password_and_earlier_links() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let (db, now) = (&service.db, service.now());
    let first = commands::staff::reset(db, ANNA, &By::command_line(now)).unwrap();
    let second = commands::staff::reset(db, ANNA, &By::command_line(now)).unwrap();
    assert_eq!(service.get_as("/", &session).await.location.as_deref(), Some("/login"));
    let answer = service.sign_in(ANNA, PASSWORD, "192.0.2.1").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(service.get(&format!("/adgang/{}", first.as_str())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get(&format!("/adgang/{}", second.as_str())).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_disabled_account_is_opened_by_adding_it_again_only() {
    let service = TestService::new();
    let link = service.one_time_link(ANNA, Role::Admin, &[]);
    let (db, now) = (&service.db, service.now());
    let again = Draft::parse(ANNA, Role::Coordinator, &["0101".to_owned()]).unwrap();
    let refused = |outcome: Result<_, Error>| match outcome {
        Err(Error::Refused(refusal)) => refusal,
        _ => panic!("not refused"),
    };
    assert_eq!(refused(commands::staff::add(db, &again, &By::command_line(now))), Refusal::StaffExists);
    commands::staff::disable(db, ANNA, &By::command_line(now)).unwrap();
    assert_eq!(service.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(refused(commands::staff::reset(db, ANNA, &By::command_line(now))), Refusal::StaffDisabled);
    let key = commands::staff::add(db, &again, &By::command_line(now)).unwrap();
    let session = service.post(&format!("/adgang/{}", key.as_str()), &TWICE).await.cookie.unwrap();
    assert!(service.get_as("/privatliv", &session).await.body.contains("København"));
    assert_eq!(refused(commands::staff::reset(db, "ingen@example.org", &By::command_line(now))), Refusal::UnknownStaff);
}

#[actix_web::test]
async fn the_pages_about_the_service_are_open_and_name_the_contact() {
    let service = TestService::new();
    for path in ["/tilgaengelighed", "/privatliv"] {
        let page = service.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("hjaelp@example.org"), "{path}");
    }
    assert_eq!(service.get("/was").await.location.as_deref(), Some("/tilgaengelighed"));
}
