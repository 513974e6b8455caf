use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use super::{CONTENT_SECURITY_POLICY, FIXED};
use crate::assets::APP_CSS;
use crate::domain::access::staff::Role;
use crate::test_support::TestService;

#[actix_web::test]
async fn every_response_carries_the_fixed_headers() {
    let service = TestService::new();
    let session = service.account("anna@example.org", Role::Consultant).await;
    let link = service.one_time_link("bo@example.org", Role::Admin, &[]);
    for path in
        [APP_CSS, "/a/ukendt", "/", "/login", &link, "/svar/ukendt", "/letters", "/rounds/new", "/ukendt", "/was"]
    {
        for answer in [service.get(path).await, service.get_as(path, &session).await] {
            for (name, value) in FIXED {
                assert_eq!(answer.headers.get(&name).unwrap(), value, "{path}: {name}");
            }
            let is_kept = path == APP_CSS;
            assert_eq!(answer.headers.get("cache-control").unwrap() == "no-store", !is_kept, "{path}");
        }
    }
    let refused = service.send(TestRequest::post().uri("/login").insert_header(("sec-fetch-site", "cross-site"))).await;
    assert_eq!(refused.headers.get("content-security-policy").unwrap(), CONTENT_SECURITY_POLICY);
}

#[actix_web::test]
async fn only_a_service_reached_over_tls_asks_for_it_ever_after() {
    let header = "strict-transport-security";
    assert!(
        TestService::with_settings(&[("BASE_URL", "https://pejl.example.org")])
            .get("/ukendt")
            .await
            .headers
            .contains_key(header)
    );
    assert!(!TestService::new().get("/ukendt").await.headers.contains_key(header));
}

#[actix_web::test]
async fn a_form_is_taken_only_from_our_own_pages() {
    let service = TestService::with_settings(&[("BASE_URL", "https://Pejl.Example.org:443")]);
    let own = ("origin", "https://pejl.example.org");
    for (headers, status) in [
        (vec![], StatusCode::SEE_OTHER),
        (vec![own], StatusCode::SEE_OTHER),
        (vec![("sec-fetch-site", "same-origin"), ("origin", "null")], StatusCode::SEE_OTHER),
        (vec![("origin", "null")], StatusCode::FORBIDDEN),
        (vec![("origin", "")], StatusCode::FORBIDDEN),
        (vec![("origin", "http://pejl.example.org")], StatusCode::FORBIDDEN),
        (vec![("origin", "https://pejl.example.org:8443")], StatusCode::FORBIDDEN),
        (vec![("origin", "https://pejl.example.org.evil.example")], StatusCode::FORBIDDEN),
        (vec![("sec-fetch-site", "same-site"), own], StatusCode::FORBIDDEN),
        (vec![("sec-fetch-site", "cross-site"), own], StatusCode::FORBIDDEN),
    ] {
        let mut request = TestRequest::post().uri("/sprog").set_form([("language", "en"), ("return_to", "/")]);
        for header in &headers {
            request = request.insert_header(*header);
        }
        assert_eq!(service.send(request).await.status, status, "{headers:?}");
    }
}

#[actix_web::test]
async fn a_packed_body_is_refused_unopened() {
    let service = TestService::new();
    let form = [("language", "en"), ("return_to", "/")];
    for (encoding, status) in [("gzip", StatusCode::UNSUPPORTED_MEDIA_TYPE), ("identity", StatusCode::SEE_OTHER)] {
        let request = TestRequest::post().uri("/sprog").insert_header(("content-encoding", encoding)).set_form(form);
        assert_eq!(service.send(request).await.status, status, "{encoding}");
    }
}
