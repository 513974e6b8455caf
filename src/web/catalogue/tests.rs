use crate::test_support::{TestService, admin};
use actix_web::http::StatusCode;

#[actix_web::test]
async fn a_published_edition_shows_its_hash() {
    let service = TestService::new();
    let hash = service.publish_shipped();
    let page = service.get_as("/catalogue/2018", admin()).await;
    assert!(page.body.contains(&hash), "{}", page.body);
    assert!(service.get_as("/catalogue", admin()).await.body.contains("Offentliggjort"));
}

#[actix_web::test]
async fn unconfirmed_recommendations_are_marked() {
    let service = TestService::new();
    service.publish_shipped();
    let page = service.get_as("/catalogue/2018", admin()).await;
    assert!(page.body.contains("Heraf ubekræftede"));
    let edition = crate::files::catalogue::read(include_bytes!("../../../catalogue/2018.yaml")).unwrap();
    for package in &edition.packages {
        let body = service.get_as(&format!("/catalogue/2018/{}", package.key), admin()).await.body;
        let expected = package.recommendations.iter().filter(|one| one.is_unconfirmed()).count();
        assert_eq!(body.matches("Ubekræftet</span>").count(), expected, "{}", package.key);
    }
}

#[actix_web::test]
async fn a_recommendation_shows_what_the_crosswalk_says() {
    let service = TestService::new();
    service.publish_shipped();
    let merged = service.get_as("/catalogue/2018/tobak/rygestop", admin()).await.body;
    assert_eq!(merged.matches("Flere samlet til ét").count(), 7);
    assert!(merged.contains("Sammenlignes ikke") && merged.contains("/catalogue/2012-13/crosswalk/2018"));
    let new = service.get_as("/catalogue/2018/alkohol/mindre-forbrug", admin()).await.body;
    assert!(new.contains("Ny i 2018"));
}

#[actix_web::test]
async fn danish_pages_give_sources_in_danish_and_say_what_a_question_is_to_be_answered_for() {
    let service = TestService::new();
    service.publish_shipped();
    let body = service.get_as("/catalogue/2018/tobak/rygestop", admin()).await.body;
    assert!(body.contains("Bekræftet i kilden: ") && body.contains("et tema på siden"), "{body}");
    assert!(!body.contains("verified") && !body.contains("lang=\"en\">http"), "{body}");
    assert!(body.contains("Vores eget spørgsmål, stillet med samme ord som i 2012-13"));
    let meals = service.get_as("/catalogue/2018/mad-og-maaltider/handleplan-botilbud", admin()).await.body;
    assert!(meals.contains("Har du ansvar for flere botilbud eller væresteder, så svar for dem tilsammen."), "{meals}");
}

#[actix_web::test]
async fn a_crosswalk_holds_new_and_retired_questions_too() {
    let service = TestService::new();
    service.publish_shipped();
    let body = service.get_as("/catalogue/2012-13/crosswalk/2018", admin()).await.body;
    assert!(body.contains("Udgået") && body.contains("Omformuleret") && !body.contains("{area}"));
    assert!(body.contains("inden for området (navn)?"));
}

#[actix_web::test]
async fn what_the_catalogue_does_not_have_is_not_found() {
    let service = TestService::new();
    service.publish_shipped();
    for path in
        ["/catalogue/1999", "/catalogue/2018/nej", "/catalogue/2018/tobak/nej", "/catalogue/2018/crosswalk/2012-13"]
    {
        assert_eq!(service.get_as(path, admin()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
