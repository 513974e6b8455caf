use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

#[actix_web::test]
async fn the_country_is_shown_over_closed_rounds_and_the_open_one_is_not() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    for looked_from in ["2015", "2026"] {
        let page = service.get_as(&format!("/rounds/{looked_from}/trend"), &admin).await.body;
        assert!(page.contains("Hele landet: de seneste runder") && page.contains("2013 (Udgave 2012)"), "{page}");
        assert!(page.contains("(n = 7, dækning 94\u{a0}%)"), "{page}");
        let table = page.split("<table").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
        assert!(!table.contains(">2026"), "an open round has no place in it");
        assert!(page.contains(&format!("href=\"/rounds/{looked_from}/trend/implementation.svg\"")));
    }
    let country = service.get_as("/rounds/2015/country", &admin).await.body;
    assert!(country.contains("href=\"/rounds/2015/trend\""));
}

#[actix_web::test]
async fn a_municipality_is_shown_to_who_may_see_it() {
    let service = measured_rounds();
    let coordinator = service.session(Role::Coordinator, &["0751"]).await;
    let address = "/rounds/2015/municipalities/0751/trend";
    let page = service.get_as(address, &coordinator).await.body;
    assert!(page.contains("Aarhus: de seneste runder") && page.contains("75 (2 felter, dækning 100\u{a0}%)"), "{page}");
    assert!(page.contains("75 (2 felter, dækning 100\u{a0}%); hele landet 54 (n = 7)"), "{page}");
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851"]).await;
    let hidden = service.get_as(address, &consultant).await.body;
    assert!(hidden.contains("75 (2 felter, dækning 100\u{a0}%)</td>"), "four are left of the nation: {hidden}");
    assert!(service.get_as("/rounds/2015/municipalities/0751", &coordinator).await.body.contains(address));
    for part in ["", "/implementation.svg", "/scores.csv"] {
        let foreign = format!("/rounds/2015/municipalities/0461/trend{part}");
        assert_eq!(service.get_as(&foreign, &coordinator).await.status, StatusCode::NOT_FOUND, "{foreign}");
    }
}

#[actix_web::test]
async fn an_insufficient_basis_shows_its_coverage_and_no_number() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/municipalities/0155/trend", &admin).await.body;
    assert!(page.contains("utilstrækkeligt grundlag, dækning 50\u{a0}%"), "{page}");
}

#[actix_web::test]
async fn who_sees_few_municipalities_is_shown_the_nation_as_on_the_country_page() {
    let service = measured_rounds();
    // Four of the seven with a score are left when the reader's own three are taken away.
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851"]).await;
    let page = service.get_as("/rounds/2015/trend", &consultant).await.body;
    assert!(page.contains(">skjult<"), "{page}");
    let table = service.get_as("/rounds/2015/trend/scores.csv", &consultant).await.body;
    assert!(table.contains("2015;2012;DK;implementation;tobak;suppressed;;;;0"), "{table}");
    let svg = service.get_as("/rounds/2015/trend/implementation.svg", &consultant).await.body;
    assert!(svg.starts_with("<svg xmlns") && !svg.contains("<circle"), "{svg}");
}

#[actix_web::test]
async fn files_hold_every_point_and_unknown_ones_are_not_there() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let table = service.get_as("/rounds/2015/trend/scores.csv", &admin).await.body;
    assert!(table.contains("round;edition;municipality_code;measure;package;state;n;coverage;score;continues"));
    assert!(table.contains("2013;2012;DK;implementation;tobak;ok;7;0,9375;0,0000;0"), "{table}");
    assert!(table.contains("2015;2012;DK;implementation;tobak;ok;7;0,9375;53,5714;1"), "{table}");
    let english = service.get_as("/rounds/2015/municipalities/0751/trend/scores.csv", &admin).await.body;
    assert!(english.contains("2015;2012;0751;implementation;;ok;2;1,0000;75,0000;1"), "{english}");
    for path in ["/rounds/2015/trend/secret.svg", "/rounds/2099/trend", "/rounds/2015/municipalities/9999/trend"] {
        assert_eq!(service.get_as(path, &admin).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
