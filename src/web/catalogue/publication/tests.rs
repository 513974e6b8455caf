use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::access::staff::Role;
use crate::domain::base::tokens::content_hash;
use crate::store;
use crate::test_support::{TestService, admin, staff};

const PAGE: &str = "/catalogue/2026/publication";

/// 2018 was asked in a round; 2026 is a draft that rewords, adds and retires a question of it.
fn with_draft(change: impl FnOnce(String) -> String) -> (TestService, String) {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhed", "sundhed", "leder@example.org");
    service.add_post("0147", "Sundhed", "sundhed", "leder2@example.org");
    service.add_post("0147", "Skoler", "skole|unge", "leder3@example.org");
    service.draft("2025");
    commands::rounds::open(&service.db, "2025", &service.by()).unwrap();
    let document = include_str!("../../../../catalogue/2018.yaml").replace("edition: \"2018\"", "edition: \"2026\"");
    let document = change(document.replace("published_on: 2018-04-20", "published_on: 2026-04-20"));
    commands::catalogue::import(&service.db, document.as_bytes(), &service.by()).unwrap();
    (service, content_hash(document.as_bytes()))
}

fn is_published(service: &TestService) -> bool {
    let stored = service.db.read(|conn| Ok(store::editions::find(conn, "2026")?)).unwrap().unwrap();
    stored.published_at.is_some()
}

#[actix_web::test]
async fn the_page_tells_what_differs_what_ends_and_who_gets_how_much() {
    let (service, _) = with_draft(|document| document.replace("title: Tobak\n", "title: Tobak og nikotin\n"));
    let body = service.get_as(PAGE, admin()).await.body;
    assert!(body.contains("Fra 2018 til 2026: 2 forskelle"), "the edition and a package: {body}");
    assert!(body.contains("Fra 2018 til 2026: 0 af 70 spørgsmål kan sammenlignes"), "{body}");
    assert!(body.contains("70 serier slutter"), "{body}");
    assert!(body.contains("3 stillinger får spørgsmål, højst"), "{body}");
    assert!(body.contains("/catalogue/2026/preview?areas=sundhed\""), "{body}");
    assert!(body.contains("/catalogue/2026/preview?areas=skole&amp;areas=unge\""), "{body}");
    assert!(body.contains("/catalogue/2018/crosswalk/2026") && body.contains("/catalogue/2018/changes/2026"));
    assert!(body.contains("har ingen vejledning") && body.contains("1 anbefaling er ubekræftet"), "{body}");
}

#[actix_web::test]
async fn publishing_needs_the_key_typed_and_the_draft_as_it_was_shown() {
    let (service, hash) = with_draft(|document| document);
    for (key, hash, why) in [
        ("", hash.as_str(), "Det er ikke udgavens nøgle"),
        ("2018", &hash, "Det er ikke udgavens nøgle"),
        ("2026", "0000", "Kladden er ændret"),
    ] {
        let answer = service.post_as(PAGE, &[("key", key), ("hash", hash)], admin()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{key}");
        assert!(answer.body.contains(why), "{}", answer.body);
        assert!(!is_published(&service));
    }
    let answer = service.post_as(PAGE, &[("key", " 2026 "), ("hash", &hash)], admin()).await;
    assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::SEE_OTHER, Some("/catalogue/2026")));
    assert!(is_published(&service));
    assert_eq!(service.get_as(PAGE, admin()).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn the_draft_leads_to_its_publication_and_only_administrators_get_there() {
    let (service, hash) = with_draft(|document| document);
    assert!(service.get_as("/catalogue/2026", admin()).await.body.contains(PAGE));
    assert!(!service.get_as("/catalogue/2018", admin()).await.body.contains("/publication"));
    let consultant = || staff(Role::Consultant, None);
    assert!(!service.get_as("/catalogue/2026", consultant()).await.body.contains(PAGE));
    assert_eq!(service.get_as(PAGE, consultant()).await.status, StatusCode::NOT_FOUND);
    let posted = service.post_as(PAGE, &[("key", "2026"), ("hash", &hash)], consultant()).await;
    assert_eq!(posted.status, StatusCode::NOT_FOUND);
    assert!(!is_published(&service));
}

#[actix_web::test]
async fn every_difference_stands_on_a_page_with_what_was_and_what_is() {
    let (service, _) = with_draft(|document| document.replace("title: Tobak\n", "title: Tobak og nikotin\n"));
    let body = service.get_as("/catalogue/2018/changes/2026", admin()).await.body;
    assert!(body.contains("<del>Tobak</del>") && body.contains("<ins>Tobak og nikotin</ins>"), "{body}");
    let consultant = || staff(Role::Consultant, None);
    assert_eq!(service.get_as("/catalogue/2018/changes/2026", consultant()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get_as("/catalogue/2018/changes/1999", admin()).await.status, StatusCode::NOT_FOUND);
}
