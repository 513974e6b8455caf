use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

/// What stands between the heading of a section and the next one.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    page.split(&format!("id=\"{id}\"")).nth(1).unwrap_or_default().split("<h2").next().unwrap()
}

#[actix_web::test]
async fn a_group_stands_beside_the_country_with_its_distance_as_the_address_says() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let path = "/rounds/2015/comparison?municipality=0751&municipality=0461";
    let page = service.get_as(path, &admin).await.body;
    assert!(section(&page, "members").contains(">Odense</a>, <a") && section(&page, "members").contains("2 valgte"));
    // Aarhus has 75 and Odense 50; seven municipalities have a score, and their mean is 54 (53.6).
    let beside = section(&page, "beside");
    assert!(
        beside.contains("Længst over landet: Tobak, +9 point") && beside.contains("63 (kun\u{a0}n\u{a0}=\u{a0}2)"),
        "{beside}"
    );
    assert!(beside.contains("54 (n\u{a0}=\u{a0}7)") && beside.contains("+63 (n\u{a0}=\u{a0}2)"), "{beside}");
    assert!(section(&page, "heat").contains(">Odense</a>") && !section(&page, "heat").contains("Aalborg"));
    assert_eq!(page.matches(" checked").count(), 2);
    assert!(page.contains("/saved-views/new?address=%2Frounds%2F2015%2Fcomparison%3Fmunicipality%3D0751"));
    let slide = service.get_as("/rounds/2015/comparison/packages.slide?municipality=0751&municipality=0461", &admin);
    assert!(slide.await.body.contains("viewBox=\"0 0 1280 720\""));
    let group = service.get_as("/rounds/2015/comparison?group=2", &admin).await.body;
    let members = section(&group, "members");
    assert!(members.contains("Aalborg") && members.contains("Odense") && !members.contains("København"), "{members}");
    let all = service.get_as("/rounds/2015/comparison?region=x&group=9&municipality=y", &admin).await.body;
    assert!(all.contains("Alle rundens kommuner er med") && section(&all, "beside").is_empty(), "{all}");
}

#[actix_web::test]
async fn a_group_holds_only_municipalities_that_the_reader_may_see_one_by_one() {
    let service = measured_rounds();
    let some = service.session(Role::Consultant, &["0751", "0461"]).await;
    let page = service.get_as("/rounds/2015/comparison?municipality=0751&municipality=0101", &some).await.body;
    assert!(section(&page, "members").contains(">Aarhus</a>") && !page.contains("København"), "{page}");
    let none = service.get_as("/rounds/2015/comparison?region=Region+Hovedstaden&municipality=0101", &some).await;
    assert!(section(&none.body, "members").contains("2 valgte kommuner"), "{}", none.body);
    assert!(!none.body.contains("value=\"Region Hovedstaden\""), "{}", none.body);
    let open = service.get_as("/rounds/2026/comparison", &some).await.body;
    assert!(section(&open, "beside").contains("skjult"), "{open}");
    assert_eq!(service.get_as("/rounds/2099/comparison", &some).await.status, StatusCode::NOT_FOUND);
}
