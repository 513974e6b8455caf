use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;

use crate::commands;
use crate::domain::access::api_tokens::{ApiToken, MOST_TOKENS, received};
use crate::domain::access::audit::AuditSearch;
use crate::domain::access::staff::{Role, Staff};
use crate::store::{self, Conn};
use crate::test_support::{Reply, TestService};

const ANNA: &str = "anna@example.org";

async fn send(service: &TestService, path: &str, session: &Cookie<'static>, form: &[(&str, &str)]) -> Reply {
    let own = ("sec-fetch-site", "same-origin");
    service.send(TestRequest::post().uri(path).insert_header(own).cookie(session.clone()).set_form(form)).await
}

fn anna(service: &TestService) -> Staff {
    service.db.read(|conn| Ok(store::staff::find_by_email(conn, ANNA)?)).unwrap().unwrap()
}

fn tokens(service: &TestService) -> Vec<ApiToken> {
    service.db.read(|conn| Ok(store::api_tokens::list_by_staff(conn, &anna(service).id)?)).unwrap()
}

/// The secret on the page that shows it.
fn secret(page: &Reply) -> String {
    let rest = page.body.split_once("<code>pejl_").unwrap_or_else(|| panic!("{}", page.body)).1;
    format!("pejl_{}", rest.split('<').next().unwrap())
}

const FORM: [(&str, &str); 4] =
    [("name", "Power BI <3"), ("days", "90"), ("municipalities", "0147"), ("municipalities", "0101")];

#[actix_web::test]
async fn a_token_is_shown_once_and_only_its_hash_is_kept() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let page = send(&service, "/account/tokens", &session, &FORM).await;
    assert_eq!(page.status, StatusCode::OK);
    let secret = secret(&page);
    let kept = tokens(&service).remove(0);
    assert_eq!((kept.name.as_str(), kept.municipalities.as_deref()), ("Power BI <3", Some("0101|0147")));
    assert_eq!(kept.expires_at, service.now() + TimeDelta::days(90));
    assert!(kept.token_hash == received(&secret).hash() && !kept.reads_comments && kept.used_at.is_none());
    let list = service.get_as("/account/tokens", &session).await.body;
    for told in ["Power BI &lt;3", "København, Frederiksberg", "30. november 2026", "Aldrig"] {
        assert!(list.contains(told), "{told}: {list}");
    }
    assert!(!list.contains(&secret) && !list.contains(kept.token_hash.as_str()), "{list}");
    let newest = |conn: &mut Conn| Ok(store::audit::list(conn, &AuditSearch::default(), None, 1)?);
    let entry = service.db.read(newest).unwrap().remove(0);
    assert_eq!(entry.verb, "create_api_token");
    let noted = entry.new_value.unwrap();
    assert!(noted.contains("0101|0147") && noted.contains("2026-11-30") && !noted.contains("Power"), "{noted}");
}

#[actix_web::test]
async fn what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays() {
    let service = TestService::new();
    let session = service.session(Role::Coordinator, &["0101"]).await;
    let form = [("name", "  "), ("days", "400"), ("municipalities", "0147"), ("comments", "yes")];
    let page = send(&service, "/account/tokens", &session, &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["href=\"#name\"", "href=\"#days\"", "href=\"#municipalities\"", "<title>Fejl: ", " checked"] {
        assert!(page.body.contains(told), "{told}");
    }
    assert!(!page.body.contains("Frederiksberg"), "a municipality that its owner may not see");
    let plain = service.get_as("/account/tokens", &session).await.body;
    assert!(!plain.contains("name=\"municipalities\""), "nothing to choose with one municipality");
}

#[actix_web::test]
async fn its_owner_or_an_administrator_withdraws_a_token_and_nobody_else() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let other = service.account("bo@example.org", Role::Consultant).await;
    let admin = service.account("admin@example.org", Role::Admin).await;
    for name in ["En", "To"] {
        send(&service, "/account/tokens", &session, &[("name", name), ("days", "30")]).await;
    }
    let (first, second) = (tokens(&service).remove(1), tokens(&service).remove(0));
    let one = first.id.to_string();
    let staff = anna(&service);
    let foreign = send(&service, "/account/tokens/withdrawal", &other, &[("token", &one)]).await;
    assert_eq!((foreign.status, tokens(&service).len()), (StatusCode::NOT_FOUND, 2));
    let done = send(&service, "/account/tokens/withdrawal", &session, &[("token", &one)]).await;
    assert_eq!(done.leads_to(), "/account/tokens?done=withdrawn");
    assert_eq!(tokens(&service), std::slice::from_ref(&second));
    let page = format!("/staff/{}", staff.id);
    let shown = service.get_as(&page, &admin).await.body;
    assert!(shown.contains("<td>Alle, brugeren kan se</td>") && shown.contains(second.id.as_str()), "{shown}");
    let path = format!("{page}/tokens/withdrawal");
    let form = [("token", second.id.as_str())];
    assert_eq!(send(&service, &path, &session, &form).await.status, StatusCode::NOT_FOUND);
    let done = send(&service, &path, &admin, &form).await;
    assert_eq!((done.leads_to(), tokens(&service).len()), (format!("{page}?done=token").as_str(), 0));
}

#[actix_web::test]
async fn an_account_has_a_bounded_number_of_tokens_and_disabling_it_ends_them() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    service.account("admin@example.org", Role::Admin).await;
    for _ in 0..MOST_TOKENS {
        let made = send(&service, "/account/tokens", &session, &[("name", "x"), ("days", "30")]).await;
        assert_eq!(made.status, StatusCode::OK);
    }
    let more = send(&service, "/account/tokens", &session, &[("name", "x"), ("days", "30")]).await;
    assert!(more.status == StatusCode::CONFLICT && more.body.contains("Træk en tilbage"), "{}", more.body);
    service.wait(TimeDelta::days(31));
    commands::accounts::disable(&service.db, &anna(&service).id, &service.by()).unwrap();
    assert!(tokens(&service).is_empty(), "also those whose time is over");
}
