use std::io::{Cursor, Read};

use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

/// The words of the slides that a page shows, in order, without what the round tells first and last.
fn slides(page: &str) -> Vec<String> {
    let ids = page.split("<title id=\"slide-").skip(1);
    ids.filter_map(|rest| rest.split_once("-title\"")).map(|(word, _)| word.to_owned()).collect()
}

#[actix_web::test]
async fn a_meeting_s_figures_stand_one_a_slide_between_what_they_are_about_and_how_they_are_read() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/slides", &admin).await.body;
    let shown = slides(&page);
    assert_eq!((shown[0].as_str(), shown[shown.len() - 1].as_str()), ("title", "method"), "{shown:?}");
    let figures = ["packages", "areas", "overall", "flow-1", "implementation", "map-score", "map-change"];
    for word in figures {
        assert_eq!(shown.iter().filter(|one| *one == word).count(), 1, "{word}: {shown:?}");
    }
    assert_eq!(page.matches("viewBox=\"0 0 1280 720\"").count(), shown.len());
    // The first slide says what has moved, how much it rests on and when it was made.
    let first = page.split("<svg").nth(1).unwrap();
    for told in ["Hele landet: resultat 2015", "Tobak er steget: +54", "8 af 8", "2013", "21. november 2026"] {
        assert!(page.contains(told), "{told}: {first}");
    }
    assert!(page.contains("href=\"/rounds/2015/country#per-packages\""), "{page}");
    let country = service.get_as("/rounds/2015/country", &admin).await.body;
    assert!(country.contains("href=\"/rounds/2015/slides\""));
}

#[actix_web::test]
async fn the_address_chooses_the_slides_of_page_and_archive() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/slides?slide=packages&slide=method&slide=x", &admin).await.body;
    assert_eq!(slides(&page), ["packages", "method"]);
    assert_eq!(page.matches(" checked").count(), 2, "{page}");
    let archive = "/rounds/2015/slides.zip?slide=packages&slide=method&slide=x";
    assert!(page.contains(&archive.replace('&', "&amp;")), "{page}");
    let sent = service.get_as(archive, &admin).await;
    let mut files = zip::ZipArchive::new(Cursor::new(sent.bytes.to_vec())).unwrap();
    let names: Vec<String> = files.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["01-packages.svg", "01-packages.png", "02-method.svg", "02-method.png"]);
    let mut shapes = String::new();
    files.by_name("01-packages.svg").unwrap().read_to_string(&mut shapes).unwrap();
    assert!(shapes.contains("viewBox=\"0 0 1280 720\"") && !shapes.contains("<text"));
    let mut pixels = Vec::new();
    files.by_name("02-method.png").unwrap().read_to_end(&mut pixels).unwrap();
    assert!(pixels.starts_with(b"\x89PNG\r\n"));
}

#[actix_web::test]
async fn a_municipality_s_slides_are_for_who_may_see_it_and_say_where_most_is_to_be_won() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    let path = "/rounds/2015/municipalities/0751/slides";
    let page = service.get_as(path, &aarhus).await.body;
    for word in ["title", "packages", "areas", "peers", "gains", "implementation", "method"] {
        assert!(slides(&page).contains(&word.to_owned()), "{word}: {:?}", slides(&page));
    }
    assert!(!slides(&page).contains(&"flow-1".to_owned()), "two answers are too few to say where answers went");
    assert!(page.contains("Mest at hente: Aarhus Kommune") && page.contains("+25 point"), "{page}");
    for ending in ["", ".zip"] {
        let other = format!("/rounds/2015/municipalities/0101/slides{ending}");
        assert_eq!(service.get_as(&other, &aarhus).await.status, StatusCode::NOT_FOUND);
    }
}

#[actix_web::test]
async fn slides_hold_back_what_the_country_s_page_holds_back() {
    let service = measured_rounds();
    let some = service.session(Role::Consultant, &["0751", "0461"]).await;
    let closed = service.get_as("/rounds/2015/slides", &some).await.body;
    // Where answers went rests on fewer municipalities than the means do.
    assert!(!slides(&closed).iter().any(|word| word.starts_with("flow")) && !closed.contains("København"), "{closed}");
    let open = service.get_as("/rounds/2026/slides", &some).await.body;
    let shown = slides(&open);
    assert!(!shown.iter().any(|word| ["packages", "areas", "overall"].contains(&word.as_str())), "{shown:?}");
    assert!(open.contains("Tal for hele landet vises, når runden er lukket."), "{open}");
}
