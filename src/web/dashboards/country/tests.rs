use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::config::Config;
use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;
use crate::web::Service;

#[actix_web::test]
async fn rows_are_within_scope_and_the_nation_is_for_all() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461"]).await;
    let page = service.get_as("/rounds/2015/country", &consultant).await.body;
    assert!(page.contains(">Aarhus</a>") && page.contains(">Odense</a>") && !page.contains("København"));
    assert!(page.contains("n = 7 kommuner"), "{page}");
    let table = service.get_as("/rounds/2015/country/scores.csv", &consultant).await.body;
    assert!(table.contains(";0751;") && !table.contains(";0101;") && !table.contains(";DK;"));
}

#[actix_web::test]
async fn the_nation_of_an_open_round_is_shown_to_who_may_see_all_of_it() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751"]).await;
    let page = service.get_as("/rounds/2026/country", &consultant).await.body;
    assert!(page.contains("Dine kommuner: resultat 2026") && !page.contains("Hele landet: resultat"), "{page}");
    assert!(page.contains("Tal for hele landet vises, når runden er lukket.") && !page.contains("pj-figure-number"));
    assert!(page.contains("href=\"/rounds/2015/country\""));
    assert_eq!(service.get_as("/rounds/2026/country/packages.svg", &consultant).await.status, StatusCode::NOT_FOUND);
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2026/country", &admin).await.body;
    assert!(page.contains("8 kommuner har ikke indsendt noget") && page.contains("0 / 8"));
}

#[actix_web::test]
async fn the_demo_tells_published_shares_with_their_source_from_generated_ones() {
    let mut service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let plain = service.get_as("/rounds/2015/country", &admin).await.body;
    assert!(!plain.contains("Hjerteforeningen"), "{plain}");
    let config = Config { is_demo: true, ..service.config.clone() };
    service.shared = Data::new(Service::new(service.db.clone(), config, service.clock.clone()));
    let demo = service.get_as("/rounds/2015/country", &admin).await.body;
    assert!(demo.contains("Tobak 2013: 30 %. Kilde: Hjerteforeningen, marts 2014."), "{demo}");
    assert!(demo.contains("Alle andre andele er genererede."));
    assert!(!demo.contains("Tobak 2017"), "only what is shown");
}

#[actix_web::test]
async fn the_heatmap_is_sorted_as_the_address_says() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let order = async |query: &str| {
        let page = service.get_as(&format!("/rounds/2015/country{query}"), &admin).await.body;
        let heat = page.split("id=\"heat\"").nth(1).unwrap().to_owned();
        ["Aarhus", "Aalborg", "Ballerup", "Dragør"].map(|name| heat.find(&format!(">{name}</a>")).unwrap())
    };
    let [aarhus, aalborg, ballerup, dragoer] = order("").await;
    assert!(ballerup < aalborg && aalborg < aarhus && ballerup < dragoer);
    // Dragør's basis is insufficient, so it comes last whichever way figures are sorted.
    let [aarhus, aalborg, ballerup, dragoer] = order("?sort=0&order=desc").await;
    assert!(aarhus < ballerup && ballerup < aalborg && aalborg < dragoer);
    let [aarhus, aalborg, _, dragoer] = order("?sort=0").await;
    assert!(aalborg < aarhus && aarhus < dragoer);
}

#[actix_web::test]
async fn a_measure_without_packages_is_shown_by_area() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/country?measure=awareness", &admin).await.body;
    assert!(page.contains("Kendskab pr. område, hele landet") && !page.contains("Kendskab pr. pakke"));
    let overall = service.get_as("/rounds/2015/country/overall.svg", &admin).await;
    assert!(overall.body.starts_with("<svg xmlns") && overall.body.contains("Tobak"));
}

#[actix_web::test]
async fn a_round_that_never_opened_has_no_results() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    assert_eq!(service.get_as("/rounds/2099/country", &admin).await.status, StatusCode::NOT_FOUND);
    assert_eq!(service.get_as("/rounds/2015/country/secret.svg", &admin).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_heading_says_what_has_moved_most_and_what_that_rests_on() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let heading = |page: &str| {
        let heading = page.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap().to_owned();
        heading.split_once('>').unwrap().1.to_owned()
    };
    let page = service.get_as("/rounds/2015/country", &admin).await.body;
    assert_eq!(heading(&page), "Tobak er steget: +54 point i 7 kommuner");
    assert!(
        page.contains("Hele landet: resultat 2015. Implementering, parret ændring siden runde 2013. 2 af 2 spørgsmål")
    );
    let first = service.get_as("/rounds/2013/country", &admin).await.body;
    assert_eq!(heading(&first), "Hele landet: resultat 2013", "there is nothing to compare with");
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851", "0101"]).await;
    let hidden = service.get_as("/rounds/2015/country", &consultant).await.body;
    assert_eq!(heading(&hidden), "Hele landet: resultat 2015", "what is held back is no message");
    let own = service.get_as("/rounds/2015/municipalities/0751", &consultant).await.body;
    assert_eq!(heading(&own), "Aarhus Kommune er gået frem med Tobak: +75 point");
    assert!(own.contains("2 felter er besvaret i begge runder."), "{own}");
    let trend = service.get_as("/rounds/2015/municipalities/0751/trend", &consultant).await.body;
    assert_eq!(heading(&trend), "Aarhus: implementering steg fra 2013 til 2015 (+75 point)");
}

#[actix_web::test]
async fn every_figure_leaves_as_a_slide_of_shapes_and_of_pixels_and_its_page_leads_there() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let figures = [
        ("country", "country/packages"),
        ("country", "country/areas"),
        ("country", "country/overall"),
        ("map", "map/outlines"),
        ("trend", "trend/implementation"),
        ("packages/tobak", "packages/tobak"),
        ("questions/tobak.samlet", "questions/tobak.samlet/distribution"),
        ("municipalities/0751", "municipalities/0751/packages"),
        ("municipalities/0751/trend", "municipalities/0751/trend/implementation"),
    ];
    for (page, figure) in figures {
        let page = service.get_as(&format!("/rounds/2015/{page}"), &admin).await.body;
        for form in ["svg", "slide", "png"] {
            assert!(page.contains(&format!("href=\"/rounds/2015/{figure}.{form}")), "{figure}.{form}: {page}");
        }
        let slide = service.get_as(&format!("/rounds/2015/{figure}.slide"), &admin).await.body;
        assert!(slide.contains("viewBox=\"0 0 1280 720\"") && slide.contains("<title"), "{figure}: {slide}");
        assert!(!slide.contains("<text"), "{figure}");
    }
    let pixels = service.get_as("/rounds/2015/country/packages.png", &admin).await;
    assert!(pixels.bytes.starts_with(b"\x89PNG\r\n"));
}

#[actix_web::test]
async fn the_heatmap_stands_by_region_with_means_that_give_nobody_away() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let heat = async |user: &Cookie<'static>| {
        let page = service.get_as("/rounds/2015/country?group=region", user).await.body;
        page.split("id=\"heat\"").nth(1).unwrap().to_owned()
    };
    let all = heat(&admin).await;
    let place = |what: &str| all.find(what).unwrap_or_else(|| panic!("{what} is not in {all}"));
    assert!(place("Region Hovedstaden (gennemsnit)") < place(">København</a>"));
    assert!(place(">København</a>") < place("Region Midtjylland (gennemsnit)"));
    assert!(place("Region Midtjylland (gennemsnit)") < place(">Aarhus</a>"));
    assert!(place(">Aarhus</a>") < place("Region Nordjylland (gennemsnit)"));
    let consultant = service.session(Role::Consultant, &["0751", "0461"]).await;
    let some = heat(&consultant).await;
    let regions = some.split("Region Midtjylland (gennemsnit)").nth(1).unwrap();
    assert!(some.contains(">Aarhus</a>") && !some.contains("Hovedstaden"), "{some}");
    assert!(regions.contains("pj-heat-"), "{regions}");
}

#[actix_web::test]
async fn the_heatmap_of_areas_is_sorted_by_each_column_beside_that_of_municipalities() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let section = async |query: &str| {
        let page = service.get_as(&format!("/rounds/2015/country?sort=1&{query}"), &admin).await.body;
        page.split("id=\"area-heat\"").nth(1).unwrap().split("<h2").next().unwrap().to_owned()
    };
    let names = |section: &str| {
        let rows = section.split("<th scope=\"row\">").skip(1);
        rows.map(|row| row.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let plain = section("").await;
    assert_eq!(names(&plain), ["Sundhed", "Skole"], "as in the edition: {plain}");
    let link = "href=\"?measure=implementation&amp;sort=1&amp;area_sort=0&amp;area_order=desc#area-heat\"";
    assert!(plain.contains(link), "{plain}");
    for (asked, order) in [("area_sort=0&area_order=desc", "descending"), ("area_sort=0", "ascending")] {
        let sorted = section(asked).await;
        assert_eq!(names(&sorted), ["Sundhed", "Skole"], "an area without a mean comes last: {sorted}");
        assert!(sorted.contains(&format!("aria-sort=\"{order}\"")), "{sorted}");
    }
    assert_eq!(names(&section("area_order=desc").await), ["Skole", "Sundhed"]);
}

#[actix_web::test]
async fn each_area_is_shown_by_package_and_leads_to_its_questions() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let section = async |query: &str| {
        let page = service.get_as(&format!("/rounds/2015/country{query}"), &admin).await.body;
        page.split("id=\"area-heat\"").nth(1).map(|rest| rest.split("<h2").next().unwrap().to_owned())
    };
    let areas = section("").await.unwrap();
    assert!(areas.contains("Sundhed") && areas.contains(">54<"), "{areas}");
    assert!(areas.contains("/rounds/2015/questions?package=tobak&amp;area=sundhed"), "{areas}");
    assert_eq!(section("?area=sundhed").await, None, "one area has a heatmap of its own");
    assert_eq!(section("?measure=awareness").await, None, "it knows no packages");
}
