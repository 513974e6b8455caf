use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use crate::domain::access::staff::Role;
use crate::test_support::{Reply, TestService, measured_rounds};

const COUNTRY: &str = "/rounds/2015/country?measure=awareness";

/// Sends a form of our own pages.
async fn send(service: &TestService, path: &str, form: &[(&str, &str)], session: &Cookie<'static>) -> Reply {
    let own = ("sec-fetch-site", "same-origin");
    service.send_as(TestRequest::post().uri(path).insert_header(own).set_form(form), session).await
}

/// The id of the only own view, from the list's link to its form.
fn id_of(list: &str) -> String {
    list.split("href=\"/saved-views/").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
}

#[actix_web::test]
async fn a_page_is_saved_found_again_renamed_and_taken_away() {
    let service = measured_rounds();
    let anna = service.session(Role::Consultant, &[]).await;
    let page = service.get_as(COUNTRY, &anna).await.body;
    let way = "/saved-views/new?address=%2Frounds%2F2015%2Fcountry%3Fmeasure%3Dawareness";
    assert!(page.contains(&format!("href=\"{way}\"")), "{page}");
    assert_eq!(service.get_as(way, &anna).await.status, StatusCode::OK);

    let saved = send(&service, "/saved-views", &[("name", "Kendskab"), ("address", COUNTRY)], &anna).await;
    assert_eq!((saved.status, saved.leads_to()), (StatusCode::SEE_OTHER, "/saved-views"));
    let list = service.get_as("/saved-views", &anna).await.body;
    assert!(list.contains("href=\"/rounds/2015/country?measure=awareness\">Kendskab</a>"), "{list}");
    assert!(service.get_as("/", &anna).await.body.contains(">Kendskab</a>"), "the first page leads there too");

    let own = format!("/saved-views/{}", id_of(&list));
    let nameless = send(&service, &own, &[("name", " ")], &anna).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains("Skriv et navn"), "{}", nameless.body);
    send(&service, &own, &[("name", "Kendskabet")], &anna).await;
    assert!(service.get_as("/saved-views", &anna).await.body.contains(">Kendskabet</a>"));
    send(&service, &format!("{own}/deletion"), &[], &anna).await;
    assert!(!service.get_as("/saved-views", &anna).await.body.contains("Kendskabet"));
}

#[actix_web::test]
async fn colleagues_find_what_is_shared_and_change_nothing_of_it() {
    let service = measured_rounds();
    let anna = service.session(Role::Consultant, &[]).await;
    let bo = service.session(Role::Coordinator, &["0751"]).await;
    send(&service, "/saved-views", &[("name", "Delt"), ("address", COUNTRY), ("shared", "ja")], &anna).await;
    let id = id_of(&service.get_as("/saved-views", &anna).await.body);
    let seen = service.get_as("/saved-views", &bo).await.body;
    assert!(seen.contains(">Delt</a>") && !seen.contains(&id), "{seen}");
    let own = format!("/saved-views/{id}");
    for (path, form) in [(own.clone(), [("name", "Min")].as_slice()), (format!("{own}/deletion"), &[])] {
        assert_eq!(send(&service, &path, form, &bo).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(service.get_as(&own, &bo).await.status, StatusCode::NOT_FOUND);
    send(&service, &own, &[("name", "Delt")], &anna).await;
    assert!(!service.get_as("/saved-views", &bo).await.body.contains(">Delt</a>"), "it is shared no more");
}

#[actix_web::test]
async fn nothing_but_a_page_of_figures_is_saved() {
    let service = measured_rounds();
    let anna = service.session(Role::Consultant, &[]).await;
    for address in ["https://example.org/rounds/2015/country", "//example.org", "/rounds/2015/closing", ""] {
        let saved = send(&service, "/saved-views", &[("name", "Navn"), ("address", address)], &anna).await;
        assert_eq!(saved.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert_eq!(service.get_as("/saved-views/new?address=/staff", &anna).await.status, StatusCode::NOT_FOUND);
}
