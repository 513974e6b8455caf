use crate::commands;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::NewRound;
use crate::domain::rounds::letter_plan::LetterPlan;
use crate::domain::rounds::programmes::Programme;
use crate::store;
use crate::test_support::{TestService, day, measured_rounds};

const CODES: [&str; 8] = ["0751", "0461", "0851", "0101", "0147", "0151", "0153", "0155"];

/// The tokens of the posts of a municipality in a round, by title.
fn tokens(service: &TestService, round: &str, code: &str) -> Vec<(String, String)> {
    let links = commands::links::issue_for_municipality(&service.db, round, code, &service.by()).unwrap();
    let mut tokens: Vec<_> = links.into_iter().map(|(post, token)| (post, token.as_str().to_owned())).collect();
    tokens.sort();
    tokens
}

/// Answers both questions about tobacco and hands in; 0 is green, 1 yellow and 2 red.
async fn answer(service: &TestService, token: &str, [courses, rules]: [&str; 2]) {
    let section = format!("/svar/{token}/afsnit/sundhed");
    assert_eq!(service.post(&section, &[("q0", courses), ("q1", rules)]).await.status, 303);
    let sent = service.post(&format!("/svar/{token}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]).await;
    assert!(sent.leads_to().ends_with("/kvittering"), "{}", sent.leads_to());
}

fn close(service: &TestService, round: &str) {
    commands::rounds::close(&service.db, round, &service.by()).unwrap();
}

/// The result of Aarhus, green and red, in a round in which others have answered yellow.
async fn result(others: usize) -> String {
    let service = measured_rounds();
    let token = tokens(&service, "2026", "0751").remove(0).1;
    let page = format!("/svar/{token}/resultat");
    let before = service.get(&page).await;
    assert!(before.status == 200 && before.body.contains("Der er ikke noget resultat endnu"), "{}", before.body);
    answer(&service, &token, ["0", "2"]).await;
    for code in CODES.iter().skip(1).take(others) {
        answer(&service, &tokens(&service, "2026", code).remove(0).1, ["1", "1"]).await;
    }
    close(&service, "2026");
    for path in ["", "/kvittering"] {
        assert!(service.get(&format!("/svar/{token}{path}")).await.body.contains(&page), "{path}");
    }
    let shown = service.get(&page).await;
    assert_eq!(shown.status, 200);
    shown.body
}

#[actix_web::test]
async fn a_leader_reads_the_own_areas_beside_baseline_last_round_and_country() {
    let body = result(7).await;
    for said in [
        "Resultatet for dine områder i runde 2026",
        "Sundhed",
        // Green and red are half; 2013 was red, and 2015 green and yellow.
        "<strong>50</strong>",
        "0 (2013)",
        "+50",
        "Runde 2015",
        "75",
        "50 (n\u{a0}=\u{a0}8)",
        "Linket virker til og med 21. november 2028",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
    assert!(!body.contains("Skygge"), "an area of others: {body}");
    for other in ["Odense", "Aalborg", "København"] {
        assert!(!body.contains(other), "{other}: {body}");
    }
}

#[actix_web::test]
async fn a_leader_reads_what_moved_and_where_there_is_most_to_gain() {
    let body = result(7).await;
    let (gains, moved) = body.split_once("id=\"flyttet\"").unwrap();
    let gains = gains.split_once("id=\"mest-at-hente\"").unwrap().1;
    assert!(gains.contains("Røgfri regler") && !gains.contains("Rygestopkurser"), "{gains}");
    assert!(moved.contains("Hvor langt er I med regler?") && moved.contains("Gået tilbage"), "{moved}");
    assert!(!moved.contains("Hvor langt er I med kurser?"), "green then and now: {moved}");
}

#[actix_web::test]
async fn a_mean_that_would_give_a_municipality_away_is_held_back() {
    let body = result(3).await;
    assert!(body.contains("skjult"), "{body}");
    // Aarhus has 50 and three others too, so the held-back mean would read so.
    assert!(!body.contains("50 (n"), "{body}");
}

#[actix_web::test]
async fn another_posts_answers_stay_its_own() {
    let service = measured_rounds();
    service.add_post("0751", "Forebyggelseschef", "sundhed", "to@example.org");
    let opens_on = day(2026, 11, 20);
    let new =
        NewRound { edition: "2012".to_owned(), opens_on, closes_on: day(2026, 12, 20), ..service.new_round("2027") };
    commands::rounds::create(&service.db, &new, &service.by()).unwrap();
    commands::rounds::open(&service.db, "2027", &service.by()).unwrap();
    let asked = tokens(&service, "2027", "0751");
    let [(_, own), (_, other)] = asked.as_slice() else { panic!("{asked:?}") };
    answer(&service, own, ["0", "0"]).await;
    answer(&service, other, ["2", "2"]).await;
    let receipt = service.get(&format!("/svar/{own}/kvittering")).await.body;
    assert!(receipt.contains("2 af 2 afsnit i Aarhus Kommune er indsendt"), "{receipt}");
    close(&service, "2027");
    let body = service.get(&format!("/svar/{own}/resultat")).await.body;
    assert!(body.contains("er tallet for dem alle") && body.contains("<strong>50</strong>"), "{body}");
    assert!(body.contains("Ingen af dine svar viser, at der er mere at hente"), "{body}");
    for light in ["Rød", "Gul"] {
        assert!(!body.contains(light), "what the other post has chosen: {body}");
    }
}

/// The letters of a kind, by address.
fn letters(service: &TestService, kind: LetterKind) -> Vec<Letter> {
    let all = service.db.read(|conn| Ok(store::ledger::list(conn, 100, 0)?)).unwrap();
    all.into_iter().map(|(letter, _)| letter).filter(|letter| letter.kind == kind).collect()
}

#[actix_web::test]
async fn closing_tells_everybody_who_has_answered_once_and_on_the_morning_of_a_working_day() {
    let service = measured_rounds();
    for code in &CODES[..3] {
        answer(&service, &tokens(&service, "2026", code).remove(0).1, ["0", "2"]).await;
    }
    close(&service, "2026");
    let told = letters(&service, LetterKind::Result);
    assert_eq!(told.len(), 3, "the five others have no result of their own");
    // It is Saturday, 21 November 2026.
    let monday = day(2026, 11, 23).and_hms_opt(7, 0, 0).unwrap();
    assert!(told.iter().all(|letter| letter.due_at == monday), "{told:?}");
    assert!(commands::rounds::close(&service.db, "2026", &service.by()).is_err());
    assert_eq!(letters(&service, LetterKind::Result).len(), 3);
}

#[actix_web::test]
async fn a_test_round_tells_nobody_of_a_result() {
    let service = measured_rounds();
    let opens_on = day(2026, 11, 20);
    for is_test in [true, false] {
        let key = if is_test { "prove" } else { "alvor" };
        let new = NewRound {
            edition: "2012".to_owned(),
            opens_on,
            closes_on: day(2026, 12, 20),
            is_test,
            ..service.new_round(key)
        };
        commands::rounds::create(&service.db, &new, &service.by()).unwrap();
        commands::rounds::open(&service.db, key, &service.by()).unwrap();
        answer(&service, &tokens(&service, key, "0751").remove(0).1, ["0", "2"]).await;
        close(&service, key);
        assert_eq!(letters(&service, LetterKind::Result).len(), usize::from(!is_test), "{key}");
    }
}

#[actix_web::test]
async fn a_programme_may_do_without_the_letter() {
    let service = measured_rounds();
    let letter_plan = LetterPlan::default().without_result();
    let quiet = Programme { key: "stille".into(), letter_plan, ..Programme::usual(service.now()) };
    commands::programmes::create(&service.db, &quiet, &service.by()).unwrap();
    let new = NewRound {
        programme: "stille".to_owned(),
        edition: "2012".to_owned(),
        opens_on: day(2026, 11, 20),
        closes_on: day(2026, 12, 20),
        ..service.new_round("stille-2026")
    };
    commands::rounds::create(&service.db, &new, &service.by()).unwrap();
    commands::rounds::open(&service.db, "stille-2026", &service.by()).unwrap();
    answer(&service, &tokens(&service, "stille-2026", "0751").remove(0).1, ["0", "2"]).await;
    close(&service, "stille-2026");
    assert!(letters(&service, LetterKind::Result).is_empty());
}
