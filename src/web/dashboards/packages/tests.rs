use actix_web::http::StatusCode;

use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;

const COUNTRY: &str = "/rounds/2015/country";
const PACKAGE: &str = "/rounds/2015/packages/tobak";
const RECOMMENDATION: &str = "/rounds/2015/packages/tobak/kurser";
const QUESTION: &str = "/rounds/2015/questions/tobak.kurser";
const AARHUS: &str = "/rounds/2015/municipalities/0751";

#[actix_web::test]
async fn links_lead_from_the_country_down_to_one_posts_answers_and_up_again() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let answers = format!("{AARHUS}?package=tobak&amp;area=sundhed#answers");
    let ways = [
        (COUNTRY, format!("href=\"{PACKAGE}\"")),
        (PACKAGE, format!("href=\"{RECOMMENDATION}\"")),
        (RECOMMENDATION, format!("href=\"{QUESTION}\"")),
        (QUESTION, format!("href=\"{answers}\"")),
        (AARHUS, "href=\"/rounds/2015/posts/".to_owned()),
        // And up.
        (AARHUS, format!("href=\"{COUNTRY}\"")),
        (QUESTION, format!("href=\"{RECOMMENDATION}\"")),
        (RECOMMENDATION, format!("href=\"{PACKAGE}\"")),
        (PACKAGE, format!("href=\"{COUNTRY}\"")),
    ];
    for (page, link) in ways {
        let body = service.get_as(page, &admin).await.body;
        assert!(body.contains(&link), "{page} has no {link}: {body}");
    }
    let body = service.get_as(&answers.replace("&amp;", "&"), &admin).await.body;
    assert!(body.contains("id=\"answers\"") && body.contains(&format!("href=\"{QUESTION}?area=sundhed\"")));
}

#[actix_web::test]
async fn rows_of_charts_and_cells_of_the_heatmap_are_links_that_a_keyboard_reaches() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(COUNTRY, &admin).await.body;
    assert!(page.contains(&format!("<a class=\"pj-row\" href=\"{PACKAGE}\">")), "{page}");
    assert!(page.contains(&format!("<a href=\"{AARHUS}?package=tobak#answers\">75</a>")), "{page}");
    assert!(!page.contains("tabindex=\"-1\" aria-hidden"), "{page}");
    let package = service.get_as(PACKAGE, &admin).await.body;
    assert!(package.contains(&format!("<a href=\"{AARHUS}?package=tobak&amp;area=sundhed#answers\">75</a>")));
}

#[actix_web::test]
async fn a_package_shows_its_recommendations_then_and_now() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(PACKAGE, &admin).await.body;
    let row = page.split(">Rygestopkurser</a>").nth(1).unwrap();
    let row = &row[..row.find("</tr>").unwrap()];
    // Only 0751 of eight is done with its courses.
    assert!(row.contains("0\u{a0}% (0 af 8, 2013)") && row.contains("13\u{a0}% (1 af 8, 2015)"), "{row}");
    assert!(row.contains("+13"), "{row}");
    let svg = service.get_as(&format!("{PACKAGE}.svg"), &admin).await.body;
    assert!(svg.starts_with("<svg xmlns") && svg.contains("Sundhed") && !svg.contains("<a "), "{svg}");
}

#[actix_web::test]
async fn a_reader_of_some_municipalities_sees_theirs_and_no_figure_of_too_few_others() {
    let service = measured_rounds();
    let consultant = service.session(Role::Consultant, &["0751", "0461", "0851", "0101"]).await;
    let package = service.get_as(PACKAGE, &consultant).await.body;
    assert!(package.contains(">Aarhus</a>") && !package.contains("Frederiksberg"), "{package}");
    assert!(!package.contains(" af 8, 2015)"), "four are left when the reader's own are taken away: {package}");
    let recommendation = service.get_as(RECOMMENDATION, &consultant).await.body;
    assert!(recommendation.contains("Skjult: der er for få kommuner"), "{recommendation}");
    let question = service.get_as(QUESTION, &consultant).await.body;
    let table = question.split("id=\"municipalities\"").nth(1).unwrap();
    assert!(table.contains(">Aarhus</a>") && !table.contains("Frederiksberg"), "{table}");
    let coordinator = service.session(Role::Coordinator, &["0751"]).await;
    let open = service.get_as("/rounds/2026/packages/tobak", &coordinator).await.body;
    assert!(open.contains("Tal for hele landet vises, når runden er lukket"), "{open}");
    assert_eq!(service.get_as("/rounds/2026/packages/tobak.svg", &coordinator).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_question_lists_the_municipalities_by_their_answers() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let place = |page: &str, name: &str| {
        let table = page.split("id=\"municipalities\"").nth(1).unwrap().to_owned();
        table.find(&format!(">{name}</a>")).unwrap()
    };
    let plain = service.get_as(QUESTION, &admin).await.body;
    assert!(place(&plain, "Aalborg") < place(&plain, "Aarhus"), "the lowest answer stands first");
    let turned = service.get_as(&format!("{QUESTION}?sort=now&order=desc"), &admin).await.body;
    assert!(place(&turned, "Aarhus") < place(&turned, "Aalborg"));
    let row = turned.split(">Aarhus</a>").nth(1).unwrap();
    let row = &row[..row.find("</tr>").unwrap()];
    assert!(row.contains("Rød") && row.contains("Grøn") && row.find("Rød") < row.find("Grøn"), "{row}");
}

#[actix_web::test]
async fn what_a_round_does_not_ask_is_not_there() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    for path in ["/rounds/2015/packages/ukendt", "/rounds/2015/packages/tobak/ukendt", "/rounds/ukendt/packages/tobak"]
    {
        assert_eq!(service.get_as(path, &admin).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn where_the_answers_went_is_for_who_may_see_every_municipality() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let coordinator = service.session(Role::Coordinator, &["0751"]).await;
    for page in [PACKAGE, QUESTION] {
        let body = service.get_as(page, &admin).await.body;
        assert!(body.contains("100\u{a0}% af felterne har fået et bedre svar"), "{page}: {body}");
        assert!(body.contains(&format!("href=\"{page}/flow-1.slide\"")), "{page}: {body}");
        let file = format!("{page}/flow-1.svg");
        assert!(service.get_as(&file, &admin).await.body.contains("fill-opacity"), "{file}");
        assert_eq!(service.get_as(&file, &coordinator).await.status, StatusCode::NOT_FOUND, "{file}");
        assert!(!service.get_as(page, &coordinator).await.body.contains("bedre svar"), "{page}");
    }
    // A municipality's own is for whoever may see it.
    let own = format!("{AARHUS}/flow-1.svg");
    assert!(service.get_as(AARHUS, &coordinator).await.body.contains("bedre svar"));
    assert_eq!(service.get_as(&own, &coordinator).await.status, StatusCode::OK);
}
