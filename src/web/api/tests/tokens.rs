//! Whom a token opens the API for, and when it stops.

use actix_web::http::header;
use actix_web::test::TestRequest;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use serde_json::Value;

use super::{account, all, ask, head, token_of};
use crate::commands;
use crate::domain::access::staff::Role;
use crate::store;
use crate::test_support::measured_rounds;

const SCORES: &str = "/api/v1/rounds/2015/scores?measure=implementation&package=all&area=all&of=municipality";

#[actix_web::test]
async fn a_token_opens_as_long_as_it_lasts_and_its_owner_may_see_what_it_opens() {
    let service = measured_rounds();
    service.account("admin@example.org", Role::Admin).await;
    let session = service.session(Role::Consultant, &["0101", "0147"]).await;
    let owner = account(&service, "consultant0101-0147@example.org");
    let (whole, narrow) = (token_of(&service, &owner, &[]), token_of(&service, &owner, &["0147"]));
    let seen =
        |entries: Vec<Value>| entries.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(seen(all(&service, SCORES, &whole).await), ["0101", "0147"]);
    assert_eq!(seen(all(&service, SCORES, &narrow).await), ["0147"]);
    // A session opens pages and no API, and a token the API and no pages.
    let by_session = service.get_as("/api/v1/rounds", &session).await;
    assert_eq!(by_session.status, 401);
    assert!(head(&by_session, header::WWW_AUTHENTICATE).starts_with("Bearer"));
    assert_eq!(ask(&service, "/rounds", &whole).await.leads_to(), "/login?return=/rounds");
    let in_address = service.get(&format!("/api/v1/rounds?token={whole}")).await;
    assert_eq!(in_address.status, 401);
    let basic = format!("Basic {}", STANDARD.encode(format!("anna:{whole}")));
    let by_password = TestRequest::get().uri(SCORES).insert_header((header::AUTHORIZATION, basic));
    assert_eq!(service.send(by_password).await.status, 200);
    // Rights that are taken away are taken away from tokens at once.
    let rights = (Role::Coordinator, ["0101".parse().unwrap()]);
    commands::accounts::change_rights(&service.db, &owner.id, (rights.0, &rights.1), &service.by()).unwrap();
    assert_eq!(seen(all(&service, SCORES, &whole).await), ["0101"]);
    assert!(all(&service, SCORES, &narrow).await.is_empty());
    let kept = service.db.read(|conn| Ok(store::api_tokens::list_by_staff(conn, &owner.id)?)).unwrap();
    commands::api_tokens::withdraw(&service.db, &owner.id, &kept[0].id, &service.by()).unwrap();
    assert_eq!(ask(&service, SCORES, &narrow).await.status, 401, "the newest one was withdrawn");
    assert_eq!(ask(&service, SCORES, &whole).await.status, 200);
    service.wait(TimeDelta::days(30) - TimeDelta::seconds(1));
    assert_eq!(ask(&service, SCORES, &whole).await.status, 200);
    service.wait(TimeDelta::seconds(1));
    assert_eq!(ask(&service, SCORES, &whole).await.status, 401, "its time is over");
    let last = token_of(&service, &account(&service, &owner.email), &[]);
    assert_eq!(ask(&service, SCORES, &last).await.status, 200);
    commands::staff::disable(&service.db, &owner.email, &service.by()).unwrap();
    assert_eq!(ask(&service, SCORES, &last).await.status, 401, "its owner is disabled");
}

#[actix_web::test]
async fn that_a_token_is_used_is_noted_once_in_some_minutes() {
    let service = measured_rounds();
    service.one_time_link("anna@example.org", Role::Admin, &[]);
    let owner = account(&service, "anna@example.org");
    let token = token_of(&service, &owner, &[]);
    let used = || service.db.read(|conn| Ok(store::api_tokens::list_by_staff(conn, &owner.id)?)).unwrap()[0].used_at;
    let begun = service.now();
    for (waited, noted) in [(0, 0), (4, 0), (1, 5)] {
        service.wait(TimeDelta::minutes(waited));
        ask(&service, "/api/v1/rounds", &token).await;
        let expected = Some(begun + TimeDelta::minutes(noted));
        // Nobody waits for the note, so it may come a moment later.
        for _ in 0..500 {
            if used() == expected {
                break;
            }
            actix_web::rt::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_eq!(used(), expected, "after {waited} minutes more");
    }
}

#[actix_web::test]
async fn guessing_ends_in_429_and_a_token_that_works_goes_on() {
    let service = measured_rounds();
    service.one_time_link("anna@example.org", Role::Admin, &[]);
    let token = token_of(&service, &account(&service, "anna@example.org"), &[]);
    for _ in 0..20 {
        assert_eq!(ask(&service, "/api/v1/rounds", "pejl_gaettet-et").await.status, 401);
    }
    let refused = ask(&service, "/api/v1/rounds", "pejl_gaettet-to").await;
    assert_eq!((refused.status.as_u16(), head(&refused, header::RETRY_AFTER)), (429, "900"));
    let problem: Value = serde_json::from_str(&refused.body).unwrap();
    assert_eq!(problem["status"], 429);
    assert_eq!(ask(&service, "/api/v1/rounds", &token).await.status, 200);
}
