use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

const PAGE: &str = "/rounds/2015/movements";

/// What stands between the heading of a ranking and the next one.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    page.split(&format!("id=\"most-{id}\"")).nth(1).unwrap_or_default().split("<h2").next().unwrap()
}

#[actix_web::test]
async fn packages_areas_and_recommendations_stand_by_how_much_the_country_has_moved() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(PAGE, &admin).await.body;
    assert!(section(&page, "packages").contains("Størst fremgang: Tobak, +54 point"), "{page}");
    assert!(section(&page, "packages").contains("href=\"/rounds/2015/packages/tobak\""));
    assert!(section(&page, "areas").contains("+54") && section(&page, "areas").contains("n = 7"));
    // One of eight municipalities has come to the best answer, and nobody had it before.
    let recommendations = section(&page, "recommendations");
    assert!(
        recommendations.contains("/questions/tobak.kurser") && recommendations.contains("+13"),
        "{recommendations}"
    );
    let country = service.get_as("/rounds/2015/country", &admin).await.body;
    assert!(country.contains("href=\"/rounds/2015/movements?measure=implementation\""));
}

#[actix_web::test]
async fn what_rests_on_fewer_than_five_cells_has_no_place() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(PAGE, &admin).await.body;
    // Every municipality was asked two questions.
    for ranking in ["municipalities", "gaps"] {
        let section = section(&page, ranking);
        assert!(
            section.contains("er udeladt, fordi grundlaget er for lille") && !section.contains("Aarhus"),
            "{section}"
        );
    }
    for figure in ["municipalities.svg", "gaps.png", "unknown.svg"] {
        let path = format!("{PAGE}/{figure}");
        assert_eq!(service.get_as(&path, &admin).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let table = service.get_as("/rounds/2015/tables/movements.csv", &admin).await.body;
    assert!(table.contains("packages;1;tobak;Tobak;") && !table.contains("Aarhus"), "{table}");
}

#[actix_web::test]
async fn of_too_few_others_and_of_an_open_round_nothing_is_ranked() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851", "0101"]).await;
    let page = service.get_as(PAGE, &consultant).await.body;
    assert!(!page.contains("+54") && !page.contains("n = 7"), "three others are left: {page}");
    let table = service.get_as("/rounds/2015/tables/movements.csv", &consultant).await.body;
    assert!(!table.contains("packages;") && !table.contains("recommendations;"), "{table}");
    assert_eq!(service.get_as(&format!("{PAGE}/packages.svg"), &consultant).await.status, StatusCode::NOT_FOUND);
    let open = service.get_as("/rounds/2026/movements", &consultant).await.body;
    assert!(section(&open, "packages").contains("Tallene kan ikke vises for dig"), "{open}");
}

#[actix_web::test]
async fn a_ranking_leaves_as_a_slide_that_says_what_moved_most() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let slide = service.get_as(&format!("{PAGE}/packages.slide?measure=implementation"), &admin).await.body;
    assert!(
        slide.contains("viewBox=\"0 0 1280 720\"") && slide.contains("Pakker, Implementering, runde 2015"),
        "{slide}"
    );
    let first = service.get_as("/rounds/2013/movements", &admin).await.body;
    assert!(first.contains("Der er ingen tidligere runde at sammenligne med."), "{first}");
}

#[actix_web::test]
async fn recommendations_are_ranked_by_package_level_and_mark_as_the_address_says() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let ranked = async |query: &str| {
        let page = service.get_as(&format!("{PAGE}{query}"), &admin).await.body;
        let section = section(&page, "recommendations").to_owned();
        ["tobak.kurser", "tobak.regler"].map(|key| section.contains(&format!("/questions/{key}")))
    };
    assert_eq!(ranked("").await, [true, true]);
    assert_eq!(ranked("?level=grund").await, [true, false]);
    assert_eq!(ranked("?central=ja").await, [false, true]);
    assert_eq!(ranked("?package=solbeskyttelse").await, [false, false]);
    let page = service.get_as(&format!("{PAGE}?package=tobak&level=grund"), &admin).await.body;
    assert!(page.contains("movements/recommendations.svg?measure=implementation&amp;package=tobak&amp;level=grund"));
    assert!(section(&page, "areas").contains("Sundhed"), "in a package areas are areas: {page}");
}
