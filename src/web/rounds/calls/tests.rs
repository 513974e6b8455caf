use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::{TestService, admin, staff};

/// Three posts in two municipalities, one of them without an address, in an open round.
async fn opened() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed|aeldre", "sundhed@example.org");
    service.add_post("0101", "Kulturchef", "kultur-fritid", "");
    service.add_post("0751", "Skolechef", "skole", "aarhus@example.org");
    service.draft("2026");
    assert_eq!(service.post_as("/rounds/2026/opening", &[], admin()).await.status, StatusCode::SEE_OTHER);
    service
}

#[actix_web::test]
async fn everybody_who_has_not_handed_in_stands_on_the_call_list_and_can_be_chosen() {
    let service = opened().await;
    assert!(service.get_as("/rounds/2026", admin()).await.body.contains("href=\"/rounds/2026/calls\""));
    let page = service.get_as("/rounds/2026/calls?sort=missing&order=desc", admin()).await.body;
    for expected in ["3 stillinger mangler at indsende", "Mangler 2 af 2 afsnit", "Forlæng fristen for de valgte"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let place = |post: &str| page.find(&format!(">{post}</a>")).unwrap();
    assert!(place("Sundhedschef") < place("Kulturchef") && place("Kulturchef") < place("Skolechef"), "{page}");
    let post = page.split("name=\"post\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let chosen = service.get_as(&format!("/rounds/2026/reminders?chosen=posts&post={post}"), admin()).await.body;
    assert!(chosen.contains("Sundhedschef") && !chosen.contains("Skolechef"), "{chosen}");
}

#[actix_web::test]
async fn the_call_list_is_narrowed_by_what_its_address_says() {
    let service = opened().await;
    for (asked, found) in [
        ("q=AARHUS+skole", "Skolechef"),
        ("municipality=0751", "Skolechef"),
        ("region=Region+Midtjylland", "Skolechef"),
        ("shown=unreached", "Kulturchef"),
    ] {
        let page = service.get_as(&format!("/rounds/2026/calls?{asked}"), admin()).await.body;
        assert!(page.contains("1 stilling mangler") && page.contains(&format!(">{found}</a>")), "{asked}: {page}");
        let file = service.get_as(&format!("/rounds/2026/calls.csv?{asked}"), admin()).await.body;
        assert!(file.lines().count() == 2 && file.contains(found), "{asked}: {file}");
    }
    let none = service.get_as("/rounds/2026/calls?shown=started", admin()).await.body;
    assert!(none.contains("Ingen passer til det valgte") && !none.contains("<table"), "{none}");
}

#[actix_web::test]
async fn a_coordinator_calls_in_the_own_municipality_and_a_consultant_reminds_nobody() {
    let service = opened().await;
    for address in ["/rounds/2026/calls", "/rounds/2026/calls?municipality=0751", "/rounds/2026/calls.csv"] {
        let own = service.get_as(address, staff(Role::Coordinator, Some("0101"))).await.body;
        assert!(!own.contains("Skolechef") && !own.contains("aarhus@example.org"), "{address}: {own}");
    }
    let own = service.get_as("/rounds/2026/calls", staff(Role::Coordinator, Some("0101"))).await.body;
    assert!(own.contains("Påmind de valgte") && !own.contains("Forlæng fristen for de valgte"), "{own}");
    let all = service.get_as("/rounds/2026/calls", staff(Role::Consultant, None)).await.body;
    assert!(all.contains(">Skolechef</a>") && !all.contains("Påmind de valgte"), "{all}");
}

#[actix_web::test]
async fn a_long_call_list_comes_in_pages() {
    let service = TestService::new();
    service.publish_shipped();
    for number in 0..=100 {
        service.add_post("0101", &format!("Chef {number:03}"), "sundhed", &format!("chef{number}@example.org"));
    }
    service.draft("2026");
    service.post_as("/rounds/2026/opening", &[], admin()).await;
    let [first, second] = ["", "?page=2"].map(|page| format!("/rounds/2026/calls{page}"));
    let (first, second) = (service.get_as(&first, admin()).await.body, service.get_as(&second, admin()).await.body);
    assert!(first.contains(">Chef 099</a>") && !first.contains(">Chef 100</a>"));
    assert!(second.contains(">Chef 100</a>") && !second.contains(">Chef 099</a>"), "{second}");
}

#[actix_web::test]
async fn the_municipalities_of_a_round_are_sorted_searched_and_summed() {
    let service = opened().await;
    let page = service.get_as("/rounds/2026?sort=missing&order=desc", admin()).await.body;
    let place = |name: &str| page.find(&format!("/status\">{name}</a>")).unwrap();
    assert!(place("København") < place("Aarhus") && place("Aarhus") < place("Albertslund"), "{page}");
    assert!(page.contains("98 kommuner i alt") && page.contains("aria-sort=\"descending\""), "{page}");
    assert!(page.contains("sort=missing&amp;order=asc#municipalities"), "a second time turns it: {page}");
    let found = service.get_as("/rounds/2026?q=aarh&group=2&region=Region+Midtjylland", admin()).await.body;
    assert!(found.contains("/status\">Aarhus</a>") && !found.contains("/status\">København</a>"), "{found}");
    assert!(found.contains("value=\"aarh\"") && found.contains("<option value=\"2\" selected>"), "{found}");
    let own = service.get_as("/rounds/2026", staff(Role::Coordinator, Some("0101"))).await.body;
    assert!(own.contains("/status\">København</a>") && !own.contains("kommuner i alt"), "{own}");
}
