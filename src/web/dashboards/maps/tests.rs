use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::domain::base::municipalities;
use crate::test_support::measured_rounds;

/// What a municipality's shape tells to whoever points at it.
fn told<'a>(svg: &'a str, name: &str) -> &'a str {
    svg.split(&format!("<title>{name}: ")).nth(1).unwrap().split('<').next().unwrap()
}

#[actix_web::test]
async fn every_municipality_is_drawn_and_those_in_scope_have_their_figure() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461"]).await;
    for kind in ["outlines", "tiles"] {
        let svg = service.get_as(&format!("/rounds/2015/map/{kind}.svg"), &consultant).await.body;
        let shape = if kind == "tiles" { "<rect" } else { "<path" };
        assert!(svg.matches(shape).count() >= municipalities::all().len(), "{kind}");
        assert_eq!(svg.matches("<title>").count(), 2, "{kind}");
        assert!(!told(&svg, "Aarhus").is_empty() && !svg.contains("Køben"));
        assert!(svg.contains("react-denmark-map"), "{svg}");
    }
    let page = service.get_as("/rounds/2015/map", &consultant).await.body;
    assert!(page.contains(">Aarhus</a>") && !page.contains(">København</a>"), "{page}");
    assert!(!page.contains("/municipalities/0101"));
}

#[actix_web::test]
async fn a_figure_is_the_one_that_the_country_page_shows() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let country = service.get_as("/rounds/2015/country", &admin).await.body;
    let heat = country.split("id=\"heat\"").nth(1).unwrap();
    let row = heat.split(">Aarhus</a>").nth(1).unwrap();
    // The cell is a link to the answers behind it.
    let shown = row.split("pj-heat-").nth(1).unwrap().split('>').nth(2).unwrap().split('<').next().unwrap();
    let svg = service.get_as("/rounds/2015/map/outlines.svg", &admin).await.body;
    assert_eq!(told(&svg, "Aarhus"), shown.trim());
}

#[actix_web::test]
async fn the_address_says_everything_and_what_is_unknown_asks_for_nothing() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/map?figure=change&drawn=tiles", &admin).await.body;
    assert!(page.contains("value=\"change\" selected") && page.contains("drawn=outlines"), "{page}");
    let odd = service.get_as("/rounds/2015/map?figure=x&measure=y&package=z&area=q&drawn=w", &admin).await;
    assert_eq!(odd.status, StatusCode::OK);
    assert_eq!(service.get_as("/rounds/2015/map/unknown.svg", &admin).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get_as("/rounds/unknown/map", &admin).await.status, StatusCode::NOT_FOUND);
}
