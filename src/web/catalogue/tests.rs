use actix_web::http::StatusCode;

use super::super::visits::House;

#[actix_web::test]
async fn a_published_edition_shows_its_hash() {
    let house = House::new();
    let hash = house.publish_shipped();
    let page = house.get("/catalogue/2018").await;
    assert!(page.body.contains(&hash), "{}", page.body);
    assert!(house.get("/catalogue").await.body.contains("Offentliggjort"));
}

#[actix_web::test]
async fn unconfirmed_recommendations_are_marked() {
    let house = House::new();
    house.publish_shipped();
    let page = house.get("/catalogue/2018").await;
    assert!(page.body.contains("Heraf ubekræftede"));
    let edition = crate::files::catalogue::read(include_bytes!("../../../catalogue/2018.yaml")).unwrap();
    for package in &edition.packages {
        let body = house.get(&format!("/catalogue/2018/{}", package.key)).await.body;
        let expected = package.recommendations.iter().filter(|one| one.is_unconfirmed()).count();
        assert_eq!(body.matches("Ubekræftet</span>").count(), expected, "{}", package.key);
    }
}

#[actix_web::test]
async fn a_recommendation_shows_what_the_crosswalk_says() {
    let house = House::new();
    house.publish_shipped();
    let merged = house.get("/catalogue/2018/tobak/rygestop").await.body;
    assert_eq!(merged.matches("Flere samlet til ét").count(), 7);
    assert!(merged.contains("Sammenlignes ikke") && merged.contains("/catalogue/2012-13/crosswalk/2018"));
    let new = house.get("/catalogue/2018/alkohol/mindre-forbrug").await.body;
    assert!(new.contains("Ny i 2018"));
}

#[actix_web::test]
async fn danish_pages_give_sources_in_danish_and_say_what_a_question_is_to_be_answered_for() {
    let house = House::new();
    house.publish_shipped();
    let body = house.get("/catalogue/2018/tobak/rygestop").await.body;
    assert!(body.contains("Bekræftet i kilden: ") && body.contains("et tema på siden"), "{body}");
    assert!(!body.contains("verified") && !body.contains("lang=\"en\">http"), "{body}");
    assert!(body.contains("Vores eget spørgsmål, stillet med samme ord som i 2012-13"));
    let meals = house.get("/catalogue/2018/mad-og-maaltider/handleplan-botilbud").await.body;
    assert!(meals.contains("Leder du ét botilbud eller værested, så svar for det."), "{meals}");
}

#[actix_web::test]
async fn a_crosswalk_holds_new_and_retired_questions_too() {
    let house = House::new();
    house.publish_shipped();
    let body = house.get("/catalogue/2012-13/crosswalk/2018").await.body;
    assert!(body.contains("Udgået") && body.contains("Omformuleret") && !body.contains("{area}"));
    assert!(body.contains("inden for området (navn)?"));
}

#[actix_web::test]
async fn what_the_catalogue_does_not_have_is_not_found() {
    let house = House::new();
    house.publish_shipped();
    for path in
        ["/catalogue/1999", "/catalogue/2018/nej", "/catalogue/2018/tobak/nej", "/catalogue/2018/crosswalk/2012-13"]
    {
        assert_eq!(house.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
