use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::Role;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::store;
use crate::test_support::{PASSWORD, Reply, TestService};

const ANNA: &str = "anna@example.org";

async fn ask(service: &TestService, email: &str, address: &str) -> Reply {
    let request = TestRequest::post().uri("/login/glemt").peer_addr(format!("{address}:5000").parse().unwrap());
    service.send(request.set_form([("email", email)])).await
}

/// The letters queued, once there are so many: nobody waits for them.
async fn letters(service: &TestService, expected: usize) -> Vec<Letter> {
    let list = || service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    for _ in 0..500 {
        if list().len() >= expected {
            break;
        }
        actix_web::rt::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    list().into_iter().map(|(letter, _)| letter).collect()
}

#[actix_web::test]
async fn a_link_is_sent_and_the_password_works_until_it_is_used() {
    let service = TestService::new();
    service.account(ANNA, Role::Consultant).await;
    let answer = ask(&service, " Anna@Example.org ", "192.0.2.1").await;
    assert_eq!(answer.location.as_deref(), Some("/login/glemt?sendt=ja"));
    let letters = letters(&service, 1).await;
    assert_eq!((letters.len(), letters[0].kind, letters[0].email.as_str()), (1, LetterKind::PasswordReset, ANNA));
    assert_eq!(service.sign_in(ANNA, PASSWORD, "192.0.2.1").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_answer_is_the_same_whether_there_is_an_account_or_not() {
    let service = TestService::new();
    service.account(ANNA, Role::Consultant).await;
    service.account("lukket@example.org", Role::Consultant).await;
    commands::staff::disable(&service.db, "lukket@example.org", &By::command_line(service.now())).unwrap();
    let mut told = Vec::new();
    for email in [ANNA, "ingen@example.org", "lukket@example.org"] {
        let statuses: Vec<_> = [ask(&service, email, "192.0.2.1").await, ask(&service, email, "192.0.2.1").await]
            .into_iter()
            .chain([ask(&service, email, "192.0.2.1").await, ask(&service, email, "192.0.2.1").await])
            .map(|answer| (answer.status, answer.location, answer.body.replace(email, "X")))
            .collect();
        told.push(statuses);
    }
    assert!(told.iter().all(|one| *one == told[0]));
    assert_eq!(told[0][3].0, StatusCode::TOO_MANY_REQUESTS, "also when the tries run out");
    assert_eq!(service.get("/login/glemt?sendt=ja").await.status, StatusCode::OK);
    let letters = letters(&service, 1).await;
    assert!(letters.iter().all(|letter| letter.email == ANNA));
}

#[actix_web::test]
async fn strangers_cause_few_letters_and_never_keep_the_owner_from_asking() {
    let service = TestService::new();
    service.account(ANNA, Role::Consultant).await;
    let owners = "192.0.2.1";
    service.sign_in(ANNA, PASSWORD, owners).await;
    for place in 0..20 {
        ask(&service, ANNA, &format!("198.51.100.{place}")).await;
    }
    assert_eq!(ask(&service, ANNA, "203.0.113.1").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask(&service, ANNA, owners).await.status, StatusCode::SEE_OTHER, "from a known place");
    assert_eq!(service.sign_in(ANNA, PASSWORD, "203.0.113.2").await.status, StatusCode::SEE_OTHER);
    service.wait(TimeDelta::minutes(15));
    assert_eq!(ask(&service, ANNA, "203.0.113.1").await.status, StatusCode::SEE_OTHER);
    assert!(letters(&service, 1).await.len() <= 8);
}

#[actix_web::test]
async fn what_is_no_address_is_told_so() {
    let service = TestService::new();
    let answer = ask(&service, "anna", "192.0.2.1").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("value=\"anna\"") && answer.body.contains("href=\"#email\""));
    assert!(service.get("/login").await.body.contains("href=\"/login/glemt\""));
}
