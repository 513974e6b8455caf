use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::config::Config;
use crate::domain::access::staff::Role;
use crate::test_support::measured_rounds;
use crate::web::Service;

const AARHUS: &str = "/rounds/2015/municipalities/0751";

#[actix_web::test]
async fn a_municipality_out_of_scope_is_not_found() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    assert_eq!(service.get_as(AARHUS, &aarhus).await.status, StatusCode::OK);
    for other in ["0101", "9999", "0787"] {
        for figure in ["", "/packages.svg", "/areas.svg", "/scores.csv", "/changes.csv"] {
            let path = format!("/rounds/2015/municipalities/{other}{figure}");
            assert_eq!(service.get_as(&path, &aarhus).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    assert_eq!(service.get(AARHUS).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_change_since_the_baseline_stands_on_page_and_in_table() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(AARHUS, &admin).await.body;
    // Red and red became green and yellow: from 0 to 75.
    assert!(page.contains("+75 point siden baseline (2013), parret"), "{page}");
    assert!(page.contains("2 af 2 spørgsmål") && page.contains("2 af 2 relevante felter"));
}

#[actix_web::test]
async fn an_insufficient_score_shows_coverage_and_no_number() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2015/municipalities/0155", &admin).await.body;
    assert!(page.contains("utilstrækkeligt grundlag, dækning 50\u{a0}%"), "{page}");
    assert!(page.contains("<dt>Implementering, score 0-100</dt><dd class=\"pj-figure-number\">–</dd>"));
}

#[actix_web::test]
async fn a_question_not_asked_is_never_shown_as_zero() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(AARHUS, &admin).await.body;
    let row = page.split(">Solbeskyttelse</a></th>").nth(1).unwrap();
    let row = &row[..row.find("</tr>").unwrap()];
    assert!(row.contains("ikke spurgt") && !row.contains(">0<"), "{row}");
}

#[actix_web::test]
async fn a_storby_benchmark_is_suppressed() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    let admin = service.session(Role::Admin, &[]).await;
    let row = |page: String| {
        let table = page.split("id=\"benchmarks\"").nth(1).unwrap().to_owned();
        let row = table.split(">Tobak</a></th>").nth(1).unwrap().to_owned();
        row[..row.find("</tr>").unwrap()].to_owned()
    };
    let seen = row(service.get_as(AARHUS, &aarhus).await.body);
    // Seven have a score, the region one, the storbykommuner three.
    assert!(seen.contains("54 (n\u{a0}=\u{a0}7)"), "{seen}");
    assert_eq!(seen.matches("skjult").count(), 1, "{seen}");
    assert!(!row(service.get_as(AARHUS, &admin).await.body).contains("skjult"));
}

#[actix_web::test]
async fn the_distance_to_others_is_a_finding_a_chart_and_a_file_and_tells_nothing_that_is_held_back() {
    let service = measured_rounds();
    let aarhus = service.session(Role::Coordinator, &["0751"]).await;
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(AARHUS, &aarhus).await.body;
    // 75 of its own, 54 of the seven with a score; nobody sees that the storbykommuner score 58.
    let finding = "Aarhus Kommune skiller sig mest ud i Tobak: 21 point over hele landet";
    assert!(page.contains(&format!("id=\"benchmarks\">{finding}</h2>")), "{page}");
    let chart = page.split("id=\"peers\"").nth(1).unwrap().split("</figure>").next().unwrap();
    assert!(chart.contains(">+21</text>") && chart.contains(">skjult</text>") && !chart.contains("+17"), "{chart}");
    assert!(chart.contains(&format!("href=\"{AARHUS}?package=tobak#answers\"")), "{chart}");
    assert!(service.get_as(AARHUS, &admin).await.body.contains(">+17</text>"), "who sees all may see few");
    let slide = service.get_as(&format!("{AARHUS}/peers.slide"), &aarhus).await;
    assert_eq!(slide.status, StatusCode::OK);
    let alone = service.get_as(&format!("{AARHUS}/peers.svg"), &aarhus).await.body;
    assert!(alone.contains(">+21</text>") && !alone.contains("+17") && !alone.contains("<a "), "{alone}");
    for path in ["/rounds/2015/municipalities/0101/peers.svg", "/rounds/2015/municipalities/9999/peers.png"] {
        assert_eq!(service.get_as(path, &aarhus).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn an_open_round_is_held_against_the_newest_closed_one_and_is_provisional() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2026/municipalities/0751", &admin).await.body;
    assert!(page.contains("Foreløbige tal") && page.contains("alle tal her er fra runde 2015"));
    assert!(!service.get_as(AARHUS, &admin).await.body.contains("Foreløbige tal"));
}

#[actix_web::test]
async fn the_answers_of_a_package_stand_lowest_first() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(&format!("{AARHUS}?package=tobak"), &admin).await.body;
    let answers = page.split("id=\"answers\"").nth(1).unwrap();
    let (rules, courses) = (answers.find("Røgfri regler").unwrap(), answers.find("Rygestopkurser").unwrap());
    assert!(rules < courses);
    assert!(answers.contains("/rounds/2015/questions/tobak.regler?area=sundhed"));
}

#[actix_web::test]
async fn the_first_round_says_once_that_nothing_comes_before_it() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as("/rounds/2013/municipalities/0751", &admin).await.body;
    assert!(page.contains("Der er ingen tidligere runde at sammenligne med."), "{page}");
    assert!(!page.contains("kan ikke sammenlignes"), "{page}");
    let later = service.get_as(AARHUS, &admin).await.body;
    let chart = later.split("<svg xmlns").nth(1).unwrap().split("</svg>").next().unwrap();
    assert!(chart.contains(">2 af 2 spørgsmål</text>"), "{chart}");
}

#[actix_web::test]
async fn files_of_the_demo_say_that_their_figures_are_generated() {
    let mut service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let figures =
        ["municipalities/0751/packages.svg", "country/packages.svg", "country/overall.svg", "trend/implementation.svg"];
    let tables = ["municipalities/0751/scores.csv", "country/changes.csv", "trend/scores.csv"];
    for path in figures.iter().chain(&tables) {
        let file = service.get_as(&format!("/rounds/2015/{path}"), &admin).await.body;
        assert!(!file.contains("genereret") && !file.contains("generated"), "{path}: {file}");
    }
    let config = Config { is_demo: true, ..service.config.clone() };
    service.shared = Data::new(Service::new(service.db.clone(), config, service.clock.clone()));
    for path in figures {
        let file = service.get_as(&format!("/rounds/2015/{path}"), &admin).await.body;
        assert!(file.contains("Alle svar og tal er genererede"), "{path}: {file}");
    }
    for path in tables {
        let file = service.get_as(&format!("/rounds/2015/{path}"), &admin).await.body;
        let mut lines = file.lines();
        assert!(
            lines.next().unwrap().ends_with(";generated") && lines.all(|line| line.ends_with(";1")),
            "{path}: {file}"
        );
    }
}

#[actix_web::test]
async fn the_rows_of_the_tables_lead_to_the_answers_behind_them() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let page = service.get_as(AARHUS, &admin).await.body;
    for (query, name) in [("package=tobak", "Tobak"), ("area=sundhed", "Sundhed")] {
        let link = format!("{AARHUS}?{query}#answers");
        assert!(page.contains(&format!("<th scope=\"row\"><a href=\"{link}\">{name}</a></th>")), "{page}");
        let answers = service.get_as(&link, &admin).await.body;
        assert!(answers.contains("id=\"answers\"") && answers.contains("/rounds/2015/questions/tobak.regler"));
    }
}

#[actix_web::test]
async fn a_figure_is_a_complete_file() {
    let service = measured_rounds();
    let admin = service.session(Role::Admin, &[]).await;
    let file = service.get_as(&format!("{AARHUS}/packages.svg"), &admin).await;
    assert!(file.body.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && file.body.contains("font-family"));
    assert!(!file.body.contains("<a ") && file.body.contains("Tobak"));
    let table = service.get_as(&format!("{AARHUS}/changes.csv"), &admin).await.body;
    assert!(table.starts_with("\u{feff}municipality_code;") && table.contains("\n0751;implementation;tobak;;2;2;"));
    assert!(!table.contains("\nDK;"));
}
