use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

#[actix_web::test]
async fn a_question_shows_its_answers_then_and_now() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/questions/tobak.samlet", &admin).await.body;
    assert!(page.contains("I høj grad: 0\u{a0}% i 2013 (N = 8), 100\u{a0}% i 2015 (N = 8)"), "{page}");
    assert!(page.contains("Ændring: +100 procentpoint.") && page.contains("Samme spørgsmål som ved baseline"));
    let svg = service.get_as("/rounds/2015/questions/tobak.samlet/distribution.svg", &admin).await.body;
    assert!(svg.starts_with("<svg xmlns") && svg.contains("I høj grad"));
}

#[actix_web::test]
async fn questions_are_found_by_words_and_package() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/questions?q=R%C3%98GFRI+regler", &admin).await.body;
    assert!(page.contains("tobak.regler") && !page.contains("tobak.kurser") && page.contains("1 spørgsmål"));
    let page = service.get_as("/rounds/2015/questions?package=solbeskyttelse", &admin).await.body;
    assert!(page.contains("sol.skygge") && !page.contains("tobak.kurser"));
    let page = service.get_as("/rounds/2015/questions?level=grund", &admin).await.body;
    assert!(page.contains("questions/tobak.kurser") && !page.contains("questions/tobak.regler"), "{page}");
    assert!(!page.contains("questions/tobak.samlet"), "what is about no recommendation has no level");
    let page = service.get_as("/rounds/2015/questions?central=ja", &admin).await.body;
    assert!(page.contains("questions/tobak.regler") && !page.contains("questions/tobak.kurser"), "{page}");
}

#[actix_web::test]
async fn a_recommendation_is_a_link_into_the_catalogue() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/questions/tobak.kurser?area=skole", &admin).await.body;
    assert!(
        page.contains("href=\"/catalogue/2012/tobak/kurser\"") && page.contains("<h1 class=\"pj-title\">Hvor langt")
    );
    assert_eq!(service.get_as("/rounds/2015/questions/ukendt", &admin).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn what_few_answered_is_held_back_from_who_may_not_see_it() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851", "0101"]).await;
    let page = service.get_as("/rounds/2015/questions/tobak.samlet", &consultant).await.body;
    assert!(page.contains("Skjult: der er for få kommuner") && !page.contains("I høj grad: "), "{page}");
}
