use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

const SHEET: &str = "/rounds/2015/municipalities/0751/sheet";

#[actix_web::test]
async fn the_sheet_is_for_who_may_see_the_municipality() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    assert_eq!(service.get_as(SHEET, &aarhus).await.status, StatusCode::OK);
    let other = "/rounds/2015/municipalities/0101/sheet";
    assert_eq!(service.get_as(other, &aarhus).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get(SHEET).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn it_says_where_the_municipality_stands_what_moved_and_who_is_missing() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(SHEET, &admin).await.body;
    // The figures of the municipality's page: from 0 to 75.
    assert!(page.contains("+75 point siden baseline (2013), parret"), "{page}");
    for heading in ["Her står kommunen", "Mest at hente", "Det har flyttet sig mest", "Mangler at svare"] {
        assert!(page.contains(heading), "{heading}");
    }
    let moved = page.split("id=\"moved\"").nth(1).unwrap();
    assert!(moved.contains("Frem") && moved.contains("fra 0 til 100") && !moved.contains("Tilbage"), "{moved}");
    // One of two cells is yellow, so half of one is lacking of two.
    let gains = page.split("id=\"gains\"").nth(1).unwrap().split("id=\"moved\"").next().unwrap();
    assert!(gains.contains("+25 point") && gains.matches("<li>").count() == 1, "{gains}");
}

#[actix_web::test]
async fn what_a_coordinator_may_not_see_of_others_is_held_back_as_on_the_municipality_s_page() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    let admin = service.session(Role::Admin, &[]).await;
    let table =
        |page: String| page.split("id=\"standing\"").nth(1).unwrap().split("</table>").next().unwrap().to_owned();
    assert!(table(service.get_as(SHEET, &aarhus).await.body).contains("skjult"));
    assert!(!table(service.get_as(SHEET, &admin).await.body).contains("skjult"));
}
