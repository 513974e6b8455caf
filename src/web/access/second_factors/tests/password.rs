//! Setting one up and switching it off ask for the password again.

use super::*;

#[actix_web::test]
async fn setting_it_up_asks_for_the_password_again_and_counts_wrong_ones_as_signing_in_does() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    assert!(service.get_as(SETTINGS, &session).await.body.contains("autocomplete=\"current-password\""));
    for form in [&[][..], &[("password", "ikke adgangskoden")]] {
        let wrong = send(&service, SETTINGS, &session, form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#password\"") && wrong.body.contains("adgangskode er forkert"));
        assert!(wrong.body.contains("Slå totrinsbekræftelse til"), "nothing is begun");
    }
    for _ in 0..8 {
        send(&service, SETTINGS, &session, &[("password", "ikke adgangskoden")]).await;
    }
    let many = send(&service, SETTINGS, &session, &SHOWN).await;
    assert!(many.status == StatusCode::TOO_MANY_REQUESTS && many.headers.contains_key("retry-after"));
    let change = [("current", PASSWORD), ("password", "en helt ny sætning"), ("repeated", "en helt ny sætning")];
    let change = send(&service, "/account/password", &session, &change).await;
    assert_eq!(change.status, StatusCode::TOO_MANY_REQUESTS, "one counter for all that ask for the password");
}

#[actix_web::test]
async fn an_account_without_a_password_is_asked_for_none() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let id = account(&service, ANNA).id;
    service.db.write(|conn| Ok(store::staff::update_password(conn, &id, None)?)).unwrap();
    assert!(!service.get_as(SETTINGS, &session).await.body.contains("current-password"));
    assert_eq!(send(&service, SETTINGS, &session, &[]).await.location.as_deref(), Some(SETTINGS));
}

#[actix_web::test]
async fn codes_are_renewed_and_it_is_switched_off_by_a_code_alone() {
    let service = TestService::new();
    let session = service.account(ANNA, Role::Consultant).await;
    let paper = enrol(&service, ANNA, &session).await;
    let codes = format!("{SETTINGS}/codes");
    assert_eq!(send(&service, &codes, &session, &[("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let renewed = send(&service, &codes, &session, &[("code", &app_code(&service, ANNA))]).await;
    assert!(renewed.status == StatusCode::OK && renewed.body.matches("<code>").count() == 10);
    let removal = format!("{SETTINGS}/removal");
    let form = |code: &str| [("password", PASSWORD.to_owned()), ("removal", code.to_owned())];
    let sent = async |code: &str| {
        let form = form(code);
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        send(&service, &removal, &session, &form).await
    };
    let old = sent(&paper[0]).await;
    assert!(old.status == StatusCode::UNPROCESSABLE_ENTITY && old.body.contains("href=\"#removal\""));
    service.wait(TimeDelta::seconds(30));
    let unproved = [("password", "ikke adgangskoden"), ("removal", &app_code(&service, ANNA))];
    let wrong = send(&service, &removal, &session, &unproved).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("href=\"#password\""));
    assert!(service.get_as(SETTINGS, &session).await.body.contains("10 nødkoder"), "it is still there");
    let gone = sent(&app_code(&service, ANNA)).await;
    assert_eq!(gone.location.as_deref(), Some(SETTINGS));
    assert!(is_signed_in(&service, &service.sign_in(ANNA, PASSWORD, HERE).await.cookie.unwrap()).await);
    for _ in 0..10 {
        sent("000000").await;
    }
    let many = sent("000000").await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
}
